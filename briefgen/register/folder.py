"""The files of data/: which there must be, which there may be, and what each holds."""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.confined import Unreadable, way_inside
from briefgen.register.ids import ID_RULE, did_you_mean, is_id
from briefgen.register.known import LISTS, Sources, is_session
from briefgen.register.limits import ALL_BYTES, FILES, FOLDER_DEPTH, FOLDERS, PROBLEMS
from briefgen.register.processes import read_each
from briefgen.register.source import Source, read_tolerantly
from briefgen.register.workspace import read_file

LIST_FILES = tuple(LISTS.values())
ENDING = ".yaml"
LINKED = "this is a link to a folder, which isn't followed; put the folder itself in its place"
Edited = Mapping[str, bytes]
"""New bytes of files that are not saved yet, by their path in the workspace."""
UNEDITED: Edited = {}
TOO_DEEP = f"folders stand deeper than {FOLDER_DEPTH} within one another; move this one out"
TOO_MANY = "more than {} {} stand in data/, hidden ones left out; keep only the register's own"
TOO_MUCH = f"the files up to this one are larger than {ALL_BYTES} together; split the register"
TOO_WRONG = (
    f"more than {PROBLEMS} problems stand in the files before this one; put them right first: this"
    " file and those after it were not read"
)


def read_all(
    data: Path, problems: list[Problem], edited: Edited = UNEDITED, jobs: int = 1
) -> Sources:
    """All files below data/, by path without ending; files that no rule knows are problems.

    Where a file was edited, its new bytes count, not those on the disk. With several jobs the files
    of a great register are read by as many processes.
    """
    sources: dict[str, Source | None] = {}
    size = 0
    new = {name.removeprefix("data/") for name in edited}
    names = sorted(new.union(listed(data, problems)))
    placed = [name for name in names if not misplaced(name)]
    readings = read_each(placed, partial(reading_of, data.parent, edited), jobs)
    with closing(readings):
        for name in names:
            refuse_excess(name, size, problems)
            if reason := misplaced(name):
                place = Place(f"data/{printable(name)}")
                problems.append(Problem(place, "unknown-file", reason))
                continue
            source, own = next(readings)
            problems += own
            sources[name.removesuffix(ENDING)] = source
            size += len(source.text) if source is not None else 0
    problems += missing_files(sources)
    return sources


def reading_of(root: Path, edited: Edited, name: str) -> tuple[Source | None, list[Problem]]:
    """A file of data/ with the problems in it."""
    problems: list[Problem] = []
    return read(root, f"data/{name}", problems, edited), problems


def listed(data: Path, problems: list[Problem]) -> list[str]:
    """The paths below data/; raises RegisterError when there are more than a register can have."""
    names = list(islice(files_in(data, problems), FILES.most + 1))
    folders = {name.rpartition("/")[0] for name in names}
    for found, most, what in ((names, FILES, "files"), (folders, FOLDERS, "folders")):
        if len(found) > most.most:
            message = TOO_MANY.format(most, what)
            raise RegisterError([Problem(Place("data"), "too-large", message)])
    return names


def refuse_excess(name: str, size: int, problems: list[Problem]) -> None:
    """Raises RegisterError at a file before which there is too much already."""
    if size <= ALL_BYTES.most and len(problems) <= PROBLEMS.most:
        return
    place = Place(f"data/{printable(name)}")
    if size > ALL_BYTES.most:
        raise RegisterError([*problems, Problem(place, "too-large", TOO_MUCH)])
    raise RegisterError([*problems, Problem(place, "too-many-problems", TOO_WRONG)])


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
    top = str(data)
    for folder, folders, names in os.walk(data, onerror=tell, followlinks=False):
        below = folder[len(top) :].lstrip(os.sep)
        folders[:] = [name for name in folders if not name.startswith(".")]
        if folders and len(Path(below).parts) >= FOLDER_DEPTH.most:
            place = Place(printable(Path(data.name, below, min(folders)).as_posix()))
            problems.append(Problem(place, "unknown-file", TOO_DEEP))
            folders.clear()
        linked = [name for name in folders if os.path.islink(os.path.join(folder, name))]  # noqa: PTH114, PTH118  of thousands
        for name in linked:  # os.walk doesn't go into them
            place = Place(printable(Path(data.name, below, name).as_posix()))
            problems.append(Problem(place, "linked-folder", LINKED))
        start = f"{Path(below).as_posix()}/" if below else ""
        yield from (f"{start}{name}" for name in names if not name.startswith("."))


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
    own: list[Problem] = []
    try:
        data = edited[name] if name in edited else read_file(root, name)
        return read_tolerantly(data, name, own)
    except RegisterError as error:
        own += error.problems
        return None
    finally:
        problems += own


def printable(name: str) -> str:
    """A file's name as a message shows it, whatever bytes it is made of."""
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in shown)
