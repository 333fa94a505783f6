"""Which files of other mechanisms may name a mechanism's sessions: found without reading YAML."""

import os
from collections.abc import Iterator
from pathlib import Path

from briefgen.register.confined import FILE, FOLDER, NO_LINK
from briefgen.register.folder import ENDING
from briefgen.register.ids import MechanismId
from briefgen.register.part.listing import Doubtful, Listing

CHUNK = 1 << 16
ESCAPE = b"\\"


def mentions(data: Path, found: Listing, mechanism: MechanismId) -> Iterator[str]:
    """The session files of others in which `MECHANISM/` stands, or may: an escape can hide it.

    Ids are ASCII, which stands in a file as it is unless it is escaped. Raises Doubtful when a file
    can't be read just so.
    """
    needle = f"{mechanism}/".encode()
    for other, keys in found.mechanisms.items():
        if other == mechanism:
            continue
        try:
            folder = os.open(data / "mechanisms" / other, FOLDER | NO_LINK)
            try:
                for key in keys:
                    text = bytes_in(folder, f"{key}{ENDING}")
                    if needle in text or ESCAPE in text:
                        yield f"mechanisms/{other}/{key}"
            finally:
                os.close(folder)
        except OSError as error:
            raise Doubtful from error


def bytes_in(folder: int, name: str) -> bytes:
    """A file's bytes, of one that was listed as ordinary; no link is followed."""
    file = os.open(name, FILE | NO_LINK, dir_fd=folder)
    try:
        text = chunk = os.read(file, CHUNK)
        while len(chunk) == CHUNK:
            chunk = os.read(file, CHUNK)
            text += chunk
        return text
    finally:
        os.close(file)
