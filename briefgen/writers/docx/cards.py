"""Cards: a table whose rows have the height of a card, with lines to cut and to fold along.

The two faces of a folded card are cells whose text runs down and up the sheet, so that both read
upright once it stands.
"""

from collections.abc import Iterator, Sequence

from briefgen.rendering.card_tokens import Card
from briefgen.rendering.page import Element
from briefgen.rendering.tokens import Line
from briefgen.writers.cards import card_of, faces, rows
from briefgen.writers.docx.bookmarks import marked
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.markup import Twips, Xml, eighths, twips_of_millimetres, w
from briefgen.writers.docx.pieces import Piece, piece, piece_of
from briefgen.writers.docx.short_rules import ruled
from briefgen.writers.docx.tables import table_grid
from briefgen.writers.grid import parts

DIRECTIONS = ("tbRl", "btLr")
"""Of the left and of the right face: both have the tops of their letters at the fold."""


def cards_block(cards: Sequence[Element], setting: Setting) -> Block:
    """Cards of one kind, to be cut out of their sheets."""
    card = card_of(cards[0], setting.look.style)
    widths = column_widths(card)
    made = [card_row(row, card, widths, setting) for row in rows(cards, card)]
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *cell_padding(card)),
    )
    table = piece("tbl", piece_of(properties), table_grid(widths), *made)
    return Block(table, setting.look.roles["body"])


def column_widths(card: Card) -> list[Twips]:
    """A column a face."""
    whole = twips_of_millimetres(card.width)
    if not card.folded:
        return [whole] * card.across
    return [whole // 2, whole - whole // 2] * card.across


def cell_padding(card: Card) -> list[Xml]:
    room = twips_of_millimetres(card.padding)
    return [w(side, w=room, type="dxa") for side in ("top", "left", "bottom", "right")]


def card_row(cards: Sequence[Element], card: Card, widths: list[Twips], setting: Setting) -> Piece:
    height = twips_of_millimetres(card.height)
    properties = piece("trPr", piece("cantSplit"), piece("trHeight", val=height, hRule="exact"))
    cells = [cell for each in cards for cell in card_cells(each, card, widths, setting)]
    empty = [
        piece("tc", piece("tcPr", piece("tcW", w=width, type="dxa")), piece("p"))
        for width in widths[len(cells) :]
    ]
    return piece("tr", properties, *cells, *empty)


def card_cells(
    element: Element, card: Card, widths: list[Twips], setting: Setting
) -> Iterator[Piece]:
    made = faces(element, card)
    inner = setting.narrowed(twips_of_millimetres(card.line_length))
    for place, face in enumerate(made):
        blocks = [block for each in parts(face) for block in ruled(each, inner)]
        marked(element, blocks if place == 0 else (), setting.draft)
        properties = w("tcPr", *cell_properties(card, place, widths[place], setting))
        yield piece("tc", piece_of(properties), *(block.piece for block in blocks))


def cell_properties(card: Card, place: int, width: Twips, setting: Setting) -> Iterator[Xml]:
    """The properties of a face, in the order of the schema."""
    yield w("tcW", w=width, type="dxa")
    sides = {"top": card.cut, "left": card.cut, "bottom": card.cut, "right": card.cut}
    if card.folded:
        sides["right" if place == 0 else "left"] = card.fold
    yield w("tcBorders", *(drawn(side, line, card, setting) for side, line in sides.items()))
    if card.folded:
        yield w("textDirection", val=DIRECTIONS[place])
    yield w("vAlign", val="center")


def drawn(side: str, line: Line, card: Card, setting: Setting) -> Xml:
    kind = "dashed" if card.folded and line is card.fold else "single"
    colour = setting.look.style.colours[line.colour]
    return w(side, val=kind, sz=eighths(line.width), space=0, color=colour)
