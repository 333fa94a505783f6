"""Tables that only say where their content stands: side by side, or at the bottom of a page.

They have no header row, no description and no look but a line above and below: a screen reader
tells nothing of them but their content, in the order of the page.
"""

from collections.abc import Sequence
from decimal import Decimal

from briefgen.rendering.tokens import PLAIN, Line, RoleStyle
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.flow import settled, thin_paragraph
from briefgen.writers.docx.looks import Look
from briefgen.writers.docx.markup import Twips, Xml, twips, twips_of_millimetres, w
from briefgen.writers.docx.paragraphs import keep_with_next
from briefgen.writers.docx.pieces import Piece, piece, piece_of
from briefgen.writers.docx.table_styles import cell_lines
from briefgen.writers.docx.tables import table_grid, widths


def in_columns(cells: Sequence[list[Block]], layout: RoleStyle, setting: Setting) -> list[Block]:
    """Blocks side by side, which stay together unless the style says that they may part."""
    for block in (block for cell in cells for block in cell if layout.keep_with_next):
        if not block.is_table:
            keep_with_next(block, keep=True)
    shares = widths(list(layout.columns or ()), setting.draft.text_width)
    table = layout_table(shares, cells, layout, setting.look)
    above = [thin_paragraph(layout.before)] if layout.before else []
    return [*above, Block(table, layout)]


def at_bottom(blocks: Sequence[Block], layout: RoleStyle, setting: Setting) -> Block:
    """Blocks at the bottom of the page's text, as high as they are: a table that floats there.

    Word's frames would do for paragraphs with the same lines, but LibreOffice gives up a frame
    whose paragraphs have different ones. It lets a table float that is as wide as the text only
    if its place is counted from the edge of the sheet.
    """
    draft = setting.draft
    margins = draft.look.style.sheet(draft.page.paper).margins
    place = w(
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="margin",
        horzAnchor="page",
        tblpX=twips_of_millimetres(margins.left),
        tblpYSpec="bottom",
    )
    lines = PLAIN if layout.columns else layout  # columns have their lines themselves
    placed = (place, w("tblOverlap", val="never"))
    table = layout_table([draft.text_width], [blocks], lines, setting.look, placed)
    return Block(table, PLAIN, floats=True)


def layout_table(
    columns: list[Twips],
    cells: Sequence[Sequence[Block]],
    layout: RoleStyle,
    look: Look,
    place: Sequence[Xml] = (),
) -> Piece:
    """A table of one row whose cells are only places."""
    lines = cell_lines({"top": layout.above, "bottom": layout.below}, look)
    properties = w(
        "tblPr",
        *place,
        w("tblW", w=sum(columns), type="dxa"),
        w("tblInd", w=0, type="dxa"),
        *([w("tblBorders", *lines)] if lines else []),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *margins_within(layout)),
    )
    made = [
        piece("tc", piece("tcPr", piece("tcW", w=width, type="dxa")), *settled(cell))
        for width, cell in zip(columns, cells, strict=True)
    ]
    whole = [] if layout.keep_together is False else [piece("trPr", piece("cantSplit"))]
    return piece("tbl", piece_of(properties), table_grid(columns), piece("tr", *whole, *made))


def margins_within(layout: RoleStyle) -> list[Xml]:
    """How far the content stands from the lines above and below it; at the sides it doesn't."""
    top, bottom = (apart(layout.padding, line) for line in (layout.above, layout.below))
    sides = {"top": top, "left": Decimal(0), "bottom": bottom, "right": Decimal(0)}
    return [w(side, w=twips(room), type="dxa") for side, room in sides.items()]


def apart(padding: Decimal | None, line: Line | None) -> Decimal:
    return (padding or Decimal(0)) + (line.distance if line else Decimal(0))
