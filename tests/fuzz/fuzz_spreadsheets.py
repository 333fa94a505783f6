"""Lists of delegates: workbooks, and files with delimiters."""

import re
from collections.abc import Callable, Iterator

from fuzz_archives import mutated_archive, packed, parts_of
from fuzz_target import Target, refused
from list_making import HEADS, workbook_bytes

from briefgen.problems import Problem, RegisterError
from briefgen.register.spreadsheets.cells import Sheet
from briefgen.register.spreadsheets.delegates import delegates_of, raise_errors
from briefgen.register.spreadsheets.delimited import read_delimited
from briefgen.register.spreadsheets.tables import find_table
from briefgen.register.spreadsheets.workbook import read_workbook

ROWS: tuple[tuple[object, ...], ...] = (
    ("Mrs Test Thu Ha", "Chairwoman of Alpha", "Alpha", "head", "ha@example.org", "+84 205 1234"),
    ("Bà Thử Một\n试一", "Giám đốc", "Bê Ta", "thành viên", None, 912345678, "online", "confirmed"),
    ("Leaders of departments", None, "Beta", None, None, None, "online", "present"),
)
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]+")
TEXTS = (
    "Name,Office,Delegation,Role\nTest One,Director,Alpha,head\n",
    'Họ và tên;Chức vụ;"Đoàn"\n"Thử; Một";Giám đốc;An Pha\n',
    "\ufeff姓名\t职务\t代表团\r\n试一\t主任\t阿法\r\n",
    (
        "List of delegates\n\nNo.,Name,Title,Position,E-mail,Telephone,Mode,Status\n"
        "1,Test Two,Mr,Director,two@example.org,+84 205 3812 345,online,confirmed\n"
    ),
)


def accepts_workbook(data: bytes) -> bool:
    return accepts(lambda: read_workbook(data, "list.xlsx"))


def accepts_delimited(data: bytes) -> bool:
    return accepts(lambda: read_delimited(data, "list.csv"))


def accepts(read: Callable[[], tuple[Sheet, ...]]) -> bool:
    try:
        table = find_table(read())
        problems: list[Problem] = list(table.warnings)
        delegates_of(table, problems)
        raise_errors(problems)
    except RegisterError as error:
        return refused(error)
    return True


def workbooks() -> Iterator[bytes]:
    yield repacked(workbook_bytes(("People", [HEADS, *ROWS])))
    yield repacked(workbook_bytes(("Cover", [["A title"]]), ("People", [HEADS, *ROWS])))


def repacked(data: bytes) -> bytes:
    """A workbook that is the same whenever it is made."""
    return packed(
        {name: MOMENT.sub(b"2026-11-22T00:00:00", part) for name, part in parts_of(data).items()}
    )


WORKBOOKS = Target(accepts_workbook, workbooks, mutated_archive)
DELIMITED = Target(accepts_delimited, lambda: (text.encode() for text in TEXTS))
