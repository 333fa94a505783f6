"""Cards in CSS: rows of boxes as large as the style says, with lines to cut and to fold along."""

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import Card
from briefgen.writers.css_values import border, colour


def cards(style: Style) -> str:
    """The rules of all cards of a style."""
    return "".join(card_rules(name, card, style) for name, card in style.cards.items())


def card_rules(name: str, card: Card, style: Style) -> str:
    box = f"article.{name}"
    return (
        f".row-of-{name} {{ position: relative; height: {card.height}mm; break-inside: avoid; }}\n"
        f"{box} {{ position: absolute; top: 0; width: {card.width}mm; height: {card.height}mm;"
        f" border: {border(card.cut, style)}; }}\n"
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
    return f"{box} > section {{ {face(card)} width: {card.width}mm; height: {card.height}mm; }}\n"


def folded_faces(box: str, card: Card, style: Style) -> str:
    """Two faces turned about their middles, the tops of their letters at the fold between them.

    Not turned yet, each lies within its card, so that no page break can cut it.
    """
    half = card.width / 2
    top, left = (card.height - half) / 2, (half - card.height) / 2
    size = f"{face(card)} width: {card.height}mm; height: {half}mm; top: {top}mm;"
    fold = f"{card.fold.width}pt dashed {colour(card.fold.colour, style)}"
    return (
        f"{box} > section {{ position: absolute; border-top: {fold}; {size} }}\n"
        f"{box} > section:first-child {{ left: {left}mm; transform: rotate(90deg); }}\n"
        f"{box} > section:last-child {{ left: {left + half}mm; transform: rotate(-90deg);"
        f" border-top-color: transparent; }}\n"
    )


def face(card: Card) -> str:
    """Text in the middle of its face."""
    centred = "display: flex; flex-direction: column; justify-content: center;"
    return f"{centred} padding: {card.padding}mm;"
