"""What an import that was broken off has left behind, undone before the register is read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.build.disk.folders import remove, sync_folder
from briefgen.build.disk.locks import Lock, lock_on
from briefgen.build.intake.journal import (
    ADVICE,
    FOLDER,
    Journal,
    Replacement,
    digest_at,
)
from briefgen.problems import MachineError, Place, Problem, RegisterError

UNDONE = "an import that was broken off was undone: the files are as they were; run it again"
BUSY = "another import is at work, or another program holds this folder; run again"
EDITED = (
    "an import was broken off and this file changed since, so that nothing could be put back;"
    f" data/{FOLDER}/before holds the files as they were: {ADVICE}"
)
STUCK = "an import was broken off and can't be undone: {}; run again where data/ can be written"


@contextmanager
def imports_undone(root: Path) -> Iterator[tuple[Problem, ...]]:
    """While this lasts no import is at work, and none is half done; warns when one was undone.

    Raises RegisterError when another import is at work for long, or when what one has left can't
    be undone without losing something; MachineError when the disk doesn't let it be undone.
    """
    with lock_on(root / "data") as lock:
        hold(lock.share())
        undone: tuple[Problem, ...] = ()
        if os.path.lexists(Journal(root).folder):
            undone = own(lock, root)
            hold(lock.share())
        yield undone


def own(lock: Lock, root: Path) -> tuple[Problem, ...]:
    """Takes the register for this process alone, nothing in it half done."""
    hold(lock.own())
    return recover(Journal(root))


def hold(held: bool) -> None:  # noqa: FBT001  it is the outcome
    if not held:
        raise RegisterError([Problem(Place("data"), "busy", BUSY)])


def recover(journal: Journal) -> tuple[Problem, ...]:
    """Undoes an import unless it is done, byte for byte, and takes away what it needed.

    To be called only by who holds the register alone.
    """
    if journal.folder.is_symlink():
        message = "a link can't stand here; remove it"
        raise RegisterError([Problem(Place(f"data/{FOLDER}"), "bad-journal", message)])
    replacements = journal.read()
    if replacements is None:
        remove(journal.folder)
        return ()
    try:
        undo(journal, replacements)
    except OSError as error:
        message = STUCK.format(error.strerror or error)
        raise MachineError([Problem(Place("data"), "import-stuck", message)]) from error
    return cleared(journal)


def undo(journal: Journal, replacements: tuple[Replacement, ...]) -> None:
    """Puts back what was replaced; raises RegisterError when that would lose somebody's work."""
    now = {each.file: digest_at(journal.target(each.file)) for each in replacements}
    replaced = [each for each in replacements if now[each.file] != each.before]
    unsure = [
        Problem(Place(each.file), "edited", EDITED)
        for each in replaced
        if now[each.file] != each.after or digest_at(journal.kept(each.file)) != each.before
    ]
    if unsure:
        raise RegisterError(unsure)
    for each in replaced:
        put_back(journal, each)


def put_back(journal: Journal, replacement: Replacement) -> None:
    target = journal.target(replacement.file)
    if replacement.before is None:
        target.unlink()
    else:
        journal.kept(replacement.file).replace(target)
    sync_folder(target.parent)


def cleared(journal: Journal) -> tuple[Problem, ...]:
    """Takes away what is needed no more, the journal first, and warns that it was used."""
    try:
        journal.path.unlink()
    except OSError:  # such as in a workspace that can't be written; it does no harm
        return ()
    remove(journal.folder)
    return (Problem(Place("data"), "import-undone", UNDONE, "warning"),)
