"""From a spreadsheet's path to its sheets."""

from pathlib import Path

from briefgen.register.confined import Unreadable, read_named
from briefgen.register.folder import printable
from briefgen.register.limits import MEBIBYTE
from briefgen.register.spreadsheets.archive import MACROS, refused
from briefgen.register.spreadsheets.cells import Sheet
from briefgen.register.spreadsheets.delimited import read_delimited
from briefgen.register.spreadsheets.workbook import read_workbook

MAX_BYTES = 16 * MEBIBYTE
WORKBOOKS = frozenset({".xlsx"})
WITH_MACROS = frozenset({".xlsm", ".xltm", ".xlsb", ".xlam"})
DELIMITED = frozenset({".csv", ".tsv"})
NOT_READ = "only .xlsx and .csv are read; save the list as an Excel workbook (.xlsx)"


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook or CSV file; raises RegisterError when it can't be read safely."""
    name = printable(path.name) or "FILE"
    data = bytes_of(path, name)
    ending = path.suffix.casefold()
    if ending in WITH_MACROS:
        raise refused(name, "macros", MACROS)
    if ending in DELIMITED and not data.startswith(b"PK\x03\x04"):
        return read_delimited(data, name)
    if ending in WORKBOOKS | DELIMITED | {".xls"}:
        return read_workbook(data, name)
    raise refused(name, "not-xlsx", NOT_READ)


def bytes_of(path: Path, name: str) -> bytes:
    try:
        data = read_named(path, MAX_BYTES + 1, "a spreadsheet")
    except Unreadable as error:
        raise refused(name, "unreadable", str(error)) from error
    except ValueError as error:  # a path that no file can have
        raise refused(name, "unreadable", "no file can have this name") from error
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // MEBIBYTE} MiB; save only the list"
        raise refused(name, "too-large", message)
    if not data:
        raise refused(name, "empty-sheet", "the file is empty; nothing was taken from it")
    return data
