"""The register's changed files saved as one: all of them, or none, whatever happens."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from briefgen.build.disk.folders import sync_folder
from briefgen.build.disk.locks import lock_on
from briefgen.build.disk.parts import keep, write_part
from briefgen.build.disk.targets import is_inside
from briefgen.build.intake.importing import FileChange
from briefgen.build.intake.journal import Journal, Replacement, digest
from briefgen.build.intake.recovery import own, recover
from briefgen.problems import BriefgenError, MachineError, Place, Problem, RegisterError
from briefgen.register.workspace import read_file

MEANWHILE = "this file was changed meanwhile; nothing was imported; run again"


def save_together(root: Path, files: Mapping[str, FileChange]) -> tuple[Problem, ...]:
    """Saves all files; warns when it had to undo another import, broken off, before.

    Raises MachineError when one can't be saved, and RegisterError when one is no longer as it was
    or when another import is at work. Then, as when the process is killed at any instant, the
    files are as they were, at the latest once the register is read again (`imports_undone`).
    """
    if not files:
        return ()
    journal = Journal(root)
    with lock_on(root / "data") as lock:
        undone = own(lock, root)
        with all_or_none(journal):
            for file, change in files.items():
                with told(root / file):
                    prepare(journal, file, change)
            check_unchanged(root, files)
            with told(journal.path):
                journal.write(tuple(replacement(*each) for each in files.items()))
            for file in files:
                with told(root / file):
                    journal.coming(file).replace(journal.target(file))
            with told(journal.path):
                journal.finish(files)
    return undone


@contextmanager
def all_or_none(journal: Journal) -> Iterator[None]:
    """Undoes what was done unless all was, and takes away what was needed for it."""
    try:
        yield
    except BriefgenError as error:
        raise type(error)([*error.problems, *stuck(journal)]) from error
    finally:
        stuck(journal)


def stuck(journal: Journal) -> tuple[Problem, ...]:
    """Undoes an import that is not done; the problems are why it can't be now."""
    try:
        recover(journal)
    except BriefgenError as error:
        return error.problems
    return ()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What the disk refuses, told as a problem with a file."""
    try:
        yield
    except OSError as error:
        message = f"can't be written: {error.strerror or error}; nothing was imported"
        raise MachineError([Problem(Place(str(path)), "disk", message)]) from error


def prepare(journal: Journal, file: str, change: FileChange) -> None:
    """Keeps a file as it is and writes it as it will be; it is not touched itself."""
    target, kept, coming = journal.target(file), journal.kept(file), journal.coming(file)
    if not is_inside(target, journal.root):
        message = "this is a link that leads out of the workspace; nothing was imported"
        raise RegisterError([Problem(Place(file), "leads-out", message)])
    for folder in (kept.parent, coming.parent):
        folder.mkdir(parents=True, exist_ok=True)
    keep(target, kept)
    write_part(coming, change.after, target)
    sync_folder(kept.parent)


def replacement(file: str, change: FileChange) -> Replacement:
    return Replacement(file, digest(change.before), digest(change.after))


def check_unchanged(root: Path, files: Mapping[str, FileChange]) -> None:
    changed = [file for file, change in files.items() if present(root, file) != change.before]
    if changed:
        raise RegisterError(Problem(Place(file), "changed", MEANWHILE) for file in changed)


def present(root: Path, file: str) -> bytes | None:
    return read_file(root, file) if (root / file).exists() else None
