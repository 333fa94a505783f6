"""Pages of the shipped register and of made-up ones, and what a reader finds on them."""

from functools import lru_cache
from pathlib import Path

from makers import day

from briefgen.documents.brief import prepare_brief
from briefgen.documents.catalogue import DocumentKind, Order
from briefgen.documents.editions import Edition
from briefgen.documents.orders import SessionOrder
from briefgen.register.register import Register
from briefgen.register.texts import Language
from briefgen.rendering.catalogues import load_words
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Element, Page, text_of, walk
from briefgen.rendering.rendering import Presentation, render_page

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "templates",)
TODAY = "2026-11-22"
STYLE = load_style("plain", FOLDERS)


def presentation(*folders: Path, language: Language = "en") -> Presentation:
    """The house style plain; some folders are looked up before the packaged one."""
    if not folders:
        return packaged(language)
    entire = (*folders, *FOLDERS)
    words = load_words(language, entire)
    return Presentation(language, load_style("plain", FOLDERS), entire, words)


@lru_cache
def packaged(language: Language) -> Presentation:
    """The house style plain; kept, for its templates are compiled once then."""
    return Presentation(language, STYLE, FOLDERS, load_words(language, FOLDERS))


def brief_page(
    register: Register,
    name: str,
    as_of: str = TODAY,
    edition: Edition = "internal",
    perspective: str | None = None,
    *,
    language: Language = "en",
) -> Page:
    order = SessionOrder(name, day(as_of), edition, perspective)
    how = presentation(language=language)
    return render_page(prepare_brief(register, order), "brief.html.j2", how)


def page_of(
    kind: DocumentKind[Order], register: Register, order: Order, language: Language = "en"
) -> Page:
    """The page of a document of any kind."""
    how = presentation(language=language)
    return render_page(kind.prepare(register, order), kind.template, how)


def page_text(page: Page) -> str:
    """All of the page's text, one block a line."""
    return "\n".join(text_of(element) for element in page.body)


def elements(page: Page, *names: str) -> list[Element]:
    """The page's elements of these tags or roles: `tr`, `span.inferred`."""
    return [each for each in walk(page.body) if set(each.names) & set(names)]


def part(page: Page, identifier: str) -> Element:
    """The section whose heading has this id."""
    for section in elements(page, "section"):
        headings = [each for each in walk(section.children) if each.tag == "h2"]
        if any(heading.attributes.get("id") == identifier for heading in headings):
            return section
    raise LookupError(identifier)


def has_part(page: Page, identifier: str) -> bool:
    return any(each.attributes.get("id") == identifier for each in elements(page, "h2"))


def rows(node: Element) -> list[list[str]]:
    """The text of all table rows below an element, cell by cell."""
    return [[text_of(cell) for cell in row.children] for row in walk((node,)) if row.tag == "tr"]


def body_rows(node: Element) -> list[list[str]]:
    """The text of the rows of table bodies below an element, without the heads."""
    return [row for body in walk((node,)) if body.tag == "tbody" for row in rows(body)]


def captions(page: Page) -> list[str]:
    """The captions of the page's tables."""
    return [text_of(each) for each in elements(page, "caption")]


def table(page: Page, caption: str) -> Element:
    """The one table of a caption."""
    (found,) = (each for each in elements(page, "table") if text_of(each.children[0]) == caption)
    return found


def listed_sources(page: Page) -> set[str]:
    """The sources that the page lists."""
    return {each.attributes["id"] for each in elements(page, "li.source")}


def cited_sources(page: Page) -> set[str]:
    """The sources that the page cites by their numbers."""
    links = (each.attributes["href"] for each in elements(page, "a"))
    return {link[1:] for link in links if link.startswith("#source-")}
