"""Files as they were saved, and whether they still are so."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from briefgen.register.confined import Unreadable, read_named
from briefgen.register.limits import MEBIBYTE

LARGEST = 1024 * MEBIBYTE


@dataclass(frozen=True)
class SavedFile:
    """A file as it was saved."""

    format: str
    bytes: int
    sha256: str

    def is_at(self, path: Path) -> bool:
        """Whether it still stands there, byte for byte."""
        try:
            if path.stat().st_size != self.bytes:
                return False
            data = read_named(path, LARGEST, "a document")
        except (OSError, Unreadable):
            return False
        return hashlib.sha256(data).hexdigest() == self.sha256


def saved_file(format_name: str, data: bytes) -> SavedFile:
    """What is kept of a file that is saved."""
    return SavedFile(format_name, len(data), hashlib.sha256(data).hexdigest())
