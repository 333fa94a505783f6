"""Whether anything at all was touched since the last build: if not, nothing need be read for it.

The keys of documents tell exactly what to make again; but to reckon them the register has to be
read and every document prepared. Where no file of the workspace has changed, they are the same.
"""

import datetime
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import Any

from briefgen.build.due.program import machine_versions
from briefgen.build.due.saved_files import SavedFile
from briefgen.problems import Place, Problem
from briefgen.register.confined import Unreadable, read_named
from briefgen.register.limits import ALL_BYTES, MEBIBYTE
from briefgen.register.workspace import SETTINGS_FILE, Workspace

MANIFEST = "manifest.json"
MOST_BYTES = 256 * MEBIBYTE


@dataclass(frozen=True)
class Untouched:
    """A build that has nothing to do: how many documents there are, and what was warned of."""

    documents: int
    warnings: tuple[Problem, ...]


def untouched(folder: Path, inputs: str | None) -> Untouched | None:
    """The last build into a folder, if it was made from the same and all its files still stand."""
    told = read_manifest(folder)
    try:
        if inputs is None or told["inputs"] != inputs or told["failed"]:
            return None
        files = [each for document in told["documents"] for each in document["files"]]
        if not all(stands(each, folder) for each in files):
            return None
        warnings = tuple(map(warning, told["warnings"]))
    except (ValueError, TypeError, LookupError, AttributeError):
        return None
    return Untouched(len(told["documents"]), warnings)


def read_manifest(folder: Path) -> Mapping[str, Any]:
    """What the manifest in a folder says; nothing where there is none, or no clear one."""
    try:
        told = json.loads(read_named(folder / MANIFEST, MOST_BYTES, "a manifest"))
    except (Unreadable, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def stands(told: Mapping[str, Any], folder: Path) -> bool:
    path = PurePosixPath(told["path"])
    is_below = not path.is_absolute() and ".." not in path.parts
    saved = SavedFile(str(told["format"]), int(told["bytes"]), str(told["sha256"]))
    return is_below and saved.is_at(folder / path)


def warning(told: Mapping[str, Any]) -> Problem:
    place = Place(str(told["file"]), int(told["line"]), int(told["column"]))
    return Problem(place, str(told["code"]), str(told["message"]), "warning")


def inputs_of(space: Workspace, as_of: datetime.date, today: datetime.date) -> str | None:
    """What stands for all that a build is made from.

    None where links, too much or what can't be read make it hard to tell: reading it will.
    """
    found = hashlib.sha256(json.dumps([*machine_versions().items()]).encode())
    found.update(f"{as_of} {today}\n".encode())
    left = ALL_BYTES.most
    try:
        for name, path in files_of(space):
            status = os.lstat(path)
            left -= status.st_size
            if not S_ISREG(status.st_mode) or left < 0:
                return None
            data = path.read_bytes()
            found.update(f"{name} {len(data)}\n".encode("utf-8", "surrogateescape"))
            found.update(data)
    except OSError:
        return None
    return found.hexdigest()


def files_of(space: Workspace) -> Iterator[tuple[str, Path]]:
    yield SETTINGS_FILE, space.root / SETTINGS_FILE
    yield from files_below(space.data)
    yield from files_below(space.templates)


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files below a folder, and links to folders, in a fixed order."""
    if folder.is_symlink():
        yield folder.name, folder
        return
    for above, folders, names in os.walk(folder):
        folders.sort()
        linked = [name for name in folders if (Path(above) / name).is_symlink()]
        for name in sorted((*names, *linked)):
            path = Path(above) / name
            yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path
