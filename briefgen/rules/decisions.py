"""Names that are near: what the user said of them, and what is told while nothing was said."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from briefgen.problems import Place, Problem, quoted
from briefgen.register.register import Register
from briefgen.register.spreadsheets.spelling import folded
from briefgen.rules.attendees import Attendee
from briefgen.rules.matching import Near

UNDECIDED = (
    "nothing was imported; run again with --accept if these are the same people, and with"
    " --new CELL (or --new NAME) for each who is another"
)
NEAR = "near-match"


@dataclass(frozen=True)
class Decisions:
    """What the user said of names that are near: whether they are the same, and who is new."""

    accept: bool = False
    new: tuple[str, ...] = ()

    def is_new(self, attendee: Attendee) -> bool:
        """Whether a row was named as somebody new, by its cell or its name."""
        return any(wish in wishes_of(attendee) for wish in map(folded, self.new))


def wishes_of(attendee: Attendee) -> Collection[str]:
    """All by which a row can be named: its cell with or without the sheet, its name."""
    file, line, column = attendee.place.file, attendee.place.line, attendee.place.column
    whole = f"{file}:{line}:{column}" if line else file
    sheet = whole.partition(":")[2]
    return {*attendee.spellings, *map(folded, (whole, sheet, sheet.rpartition("!")[2]))}


def near_problems(
    candidates: Sequence[Near], register: Register, decisions: Decisions
) -> list[Problem]:
    """What is near a row; once accepted, only that the nearest was taken, or that two are."""
    if not candidates:
        return []
    first = candidates[0]
    if not decisions.accept:
        return [near_problem(each, register) for each in candidates]
    if len(candidates) > 1 and candidates[1].nearness == first.nearness:
        message = "several people are as near; correct the name, or name the cell with --new"
        cell = first.match.attendee.delegate.cell
        return [near_problem(each, register) for each in candidates] + [
            cell.problem("ambiguous-person", message)
        ]
    taken = near_problem(first, register)
    message = f"{taken.message}; taken as the same"
    return [Problem(taken.place, NEAR, message, "warning")]


def near_problem(found: Near, register: Register) -> Problem:
    delegate = found.match.attendee.delegate
    entry = f"people/{found.match.person}" if found.match.person else "a group of the session"
    entry += parties(found, register)
    message = f"{quoted(delegate.name)} is near {quoted(found.name)} ({entry})"
    return delegate.cell.problem(NEAR, f"{message}: {found.nearness.words}")


def parties(found: Near, register: Register) -> str:
    person = found.match.person
    posts = register.people[person].posts if person is not None else ()
    names = dict.fromkeys(
        register.parties[post.party].name.best().text for post in posts if post.party
    )
    return f", {', '.join(names)}" if names else ""


def undecided(told: Sequence[Problem]) -> list[Problem]:
    if not any(problem.severity == "error" for problem in told):
        return []
    file = told[0].place.file.partition(":")[0]
    return [Problem(Place(file), "undecided", UNDECIDED)]
