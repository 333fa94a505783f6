"""What the Word styles of tables and of the row of facts say."""

from collections.abc import Iterator
from decimal import Decimal

from briefgen.rendering.tokens import Line, RoleStyle
from briefgen.writers.docx.formatting import border
from briefgen.writers.docx.looks import Look, RoleName
from briefgen.writers.docx.markup import Xml, twips, w

COLUMN_GAP = Decimal(8)
"""How far columns stand apart, in points; the first begins at the page's margin."""


def table_properties(look: Look) -> Iterator[Xml]:
    """A table has lines between its rows, and its own line below the header row."""
    cell, head = look.roles.get("td", RoleStyle()), look.roles.get("th", RoleStyle())
    lines = cell_lines({"bottom": cell.below, "insideH": cell.below}, look)
    yield frame_properties(lines, cell.padding or Decimal(0))
    if head.below:
        below = w("tcBorders", *cell_lines({"bottom": head.below}, look))
        yield w("tblStylePr", w("tcPr", below), type="firstRow")


def facts_properties(role: RoleName, look: Look) -> Xml:
    """The row of facts has a line above and a line below."""
    tokens = look.roles[role]
    lines = cell_lines({"top": tokens.above, "bottom": tokens.below}, look)
    return frame_properties(lines, tokens.padding or Decimal(0))


def frame_properties(lines: list[Xml], padding: Decimal) -> Xml:
    borders = [w("tblBorders", *lines)] if lines else []
    cells = w("tblCellMar", *cell_margins(padding, padding))
    return w("tblPr", w("tblInd", w=0, type="dxa"), *borders, cells)


def cell_lines(lines: dict[str, Line | None], look: Look) -> list[Xml]:
    """The lines of a table or a cell, for each side that has one."""
    return [border(side, line, look.style) for side, line in lines.items() if line]


def cell_margins(top: Decimal, bottom: Decimal) -> list[Xml]:
    """How far text stands from the edges of its cell."""
    sides = {"top": top, "left": Decimal(0), "bottom": bottom, "right": COLUMN_GAP}
    return [w(side, w=twips(points), type="dxa") for side, points in sides.items()]
