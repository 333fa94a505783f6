"""What no spreadsheet can hold is told, not cut off."""

from collections.abc import Iterator, Sequence

from briefgen.problems import Problem
from briefgen.writers.xlsx.names import units
from briefgen.writers.xlsx.sheets import Sheet

LONGEST_TEXT = 32_767
"""In the units of UTF-16."""
MOST_ROWS = 1_048_576


def overflows(sheets: Sequence[Sheet]) -> list[Problem]:
    """The cells that hold too much text, and the sheets with too many rows."""
    return [problem for sheet in sheets for problem in (*long_texts(sheet), *long_sheets(sheet))]


def long_texts(sheet: Sheet) -> Iterator[Problem]:
    for number, row in enumerate(sheet.lines, 1):
        for column, cell in enumerate(row):
            # Twice as long in UTF-16 at the most: few texts need be counted.
            if len(cell.text) * 2 > LONGEST_TEXT and (length := units(cell.text)) > LONGEST_TEXT:
                name = f"the cell {letters(column)}{number} of the sheet '{sheet.name}'"
                message = f"{name} would hold {length:,} characters; it can hold {LONGEST_TEXT:,}"
                yield Problem(cell.place, "too-long", message)


def long_sheets(sheet: Sheet) -> Iterator[Problem]:
    rows = len(sheet.lines)
    if rows > MOST_ROWS:
        message = f"the sheet '{sheet.name}' would have {rows:,} rows; it can have {MOST_ROWS:,}"
        yield Problem(sheet.rows[0][0].place, "too-long", message)


def letters(column: int) -> str:
    """The name of a column, counted from 0: `A`, `Z`, `AA`."""
    name = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        name = chr(ord("A") + letter) + name
        column -= 1
    return name
