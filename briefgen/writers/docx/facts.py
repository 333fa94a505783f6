"""The row of facts under the title: a table of labels above their values."""

from decimal import Decimal

from briefgen.rendering.page import Element
from briefgen.writers.docx.bookmarks import marked
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.looks import lookless, refused
from briefgen.writers.docx.markup import Twips, w
from briefgen.writers.docx.paragraphs import keep_with_next, paragraph, words
from briefgen.writers.docx.pieces import Piece, piece, piece_of
from briefgen.writers.docx.table_styles import cell_margins
from briefgen.writers.docx.tables import (
    FIRST_ROW,
    NO_BANDS,
    row_properties,
    table_grid,
    table_properties,
    widths,
)
from briefgen.writers.grid import parts

LABEL, VALUE = "dt", "dd"


def facts_blocks(facts: Element, setting: Setting) -> list[Block]:
    """Facts side by side: a header row of labels, and a row of values with their details."""
    columns = parts(facts)
    if not columns:
        raise refused(facts, "a row of facts needs at least one")
    role = setting.look.role_of(facts)
    style = setting.look.word_style(role, facts.place)
    tokens = setting.look.roles[role]
    padding, none = tokens.padding or Decimal(0), Decimal(0)
    inner = setting.within(facts)
    # The two rows look like one: space only above the labels and below the values.
    labels = fact_row(columns, LABEL, (padding, none), inner)
    values = fact_row(columns, VALUE, (none, padding), inner)
    wide = fact_widths(columns, setting)
    frame = table_properties(style, wide, NO_BANDS | FIRST_ROW)
    table = piece("tbl", frame, table_grid(wide), labels, values)
    return marked(facts, [Block(table, tokens)], setting.draft)


def fact_widths(columns: list[Element], setting: Setting) -> list[Twips]:
    return widths([1] * len(columns), setting.draft.text_width)


def fact_row(
    columns: list[Element], tag: str, margins: tuple[Decimal, Decimal], setting: Setting
) -> Piece:
    cells = []
    for column, width in zip(columns, fact_widths(columns, setting), strict=True):
        lookless(column)
        space = w("tcMar", *cell_margins(*margins))
        properties = w("tcPr", w("tcW", w=width, type="dxa"), space)
        blocks = fact_blocks(column, tag, setting)
        cells.append(piece("tc", piece_of(properties), *(block.piece for block in blocks)))
    return piece("tr", row_properties(is_head=tag == LABEL), *cells)


def fact_blocks(column: Element, tag: str, setting: Setting) -> list[Block]:
    inner = setting.within(column)
    blocks = [paragraph(part, inner) for part in parts(column) if part.tag == tag]
    blocks = blocks or [words(tag, column, (), inner)]
    for block in blocks:
        keep_with_next(block, keep=tag == LABEL)
    return marked(column, blocks, setting.draft) if tag == LABEL else blocks
