"""The journal of an import: which files it replaces, by which their state can be told at any time.

It stands in `data/.briefgen-import/`, hidden from the register's readers, with the files as they
were (`before/`) and as they will be (`after/`). An import is done in the instant in which its
journal is taken away; as long as one stands there, what it lists is to be undone.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from briefgen.build.disk.folders import sync_folder
from briefgen.build.disk.parts import new_part, write_part
from briefgen.build.disk.targets import is_inside
from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.folder import misplaced

FOLDER = ".briefgen-import"
JOURNAL = "journal.json"
ADVICE = f"see to the files by hand, then remove data/{FOLDER}"


@dataclass(frozen=True)
class Replacement:
    """A file, `data/people.yaml`, and the SHA-256 of what it holds; None while there is none."""

    file: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Journal:
    """Where an import keeps what it needs to be undone."""

    root: Path

    @property
    def folder(self) -> Path:
        """The hidden folder, there only while an import is at work or broken off."""
        return self.root / "data" / FOLDER

    @property
    def path(self) -> Path:
        """The journal itself."""
        return self.folder / JOURNAL

    def kept(self, file: str) -> Path:
        """A file as it was."""
        return self.folder / "before" / file

    def coming(self, file: str) -> Path:
        """A file as it will be."""
        return self.folder / "after" / file

    def target(self, file: str) -> Path:
        """Where a file stands itself, which a link may lead to."""
        return Path(os.path.realpath(self.root / file))

    def write(self, replacements: tuple[Replacement, ...]) -> None:
        """Writes the journal, whole or not at all; from then on the import can be undone."""
        content = {"files": [asdict(each) for each in replacements]}
        part = new_part(self.folder)
        write_part(part, json.dumps(content, indent=2).encode(), self.path)
        part.rename(self.path)
        for folder in (self.folder, self.folder.parent):
            sync_folder(folder)

    def finish(self, files: Iterable[str]) -> None:
        """Takes the journal away: from then on the import is done."""
        for folder in {self.target(file).parent for file in files}:
            sync_folder(folder)
        self.path.unlink()
        sync_folder(self.folder)

    def read(self) -> tuple[Replacement, ...] | None:
        """What the journal lists, None without one; raises RegisterError when it can't be right."""
        if not os.path.lexists(self.path):
            return None
        try:
            content = json.loads(self.path.read_bytes())
            listed = tuple(Replacement(**each) for each in content["files"])
            if all(self.is_right(each) for each in listed):
                return listed
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            pass
        message = f"this journal of an import that was broken off can't be read; {ADVICE}"
        place = Place(f"data/{FOLDER}/{JOURNAL}")
        raise RegisterError([Problem(place, "bad-journal", message)])

    def is_right(self, replacement: Replacement) -> bool:
        """Whether it names one of the register's files, and nothing that leads elsewhere."""
        name = replacement.file.removeprefix("data/")
        return (
            name != replacement.file
            and not misplaced(name)
            and is_inside(self.target(replacement.file), self.root)
            and is_inside(self.kept(replacement.file), self.root / "data" / FOLDER)
        )


def digest(data: bytes | None) -> str | None:
    """What a file holds, in short; None for no file."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def digest_at(path: Path) -> str | None:
    """What a file holds now, in short."""
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None
