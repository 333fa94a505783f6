"""The workbook's archive, so that its bytes depend on its content only."""

import re
from html import escape  # that of `xml.sax` is the same, and loads what speaks with servers
from io import BytesIO
from zipfile import ZipFile

from briefgen.writers.archive import archive

FIXED_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
END_OF_CORE = b"</cp:coreProperties>"


def repacked(workbook: bytes, language: str) -> bytes:
    """The same workbook, with its language, undated, and with rows that may grow."""
    with ZipFile(BytesIO(workbook)) as source:
        return archive(
            (name, completed(name, source.read(name), language)) for name in source.namelist()
        )


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
