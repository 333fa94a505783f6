"""One table as rows of a sheet, with the columns that its caption and its citations make."""

from collections.abc import Iterator, Sequence

from briefgen.rendering.page import Element, Node
from briefgen.writers.grid import Row as TableRow
from briefgen.writers.grid import Slot, column_weights, head_rows, parts, rows_of
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

GROUP, SOURCES = "data-group", "data-sources"
DASH = " – "
"""Between the head cells of a column that stand one above another."""


def full_head(table: Element) -> Row:
    """The head row with the columns that the caption and the citations make; none without one."""
    head = head_of(table)
    added = {name: head_cell(table, name) for name in (GROUP, SOURCES)}
    if not (head or any(added.values())):
        return ()
    own = head or tuple(Cell(names=("th",)) for _ in column_weights(table))
    return (*added[GROUP], *own, *added[SOURCES])


def head_cell(table: Element, name: str) -> Row:
    text = table.attributes.get(name)
    return () if text is None else (Cell(text, ("th",), (), table.place),)


def head_of(table: Element) -> Row:
    """The head of each column: the cells above it, one after another."""
    rows = map(columns_of, head_rows(table))
    columns = zip(*rows, strict=True)
    return tuple(joined([slot.cell for slot, _ in column], cite_of(table)) for column in columns)


def columns_of(row: TableRow) -> list[tuple[Slot, bool]]:
    """The slot in each column of a row, and whether it is the leftmost of those that it spans."""
    return [(slot, step == 0) for slot in row.slots for step in range(slot.columns)]


def joined(cells: Sequence[Element], cite: Cite) -> Cell:
    texts = dict.fromkeys(cell_text([cell], cite).replace("\n", " ") for cell in cells)
    return Cell(DASH.join(text for text in texts if text), ("th",), (), cells[-1].place)


def full_rows(table: Element) -> Iterator[Row]:
    """The rows of a table; each repeats the caption where it is to group them."""
    cite = cite_of(table)
    caption = caption_of(table)
    group = (Cell(cell_text(caption, cite), ("td",), (), table.place),)
    rows = rows_of(table)
    everywhere = citations_of([*caption, *(row.element for row in rows if row.is_head)])
    for row in rows:
        if row.is_head:
            continue
        own = tuple(cell_of(slot, row, cite, is_first=first) for slot, first in columns_of(row))
        yield (
            *(group if GROUP in table.attributes else ()),
            *own,
            *(sources_cell(row, everywhere) if SOURCES in table.attributes else ()),
        )


def cell_of(slot: Slot, row: TableRow, cite: Cite, *, is_first: bool) -> Cell:
    """A cell's content; it stands once in the columns, and again in each row, that it spans."""
    text = cell_text([slot.cell], cite) if is_first else ""
    return Cell(text, slot.cell.names, row.element.names, slot.cell.place)


def sources_cell(row: TableRow, everywhere: Sequence[Citation]) -> Row:
    cited = citations_of([slot.cell for slot in row.slots])
    return (Cell(in_order([*everywhere, *cited]), ("td",), row.element.names, row.element.place),)


def caption_of(table: Element) -> tuple[Node, ...]:
    """What a table's caption holds."""
    return next((part.children for part in parts(table) if part.tag == "caption"), ())


def cite_of(table: Element) -> Cite:
    """How the texts of a table cite: in brackets, unless a column holds all citations."""
    return nowhere if SOURCES in table.attributes else in_brackets
