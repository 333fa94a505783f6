"""Elements that hold text, in two languages: headings, paragraphs, items, cells; and lists."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from itertools import groupby

from briefgen.rendering.page import Element, Node
from briefgen.rendering.parallel.aligning import ELEMENT_KEYS, Key, aligned
from briefgen.rendering.parallel.letters import is_empty, letters
from briefgen.rendering.parallel.repeats import without_echoes
from briefgen.rendering.parallel.sides import Nodes, Sides, attributes_of, with_children
from briefgen.rendering.parallel.texts import in_one, in_second, told
from briefgen.rendering.vocabulary import INLINE

Part = Element | Nodes
"""A block in a cell or an item, or a stretch of text before, between or after blocks."""


def merged_holder(first: Element, second: Element, sides: Sides) -> Element:
    """One element with both texts, so that numbers, bullets and rows stay one."""
    ours = without_echoes(first.children, second.children, sides.second.language)
    theirs = without_echoes(second.children, first.children, sides.first.language)
    made = replace(first, attributes=attributes_of(first, second))
    if has_blocks(ours) or has_blocks(theirs):
        return with_children(made, mixed(made, second, (ours, theirs), sides))
    return with_children(made, in_one(made, second, (ours, theirs), sides))


def paragraphs(first: Element, second: Element, sides: Sides) -> tuple[Element, ...]:
    """A paragraph in each language; of what has a role, such as a line of the title, one of both.

    Such a line may begin a page, or have a rule of its own or much room around it.
    """
    if first.roles == second.roles and first.roles:
        return (merged_holder(first, second, sides),)
    return two_paragraphs(first, second, sides)


def two_paragraphs(first: Element, second: Element, sides: Sides) -> tuple[Element, ...]:
    """A paragraph in each language; one alone where both say the same."""
    ours, theirs = told(first.children, second.children, sides, first.place)
    one = replace(with_children(first, ours), attributes=attributes_of(first, second))
    other = sides.second.spoken(with_children(second, theirs))
    return (one, other) if theirs else (one,)


def merged_list(first: Element, second: Element, sides: Sides) -> Element:
    """One list, item by item."""
    ours, theirs = elements_of(first), elements_of(second)
    items = []
    for one, other in aligned(ours, theirs, ELEMENT_KEYS):
        if one and other:
            items.append(merged_holder(one, other, sides))
        elif one:
            items.append(merged_holder(one, emptied(one), sides))
        elif other:
            items.append(merged_holder(emptied(other), other, sides))
    made = replace(first, attributes=attributes_of(first, second))
    return with_children(made, items)


def elements_of(element: Element) -> list[Element]:
    """The elements that an element holds."""
    return [child for child in element.children if isinstance(child, Element)]


def emptied(element: Element) -> Element:
    """What stands for a block that the other language's page lacks."""
    kept = {name: value for name, value in element.attributes.items() if name != "id"}
    return replace(element, children=(), attributes=kept)


def mixed(first: Element, second: Element, texts: tuple[Nodes, Nodes], sides: Sides) -> Nodes:
    """What both elements hold, the blocks in them and the text around these one by one."""
    ours, theirs = texts
    if is_empty(ours) and letters(theirs):
        ours = (sides.first.gap_at(first.place),)
    if is_empty(theirs) and letters(ours):
        theirs = (sides.second.gap_at(first.place),)
    made: list[Node] = []
    for pair in aligned(parts_of(ours), parts_of(theirs), PART_KEYS):
        nodes = merged_part(*pair, first, second, sides)
        if made and nodes and is_inline(made[-1]) and is_inline(nodes[0]):
            made.append(Element("br", place=first.place))
        made.extend(nodes)
    return tuple(made)


def merged_part(
    one: Part | None, other: Part | None, first: Element, second: Element, sides: Sides
) -> Nodes:
    match one, other:
        case Element(tag="p"), Element():
            return paragraphs(one, other, sides)
        case Element(), Element():
            return (merged_list(one, other, sides),)
        case tuple(), tuple():
            return in_one(first, second, (one, other), sides)
        case Element(), None:
            return (one,)
        case tuple(), None:
            return one
        case None, Element():
            return (sides.second.spoken(other),)
        case None, tuple():
            return (in_second(other, second, sides),)
    return ()


def parts_of(nodes: Nodes) -> list[Part]:
    """The blocks among some nodes, and the stretches of text between them."""
    return list(stretches(nodes))


def stretches(nodes: Nodes) -> Iterator[Part]:
    for inline, group in groupby(nodes, is_inline):
        if not inline:
            yield from (node for node in group if isinstance(node, Element))
            continue
        text = tuple(group)
        if not is_empty(text):
            yield text


def has_blocks(nodes: Nodes) -> bool:
    return not all(map(is_inline, nodes))


def is_inline(node: Node) -> bool:
    return isinstance(node, str) or node.tag in INLINE


def key_of_part(key: Key[Element]) -> Key[Part]:
    """The key of a block; all text between blocks is alike."""

    def of_part(part: Part) -> Hashable:
        return key(part) if isinstance(part, Element) else "text"

    return of_part


PART_KEYS: tuple[Key[Part], ...] = tuple(key_of_part(key) for key in ELEMENT_KEYS)
