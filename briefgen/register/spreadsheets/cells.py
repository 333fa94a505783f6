"""Cells with their places, and sheets of them."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefgen.problems import Place, Problem, quoted
from briefgen.register.decoding import REFUSED
from briefgen.register.folder import printable
from briefgen.register.forms import TELEPHONE
from briefgen.register.lengths import HEAPED, has_heaped_marks
from briefgen.register.spreadsheets.spelling import ZERO_WIDTH, folded, tidy

Kind = Literal["text", "number", "date", "truth", "formula", "error", "heaped"]
SHEET_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
CONTROL = re.compile(rf"[\t\r]|{REFUSED.pattern}")
MAX_LENGTH = 1000
FORMULA_SIGNS = ("=", "@", "＝", "＠")
SIGNS = ("+", "-", "＋", "－")
NOTHING = frozenset({"", "-", "–", "—", "not recorded", "chưa ghi nhận", "未记录", "未記錄"})
FORMULA = "a formula stands here; replace it by its result (copy, then paste values only)"
READS_AS_FORMULA = (
    "this text begins with {}, as formulas do, and can't be taken; remove the sign in front"
)


@dataclass(frozen=True)
class Cell:
    """What one cell holds, as text."""

    place: Place
    text: str
    kind: Kind = "text"

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines that hold something, each tidied up."""
        return tuple(line for line in map(tidy, self.text.splitlines()) if line)

    @property
    def line(self) -> str:
        """Its text on one line."""
        return tidy(self.text)

    @property
    def is_nothing(self) -> bool:
        """Whether it is empty or says that nothing is recorded."""
        return self.kind == "text" and folded(self.text) in NOTHING

    def problem(self, code: str, message: str) -> Problem:
        """That something is wrong here."""
        return Problem(self.place, code, message)

    def warning(self, code: str, message: str) -> Problem:
        """That something should be looked at here."""
        return Problem(self.place, code, message, "warning")


@dataclass(frozen=True)
class Row:
    """A row's cells that hold something, by column, counted from 1."""

    number: int
    cells: Mapping[int, Cell]


@dataclass(frozen=True)
class Area:
    """A range of merged cells."""

    name: str
    first_column: int
    first_row: int
    last_column: int
    last_row: int


@dataclass(frozen=True)
class Sheet:
    """A sheet's rows that hold something; `excess` is what it holds too much of."""

    place: Place
    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False
    merged: tuple[Area, ...] = ()
    excess: Problem | None = None


def cell_of(place: Place, value: object, data_type: str = "s") -> Cell:
    """A cell from what a workbook holds; numbers are whole where they can be."""
    match value:
        case _ if data_type in {"f", "e"}:
            start = str(value)[: MAX_LENGTH + 1]
            return Cell(place, start, "formula" if data_type == "f" else "error")
        case bool():
            return Cell(place, "TRUE" if value else "FALSE", "truth")
        case float() if value.is_integer():
            return Cell(place, str(int(value)), "number")
        case int() | float():
            return Cell(place, str(value), "number")
        case datetime.date() | datetime.time() | datetime.timedelta():
            return Cell(place, str(value), "date")
    return text_cell(place, plain(str(value)))


def text_cell(place: Place, text: str) -> Cell:
    """A cell that holds text, no more of it than tells that it is too long."""
    cut = text[: MAX_LENGTH + 1]
    if has_heaped_marks(cut):  # it would take long only to compare it
        return Cell(place, HEAPED, "heaped")
    return Cell(place, cut)


def plain(text: str) -> str:
    """A text with line breaks of one kind, free of a workbook's own escapes."""
    text = SHEET_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return ZERO_WIDTH.sub("", text).replace("\r\n", "\n")


def refusal(cell: Cell) -> Problem | None:
    """Why a cell can't be taken as text; None when it can."""
    match cell.kind:
        case "formula":
            return cell.problem("formula", FORMULA)
        case "error":
            return cell.problem(
                "cell-error", f"an error stands here, {shown(cell.text)}; put it right"
            )
        case "heaped":
            return cell.problem("too-long", HEAPED)
        case "date":
            message = f"a date or time stands here, not text: {cell.text}; format the cell as text"
            return cell.problem("cell-type", message)
        case "truth":
            return cell.problem("cell-type", f"{cell.text} stands here, not text; write it out")
    return None if cell.is_nothing else refused_text(cell)


def refused_text(cell: Cell) -> Problem | None:
    if found := CONTROL.search(cell.text):
        message = f"the invisible character U+{ord(found[0]):04X} stands here; remove it"
        return cell.problem("control-character", message)
    if len(cell.text) > MAX_LENGTH:
        message = f"a text of more than {MAX_LENGTH} characters stands here; shorten it"
        return cell.problem("too-long", message)
    start = cell.line[:1]
    is_number = cell.kind == "number" or re.fullmatch(TELEPHONE, cell.line)
    if start in FORMULA_SIGNS or (start in SIGNS and not is_number):
        return cell.problem("formula", READS_AS_FORMULA.format(quoted(start)))
    return None


def shown(text: str) -> str:
    """A text in quotes, fit for any screen whatever it holds."""
    return quoted(printable(tidy(text)))


def worded(names: Sequence[str]) -> str:
    """Names in quotes, parted by commas, the last one by `and`."""
    each = [shown(name) for name in names]
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} and {each[-1]}"
