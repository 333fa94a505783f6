"""The workbook's archive, so that its bytes depend on its content only."""

import re
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can tell: no file depends on when it was written."""
MADE_ON_UNIX = 3
READABLE = 0o644 << 16
COMPRESSION_LEVEL = 6
FIXED_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
END_OF_CORE = b"</cp:coreProperties>"


def repacked(workbook: bytes, language: str) -> bytes:
    """The same workbook, with its language, undated, and with rows that may grow."""
    result = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            data = completed(name, source.read(name), language)
            target.writestr(member(name), data, ZIP_DEFLATED, COMPRESSION_LEVEL)
    return result.getvalue()


def completed(name: str, data: bytes, language: str) -> bytes:
    """A member with what XlsxWriter can't say: the language, and heights that are only a guess.

    A height that is not fixed is what Excel itself writes for rows that fit their text: programs
    that measure the text give the row another one.
    """
    if name == "docProps/core.xml":
        told = f"<dc:language>{escape(language)}</dc:language>".encode()
        return data.replace(END_OF_CORE, told + END_OF_CORE)
    if name.startswith("xl/worksheets/"):
        return FIXED_HEIGHT.sub(rb"\1", data)
    return data


def member(name: str) -> ZipInfo:
    info = ZipInfo(name, EARLIEST)
    info.create_system = MADE_ON_UNIX
    info.external_attr = READABLE
    return info
