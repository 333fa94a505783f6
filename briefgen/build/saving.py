"""Files written whole: the old file or the new one at every instant, never half of either."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefgen.build.disk.folders import make_folders, remove, sync_folder
from briefgen.build.disk.parts import keep, new_part, room_for_parts, write_part
from briefgen.build.disk.targets import check_targets
from briefgen.problems import MachineError, Place, Problem

Unsaved = tuple[Path, bytes]
"""Where a file is to be, and what it is to hold."""


@dataclass(frozen=True)
class Step:
    """A file on its way: its target, the part that becomes it, and the old file, if there is."""

    target: Path
    part: Path
    kept: Path
    is_new: bool


def save(path: Path, data: bytes) -> None:
    """Writes a file beside its target, syncs it and renames it over; raises MachineError."""
    save_all([(path, data)], path.parent)


def save_all(files: Sequence[Unsaved], within: Path) -> None:
    """Writes several files below a folder, and renames them in their order once all are synced.

    Raises MachineError when one fails, with the others as they were before; UsageError, before
    anything is written, when two have the same path or a link leads out of the folder.
    """
    check_targets((path for path, _ in files), within)
    lost: list[Problem] = []
    try:
        with ExitStack() as cleaning, ExitStack() as undo:
            for step in [*written(files, cleaning)]:
                undo.callback(put_back, step, lost)
                with told(step.target):
                    step.part.replace(step.target)
            for folder in dict.fromkeys(path.parent for path, _ in files):
                sync_folder(folder)
            undo.pop_all()  # done: nothing is put back
    except MachineError as error:
        raise MachineError([*error.problems, *lost]) from error


def written(files: Sequence[Unsaved], cleaning: ExitStack) -> Iterator[Step]:
    """Everything that takes room on the disk, before any file is replaced."""
    entered: set[Path] = set()
    for target, data in files:
        folder = target.parent
        part, kept = new_part(folder), new_part(folder)
        with told(target):
            if folder not in entered:
                make_folders(folder, cleaning)  # those that hold anything at the end will stay
                cleaning.enter_context(room_for_parts(folder))
                entered.add(folder)
            cleaning.callback(remove, part)
            cleaning.callback(remove, kept)
            write_part(part, data, target)
            is_new = not keep(target, kept)
        yield Step(target, part, kept, is_new)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What the disk refuses, told as a problem with a file."""
    try:
        yield
    except OSError as error:
        message = (
            f"can't be written: {error.strerror or error}; what stood there before is unharmed"
        )
        raise MachineError([Problem(Place(str(path)), "disk", message)]) from error


def put_back(step: Step, lost: list[Problem]) -> None:
    """Restores a file, or takes a new one away again; what fails is told."""
    if os.path.lexists(step.part):
        return  # it was not replaced yet
    try:
        if step.is_new:
            step.target.unlink(missing_ok=True)
        else:
            step.kept.replace(step.target)
    except OSError:
        message = "this file could not be put back; it is the new one, others are not"
        lost.append(Problem(Place(str(step.target)), "disk", message))
