"""A CSV file as a sheet: in UTF-8, with commas, semicolons or tabs."""

import csv
import io
from collections.abc import Iterator

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.decoding import place_at
from briefgen.register.spreadsheets.bounds import (
    HEAD_WITHIN,
    MAX_BLANK,
    MAX_COLUMNS,
    MAX_ROWS,
    TOO_LONG,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
)
from briefgen.register.spreadsheets.cells import Cell, Row, Sheet, cell_of

DELIMITERS = (",", ";", "\t")
NOT_UTF8 = "this is not UTF-8 text; save it as “CSV UTF-8”, or as an Excel workbook (.xlsx)"


def read_delimited(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The file read with each delimiter that there is; which one is right its head tells.

    Raises RegisterError when it is no text in UTF-8, or no delimiter gives rows.
    """
    text = decoded(data, name)
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for delimiter in DELIMITERS:
        try:
            sheets.append(sheet_of(text, name, delimiter))
        except RegisterError as error:
            problems += error.problems
    if not sheets:
        raise RegisterError(problems[:1])
    return tuple(sheets)


def decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = place_at(data[: error.start].decode("utf-8", "replace"), name)
        raise RegisterError([Problem(place, "encoding", NOT_UTF8)]) from error


def sheet_of(text: str, name: str, delimiter: str) -> Sheet:
    place = Place(name)
    rows: list[Row] = []
    for number, values in enumerate(records(text, name, delimiter), start=1):
        found = dict(filled(values, name, number))
        message = too_much(len(rows), number, max(found, default=0))
        if message:
            here = Place(name, number, 1)
            return Sheet(place, name, tuple(rows), excess=Problem(here, "too-large", message))
        if found:
            rows.append(Row(number, found))
    return Sheet(place, name, tuple(rows))


def too_much(filled_rows: int, number: int, columns: int) -> str:
    if columns > MAX_COLUMNS:
        return TOO_MANY_COLUMNS
    if number - filled_rows > MAX_BLANK:
        return TOO_LONG
    return TOO_MANY_ROWS if filled_rows > MAX_ROWS + HEAD_WITHIN else ""


def records(text: str, name: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        place = Place(name, max(reader.line_num, 1), 1)
        message = f"this is no CSV ({error}); save it as “CSV UTF-8” or as a workbook (.xlsx)"
        raise RegisterError([Problem(place, "not-csv", message)]) from error


def filled(values: list[str], name: str, number: int) -> Iterator[tuple[int, Cell]]:
    for column, value in enumerate(values, start=1):
        if value.strip(" \n\r"):
            yield column, cell_of(Place(name, number, column), value)
            if column > MAX_COLUMNS:  # one more than allowed is enough to tell
                return
