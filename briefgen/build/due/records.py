"""Records: which files were made under which key, and whether they still are as they were."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefgen.build.due.jobs import Job, Untranslated
from briefgen.register.confined import Unreadable, read_named
from briefgen.register.limits import MEBIBYTE

LARGEST_DOCUMENT = 1024 * MEBIBYTE


@dataclass(frozen=True)
class FileRecord:
    """A file as it was saved."""

    format: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Record:
    """What was made under a key, and which of its texts are not in the language wanted."""

    key: str
    files: tuple[FileRecord, ...]
    untranslated: Untranslated

    def holds(self, job: Job, folder: Path) -> bool:
        """Whether a job's files are still there, byte for byte, as they would be made again."""
        files = {each.format: each for each in self.files}
        return self.key == job.key and all(
            name in files and is_as_saved(files[name], file_of(job, name, folder))
            for name in job.formats
        )


def record_of(job: Job, files: Iterable[tuple[str, bytes]], untranslated: Untranslated) -> Record:
    """The record of a document that was made."""
    told = (FileRecord(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in files)
    return Record(job.key, tuple(told), untranslated)


def file_of(job: Job, format_name: str, folder: Path) -> Path:
    """Where a format of a document stands."""
    return folder / job.path.parent / f"{job.path.name}.{format_name}"


def is_as_saved(record: FileRecord, path: Path) -> bool:
    try:
        if path.stat().st_size != record.bytes:
            return False
        data = read_named(path, LARGEST_DOCUMENT, "a document")
    except (OSError, Unreadable):
        return False
    return hashlib.sha256(data).hexdigest() == record.sha256
