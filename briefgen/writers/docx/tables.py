"""Tables: native ones, whose header rows repeat and whose rows never break."""

from dataclasses import replace
from itertools import pairwise

from briefgen.rendering.page import Element, is_short_table, text_of
from briefgen.writers.docx.bookmarks import bookmarked, marked, with_mark
from briefgen.writers.docx.cells import Cell, Frame, cell_piece
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.looks import lookless
from briefgen.writers.docx.markup import Twips
from briefgen.writers.docx.paragraphs import keep_with_next, paragraph
from briefgen.writers.docx.pieces import Piece, piece
from briefgen.writers.grid import GROUPS, Row, column_weights, parts, rows_of

NO_BANDS, FIRST_ROW, FIRST_COLUMN = 0x0600, 0x0020, 0x0080
BODY_ROW = piece("trPr", piece("cantSplit"))
DESCRIPTIONS = ("tblCaption", "tblDescription")
HEAD_ROW = piece("trPr", piece("cantSplit"), piece("tblHeader"))


def table_blocks(table: Element, setting: Setting) -> list[Block]:
    """A table below its caption."""
    inner = setting.within(table)
    captions = [part for part in parts(table) if part.tag == "caption"]
    made = [paragraph(caption, inner) for caption in captions]
    for caption in made:
        keep_with_next(caption, keep=True)
    return marked(table, [*made, table_block(table, inner)], setting.draft)


def table_block(table: Element, setting: Setting) -> Block:
    for group in parts(table):
        if group.tag in GROUPS:
            lookless(group)
    rows = rows_of(table)
    columns = widths(column_weights(table), setting.draft.text_width)
    role = setting.look.role_of(table)
    tokens = setting.look.roles[role]
    short = is_short_table(table)
    frame = Frame(columns, tokens.grid)
    made = [
        row_piece(row, frame, setting, keep=row.is_head or (short and row is not rows[-1]))
        for row in rows
    ]
    style = setting.look.word_style(role, table.place)
    caption = "".join(text_of(part) for part in parts(table) if part.tag == "caption")
    properties = table_properties(style, columns, look_bits(rows), caption)
    return Block(piece("tbl", properties, table_grid(columns), *made), tokens)


def row_piece(row: Row, frame: Frame, setting: Setting, *, keep: bool) -> Piece:
    """A row that never breaks; it may stay with the one below it."""
    around = tuple([f"tr.{role}" for role in row.element.roles])
    inner = setting.within(row.element)
    if around != inner.around:
        inner = replace(inner, around=around)
    cells = [cell_piece(Cell(slot, row, frame), inner, keep=keep) for slot in row.slots]
    made = f"<w:tr>{row_properties(is_head=row.is_head)}{''.join(cells)}</w:tr>"
    mark = "".join(bookmarked(row.element, (), setting.draft))
    return with_mark(made, mark) if mark else made


def row_properties(*, is_head: bool) -> Piece:
    """That a row never breaks, and that the first ones stand on every page again."""
    return HEAD_ROW if is_head else BODY_ROW


def look_bits(rows: list[Row]) -> int:
    """Which parts of a table style apply: that of the header row, that of the first column."""
    body = [row for row in rows if not row.is_head]
    headed = bool(body) and all(row.slots[0].cell.tag == "th" for row in body)
    return NO_BANDS | (FIRST_ROW if rows[0].is_head else 0) | (FIRST_COLUMN if headed else 0)


def table_properties(style: str, columns: list[Twips], bits: int, caption: str = "") -> Piece:
    """The properties of a table of fixed widths; the caption is what a screen reader says of it."""
    spoken = [piece(name, val=caption) for name in DESCRIPTIONS if caption]
    look = piece(
        "tblLook",
        val=f"{bits:04X}",
        firstRow=int(bool(bits & FIRST_ROW)),
        lastRow=0,
        firstColumn=int(bool(bits & FIRST_COLUMN)),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
    return piece(
        "tblPr",
        piece("tblStyle", val=style),
        piece("tblW", w=sum(columns), type="dxa"),
        piece("tblLayout", type="fixed"),
        look,
        *spoken,
    )


def widths(weights: list[int], whole: Twips) -> list[Twips]:
    """The widths of columns, which together are exactly as wide as the whole."""
    edges = [whole * sum(weights[:count]) // sum(weights) for count in range(len(weights) + 1)]
    return [right - left for left, right in pairwise(edges)]


def table_grid(columns: list[Twips]) -> Piece:
    """The widths of a table's columns."""
    return piece("tblGrid", *(piece("gridCol", w=width) for width in columns))
