"""Blocks in two languages: each beside its like, in the order of the pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefgen.rendering.page import Element
from briefgen.rendering.parallel.aligning import ELEMENT_KEYS, aligned
from briefgen.rendering.parallel.alone import Blocks, only_first, only_second
from briefgen.rendering.parallel.holders import (
    elements_of,
    merged_holder,
    merged_list,
    paragraphs,
    two_paragraphs,
)
from briefgen.rendering.parallel.sides import Sides, attributes_of, with_children
from briefgen.rendering.parallel.tables import merged_tables

Merge = Callable[[Element, Element, Sides], Blocks]


def merged_page(
    first: Sequence[Element], second: Sequence[Element], sides: Sides
) -> Iterator[Element]:
    """The blocks of two pages as those of one."""
    return merged_blocks(first, second, sides, merged)


def merged_blocks(
    first: Sequence[Element], second: Sequence[Element], sides: Sides, merge: Merge
) -> Iterator[Element]:
    for one, other in aligned(first, second, ELEMENT_KEYS):
        if one and other:
            yield from merge(one, other, sides)
        elif one:
            yield from only_first(one, sides)
        elif other:
            yield from only_second(other, sides)


def merged(first: Element, second: Element, sides: Sides) -> Blocks:
    """A block in both languages."""
    match first.tag:
        case "p":
            return paragraphs(first, second, sides)
        case "ul" | "ol":
            return (merged_list(first, second, sides),)
        case "table":
            return merged_tables(first, second, sides)
        case "img":
            return merged_pictures(first, second, sides)
        case "article":
            return merged_cards(first, second, sides)
        case "section" | "dl" | "div" | "figure" | "aside":
            made = replace(first, attributes=attributes_of(first, second))
            merge = merged_in_box if first.tag == "aside" else merged
            held = merged_blocks(elements_of(first), elements_of(second), sides, merge)
            return (with_children(made, held),)
    return (merged_holder(first, second, sides),)


def merged_in_box(first: Element, second: Element, sides: Sides) -> Blocks:
    """The same in a box, where the first line of each paragraph stands out to the left."""
    in_two = first.tag == "p" and first.roles == second.roles
    return two_paragraphs(first, second, sides) if in_two else merged(first, second, sides)


def merged_pictures(first: Element, second: Element, sides: Sides) -> Blocks:
    """One picture that tells of itself in both languages; two where there are words in it."""
    if first.attributes["src"] != second.attributes["src"]:
        return (first, sides.second.spoken(second))
    told = dict.fromkeys(each.attributes["alt"] for each in (first, second))
    attributes = {**attributes_of(first, second), "alt": " / ".join(filter(None, told))}
    return (replace(first, attributes=attributes),)


def merged_cards(first: Element, second: Element, sides: Sides) -> Blocks:
    """A folded card with a language on each face; of a card with one face, one a language."""
    ours, theirs = elements_of(first), elements_of(second)
    if first.children == second.children:
        return (first,)
    if is_folded(ours) and is_folded(theirs):
        made = replace(first, attributes=attributes_of(first, second))
        return (with_children(made, (ours[0], sides.second.spoken(theirs[1]))),)
    return (first, sides.second.spoken(second))


def is_folded(faces: Sequence[Element]) -> bool:
    """Whether both faces of a card say the same, each to be read from its own side."""
    return len(faces) == 2 and faces[0] == faces[1]
