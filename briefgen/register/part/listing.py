"""Which files a register has, by mechanism, where nothing else stands in `data/`."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefgen.register.confined import GOES_DOWN
from briefgen.register.folder import ENDING, LIST_FILES
from briefgen.register.ids import MechanismId, SessionId, SessionKey, is_id
from briefgen.register.limits import FILES, FOLDERS

MECHANISM = "mechanism"


class Doubtful(Exception):
    """That the whole register is to be read: it may hold what is to be told, or is beyond this."""


@dataclass(frozen=True)
class Listing:
    """The mechanisms with the keys of their sessions, both in no order."""

    mechanisms: Mapping[MechanismId, frozenset[SessionKey]]

    @cached_property
    def sessions(self) -> frozenset[SessionId]:
        """The ids of all sessions."""
        return frozenset(
            f"{mechanism}/{key}" for mechanism, keys in self.mechanisms.items() for key in keys
        )

    def files_of(self, mechanism: MechanismId) -> Iterable[str]:
        """A mechanism's files, by their path below data/ without ending."""
        names = (MECHANISM, *self.mechanisms[mechanism])
        return (f"mechanisms/{mechanism}/{name}" for name in names)


def listing(data: Path) -> Listing:
    """What stands in data/; raises Doubtful where anything else does, a link or a stray file."""
    if not GOES_DOWN or data.is_symlink():
        raise Doubtful
    try:
        folders, files = names_in(data)
        if folders != {"mechanisms"} or files != set(LIST_FILES):
            raise Doubtful
        top = data / "mechanisms"
        folders, files = names_in(top)
        found = {name: keys_in(str(top / name)) for name in folders if is_id(name)}
    except OSError as error:
        raise Doubtful from error
    if files or len(found) < len(folders) or is_too_much(found):
        raise Doubtful
    return Listing({name: keys for name, keys in found.items() if keys is not None})


def is_too_much(found: Mapping[str, frozenset[str] | None]) -> bool:
    """Whether there are so many files or folders that it is to be told."""
    files = len(LIST_FILES) + sum(len(keys or ()) + 1 for keys in found.values())
    return files > FILES.most or len(found) >= FOLDERS.most


def keys_in(folder: str) -> frozenset[SessionKey] | None:
    """The keys of a mechanism's sessions; None of an empty folder, which is none."""
    folders, files = names_in(folder)
    if not folders and not files:
        return None
    if folders or MECHANISM not in files:
        raise Doubtful
    return frozenset(files - {MECHANISM})


def names_in(folder: Path | str) -> tuple[set[str], set[str]]:
    """The folders in a folder, and its YAML files without ending; hidden ones left out."""
    folders, files = set(), set()
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_file(follow_symlinks=False) and name.endswith(ENDING):
                files.add(name[: -len(ENDING)])
            elif entry.is_dir(follow_symlinks=False):
                folders.add(name)
            else:
                raise Doubtful
    return folders, files
