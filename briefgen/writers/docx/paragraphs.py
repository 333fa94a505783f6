"""Paragraphs: the one block that everything else on a page is made of."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from briefgen.rendering.page import Element, Node
from briefgen.rendering.vocabulary import INLINE
from briefgen.writers.docx.bookmarks import bookmarked
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.looks import RoleName
from briefgen.writers.docx.markup import twips
from briefgen.writers.docx.pieces import piece
from briefgen.writers.docx.runs import Phrase, runs
from briefgen.writers.docx.unfinished import Paragraph

KEPT, FREE = piece("keepNext"), piece("keepNext", val=0)


def paragraph(element: Element, setting: Setting) -> Block:
    """An element's text as a paragraph in the style of its role."""
    block = words(setting.look.role_of(element), element, element.children, setting)
    bookmark(block, element, setting)
    return block


def words(role: RoleName, element: Element, nodes: Iterable[Node], setting: Setting) -> Block:
    """Some inline nodes of an element as a paragraph in the style of a role."""
    inner = setting.within(element)
    style = f'<w:pStyle w:val="{setting.look.word_style(role, element.place)}"/>'
    phrase = Phrase(role, inner.around, inner.language)
    content = list(runs(tuple(nodes), phrase, setting.draft))
    return Block(Paragraph({"pStyle": style}, content), setting.look.roles[role])


def bookmark(block: Block, element: Element, setting: Setting) -> None:
    """Puts the bookmark of an element around the content of its paragraph."""
    paragraph = block.paragraph
    paragraph.content = list(bookmarked(element, paragraph.content, setting.draft))


def stretches_of(element: Element) -> list[Element | tuple[Node, ...]]:
    """The blocks that an element holds, and the text between them."""
    children = element.children
    if len(children) == 1 and isinstance(children[0], str):
        return [children] if children[0].strip() else []
    return list(stretches(element))


def stretches(element: Element) -> Iterator[Element | tuple[Node, ...]]:
    for inline, nodes in groupby(element.children, is_inline):
        if not inline:
            yield from (node for node in nodes if isinstance(node, Element))
            continue
        text = tuple(nodes)
        if any(not isinstance(node, str) or node.strip() for node in text):
            yield text


def is_inline(node: Node) -> bool:
    return isinstance(node, str) or node.tag in INLINE


def keep_with_next(block: Block, *, keep: bool) -> None:
    """Says of a paragraph, where its style doesn't, whether it stays with the one below it."""
    if bool(block.tokens.keep_with_next) != keep:
        block.paragraph.properties["keepNext"] = KEPT if keep else FREE


def space(block: Block, before: Decimal | None = None, after: Decimal | None = None) -> None:
    """Gives a paragraph another space before or after it than its style does."""
    spacing = block.paragraph.spacing
    if before is not None and before != (block.tokens.before or 0):
        spacing["before"] = twips(before)
    if after is not None and after != (block.tokens.after or 0):
        spacing["after"] = twips(after)
