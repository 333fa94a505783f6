"""Exceptions to an order that can't be: for sessions that aren't there, or without any effect."""

from collections import defaultdict
from collections.abc import Iterator

from briefgen.register.eras import Place, Span, spans_of, taken_in
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.orders import parties_in
from briefgen.register.models.rotation import Era, Insert, RotationException, Skip, Swap
from briefgen.register.series import Series
from briefgen.register.source import Location
from briefgen.register.turns import Taken

Finding = tuple[Location, str]
"""Where below what is checked something is wrong, and what."""


def exceptions_of(mechanism: Mechanism, series: Series) -> Iterator[tuple[int, Location, str]]:
    """What is wrong with exceptions, with the index of their era."""
    for span in spans_of(mechanism, series):
        index = next(i for i, era in enumerate(mechanism.rotation) if era is span.era)
        missing = list(missing_sessions(span, series))
        twice = list(twice_at_once(span.era))
        for location, message in (*missing, *twice):
            yield index, location, message
        # An order that can't be followed at all is told by itself.
        if not missing and not twice and span.era.first[0] in parties_in(span.era.order):
            for location, message in skip_findings(span, series):
                yield index, location, message


def missing_sessions(span: Span, series: Series) -> Iterator[Finding]:
    for index, each in enumerate(span.era.exceptions):
        for key, location in sessions_of(each):
            place = series.place(key)
            if not (span.holds(place) and series.holds(place)):
                message = f"there is no session {key} under this order{range_of(span)}"
                yield (index, *location), message


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
                yield (index, "swap", 1), "a session can't exchange hosts with itself"
            case Insert(at=at) if (at,) in seen:
                yield (index, "insert"), f"session {at} has an extra host already; keep one"
            case Skip(at=at, skip=party) if (at, party) in seen:
                yield (index, "skip"), f"'{party}' loses this turn twice; keep one"
            case Skip(at=at) if at in inserted:
                message = f"session {at} has an extra host, so nobody has a turn to lose there"
                yield (index, "skip"), message
        seen.add(named_by(each))


def named_by(exception: RotationException) -> tuple[str, ...]:
    match exception:
        case Skip(at=at, skip=party):
            return at, party
        case Insert(at=at):
            return (at,)
    return exception.swap


def skip_findings(span: Span, series: Series) -> Iterator[Finding]:
    """Turns said to be lost by parties that don't have them."""
    skips = [(i, each) for i, each in enumerate(span.era.exceptions) if isinstance(each, Skip)]
    if not skips:
        return
    last = max(series.place(each.at) for _, each in skips)
    turns: dict[Place, Taken | Insert] = defaultdict(lambda: Taken((), ()))
    turns.update(taken_in(span, series, last))
    for index, each in skips:
        turn = turns[series.place(each.at)]
        if isinstance(turn, Taken) and not turn.parties:
            yield (index, "skip"), f"nobody is left to host session {each.at}: all lose their turn"
        elif isinstance(turn, Taken) and each.skip not in turn.passed:
            whose = ", ".join(turn.parties)
            message = (
                f"'{each.skip}' has no turn to lose at session {each.at}: it is that of {whose}"
            )
            yield (index, "skip"), message
