"""The feet of pages: their text at one side, the page's number at the other if it is there."""

from briefgen.rendering.tokens import PLAIN
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.looks import PAGE_NUMBER
from briefgen.writers.docx.margin_lines import FOOTER, line, said
from briefgen.writers.docx.markup import twips
from briefgen.writers.docx.page_numbers import EVEN, Pages, has_number, page_number
from briefgen.writers.docx.pieces import Piece, piece

BETWEEN = " · "
"""Between whom the document may be shown to and of what day it is."""


def foot(kind: Pages, draft: Draft) -> list[Piece]:
    """The paragraphs at the foot of some kind of pages."""
    numbers = draft.look.style.page_numbers
    text = list(said(foot_text(draft), FOOTER, draft))
    if draft.look.numbers_in_head or not has_number(kind, numbers):
        return [line(FOOTER, text, draft)]
    number, tab = page_number(draft), piece("r", piece("tab"))
    if kind == EVEN:
        return [line(FOOTER, [*number, tab, *text], draft, *at_left(draft))]
    return [line(FOOTER, [*text, tab, *number], draft, *at_right(draft))]


def foot_text(draft: Draft) -> str:
    page = draft.page
    shown_to = page.header if draft.look.style.edition_at == "foot" else ""
    return BETWEEN.join(text for text in (shown_to, page.footer) if text)


def at_right(draft: Draft) -> list[Piece]:
    """Properties by which a number stands as far from the right end as its role says."""
    moved = twips(draft.look.roles.get(PAGE_NUMBER, PLAIN).indent_right)
    if not moved:
        return []
    width = draft.text_width
    numbered = piece("tab", val="right", pos=width - moved)
    return [piece("tabs", numbered, piece("tab", val="clear", pos=width))]


def at_left(draft: Draft) -> list[Piece]:
    """Properties by which a number stands as far from the left end as its role says."""
    moved = twips(draft.look.roles.get(PAGE_NUMBER, PLAIN).indent)
    return [piece("ind", left=moved, firstLine=0)] if moved else []
