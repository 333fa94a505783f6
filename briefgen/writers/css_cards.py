"""Cards in CSS: rows of boxes as large as the style says, with lines to cut and to fold along."""

from decimal import Decimal

from briefgen.rendering.card_tokens import Card
from briefgen.rendering.style import Style
from briefgen.writers.css_values import border, colour

# A table's cell is what brings text to the middle fastest: flexible boxes measure every word. So
# does WeasyPrint for what is placed by its left side alone, hence `right` beside every `left`.
TURNABLE = "position: absolute; display: table; table-layout: fixed; border-collapse: separate;"


def cards(style: Style) -> str:
    """The rules of all cards of a style."""
    return "".join(card_rules(name, card, style) for name, card in style.cards.items())


def card_rules(name: str, card: Card, style: Style) -> str:
    box = f"article.{name}"
    return (
        f".row-of-{name} {{ position: relative; height: {card.height}mm; break-inside: avoid; }}\n"
        f"{box} {{ position: absolute; top: 0; width: {card.width}mm; height: {card.height}mm;"
        f" overflow-wrap: anywhere; border: {border(card.cut, style)}; }}\n"
        + "".join(places(box, card))
        + (folded_faces(box, card, style) if card.folded else plain_face(box, card))
    )


def places(box: str, card: Card) -> list[str]:
    """Where each card of a row stands."""
    return [
        f"{box}:nth-child({place + 1}) {{ left: {card.width * place}mm; }}\n"
        for place in range(card.across)
    ]


def plain_face(box: str, card: Card) -> str:
    size = f"left: 0; right: 0; width: {card.width}mm; height: {card.height}mm;"
    return f"{box} > section {{ {TURNABLE} {size} }}\n{middle(box, card, card.height)}"


def folded_faces(box: str, card: Card, style: Style) -> str:
    """Two faces turned about their middles, the tops of their letters at the fold between them.

    Not turned yet, each lies within its card, so that no page break can cut it.
    """
    half = card.width / 2
    top, left = (card.height - half) / 2, (half - card.height) / 2
    first, last = (
        f"left: {each}mm; right: {card.width - each - card.height}mm;"
        for each in (left, left + half)
    )
    size = f"width: {card.height}mm; height: {half}mm; top: {top}mm;"
    fold = f"{card.fold.width}pt dashed {colour(card.fold.colour, style)}"
    return (
        f"{box} > section {{ {TURNABLE} {size} }}\n"
        f"{box} > section:first-child {{ {first} transform: rotate(90deg); }}\n"
        f"{box} > section:last-child {{ {last} transform: rotate(-90deg); }}\n"
        f"{box} > section:first-child > .face {{ border-top: {fold}; }}\n{middle(box, card, half)}"
    )


def middle(box: str, card: Card, height: Decimal) -> str:
    """Text in the middle of its face, whose height its cell doesn't take by itself."""
    inside = f"display: table-cell; vertical-align: middle; height: {height}mm;"
    inside += f" padding: {card.padding}mm;"
    return f"{box} .face {{ {inside} }}\n"
