"""Paragraphs and words at the head and foot of pages."""

from collections.abc import Iterable, Iterator

from briefgen.problems import Place
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.looks import RoleName
from briefgen.writers.docx.pieces import Piece, piece
from briefgen.writers.docx.runs import Phrase, text_runs

HEADER, FOOTER = "header", "footer"


def line(role: RoleName, content: Iterable[Piece], draft: Draft, *properties: Piece) -> Piece:
    """A paragraph in the style of a role, with properties of its own."""
    style = draft.look.word_style(role, Place(draft.look.style.name))
    return piece("p", piece("pPr", piece("pStyle", val=style), *properties), *content)


def said(text: str, role: RoleName, draft: Draft) -> Iterator[Piece]:
    """Words in the language of the page."""
    return text_runs(text, Phrase(role, (), draft.page.language), draft)
