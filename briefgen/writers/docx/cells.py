"""The cells of a table: their lines, their background, and the paragraphs in them."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from briefgen.rendering.page import Element
from briefgen.rendering.tokens import PLAIN, Line, RoleStyle
from briefgen.writers.docx.bookmarks import marked
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.formatting import shading
from briefgen.writers.docx.lists import list_blocks
from briefgen.writers.docx.looks import Look, RoleName
from briefgen.writers.docx.markup import Twips, Xml, twips, w
from briefgen.writers.docx.paragraphs import bookmark, keep_with_next, stretches_of, words
from briefgen.writers.docx.pieces import Piece, piece_of
from briefgen.writers.docx.short_rules import ruled
from briefgen.writers.docx.table_styles import cell_lines, cell_margins, gaps
from briefgen.writers.grid import Row, Slot


@dataclass(frozen=True)
class Frame:
    """What the cells of a table have in common: its columns, and the line around all cells.

    Settings and properties of cells are kept for the next one: there are few that differ.
    """

    columns: Sequence[Twips]
    grid: Line | None
    settings: dict[Hashable, Setting] = field(default_factory=dict)
    properties: dict[Hashable, Piece] = field(default_factory=dict)


@dataclass(frozen=True)
class Cell:
    """A slot of a row, in the frame of its table."""

    slot: Slot
    row: Row
    frame: Frame

    @property
    def width(self) -> Twips:
        """The width of its columns."""
        return sum(self.frame.columns[self.slot.column : self.slot.column + self.slot.columns])

    @property
    def room(self) -> Twips:
        """The width that there is for text."""
        return max(0, self.width - sum(map(twips, gaps(self.frame.grid))))


def cell_piece(cell: Cell, setting: Setting, *, keep: bool) -> Piece:
    """A cell with its paragraphs, of which Word needs one; they may stay with the row below."""
    element = cell.slot.cell
    role = setting.look.role_of(element)
    inner = narrowed(cell, setting.within(element))
    blocks = list(cell_blocks(element, role, inner)) if cell.slot.is_first else []
    blocks = blocks or [words(role, element, (), inner)]
    for block in blocks:
        keep_with_next(block, keep=keep)
    if cell.slot.is_first:
        blocks = marked(element, blocks, setting.draft)
    content = "".join([block.piece for block in blocks])
    return f"<w:tc>{properties_of(cell, role, setting.look)}{content}</w:tc>"


def narrowed(cell: Cell, setting: Setting) -> Setting:
    """The setting in a cell."""
    key = cell.slot.column, cell.slot.columns, setting.language, setting.around
    known = cell.frame.settings
    if key not in known:
        known[key] = setting.narrowed(cell.room)
    return known[key]


def properties_of(cell: Cell, role: RoleName, look: Look) -> Piece:
    slot, row = cell.slot, cell.row
    in_first_row = row.is_first and row.is_head
    known = cell.frame.properties
    spans = slot.column, slot.columns, bool(slot.rows_below), slot.is_first
    key = role, row.element.tag, row.element.roles, in_first_row, *spans
    if key not in known:
        known[key] = piece_of(w("tcPr", *cell_properties(cell, role, look)))
    return known[key]


def cell_blocks(cell: Element, role: RoleName, setting: Setting) -> Iterator[Block]:
    for part in stretches_of(cell):
        if not isinstance(part, Element):
            yield words(role, cell, part, setting)
        elif part.tag in ("ul", "ol"):
            yield from list_blocks(part, setting, host=role)
        elif part.roles:
            yield from ruled(part, setting)
        else:
            block = words(role, part, part.children, setting)
            bookmark(block, part, setting)
            yield block


def cell_properties(cell: Cell, role: RoleName, look: Look) -> Iterator[Xml]:
    """The properties of a cell, in the order of the schema, where the table's style has others."""
    tokens, usual = look.roles[role], look.roles.get("td", PLAIN)
    yield w("tcW", w=cell.width, type="dxa")
    if cell.slot.columns > 1:
        yield w("gridSpan", val=cell.slot.columns)
    if cell.slot.rows_below or not cell.slot.is_first:
        yield w("vMerge", val="restart" if cell.slot.is_first else "continue")
    yield from cell_borders(cell, tokens, look)
    fill = tokens.fill or row_fill(cell.row.element, look)
    if fill:
        yield shading(look.style.colours[fill])
    if tokens.padding != usual.padding:
        padding = tokens.padding or Decimal(0)
        yield w("tcMar", *cell_margins(padding, padding, cell.frame.grid))


def cell_borders(cell: Cell, tokens: RoleStyle, look: Look) -> Iterator[Xml]:
    if cell.frame.grid:  # the lines are the table's
        return
    in_first_row = cell.row.is_first and cell.row.is_head
    usual = look.roles.get("th" if in_first_row else "td", PLAIN).below
    lines = cell_lines({"top": tokens.above}, look)
    if tokens.below != usual:
        none = [] if tokens.below else [w("bottom", val="nil")]
        lines = [*lines, *cell_lines({"bottom": tokens.below}, look), *none]
    if lines:
        yield w("tcBorders", *lines)


def row_fill(row: Element, look: Look) -> str | None:
    return look.roles[look.role_of(row)].fill if row.roles else None
