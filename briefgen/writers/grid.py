"""Where the cells of a table stand, with those that span columns or rows."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from briefgen.problems import Problem, TemplateError
from briefgen.rendering.page import Element

GROUPS = ("thead", "tbody")
HEAD = ("thead",)


class Slot(NamedTuple):
    """A cell in one row: the first of its rows, or a later one that it spans too."""

    cell: Element
    column: int
    columns: int
    rows_below: int
    is_first: bool = True


class Row(NamedTuple):
    """A row of a table with all its slots, from left to right."""

    element: Element
    slots: tuple[Slot, ...]
    is_head: bool
    is_first: bool


def rows_of(table: Element) -> list[Row]:
    """The rows of a table, header rows first; raises where cells don't fill a row exactly."""
    rows = list(rows_in(table, GROUPS))
    return [row._replace(is_first=True) for row in rows[:1]] + rows[1:]


def head_rows(table: Element) -> list[Row]:
    """The header rows of a table alone."""
    return list(rows_in(table, HEAD))


def rows_in(table: Element, tags: Collection[str]) -> Iterator[Row]:
    groups = [part for part in parts(table) if part.tag in tags]
    columns = len(column_weights(table))
    return (row for group in groups for row in group_rows(group, columns))


def column_weights(table: Element) -> list[int]:
    """How wide the columns are beside one another; equally wide if the page doesn't say."""
    columns = [each for group in parts(table) for each in parts(group) if each.tag == "col"]
    if columns:
        return [int(column.attributes["data-width"]) for column in columns]
    for group in parts(table):
        for row in parts(group) if group.tag in GROUPS else ():
            return [1] * sum(span(cell, "colspan") for cell in parts(row))
    raise misfit(table, "a table needs at least one row")


def group_rows(group: Element, columns: int) -> Iterator[Row]:
    above: tuple[Slot, ...] = ()
    for element in parts(group):
        above = tuple(slots_of(element, above, columns))
        yield Row(element, above, group.tag in HEAD, is_first=False)
    if any(slot.rows_below for slot in above):
        raise misfit(group, "a cell spans more rows than there are")


def slots_of(row: Element, above: tuple[Slot, ...], columns: int) -> Iterator[Slot]:
    hanging = {slot.column: slot for slot in above if slot.rows_below}
    cells = parts(row)
    column = 0
    while column < columns:
        if column in hanging:
            upper = hanging[column]
            slot = upper._replace(rows_below=upper.rows_below - 1, is_first=False)
        elif cells:
            cell = cells.pop(0)
            slot = Slot(cell, column, span(cell, "colspan"), span(cell, "rowspan") - 1)
            if any(column < taken < column + slot.columns for taken in hanging):
                raise misfit(cell, "this cell and one that spans rows from above overlap")
        else:
            raise misfit(row, f"this row fills {column} of the table's {columns} columns")
        yield slot
        column += slot.columns
    if cells or column > columns:
        raise misfit(row, f"this row has more cells than the table's {columns} columns can hold")


def span(cell: Element, attribute: str) -> int:
    given = cell.attributes.get(attribute)
    return 1 if given is None else int(given)


def parts(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def misfit(element: Element, message: str) -> TemplateError:
    """That cells and rows make no table."""
    return TemplateError([Problem(element.place, "table", message)])
