"""Who all rows of a list are: each somebody of the register, or new; nobody twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.problems import Place, Problem, UsageError, quoted
from briefgen.register.spreadsheets.spelling import folded
from briefgen.rules.attendees import Attendee
from briefgen.rules.decisions import Decisions, near_problems, undecided, wishes_of
from briefgen.rules.known_people import Index, Known
from briefgen.rules.matching import Match, exact, near


@dataclass(frozen=True)
class Identities:
    """Who the rows are, with what was near (told as warnings once it is accepted)."""

    matches: tuple[Match, ...]
    near: tuple[Problem, ...]


def identities(
    attendees: Sequence[Attendee], known: Known, decisions: Decisions, problems: list[Problem]
) -> Identities:
    """Who each row is; raises UsageError when somebody is named as new who isn't on the list."""
    check_wishes(attendees, decisions)
    certain = dict(certain_matches(attendees, known, decisions, problems))
    taken = {match.who for match in certain.values() if match.is_known}
    found: list[Match] = []
    told: list[Problem] = []
    for index, attendee in enumerate(attendees):
        candidates = [] if index in certain else near(known, attendee, taken)
        told += near_problems(candidates, known.register, decisions)
        accepted = candidates[0].match if candidates else Match(attendee)
        found.append(certain.get(index, accepted))
    problems += [*twice(found, decisions), *told]
    problems += [] if decisions.accept else undecided(told)
    return Identities(tuple(found), tuple(told))


def certain_matches(
    attendees: Sequence[Attendee], known: Known, decisions: Decisions, problems: list[Problem]
) -> Iterator[tuple[int, Match]]:
    taken: set[Index] = set()
    for index, attendee in enumerate(attendees):
        if decisions.is_new(attendee):
            yield index, Match(attendee)
            continue
        match exact(known, attendee, taken):
            case Problem() as problem:
                problems.append(problem)
                yield index, Match(attendee)
            case Match() as found:
                taken |= {found.group} if found.group is not None else set()
                yield index, found


def check_wishes(attendees: Sequence[Attendee], decisions: Decisions) -> None:
    known = {wish for attendee in attendees for wish in wishes_of(attendee)}
    missing = [wish for wish in decisions.new if folded(wish) not in known]
    if missing:
        message = "no cell of the list with a name, and no name in it; write it as it stands there"
        raise UsageError(
            Problem(Place(f"--new {wish}"), "unknown-row", message) for wish in missing
        )


def twice(matches: Sequence[Match], decisions: Decisions) -> Iterator[Problem]:
    """Rows that are the same person or group as one before."""
    seen: dict[object, list[Attendee]] = defaultdict(list)
    for match in matches:
        attendee = match.attendee
        if decisions.is_new(attendee):
            continue
        keys = keys_of(match)
        earlier = (each for key in keys for each in seen[key])
        other = next((each for each in earlier if match.is_known or may_be(attendee, each)), None)
        if other is not None:
            message = f"{quoted(attendee.delegate.name)} stands here and in {other.place}"
            message += "; keep one row, or name the cell with --new for another person"
            yield attendee.delegate.cell.problem("row-twice", message)
        for key in keys:
            seen[key].append(attendee)


def keys_of(match: Match) -> Sequence[object]:
    return [match.who] if match.is_known else match.attendee.spellings


def may_be(attendee: Attendee, other: Attendee) -> bool:
    """Whether two rows of one name can be the same person: not when their parties differ."""
    return attendee.party is None or other.party is None or attendee.party == other.party
