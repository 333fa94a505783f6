"""Exceptions to an order: those that can't be, and those that change nothing."""

from collections.abc import Iterator

from briefgen.register.eras import Span, spans_of, taken_in
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.orders import parties_in
from briefgen.register.models.rotation import Era, Insert, RotationException, Skip, Swap
from briefgen.register.series import Series
from briefgen.register.source import Location
from briefgen.register.turns import Taken

Finding = tuple[Location, str]
"""Where below what is checked something is wrong, and what."""


def wrong_exceptions(mechanism: Mechanism, series: Series) -> Iterator[tuple[int, Location, str]]:
    """What can't be, with the index of its era."""
    for index, span in indexed_spans(mechanism, series):
        for location, message in (*contradictions_in(span, series), *nobody_left(span, series)):
            yield index, location, message


def idle_exceptions(mechanism: Mechanism, series: Series) -> Iterator[tuple[int, Location, str]]:
    """What changes nothing, and so is likely a slip, with the index of its era."""
    for index, span in indexed_spans(mechanism, series):
        for location, message in idle_skips(span, series):
            yield index, location, message


def indexed_spans(mechanism: Mechanism, series: Series) -> Iterator[tuple[int, Span]]:
    for span in spans_of(mechanism, series):
        yield next(i for i, era in enumerate(mechanism.rotation) if era is span.era), span


def contradictions_in(span: Span, series: Series) -> list[Finding]:
    return [*missing_sessions(span, series), *twice_at_once(span.era)]


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


def nobody_left(span: Span, series: Series) -> Iterator[Finding]:
    """Turns that all parties are said to lose."""
    for index, each, turn in skips_with_turns(span, series):
        if not turn.parties:
            yield (index, "skip"), f"nobody is left to host session {each.at}: all lose their turn"


def idle_skips(span: Span, series: Series) -> Iterator[Finding]:
    """Turns said to be lost by parties that don't have them."""
    for index, each, turn in skips_with_turns(span, series):
        if turn.parties and each.skip not in turn.passed:
            whose = ", ".join(turn.parties)
            message = f"'{each.skip}' has no turn to lose at session {each.at}: it is {whose}'s"
            yield (index, "skip"), f"{message}, so this changes nothing"


def skips_with_turns(span: Span, series: Series) -> Iterator[tuple[int, Skip, Taken]]:
    """The skips of an order that can be followed, each with the turn it is about."""
    skips = [(i, each) for i, each in enumerate(span.era.exceptions) if isinstance(each, Skip)]
    can_start = span.era.first[0] in parties_in(span.era.order)
    if not skips or not can_start or contradictions_in(span, series):
        return
    last = max(series.place(each.at) for _, each in skips)
    turns = dict(taken_in(span, series, last))
    for index, each in skips:
        turn = turns.get(series.place(each.at), Taken((), ()))
        if isinstance(turn, Taken):
            yield index, each, turn
