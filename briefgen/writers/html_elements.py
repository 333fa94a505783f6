"""The page's elements as HTML wants them: cards in rows, citations kept with their words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from unicodedata import east_asian_width

from briefgen.rendering.card_tokens import Card
from briefgen.rendering.page import Element, Node, Page, is_short_table
from briefgen.rendering.style import Style
from briefgen.writers.cards import card_of, faces, groups, rows
from briefgen.writers.ruled import ruled

LONGEST_KEPT = 24
"""Letters; longer words must be free to break from their citation in a narrow column."""
CLOSING = "。，、：；！？）》〉」』】〕”’…"
"""Signs that never begin a line of Chinese."""
KEPT = ("kept",)
"""The role of a box around a word and its citation."""


def blocks(page: Page, style: Style) -> Iterator[Element]:
    """The page's blocks; cards stand in rows."""
    for card, elements in groups(ruled(page.body, style)):
        if card:
            yield from card_rows(card, elements, style)
        else:
            yield from elements


def card_rows(card: str, elements: Sequence[Element], style: Style) -> Iterator[Element]:
    measures = card_of(elements[0], style)
    for row in rows(elements, measures):
        made = tuple(faced(element, measures) for element in row)
        yield Element("div", made, (f"row-of-{card}",))


def faced(element: Element, card: Card) -> Element:
    """A card, each face with a box around its text that brings it to the middle."""
    return replace(
        element,
        children=tuple(
            replace(face, children=(Element("div", face.children, ("face",)),))
            for face in faces(element, card)
        ),
    )


def children(element: Element) -> Sequence[Node]:
    """What stands in an element; a citation stays on the line of the word before it."""
    if element.tag == "colgroup":
        return columns(element)
    return element.children if element.roles == KEPT else kept(element.children)


def kept(nodes: Sequence[Node]) -> Sequence[Node]:
    """Nodes in a row, each citation in a box with the word before it."""
    found = list(nodes)
    for index, (text, citation) in enumerate(pairwise(nodes)):
        match text, citation:
            case str(), Element(tag="sup"):
                start, word = parted(text)
                if word:
                    found[index : index + 2] = [start, Element("span", (word, citation), KEPT)]
    return found


def parted(text: str) -> tuple[str, str]:
    """A text without its last word, and that word with the space before it, if it can be kept.

    With the space outside, WeasyPrint at times breaks a line after its first word; the word
    before must be free to move along. Of Chinese, a letter is kept with the signs that close it.
    """
    letters = text.rstrip(CLOSING)
    if letters and east_asian_width(letters[-1]) in "FW":
        return letters[:-1], text[len(letters) - 1 :]
    start, space, word = text.rpartition(" ")
    if len(word) + len(start.rpartition(" ")[2]) > LONGEST_KEPT:
        return text, ""
    return start, space + word


def attributes(element: Element) -> dict[str, str]:
    """The attributes of an element, roles first."""
    roles = [*element.roles, *(["short"] if is_short_table(element) else [])]
    return {**({"class": " ".join(roles)} if roles else {}), **element.attributes}


def columns(colgroup: Element) -> Sequence[Element]:
    """A table's columns with their widths, in percent of what they are together."""
    found = [column for column in colgroup.children if isinstance(column, Element)]
    shares = [int(column.attributes["data-width"]) for column in found]
    return [
        Element("col", attributes={"style": f"width: {100 * share / sum(shares):.3f}%"})
        for share in shares
    ]
