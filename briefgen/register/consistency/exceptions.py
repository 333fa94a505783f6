"""Exceptions to an order: those that can't be, and those that change nothing."""

from collections.abc import Iterator

from briefgen.problems import Severity
from briefgen.register.eras import Span, taken_in
from briefgen.register.models.orders import parties_in
from briefgen.register.models.rotation import Era, Insert, RotationException, Skip, Swap
from briefgen.register.series import Series
from briefgen.register.source import Location
from briefgen.register.turns import Taken

Finding = tuple[Location, str, Severity]
"""Where below what is checked something is wrong, what, and how bad it is."""


def exception_findings(span: Span, series: Series) -> list[Finding]:
    """What is wrong with an era's exceptions; what they do is looked at once all can be."""
    contradictions = [*missing_sessions(span, series), *twice_at_once(span.era)]
    can_be_followed = span.era.first[0] in parties_in(span.era.order)
    if contradictions or not can_be_followed:
        return contradictions
    return list(lost_turns(span, series))


def missing_sessions(span: Span, series: Series) -> Iterator[Finding]:
    for index, each in enumerate(span.era.exceptions):
        for key, location in sessions_of(each):
            place = series.place(key)
            if not (span.holds(place) and series.holds(place)):
                message = f"there is no session {key} under this order{range_of(span)}"
                yield (index, *location), message, "error"


def sessions_of(exception: RotationException) -> Iterator[tuple[str, Location]]:
    if isinstance(exception, Swap):
        yield from ((key, ("swap", index)) for index, key in enumerate(exception.swap))
    else:
        yield exception.at, ("at",)


def range_of(span: Span) -> str:
    last = f" to {span.era.until}" if span.era.until else " until the next order starts"
    return f", which holds from {span.era.start}{last if span.last is not None else ' on'}"


def twice_at_once(era: Era) -> Iterator[Finding]:
    """Exceptions that contradict another of the same session, or themselves."""
    seen: set[tuple[str, ...]] = set()
    inserted = {each.at for each in era.exceptions if isinstance(each, Insert)}
    for index, each in enumerate(era.exceptions):
        match each:
            case Swap(swap=(one, other)) if one == other:
                message = "a session can't exchange hosts with itself"
                yield (index, "swap", 1), message, "error"
            case Insert(at=at) if (at,) in seen:
                message = f"session {at} has an extra host already; keep one"
                yield (index, "insert"), message, "error"
            case Skip(at=at, skip=party) if (at, party) in seen:
                yield (index, "skip"), f"'{party}' loses this turn twice; keep one", "error"
            case Skip(at=at) if at in inserted:
                message = f"session {at} has an extra host, so nobody has a turn to lose there"
                yield (index, "skip"), message, "error"
        seen.add(named_by(each))


def named_by(exception: RotationException) -> tuple[str, ...]:
    match exception:
        case Skip(at=at, skip=party):
            return at, party
        case Insert(at=at):
            return (at,)
    return exception.swap


def lost_turns(span: Span, series: Series) -> Iterator[Finding]:
    """Turns that all parties are said to lose, or one that doesn't have it."""
    skips = [(i, each) for i, each in enumerate(span.era.exceptions) if isinstance(each, Skip)]
    last = max((series.place(each.at) for _, each in skips), default=span.first)
    turns = dict(taken_in(span, series, last)) if skips else {}
    for index, each in skips:
        turn = turns.get(series.place(each.at))
        if turn is None:
            message = f"nobody is left to host session {each.at}: all lose their turn"
            yield (index, "skip"), message, "error"
        elif isinstance(turn, Taken) and each.skip not in turn.passed:
            whose = ", ".join(turn.parties)
            message = f"'{each.skip}' has no turn to lose at session {each.at}: it is {whose}'s"
            yield (index, "skip"), f"{message}, so this changes nothing", "warning"
