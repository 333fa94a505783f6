"""The files of data/: which there must be, which there may be, and what each holds."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.confined import Unreadable, way_inside
from briefgen.register.ids import ID_RULE, did_you_mean, is_id
from briefgen.register.known import LISTS, Sources, is_session
from briefgen.register.source import Source, read_tolerantly
from briefgen.register.workspace import read_file

LIST_FILES = tuple(LISTS.values())
ENDING = ".yaml"
LINKED = "this is a link to a folder, which isn't followed; put the folder itself in its place"
Edited = Mapping[str, bytes]
"""New bytes of files that are not saved yet, by their path in the workspace."""
UNEDITED: Edited = {}


def read_all(data: Path, problems: list[Problem], edited: Edited = UNEDITED) -> Sources:
    """All files below data/, by path without ending; files that no rule knows are problems.

    Where a file was edited, its new bytes count, not those on the disk.
    """
    sources: dict[str, Source | None] = {}
    new = {name.removeprefix("data/") for name in edited}
    for name in sorted(new.union(files_in(data, problems))):
        if reason := misplaced(name):
            place = Place(f"data/{printable(name)}")
            problems.append(Problem(place, "unknown-file", reason))
            continue
        sources[name.removesuffix(ENDING)] = read(data.parent, f"data/{name}", problems, edited)
    problems += missing_files(sources)
    return sources


def files_in(data: Path, problems: list[Problem]) -> Iterator[str]:
    """The paths below data/, hidden files and folders left out.

    Raises RegisterError when data/ itself leads out of the workspace.
    """

    def tell(error: OSError) -> None:
        name = Path(error.filename).relative_to(data.parent).as_posix()
        message = f"this folder can't be read: {error.strerror}"
        problems.append(Problem(Place(printable(name)), "unreadable", message))

    if not data.exists():
        return
    check_inside(data)
    for folder, folders, names in os.walk(data, onerror=tell, followlinks=False):
        below = Path(folder).relative_to(data)
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in linked:  # os.walk doesn't go into them
            place = Place(printable((data.name / below / name).as_posix()))
            problems.append(Problem(place, "linked-folder", LINKED))
        for name in names:
            if not name.startswith("."):
                yield (below / name).as_posix()


def check_inside(data: Path) -> None:
    """Raises RegisterError when the folder is a link that leads out of the workspace."""
    try:
        way_inside(data.parent, data.name)
    except Unreadable as error:
        raise RegisterError([Problem(Place(data.name), "unreadable", str(error))]) from error


def misplaced(name: str) -> str:
    """Why a file can't stand where it stands; empty when it can."""
    stem = name.removesuffix(ENDING)
    match stem.split("/"):
        case _ if stem == name:
            return "only files ending in .yaml belong into data/; rename it or move it out"
        case [_]:
            near = did_you_mean(name, [f"{known}{ENDING}" for known in LIST_FILES])
            return "" if stem in LIST_FILES else f"no such file belongs into data/{near}; rename it"
        case ["mechanisms", mechanism, _]:
            return "" if is_id(mechanism) else f"the folder's name is no id; rename it: {ID_RULE}"
    return "no file can stand here; sessions stand in data/mechanisms/ID/KEY.yaml"


def missing_files(sources: Sources) -> Iterator[Problem]:
    for name in LIST_FILES:
        if name not in sources:
            message = "this file is missing; make it, with {} in it if there are no entries"
            yield Problem(Place(f"data/{name}{ENDING}"), "missing-file", message)
    for folder in sorted({name.rsplit("/", 1)[0] for name in filter(is_session, sources)}):
        if f"{folder}/mechanism" not in sources:
            message = "this file is missing; it tells what mechanism the sessions beside it are of"
            place = Place(f"data/{folder}/mechanism{ENDING}")
            yield Problem(place, "missing-file", message)


def read(
    root: Path, name: str, problems: list[Problem], edited: Edited = UNEDITED
) -> Source | None:
    """One file's content; None, told in `problems`, when it can't be read to its end."""
    try:
        data = edited[name] if name in edited else read_file(root, name)
        return read_tolerantly(data, name, problems)
    except RegisterError as error:
        problems += error.problems
        return None


def printable(name: str) -> str:
    """A file's name as a message shows it, whatever bytes it is made of."""
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in shown)
