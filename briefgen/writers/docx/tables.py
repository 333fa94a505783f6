"""Tables: native ones, whose header rows repeat and whose rows never break."""

from dataclasses import replace
from itertools import pairwise

from briefgen.rendering.page import Element, is_short_table, text_of
from briefgen.rendering.tokens import Line
from briefgen.writers.docx.bookmarks import marked
from briefgen.writers.docx.cells import Cell, cell_xml
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.looks import lookless
from briefgen.writers.docx.markup import Twips, Xml, w
from briefgen.writers.docx.paragraphs import keep_with_next, paragraph
from briefgen.writers.grid import GROUPS, Row, column_weights, parts, rows_of

NO_BANDS, FIRST_ROW, FIRST_COLUMN = 0x0600, 0x0020, 0x0080


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
    made = []
    for row in rows:
        keep = row.is_head or (short and row is not rows[-1])
        xml, content = row_xml(row, columns, tokens.grid, setting)
        for block in content:
            keep_with_next(block, keep=keep)
        made.append(xml)
    style = setting.look.word_style(role, table.place)
    caption = "".join(text_of(part) for part in parts(table) if part.tag == "caption")
    frame = table_properties(style, columns, look_bits(rows), caption)
    return Block(w("tbl", frame, table_grid(columns), *made), tokens)


def row_xml(
    row: Row, columns: list[Twips], grid: Line | None, setting: Setting
) -> tuple[Xml, list[Block]]:
    """A row that never breaks, and the paragraphs in it."""
    around = tuple(f"tr.{role}" for role in row.element.roles)
    inner = replace(setting.within(row.element), around=around)
    cells, blocks = [], []
    for slot in row.slots:
        width = sum(columns[slot.column : slot.column + slot.columns])
        cell, content = cell_xml(Cell(slot, row, width, grid), inner)
        cells.append(cell)
        blocks.extend(content)
    marked(row.element, blocks, setting.draft)
    head = [w("tblHeader")] if row.is_head else []
    return w("tr", w("trPr", w("cantSplit"), *head), *cells), blocks


def look_bits(rows: list[Row]) -> int:
    """Which parts of a table style apply: that of the header row, that of the first column."""
    body = [row for row in rows if not row.is_head]
    headed = bool(body) and all(row.slots[0].cell.tag == "th" for row in body)
    return NO_BANDS | (FIRST_ROW if rows[0].is_head else 0) | (FIRST_COLUMN if headed else 0)


def table_properties(style: str, columns: list[Twips], bits: int, caption: str = "") -> Xml:
    """The properties of a table of fixed widths; the caption is what a screen reader says of it."""
    spoken = [w("tblCaption", val=caption), w("tblDescription", val=caption)] if caption else []
    look = w(
        "tblLook",
        val=f"{bits:04X}",
        firstRow=int(bool(bits & FIRST_ROW)),
        lastRow=0,
        firstColumn=int(bool(bits & FIRST_COLUMN)),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
    return w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(columns), type="dxa"),
        w("tblLayout", type="fixed"),
        look,
        *spoken,
    )


def widths(weights: list[int], whole: Twips) -> list[Twips]:
    """The widths of columns, which together are exactly as wide as the whole."""
    edges = [whole * sum(weights[:count]) // sum(weights) for count in range(len(weights) + 1)]
    return [right - left for left, right in pairwise(edges)]


def table_grid(columns: list[Twips]) -> Xml:
    """The widths of a table's columns."""
    return w("tblGrid", *(w("gridCol", w=width) for width in columns))
