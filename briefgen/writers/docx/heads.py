"""The heads of pages: whom the document may be shown to, and the page's number if it is there."""

from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.margin_lines import HEADER, line, said
from briefgen.writers.docx.page_numbers import Pages, centred_number, has_number
from briefgen.writers.docx.pieces import Piece


def head(kind: Pages, draft: Draft) -> list[Piece]:
    """The paragraphs at the head of some kind of pages."""
    style, text = draft.look.style, draft.page.header
    made = []
    if text and style.edition_at == "head":
        made.append(line(HEADER, said(text, HEADER, draft), draft))
    if draft.look.numbers_in_head and has_number(kind, style.page_numbers):
        made.append(centred_number(draft))
    return made
