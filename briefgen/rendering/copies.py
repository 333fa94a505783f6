"""A document in the languages that are wanted: a page in each of them, and one page of all."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.documents.document import Document
from briefgen.rendering.official import own_first
from briefgen.rendering.page import Page
from briefgen.rendering.rendering import Presentation, render_page


@dataclass(frozen=True)
class Copy:
    """A document as one page, and the pages in single languages that it is made from."""

    page: Page
    pages: tuple[Page, ...]


def render_copy(
    document: Document, template: str, how: Sequence[Presentation], country: str | None
) -> Copy:
    """A document in one language or in two, of which that of the reader's country stands first."""
    ways = {each.language: each for each in how}
    ordered = [ways[language] for language in own_first(tuple(ways), country)]
    pages = tuple(render_page(document, template, each) for each in ordered)
    if len(pages) == 1:
        return Copy(pages[0], pages)
    from briefgen.rendering.parallel.pages import parallel_page  # most are in one language

    first, second = pages
    return Copy(parallel_page(first, second, (gap(ordered[0]), gap(ordered[1]))), pages)


def gap(how: Presentation) -> str:
    """What a language says in the place of a text that it lacks."""
    return how.words.gettext("not recorded in this language")
