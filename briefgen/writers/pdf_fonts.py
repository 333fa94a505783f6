"""Fonts of a PDF that HarfBuzz failed to cut down to the letters that are used."""

import logging
from collections.abc import Collection
from io import BytesIO
from typing import Any

import pydyf
from fontTools import subset
from fontTools.ttLib import TTFont

FAILED = 'Unable to subset "%s" with HarfBuzz'
"""WeasyPrint's warning; it then embeds the whole font, ten megabytes of it."""
UNUSED_TABLES = ("BASE", "GDEF", "GPOS", "GSUB", "vhea", "vmtx")
"""What a PDF, which places each letter by its number, doesn't ask for."""


def cut_down_fonts(document: Any, pdf: pydyf.PDF, records: list[logging.LogRecord]) -> None:
    """Cuts them down with fontTools, and takes back the warnings: it is slow, but it can.

    HarfBuzz 6 fails at a table of LXGW WenKai as soon as some hundred of its letters are used.
    """
    failed = {family for record in records for family in families(record)}
    if not failed:
        return
    whole = [font for font in document.fonts.values() if font.family in failed]
    embedded = [item for item in pdf.objects if isinstance(item, pydyf.Stream)]
    for font in whole:
        used = {glyph for other in whole if other.hash == font.hash for glyph in other.to_unicode}
        for stream in embedded:
            if stream.stream == [font.file_content]:
                font.file_content = cut_down(font.file_content, font.index, used)
                stream.stream = [font.file_content]
                stream.extra["Length1"] = len(font.file_content)
    records[:] = [record for record in records if record.msg != FAILED]


def families(record: logging.LogRecord) -> tuple[object, ...]:
    """The family that a warning is about, if it is about this."""
    return record.args if record.msg == FAILED and isinstance(record.args, tuple) else ()


def cut_down(content: bytes, index: int, glyphs: Collection[int]) -> bytes:
    """A font with no more than some glyphs, each under its number."""
    options = subset.Options(retain_gids=True, hinting=False, notdef_outline=True)
    options.drop_tables += UNUSED_TABLES
    font = TTFont(BytesIO(content), fontNumber=index, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(gids=glyphs)
    subsetter.subset(font)
    made = BytesIO()
    font.save(made)
    return made.getvalue()
