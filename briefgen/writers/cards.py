"""Cards on a page: which stand in one row of a sheet."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefgen.problems import Problem, TemplateError
from briefgen.rendering.card_tokens import Card
from briefgen.rendering.page import Element, Node
from briefgen.rendering.style import Style

CARD = "article"
Group = tuple[str, tuple[Element, ...]]
"""The name of a card, and cards of this kind that follow one another; no name for other blocks."""


def groups(nodes: Iterable[Node]) -> Iterator[Group]:
    """The elements of a page, each row of cards of one kind together."""
    elements = (node for node in nodes if isinstance(node, Element))
    for name, members in groupby(elements, key=card_name):
        yield name, tuple(members)


def card_name(element: Element) -> str:
    """`place-card` for a card of that kind; nothing for any other element."""
    return element.roles[0] if element.tag == CARD and element.roles else ""


def card_of(element: Element, style: Style) -> Card:
    """The measures of a card; raises TemplateError when the style has no such card."""
    name = card_name(element)
    if name not in style.cards:
        message = f"the style '{style.name}' has no card '{name}'"
        raise TemplateError([Problem(element.place, "no-card", message)])
    return style.cards[name]


def rows(cards: Sequence[Element], card: Card) -> Iterator[Sequence[Element]]:
    """Cards by the rows in which they stand side by side, those of one person together.

    A card in a second language names it, and belongs to the one before.
    """
    row: list[Element] = []
    for own in together(cards):
        if len(row) + len(own) > card.across and row:
            yield row
            row = []
        row += own
        while len(row) > card.across:
            yield row[: card.across]
            row = row[card.across :]
    if row:
        yield row


def together(cards: Sequence[Element]) -> Iterator[list[Element]]:
    """Cards in groups, each of one person."""
    group: list[Element] = []
    for each in cards:
        if group and "lang" not in each.attributes:
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def faces(element: Element, card: Card) -> tuple[Element, ...]:
    """The faces of a card: two of a folded one, else one; raises TemplateError for others."""
    found = tuple(each for each in element.children if isinstance(each, Element))
    expected = 2 if card.folded else 1
    if len(found) != expected:
        message = f"this card has {len(found)} faces in the template, but {expected} in the style"
        raise TemplateError([Problem(element.place, "card-faces", message)])
    return found
