"""The people of a list as its rows tell them, their words turned into the register's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.problems import Place, Problem, RegisterError, quoted
from briefgen.register.forms import EMAIL, EXAMPLES, TELEPHONE
from briefgen.register.spreadsheets.cells import Cell
from briefgen.register.spreadsheets.heads import NAMES, Meaning
from briefgen.register.spreadsheets.names import Name, is_honorific, names_in
from briefgen.register.spreadsheets.spelling import folded
from briefgen.register.spreadsheets.tables import Line, Table
from briefgen.register.spreadsheets.terms import Term, term_of, unknown_term

NO_NAME = "this row has no name; write it, or empty the row"
LEFT_OUT = "this row holds no name; it is left out"
AWAY = frozenset({"absent", "represented"})


@dataclass(frozen=True)
class Said:
    """What a cell says, with its place."""

    text: str
    cell: Cell


@dataclass(frozen=True)
class Delegate:
    """One row: a person or a group, with what the list tells of them; None where nothing is."""

    cell: Cell
    names: tuple[Name, ...]
    honorific: Said | None = None
    office: Said | None = None
    party: Said | None = None
    organisation: Said | None = None
    role: Said | None = None
    email: Said | None = None
    telephone: Said | None = None
    mode: Said | None = None
    status: Said | None = None

    @property
    def name(self) -> str:
        """The spelling that stands first."""
        return self.names[0].text

    @property
    def place(self) -> Place:
        """Where the name stands."""
        return self.cell.place


def delegates_of(table: Table, problems: list[Problem]) -> tuple[Delegate, ...]:
    """The list's people; rows without a name are told in `problems`, at worst as errors."""
    found = [delegate_of(line, problems) for line in table.lines]
    return tuple(each for each in found if each is not None)


def delegate_of(line: Line, problems: list[Problem]) -> Delegate | None:
    cells = [line.cells[meaning] for meaning in NAMES if meaning in line.cells]
    names = list(names_of(line))
    if not names:
        # A heading, or a sum below the list, holds nothing but text before the names.
        told = set(line.cells) - {"number", "party", "organisation"}
        problem = Problem(line.place, "no-name", NO_NAME if told else LEFT_OUT)
        problems.append(problem if told else warning(problem))
        return None
    reading = Reading(line, problems)
    honorific, office = reading.honorific(names), reading.text("office")
    if office is not None and is_honorific(office.text):
        honorific, office = honorific or office, None
    mode, status = reading.term("mode"), reading.term("status")
    return Delegate(
        cell=cells[0],
        names=tuple({folded(name.text): name for name in reversed(names)}.values())[::-1],
        honorific=honorific,
        office=office,
        party=reading.text("party"),
        organisation=reading.text("organisation"),
        role=reading.term("role"),
        email=reading.matching("email", EMAIL),
        telephone=reading.matching("telephone", TELEPHONE),
        mode=mode,
        status=reading.status(status, mode),
    )


def names_of(line: Line) -> Iterator[Name]:
    """All spellings of a row's name, with the language where their column tells it."""
    for meaning in NAMES:
        cell = line.cells.get(meaning)
        for text in cell.lines if cell is not None else ():
            language = meaning.removeprefix("name").removeprefix("-")
            yield from (replace(name, language=language) for name in names_in(text))


def warning(problem: Problem) -> Problem:
    return Problem(problem.place, problem.code, problem.message, "warning")


@dataclass(frozen=True)
class Reading:
    """One row's cells on their way to what they say."""

    line: Line
    problems: list[Problem]

    def text(self, meaning: Meaning) -> Said | None:
        """A cell's text on one line."""
        cell = self.line.cells.get(meaning)
        return Said(cell.line, cell) if cell is not None else None

    def honorific(self, names: Sequence[Name]) -> Said | None:
        """The form of address: of its own column, or the one in front of a name."""
        own = self.text("honorific")
        before = next((name.honorific for name in names if name.honorific), "")
        cell = next(self.line.cells[each] for each in NAMES if each in self.line.cells)
        return own or (Said(before, cell) if before else None)

    def term(self, kind: Term) -> Said | None:
        """The register's word for a role, status or mode; only a cell's first line counts."""
        cell = self.line.cells.get(kind)
        if cell is None:
            return None
        said = cell.lines[0]
        found = term_of(kind, said)
        if found is None:
            message = f"no {kind} {quoted(said)}{unknown_term(kind, said)}"
            self.problems.append(cell.problem("unknown-term", message))
            return None
        return Said(found, cell)

    def status(self, status: Said | None, mode: Said | None) -> Said | None:
        """The status, which must not contradict the mode."""
        if status and mode and (status.text, mode.text) == ("online", "in-person"):
            message = "the status is online, but the mode is in person; keep one"
            self.problems.append(status.cell.problem("contradiction", message))
        return status

    def matching(self, meaning: Meaning, pattern: str) -> Said | None:
        """A cell's text of a fixed form."""
        found = self.text(meaning)
        if found is None or re.fullmatch(pattern, found.text):
            return found
        example = EXAMPLES[pattern].replace(" in quotes", "")
        message = f"{quoted(found.text)} stands here; {example}"
        self.problems.append(found.cell.problem("wrong-form", message))
        return None


def raise_errors(problems: Iterable[Problem]) -> None:
    """Raises RegisterError when any of the problems is more than a warning."""
    found = list(problems)
    if any(problem.severity == "error" for problem in found):
        raise RegisterError(found)
