"""What the Word styles of tables and of the row of facts say."""

from collections.abc import Iterator
from decimal import Decimal

from briefgen.rendering.tokens import PLAIN, Line
from briefgen.writers.docx.formatting import border
from briefgen.writers.docx.looks import Look, RoleName
from briefgen.writers.docx.markup import Xml, twips, w

COLUMN_GAP = Decimal(8)
"""How far columns stand apart, in points; the first begins at the page's margin."""
GRID_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_properties(role: RoleName, look: Look) -> Iterator[Xml]:
    """A table has lines between its rows, and its own line below the header row; or a grid."""
    cell, head = look.roles.get("td", PLAIN), look.roles.get("th", PLAIN)
    grid = look.roles[role].grid
    if grid:
        lines = cell_lines(dict.fromkeys(GRID_SIDES, grid), look)
        yield frame_properties(lines, cell.padding or Decimal(0), grid)
        return
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


def frame_properties(lines: list[Xml], padding: Decimal, grid: Line | None = None) -> Xml:
    borders = [w("tblBorders", *lines)] if lines else []
    cells = w("tblCellMar", *cell_margins(padding, padding, grid))
    return w("tblPr", w("tblInd", w=0, type="dxa"), *borders, cells)


def cell_lines(lines: dict[str, Line | None], look: Look) -> list[Xml]:
    """The lines of a table or a cell, for each side that has one."""
    return [border(side, line, look.style) for side, line in lines.items() if line]


def cell_margins(top: Decimal, bottom: Decimal, grid: Line | None = None) -> list[Xml]:
    """How far text stands from the edges of its cell."""
    left, right = gaps(grid)
    sides = {"top": top, "left": left, "bottom": bottom, "right": right}
    return [w(side, w=twips(points), type="dxa") for side, points in sides.items()]


def gaps(grid: Line | None) -> tuple[Decimal, Decimal]:
    """How far text stands from the sides of its cell; in a grid, from the lines at both."""
    if grid is None:
        return Decimal(0), COLUMN_GAP
    side = grid.distance or COLUMN_GAP / 2
    return side, side
