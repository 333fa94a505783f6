"""One table as rows of a sheet, with the columns that its caption and its citations make."""

from collections.abc import Iterator, Sequence

from briefgen.rendering.page import Element, Node
from briefgen.writers.xlsx.cells import (
    Cell,
    Citation,
    Cite,
    Row,
    cell_text,
    citations_of,
    in_brackets,
    in_order,
    nowhere,
)
from briefgen.writers.xlsx.grid import GridRow, Slot, grid, parts, rows_in, width_of

GROUP, SOURCES = "data-group", "data-sources"
DASH = " – "
"""Between the head cells of a column that stand one above another."""


def full_head(table: Element) -> Row:
    """The head row with the columns that the caption and the citations make; none without one."""
    head = head_of(table)
    added = {name: head_cell(table, name) for name in (GROUP, SOURCES)}
    if not (head or any(added.values())):
        return ()
    own = head or tuple(Cell(names=("th",)) for _ in range(width_of(table)))
    return (*added[GROUP], *own, *added[SOURCES])


def head_cell(table: Element, name: str) -> Row:
    text = table.attributes.get(name)
    return () if text is None else (Cell(text, ("th",), (), table.place),)


def head_of(table: Element) -> Row:
    """The head of each column: the cells above it, one after another."""
    rows = grid(rows_in(table, "thead"), width_of(table))
    columns = zip(*(row.slots for row in rows), strict=True)
    return tuple(joined([slot.cell for slot in column], cite_of(table)) for column in columns)


def joined(cells: Sequence[Element], cite: Cite) -> Cell:
    texts = dict.fromkeys(cell_text([cell], cite).replace("\n", " ") for cell in cells)
    return Cell(DASH.join(text for text in texts if text), ("th",), (), cells[-1].place)


def full_rows(table: Element) -> Iterator[Row]:
    """The rows of a table; each repeats the caption where it is to group them."""
    cite = cite_of(table)
    caption = caption_of(table)
    group = (Cell(cell_text(caption, cite), ("td",), (), table.place),)
    everywhere = citations_of([*caption, *rows_in(table, "thead")])
    for row in grid(rows_in(table, "tbody"), width_of(table)):
        own = tuple(cell_of(slot, row, cite) for slot in row.slots)
        yield (
            *(group if GROUP in table.attributes else ()),
            *own,
            *(sources_cell(row, everywhere) if SOURCES in table.attributes else ()),
        )


def cell_of(slot: Slot, row: GridRow, cite: Cite) -> Cell:
    """A cell's content; it stands once in the columns, and again in each row, that it spans."""
    text = cell_text([slot.cell], cite) if slot.is_first else ""
    return Cell(text, slot.cell.names, row.element.names, slot.cell.place)


def sources_cell(row: GridRow, everywhere: Sequence[Citation]) -> Row:
    cited = citations_of([slot.cell for slot in row.slots])
    return (Cell(in_order([*everywhere, *cited]), ("td",), row.element.names, row.element.place),)


def caption_of(table: Element) -> tuple[Node, ...]:
    """What a table's caption holds."""
    return next((part.children for part in parts(table) if part.tag == "caption"), ())


def cite_of(table: Element) -> Cite:
    """How the texts of a table cite: in brackets, unless a column holds all citations."""
    return nowhere if SOURCES in table.attributes else in_brackets
