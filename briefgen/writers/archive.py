"""Zip archives whose bytes depend on their content only, as Word and Excel files are."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can tell: no file depends on when it was written."""
MADE_ON_UNIX = 3
READABLE = 0o644 << 16
COMPRESSION_LEVEL = 6


def archive(members: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of members in the order given."""
    written = BytesIO()
    with ZipFile(written, "w") as target:
        for name, data in members:
            target.writestr(undated(name), data, ZIP_DEFLATED, COMPRESSION_LEVEL)
    return written.getvalue()


def undated(name: str) -> ZipInfo:
    info = ZipInfo(name, EARLIEST)
    info.create_system = MADE_ON_UNIX
    info.external_attr = READABLE
    return info
