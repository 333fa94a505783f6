"""The rows of a table with every column filled: a cell that spans rows stands in each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.problems import Problem, TemplateError
from briefgen.rendering.page import Element

Columns = int


@dataclass(frozen=True)
class Slot:
    """Where a cell stands in one row; `is_first` in the leftmost of the columns it spans."""

    cell: Element
    is_first: bool = True


@dataclass(frozen=True)
class GridRow:
    """A row of a table with one slot a column."""

    element: Element
    slots: tuple[Slot, ...]


def grid(rows: Sequence[Element], columns: Columns) -> list[GridRow]:
    """Rows with all their columns; raises TemplateError where cells don't fill a row exactly."""
    made: list[GridRow] = []
    hanging: dict[int, tuple[Slot, int]] = {}
    for row in rows:
        taken = {column: slot for column, (slot, _) in hanging.items()}
        hanging = {column: (slot, left - 1) for column, (slot, left) in hanging.items() if left > 1}
        fill(row, taken, hanging)
        if sorted(taken) != list(range(columns)):
            message = f"this row fills {len(taken)} of the table's {columns} columns"
            raise TemplateError([Problem(row.place, "no-spreadsheet-form", message)])
        made.append(GridRow(row, tuple(taken[column] for column in range(columns))))
    return made


def fill(row: Element, taken: dict[int, Slot], hanging: dict[int, tuple[Slot, int]]) -> None:
    """Puts a row's own cells where no cell from above hangs, and remembers those that go on."""
    column = 0
    for cell in parts(row):
        while column in taken:
            column += 1
        for step in range(span(cell, "colspan")):
            slot = Slot(cell, is_first=not step)
            taken.setdefault(column, slot)
            if span(cell, "rowspan") > 1:
                hanging[column] = (slot, span(cell, "rowspan") - 1)
            column += 1


def width_of(table: Element) -> Columns:
    """How many columns a table has, by its `col` elements or else by its first row."""
    columns = [each for group in parts(table) for each in parts(group) if each.tag == "col"]
    if columns:
        return len(columns)
    rows = [*rows_in(table, "thead"), *rows_in(table, "tbody")]
    return sum(span(cell, "colspan") for cell in parts(rows[0])) if rows else 0


def weights_of(table: Element) -> tuple[int, ...]:
    """How wide the columns are beside one another; all alike if the page doesn't say."""
    columns = [each for group in parts(table) for each in parts(group) if each.tag == "col"]
    if columns:
        return tuple(int(column.attributes["data-width"]) for column in columns)
    return (1,) * width_of(table)


def rows_in(table: Element, group: str) -> list[Element]:
    """The rows of a table's `thead` or `tbody`."""
    return [row for part in parts(table) if part.tag == group for row in parts(part)]


def span(cell: Element, attribute: str) -> int:
    return int(cell.attributes.get(attribute, "1"))


def parts(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]
