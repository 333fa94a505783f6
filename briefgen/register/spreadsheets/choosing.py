"""Which of a file's sheets holds the list of delegates, and in which row its head stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.spreadsheets.bounds import HEAD_WITHIN
from briefgen.register.spreadsheets.cells import Row, Sheet, worded
from briefgen.register.spreadsheets.heads import NAMES, Meaning, meaning_of

Columns = Mapping[int, Meaning]
NO_HEAD = (
    "no head row is found; write heads such as Name, Office, Delegation, Role above the columns"
)
NO_NAME = "no column holds the names; write Name above the one that does"
TITLE = "title"


@dataclass(frozen=True)
class Candidate:
    """A sheet with the row that may be its head, and what its columns mean."""

    sheet: Sheet
    head: Row
    columns: Columns

    @property
    def known(self) -> int:
        """How many columns are known that tell of a person."""
        return sum(meaning != "left-out" for meaning in self.columns.values())

    @property
    def has_names(self) -> bool:
        """Whether a column holds the names: without one it is no list of people."""
        return any(meaning in NAMES for meaning in self.columns.values())

    @property
    def is_sure(self) -> bool:
        """Whether it can't be a row of anything else, such as `Name` before a name."""
        is_whole = len(self.columns) == len(self.head.cells)
        return self.has_names and (self.known > 1 or is_whole)


def choose(sheets: Sequence[Sheet]) -> Candidate:
    """The list of a file; raises RegisterError when there is none, or more than one."""
    found = [each for sheet in sheets if (each := candidate(sheet)) is not None]
    lists = best_readings([each for each in found if each.has_names])
    sure = [each for each in lists if each.is_sure]
    wide = [each for each in sure if each.known > 1]  # a single word may be a title
    return the_one(wide or sure or lists, found, sheets)


def candidate(sheet: Sheet) -> Candidate | None:
    """The row near the top that reads most like a head, the first of equals."""
    rows = [Candidate(sheet, row, columns_of(row)) for row in sheet.rows[:HEAD_WITHIN]]
    heads = [each for each in rows if each.has_names or each.known > 1]
    return max(heads, key=lambda each: (each.is_sure, each.has_names), default=None)


def best_readings(lists: Sequence[Candidate]) -> list[Candidate]:
    """Of each sheet the best: a CSV file is read with every delimiter."""
    best: dict[str, Candidate] = {}
    for each in lists:
        other = best.get(each.sheet.name)
        if other is None or fullness(each) > fullness(other):
            best[each.sheet.name] = each
    return list(best.values())


def fullness(found: Candidate) -> tuple[int, int]:
    return len(found.columns), len(found.head.cells)


def columns_of(row: Row) -> Columns:
    found = {column: meaning_of(cell.text) for column, cell in row.cells.items()}
    known = {column: meaning for column, meaning in found.items() if meaning is not None}
    offices = [column for column, meaning in known.items() if meaning == "office"]
    if len(offices) == 2:  # beside a Position, a Title is Mr or Ms
        for column in offices:
            if row.cells[column].line.casefold() == TITLE:
                known[column] = "honorific"
    return known


def the_one(
    lists: list[Candidate], candidates: list[Candidate], sheets: Sequence[Sheet]
) -> Candidate:
    visible = [each for each in lists if not each.sheet.is_hidden]
    if len(visible) == 1:
        return visible[0]
    if visible:
        names = worded([each.sheet.name for each in visible])
        message = f"the sheets {names} all hold a list of delegates; leave one and hide the others"
        raise RegisterError([Problem(place_of(visible[0].sheet), "several-lists", message)])
    if lists:
        message = "the only sheet with a list of delegates is hidden; show it"
        raise RegisterError([Problem(lists[0].sheet.place, "hidden-sheet", message)])
    if candidates:
        head = next(iter(candidates[0].head.cells.values()))
        raise RegisterError([head.problem("no-name-column", NO_NAME)])
    if not any(sheet.rows for sheet in sheets):
        raise RegisterError([problem_of_empty(sheets)])
    first = next(sheet for sheet in sheets if sheet.rows)
    raise RegisterError([first.excess or Problem(first.place, "no-head-row", NO_HEAD)])


def problem_of_empty(sheets: Sequence[Sheet]) -> Problem:
    excess = next((sheet.excess for sheet in sheets if sheet.excess), None)
    place = sheets[0].place if sheets else Place("FILE")
    return excess or Problem(place, "empty-sheet", "the sheet is empty; nothing is taken from it")


def place_of(sheet: Sheet) -> Place:
    """The file that a sheet stands in."""
    return Place(sheet.place.file.removesuffix(f":{sheet.name}") or sheet.place.file)
