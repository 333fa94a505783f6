"""Blocks that one of two pages has alone: nothing is lost, and the gap of the other shows."""

from collections.abc import Callable
from functools import partial

from briefgen.rendering.page import Element, Node
from briefgen.rendering.parallel.holders import emptied, merged_holder, paragraphs
from briefgen.rendering.parallel.letters import letters
from briefgen.rendering.parallel.sides import Sides, with_children
from briefgen.rendering.vocabulary import VOCABULARY

Blocks = tuple[Element, ...]
Marking = Callable[[Element], Blocks]
"""How a block with text shows that the other language lacks it."""


def only_first(block: Element, sides: Sides) -> Blocks:
    """A block that the second language's page lacks."""
    return marked(block, partial(lacking_second, sides=sides))


def only_second(block: Element, sides: Sides) -> Blocks:
    """A block that the first language's page lacks."""
    return tuple(map(sides.second.spoken, marked(block, partial(lacking_first, sides=sides))))


def lacking_second(block: Element, sides: Sides) -> Blocks:
    return in_both(block, emptied(block), sides)


def lacking_first(block: Element, sides: Sides) -> Blocks:
    return in_both(emptied(block), block, sides)


def in_both(first: Element, second: Element, sides: Sides) -> Blocks:
    if first.tag == "p":
        return paragraphs(first, second, sides)
    return (merged_holder(first, second, sides),)


def marked(block: Element, marking: Marking) -> Blocks:
    """A block whose first text is marked; on cards, whose letters just fit, there is no room."""
    if block.tag == "article" or not letters((block,)):
        return (block,)
    if VOCABULARY[block.tag].text:
        return marking(block)
    children: list[Node] = []
    is_marked = False
    for child in block.children:
        if is_marked or isinstance(child, str) or not letters((child,)):
            children.append(child)
        else:
            children.extend(marked(child, marking))
            is_marked = True
    return (with_children(block, children),)
