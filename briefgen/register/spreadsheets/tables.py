"""The one list among a file's sheets: its head, its rows, and what of it is left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.spreadsheets.bounds import MAX_ROWS, TOO_MANY_ROWS
from briefgen.register.spreadsheets.cells import Cell, Row, Sheet, refusal, shown
from briefgen.register.spreadsheets.choosing import Candidate, Columns, choose
from briefgen.register.spreadsheets.heads import CALLED, Meaning


@dataclass(frozen=True)
class Line:
    """A row of the list: its cells that hold something, by what they mean."""

    place: Place
    cells: Mapping[Meaning, Cell]


@dataclass(frozen=True)
class Table:
    """A list of delegates, with warnings of what was left out of it."""

    place: Place
    lines: tuple[Line, ...]
    warnings: tuple[Problem, ...]


def find_table(sheets: Sequence[Sheet]) -> Table:
    """The list of a file; raises RegisterError when there is none, or more than one."""
    chosen = choose(sheets)
    left_out = [each for each in sheets if each.rows and each.name != chosen.sheet.name]
    warnings = [left_out_sheet(sheet) for sheet in left_out]
    return table_of(chosen, warnings)


def left_out_sheet(sheet: Sheet) -> Problem:
    kind = "hidden" if sheet.is_hidden else "no list of delegates"
    message = f"this sheet is {kind}; it is left out"
    return Problem(sheet.place, "sheet-left-out", message, "warning")


def table_of(chosen: Candidate, warnings: list[Problem]) -> Table:
    sheet, head = chosen.sheet, chosen.head
    below = [row for row in sheet.rows if row.number > head.number]
    if sheet.excess is not None:
        raise RegisterError([sheet.excess])
    if len(below) > MAX_ROWS:
        raise RegisterError([Problem(sheet.place, "too-large", TOO_MANY_ROWS)])
    if not below:
        message = "no row stands below the head; nothing is taken from it"
        raise RegisterError([Problem(sheet.place, "empty-sheet", message)])
    taken = {column: each for column, each in chosen.columns.items() if each != "left-out"}
    problems = [*doubled(head, taken), *merged(chosen, below[-1].number, taken)]
    problems += [found for row in below for found in refusals(row, taken)]
    if problems:
        raise RegisterError(problems)
    warnings += [*unknown_columns(chosen), *headless_columns(chosen, below)]
    return Table(sheet.place, tuple(line_of(row, taken) for row in below), tuple(warnings))


def doubled(head: Row, columns: Columns) -> Iterator[Problem]:
    first: dict[Meaning, Cell] = {}
    for column, meaning in sorted(columns.items()):
        cell = head.cells[column]
        if meaning not in first:
            first[meaning] = cell
            continue
        other = first[meaning]
        message = f"{shown(other.line)} ({other.place}) and {shown(cell.line)} both mean"
        message += f" {CALLED[meaning]}; keep one of the two columns"
        yield cell.problem("duplicate-column", message)


def merged(chosen: Candidate, last: int, columns: Columns) -> Iterator[Problem]:
    """Cells that are merged in the head, whatever they mean, or in a column that is taken."""
    head = chosen.head.number
    for area in chosen.sheet.merged:
        of_head = area.first_row <= head <= area.last_row
        of_rows = head < area.last_row and area.first_row <= last
        taken = any(area.first_column <= each <= area.last_column for each in columns)
        if of_head or (of_rows and taken):
            message = "these cells are merged; unmerge them and write the text into each"
            place = Place(f"{chosen.sheet.place.file}!{area.name}")
            yield Problem(place, "merged-cells", message)


def refusals(row: Row, columns: Columns) -> Iterator[Problem]:
    for column, cell in row.cells.items():
        meaning = columns.get(column, "number")
        found = refusal(cell) if meaning != "number" else None
        if found is not None:
            yield found
        elif cell.kind == "number" and not may_be_number(cell, meaning):
            message = f"the number {cell.text} stands here, not {CALLED[meaning]}; write it out"
            yield cell.problem("cell-type", message)


def may_be_number(cell: Cell, meaning: Meaning) -> bool:
    return meaning == "number" or (meaning == "telephone" and cell.text.isdigit())


def unknown_columns(chosen: Candidate) -> Iterator[Problem]:
    for column, cell in chosen.head.cells.items():
        if column not in chosen.columns:
            message = f"the column {shown(cell.line)} is not known; it is left out"
            yield cell.warning("unknown-column", message)


def headless_columns(chosen: Candidate, rows: Sequence[Row]) -> Iterator[Problem]:
    """Columns in which something stands below no head, told at the first such cell."""
    seen = set(chosen.head.cells)
    for row in rows:
        for column, cell in row.cells.items():
            if column not in seen and not cell.is_nothing:
                seen.add(column)
                message = f"no head stands above {shown(cell.line)}; its column is left out"
                yield cell.warning("no-head", message)


def line_of(row: Row, columns: Columns) -> Line:
    cells = {
        columns[column]: cell
        for column, cell in sorted(row.cells.items())
        if column in columns and not cell.is_nothing
    }
    return Line(next(iter(row.cells.values())).place, cells)
