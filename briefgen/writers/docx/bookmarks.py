"""Bookmarks for what the page gives an id, and the links that lead to them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from briefgen.rendering.page import Element
from briefgen.writers.docx.draft import Block, Draft
from briefgen.writers.docx.looks import refused
from briefgen.writers.docx.names import RelationType
from briefgen.writers.docx.pieces import Piece, as_value, piece
from briefgen.writers.docx.unfinished import Paragraph

SCHEMES = frozenset({"http", "https", "mailto"})


def bookmarked(element: Element, content: Iterable[Piece], draft: Draft) -> Iterator[Piece]:
    """An element's content, between the ends of its bookmark if it has an id."""
    identifier = element.attributes.get("id")
    if not identifier:
        yield from content
        return
    number = next(draft.bookmark_ids)
    yield piece("bookmarkStart", id=number, name=draft.bookmarks[identifier])
    yield from content
    yield piece("bookmarkEnd", id=number)


def marked(element: Element, blocks: Iterable[Block], draft: Draft) -> list[Block]:
    """Blocks of which the first paragraph bears the bookmark of the element that holds them."""
    made = list(blocks)
    if element.attributes.get("id"):
        mark = "".join(bookmarked(element, (), draft))
        if not made:
            raise refused(element, f"<{element.tag}> is empty, so that no link can lead to it")
        made[0] = marked_first(made[0], mark)
    return made


def marked_first(block: Block, mark: Piece) -> Block:
    if isinstance(block.content, Paragraph):
        block.content.content.insert(0, mark)
        return block
    return replace(block, content=with_mark(block.content, mark))


def with_mark(table: Piece, mark: Piece) -> Piece:
    """A table, or a part of one, whose first paragraph bears a bookmark."""
    before, end, after = table.partition("</w:pPr>")
    return f"{before}{end}{mark}{after}"


def hyperlink(element: Element, content: Iterable[Piece], draft: Draft) -> Piece:
    """A link to a place in the document or to an address outside."""
    target = element.attributes.get("href", "")
    words = "".join(content)
    if target.startswith("#"):
        if target[1:] not in draft.bookmarks:
            raise refused(element, f"the page has no id '{target[1:]}'")
        leads = f'w:anchor="{as_value(draft.bookmarks[target[1:]])}"'
    else:
        leads = f'r:id="{as_value(relationship(element, target, draft))}"'
    return f'<w:hyperlink {leads} w:history="1">{words}</w:hyperlink>'


def relationship(element: Element, target: str, draft: Draft) -> str:
    if urlsplit(target).scheme not in SCHEMES:
        raise refused(
            element, f"a link can lead to a web or mail address only, not to '{target[:60]}'"
        )
    if target not in draft.links:
        draft.links[target] = draft.part.refer(RelationType.HYPERLINK, target)
    return draft.links[target]
