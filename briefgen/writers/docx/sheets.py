"""The sections of a document: their sheet, how their pages are counted, their heads and feet."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from briefgen.rendering.tokens import Sheet
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.margins import references
from briefgen.writers.docx.markup import Twips, Xml, twips_of_millimetres, w


def text_width(sheet: Sheet) -> Twips:
    """The width between the margins."""
    width, margins = sheet.width, sheet.margins
    left, right = twips_of_millimetres(margins.left), twips_of_millimetres(margins.right)
    return twips_of_millimetres(width) - left - right


def sections(draft: Draft) -> Iterator[Xml]:
    """The properties of the first section, then of each whose pages are counted from 1 again.

    A later section has the heads and feet of the first, as it names none.
    """
    yield w("sectPr", *references(draft), *sheet_properties(draft), *first_page(draft))
    while True:
        start = [w("type", val="nextPage"), *sheet_properties(draft), w("pgNumType", start=1)]
        yield w("sectPr", *start, *first_page(draft))


def sheet_properties(draft: Draft) -> list[Xml]:
    sheet = draft.look.style.sheet(draft.page.paper)
    return [paper(sheet), margins(sheet)]


def first_page(draft: Draft) -> list[Xml]:
    """Whether the first page of a section has another head and foot than the others."""
    return [] if draft.look.style.page_numbers.on_first else [w("titlePg")]


def paper(sheet: Sheet) -> Xml:
    width, height = twips_of_millimetres(sheet.width), twips_of_millimetres(sheet.height)
    size = w("pgSz", w=width, h=height)
    if width > height:
        size.set(qn("w:orient"), "landscape")
    return size


def margins(sheet: Sheet) -> Xml:
    sides = {
        "top": sheet.margins.top,
        "right": sheet.margins.right,
        "bottom": sheet.margins.bottom,
        "left": sheet.margins.left,
        "header": sheet.header,
        "footer": sheet.footer,
    }
    lengths = {side: twips_of_millimetres(length) for side, length in sides.items()}
    return w("pgMar", **lengths, gutter=0)
