"""Paragraphs and words at the head and foot of pages."""

from collections.abc import Iterable, Iterator

from briefgen.problems import Place
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.looks import RoleName
from briefgen.writers.docx.markup import Xml, w
from briefgen.writers.docx.runs import Phrase, text_runs

HEADER, FOOTER = "header", "footer"


def line(role: RoleName, content: Iterable[Xml], draft: Draft, *properties: Xml) -> Xml:
    """A paragraph in the style of a role, with properties of its own."""
    style = draft.look.word_style(role, Place(draft.look.style.name))
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)


def said(text: str, role: RoleName, draft: Draft) -> Iterator[Xml]:
    """Words in the language of the page."""
    return text_runs(text, Phrase(role, (), draft.page.language), draft)
