"""Paragraphs: the one block that everything else on a page is made of."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from docx.shared import Twips

from briefgen.rendering.page import Element, Node
from briefgen.rendering.vocabulary import INLINE
from briefgen.writers.docx.bookmarks import bookmarked
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.looks import RoleName
from briefgen.writers.docx.markup import properties_of, twips, w
from briefgen.writers.docx.runs import Phrase, runs


def paragraph(element: Element, setting: Setting) -> Block:
    """An element's text as a paragraph in the style of its role."""
    block = words(setting.look.role_of(element), element, element.children, setting)
    bookmark(block, element, setting)
    return block


def words(role: RoleName, element: Element, nodes: Iterable[Node], setting: Setting) -> Block:
    """Some inline nodes of an element as a paragraph in the style of a role."""
    inner = setting.within(element)
    style = w("pStyle", val=setting.look.word_style(role, element.place))
    phrase = Phrase(role, inner.around, inner.language)
    made = w("p", w("pPr", style), *runs(tuple(nodes), phrase, setting.draft))
    return Block(made, setting.look.roles[role])


def bookmark(block: Block, element: Element, setting: Setting) -> None:
    """Puts the bookmark of an element around the content of its paragraph."""
    properties, *content = list(block.xml)
    block.xml[:] = [properties, *bookmarked(element, content, setting.draft)]


def stretches_of(element: Element) -> list[Element | tuple[Node, ...]]:
    """The blocks that an element holds, and the text between them."""
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
        properties_of(block.xml).keepNext_val = keep


def space(block: Block, before: Decimal | None = None, after: Decimal | None = None) -> None:
    """Gives a paragraph another space before or after it than its style does."""
    properties = properties_of(block.xml)
    if before is not None and before != (block.tokens.before or 0):
        properties.spacing_before = Twips(twips(before))
    if after is not None and after != (block.tokens.after or 0):
        properties.spacing_after = Twips(twips(after))
