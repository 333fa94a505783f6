"""An XLSX workbook, its sheets streamed row by row, never more of them than a list may hold."""

import io
import itertools
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.folder import printable
from briefgen.register.spreadsheets.archive import CHUNK, DAMAGED, check_archive, refused
from briefgen.register.spreadsheets.bounds import (
    HEAD_WITHIN,
    MAX_BLANK,
    MAX_COLUMNS,
    MAX_ROWS,
    TOO_LONG,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
)
from briefgen.register.spreadsheets.cells import Area, Cell, Row, Sheet, cell_of

NO_SHEET = "the workbook holds no sheet; nothing is taken from it"
SheetCell = ReadOnlyCell | EmptyCell


def read_workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    """A workbook's sheets; raises RegisterError when it can't be read or isn't safe to."""
    check_archive(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which are left out here
            sheets = read_sheets(data, name)
    except RegisterError:
        raise
    except Exception as error:
        raise refused(name, "damaged", DAMAGED.format("its content")) from error
    if not sheets:
        raise refused(name, "empty-sheet", NO_SHEET)
    return sheets


def read_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    # Read-only: rows are built one at a time, and what stands below the limit isn't built at all.
    book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    try:
        return tuple(sheet_of(sheet, data, name) for sheet in worksheets(book))
    finally:
        book.close()


def worksheets(book: Workbook) -> Iterator[ReadOnlyWorksheet]:
    for sheet in book.worksheets:
        if isinstance(sheet, ReadOnlyWorksheet):
            yield sheet


def sheet_of(sheet: ReadOnlyWorksheet, data: bytes, name: str) -> Sheet:
    sheet.reset_dimensions()  # a workbook may claim any size
    title = printable(str(sheet.title))
    place = Place(f"{name}:{title}")
    rows: list[Row] = []
    streamed: Iterable[Iterable[SheetCell]] = sheet.iter_rows()  # type: ignore[misc, assignment]
    for number, cells in enumerate(streamed, start=1):
        if problem := excess(place, len(rows), number):
            return Sheet(place, title, tuple(rows), is_hidden(sheet), (), problem)
        found = dict(filled(cells, place, number))
        if found and max(found) > MAX_COLUMNS:
            here = Place(f"{place.file}!{get_column_letter(max(found))}{number}")
            problem = Problem(here, "too-large", TOO_MANY_COLUMNS)
            return Sheet(place, title, tuple(rows), is_hidden(sheet), (), problem)
        if found:
            rows.append(Row(number, found))
    path = sheet._worksheet_path  # type: ignore[attr-defined]  # noqa: SLF001  no public way to it
    merged = merged_areas(data, str(path))
    return Sheet(place, title, tuple(rows), is_hidden(sheet), merged)


def is_hidden(sheet: ReadOnlyWorksheet) -> bool:
    return sheet.sheet_state != "visible"


def excess(place: Place, filled_rows: int, number: int) -> Problem | None:
    """That a sheet holds more rows than a list can have, its head included."""
    if filled_rows > MAX_ROWS + HEAD_WITHIN:
        return Problem(place, "too-large", TOO_MANY_ROWS)
    if number - filled_rows > MAX_BLANK:
        return Problem(place, "too-large", TOO_LONG)
    return None


def filled(cells: Iterable[SheetCell], place: Place, number: int) -> Iterator[tuple[int, Cell]]:
    for column, cell in enumerate(cells, start=1):
        if cell.value is None:
            continue
        if column > MAX_COLUMNS + 1:  # one more than allowed is enough to tell
            return
        here = Place(f"{place.file}!{get_column_letter(column)}{number}")
        found = cell_of(here, cell.value, str(cell.data_type))
        if found.text.strip():
            yield column, found


def merged_areas(data: bytes, path: str) -> tuple[Area, ...]:
    """A sheet's merged ranges, which stand below its rows and aren't told by streaming."""
    names: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "mergeCell":
            names.append(attributes["ref"])

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(path.lstrip("/")) as file:
        for chunk in itertools.takewhile(bool, iter(lambda: file.read(CHUNK), b"")):
            parser.Parse(chunk, False)
    return tuple(Area(name, *boundaries(name)) for name in names)


def boundaries(name: str) -> tuple[int, int, int, int]:
    first_column, first_row, last_column, last_row = range_boundaries(name)
    return first_column or 1, first_row or 1, last_column or MAX_COLUMNS, last_row or MAX_ROWS
