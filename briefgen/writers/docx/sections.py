"""Sections that a style lays out: side by side, at the bottom of a page, on pages of their own.

Columns and what stands at the bottom are tables without lines, header row or description: a screen
reader then tells nothing of them but their content, in the order of the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.rendering.page import Element, walk
from briefgen.rendering.tokens import RoleStyle
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.flow import settled, thin_paragraph
from briefgen.writers.docx.looks import Look, lookless, refused
from briefgen.writers.docx.markup import Twips, Xml, twips_of_millimetres, w
from briefgen.writers.docx.paragraphs import keep_with_next
from briefgen.writers.docx.tables import table_grid, widths
from briefgen.writers.grid import parts

LAYOUTS = ("columns", "restart_pages", "at_bottom")
OF_COLUMNS = ("before", "after", "keep_together", "keep_with_next")
NO_LAYOUT = RoleStyle()


def layout_of(section: Element, look: Look) -> RoleStyle:
    """The tokens by which a section is laid out; one without a role is not."""
    is_known = section.roles and section.names[0] in look.roles
    tokens = look.roles[look.role_of(section)] if is_known else NO_LAYOUT
    if not any(getattr(tokens, name) for name in LAYOUTS):
        lookless(section)
        return NO_LAYOUT
    known = (*LAYOUTS, *(OF_COLUMNS if tokens.columns else ()))
    for name, value in tokens:
        if value is not None and name not in known:
            message = f"in Word '{section.names[0]}' can have only {', '.join(known)}, not {name}"
            raise refused(section, message)
    if tokens.columns or tokens.at_bottom:
        check_inner(section, look)
    return tokens


def check_inner(section: Element, look: Look) -> None:
    """Refuses, in what has a place on its page, what would need a page."""
    for each in walk(section.children):
        tokens = look.roles.get(each.names[0], NO_LAYOUT)
        if each.tag == "section" and (tokens.restart_pages or tokens.at_bottom):
            message = f"'{each.names[0]}' can't stand within '{section.names[0]}' in Word"
            raise refused(each, message)


def columns_of(
    section: Element, layout: RoleStyle, setting: Setting
) -> Iterator[tuple[Element, Twips]]:
    """The sections that stand side by side, and how wide each is."""
    members, shares = parts(section), layout.columns or ()
    if [each.tag for each in members] != ["section"] * len(shares):
        message = f"'{section.names[0]}' must hold {len(shares)} sections and nothing else"
        raise refused(section, message)
    return zip(members, widths(list(shares), setting.draft.text_width), strict=True)


def in_columns(cells: Sequence[list[Block]], layout: RoleStyle, setting: Setting) -> list[Block]:
    """Blocks side by side, which stay together unless the style says that they may part."""
    for cell in cells:
        for block in cell:
            if layout.keep_with_next and not block.is_table:
                keep_with_next(block, keep=True)
    shares = widths(list(layout.columns or ()), setting.draft.text_width)
    table = layout_table(shares, cells, may_part=layout.keep_together is False)
    above = [Block(thin_paragraph(layout.before), NO_LAYOUT)] if layout.before else []
    return [*above, Block(table, layout)]


def at_bottom(blocks: Sequence[Block], setting: Setting) -> Block:
    """Blocks at the bottom of the page's text, as high as they are: a table that floats there.

    Word's frames would do for paragraphs with the same lines, but LibreOffice gives up a frame
    whose paragraphs have different ones. It lets a table float that is as wide as the text only
    if its place is counted from the edge of the sheet.
    """
    draft = setting.draft
    sheet = draft.look.style.sheet(draft.page.paper)
    place = w(
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="margin",
        horzAnchor="page",
        tblpX=twips_of_millimetres(sheet.margins.left),
        tblpYSpec="bottom",
    )
    table = layout_table([draft.text_width], [blocks], place, w("tblOverlap", val="never"))
    return Block(table, NO_LAYOUT, floats=True)


def layout_table(
    columns: list[Twips], cells: Sequence[Sequence[Block]], *place: Xml, may_part: bool = False
) -> Xml:
    """A table of one row whose cells are only places."""
    properties = w(
        "tblPr",
        *place,
        w("tblW", w=sum(columns), type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("left", "right"))),
    )
    made = [
        w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *settled(cell))
        for width, cell in zip(columns, cells, strict=True)
    ]
    whole = [] if may_part else [w("trPr", w("cantSplit"))]
    return w("tbl", properties, table_grid(columns), w("tr", *whole, *made))


def restarted(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with which a new page begins, counted from 1."""
    return [replace(block, restarts=place == 0) for place, block in enumerate(blocks)]
