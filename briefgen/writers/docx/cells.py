"""The cells of a table: their lines, their background, and the paragraphs in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefgen.rendering.page import Element
from briefgen.rendering.tokens import Line, RoleStyle
from briefgen.writers.docx.bookmarks import marked
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.formatting import shading
from briefgen.writers.docx.lists import list_blocks
from briefgen.writers.docx.looks import Look, RoleName
from briefgen.writers.docx.markup import Twips, Xml, twips, w
from briefgen.writers.docx.paragraphs import bookmark, stretches_of, words
from briefgen.writers.docx.short_rules import ruled
from briefgen.writers.docx.table_styles import cell_lines, cell_margins, gaps
from briefgen.writers.grid import Row, Slot


@dataclass(frozen=True)
class Cell:
    """A slot of a row, its width, and the line around all cells of its table, if there is one."""

    slot: Slot
    row: Row
    width: Twips
    grid: Line | None = None

    @property
    def room(self) -> Twips:
        """The width that there is for text."""
        return max(0, self.width - sum(map(twips, gaps(self.grid))))


def cell_xml(cell: Cell, setting: Setting) -> tuple[Xml, list[Block]]:
    """A cell, and the paragraphs that it holds: at least one, as Word needs it."""
    element = cell.slot.cell
    role = setting.look.role_of(element)
    inner = setting.within(element).narrowed(cell.room)
    blocks = list(cell_blocks(element, role, inner)) if cell.slot.is_first else []
    blocks = blocks or [words(role, element, (), inner)]
    if cell.slot.is_first:
        marked(element, blocks, setting.draft)
    properties = w("tcPr", *cell_properties(cell, role, setting.look))
    return w("tc", properties, *(block.xml for block in blocks)), blocks


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
    tokens, usual = look.roles[role], look.roles.get("td", RoleStyle())
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
        yield w("tcMar", *cell_margins(padding, padding, cell.grid))


def cell_borders(cell: Cell, tokens: RoleStyle, look: Look) -> Iterator[Xml]:
    if cell.grid:  # the lines are the table's
        return
    in_first_row = cell.row.is_first and cell.row.is_head
    usual = look.roles.get("th" if in_first_row else "td", RoleStyle()).below
    lines = cell_lines({"top": tokens.above}, look)
    if tokens.below != usual:
        none = [] if tokens.below else [w("bottom", val="nil")]
        lines = [*lines, *cell_lines({"bottom": tokens.below}, look), *none]
    if lines:
        yield w("tcBorders", *lines)


def row_fill(row: Element, look: Look) -> str | None:
    return look.roles[look.role_of(row)].fill if row.roles else None
