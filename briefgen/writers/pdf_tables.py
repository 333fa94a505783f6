"""Which header cells a cell of a PDF's table stands under, whatever spans rows and pages.

WeasyPrint tells it page by page, and wrongly beside cells that span rows.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pydyf

from briefgen.writers.pdf_structure import Element, Elements, children


@dataclass(frozen=True)
class Cell:
    """A cell with the rows and columns that it takes up."""

    element: Element
    rows: range
    columns: range


def name_headers(elements: Elements) -> None:
    """Tells each data cell its header cells: of its rows first, then of its columns."""
    for element in elements.values():
        if element.get("S") == "/Table":  # what left the tree is empty
            name_headers_of(element, elements)


def name_headers_of(table: Element, elements: Elements) -> None:
    by_row: dict[int, list[pydyf.String]] = defaultdict(list)
    by_column: dict[int, list[pydyf.String]] = defaultdict(list)
    cells = list(cells_of(table, elements))
    for cell in cells:
        if cell.element["S"] == "/TH":
            is_over_column = cell.element["A"]["Scope"] == "/Column"
            for place in cell.columns if is_over_column else cell.rows:
                (by_column if is_over_column else by_row)[place].append(cell.element["ID"])
    for cell in cells:
        if cell.element["S"] == "/TD":
            found = [each for row in cell.rows for each in by_row[row]]
            found += [each for column in cell.columns for each in by_column[column]]
            cell.element["A"]["Headers"] = pydyf.Array(dict.fromkeys(found))


def cells_of(table: Element, elements: Elements) -> Iterator[Cell]:
    """The cells of a table, each in the first columns that cells above and before leave free."""
    taken: dict[int, set[int]] = defaultdict(set)
    for row, element in enumerate(rows_of(table, elements)):
        column = 0
        for cell in children(element, elements):
            while column in taken[row]:
                column += 1
            spans = cell["A"]
            rows = range(row, row + spans.get("RowSpan", 1))
            columns = range(column, column + spans.get("ColSpan", 1))
            for each in rows:
                taken[each].update(columns)
            yield Cell(cell, rows, columns)


def rows_of(table: Element, elements: Elements) -> Iterator[Element]:
    for group in children(table, elements):
        if group["S"] in ("/THead", "/TBody"):
            yield from children(group, elements)
