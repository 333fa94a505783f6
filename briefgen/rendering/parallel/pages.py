"""A page in two languages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefgen.rendering.page import IN_MARGIN, Element, Node, Page, PageNumber, WorkbookWords
from briefgen.rendering.parallel.blocks import merged_page
from briefgen.rendering.parallel.sides import Side, Sides

IN_LINE = " / "


def parallel_page(first: Page, second: Page, gaps: tuple[str, str]) -> Page:
    """Two pages of one document as one page; `gaps` say in each language that it lacks a text.

    The first page's language stands above, and is that of the whole.
    """
    sides = Sides(Side(first.language, gaps[0]), Side(second.language, gaps[1]))
    return replace(
        first,
        title=joined(IN_LINE, first.title, second.title),
        subject=joined(IN_LINE, first.subject, second.subject),
        author=joined(IN_LINE, first.author, second.author),
        header=joined(IN_MARGIN, first.header, second.header),
        footer=joined(IN_MARGIN, first.footer, second.footer),
        page_number=page_number(first, second),
        workbook=workbook_words(first, second),
        body=body_of(first, second, sides),
    )


def joined(between: str, *texts: str) -> str:
    """Both texts, or the one that they are."""
    return between.join(dict.fromkeys(filter(None, texts)))


def body_of(first: Page, second: Page, sides: Sides) -> tuple[Element, ...]:
    nodes = ids_once(merged_page(first.body, second.body, sides), set())
    return tuple(node for node in nodes if isinstance(node, Element))


def page_number(first: Page, second: Page) -> PageNumber:
    ours, theirs = first.page_number, second.page_number
    return ours if ours == theirs else replace(ours, second=theirs)


def workbook_words(first: Page, second: Page) -> WorkbookWords:
    about = joined(IN_MARGIN, first.workbook.about, second.workbook.about)
    return replace(first.workbook, about=about)


def ids_once(nodes: Iterable[Node], taken: set[str]) -> Iterator[Node]:
    """The same nodes; of elements with one id only the first keeps it, and links lead there."""
    for node in nodes:
        if isinstance(node, str):
            yield node
            continue
        attributes = dict(node.attributes)
        identifier = attributes.get("id", "")
        if identifier in taken:
            del attributes["id"]
        elif identifier:
            taken.add(identifier)
        children = tuple(ids_once(node.children, taken))
        yield replace(node, attributes=attributes, children=children)
