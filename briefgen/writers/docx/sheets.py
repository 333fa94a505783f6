"""The sections of a document: their sheet, how their pages are counted, their heads and feet."""

from collections.abc import Iterator, Mapping

from briefgen.rendering.tokens import Sheet
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.letterhead_fit import distances
from briefgen.writers.docx.margins import kinds_of_pages, references
from briefgen.writers.docx.markup import Twips, Xml, twips_of_millimetres, w
from briefgen.writers.docx.names import qn
from briefgen.writers.docx.page_numbers import FIRST


def text_width(sheet: Sheet) -> Twips:
    """The width between the margins."""
    width, margins = sheet.width, sheet.margins
    left, right = twips_of_millimetres(margins.left), twips_of_millimetres(margins.right)
    return twips_of_millimetres(width) - left - right


def sections(draft: Draft) -> Iterator[Xml]:
    """The properties of the first section, then of each whose pages are counted from 1 again.

    A later section has the heads and feet of the first, as it names none; what a letterhead has
    for the first page is for that of the document alone.
    """
    opening = [w("titlePg")] if FIRST in kinds_of_pages(draft) else []
    yield w("sectPr", *references(draft), *sheet_properties(draft), *opening)
    while True:
        start = [w("type", val="nextPage"), *sheet_properties(draft), w("pgNumType", start=1)]
        yield w("sectPr", *start, *first_page(draft))


def sheet_properties(draft: Draft) -> list[Xml]:
    sheet = draft.look.style.sheet(draft.page.paper)
    sides = margins(sheet)
    if draft.letterhead is not None:
        height = twips_of_millimetres(sheet.height)
        sides = distances(draft.letterhead, sides, height)
    return [paper(sheet), w("pgMar", **sides, gutter=0)]


def first_page(draft: Draft) -> list[Xml]:
    """Whether the first page of a later section has another head and foot than the others."""
    own = draft.letterhead is not None and FIRST in draft.letterhead.pages
    return [] if own or draft.look.style.page_numbers.on_first else [w("titlePg")]


def paper(sheet: Sheet) -> Xml:
    width, height = twips_of_millimetres(sheet.width), twips_of_millimetres(sheet.height)
    size = w("pgSz", w=width, h=height)
    if width > height:
        size.set(qn("w:orient"), "landscape")
    return size


def margins(sheet: Sheet) -> Mapping[str, Twips]:
    sides = {
        "top": sheet.margins.top,
        "right": sheet.margins.right,
        "bottom": sheet.margins.bottom,
        "left": sheet.margins.left,
        "header": sheet.header,
        "footer": sheet.footer,
    }
    return {side: twips_of_millimetres(length) for side, length in sides.items()}
