"""When each session took place, as far as the register tells; which one opens when."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.register.ids import SessionId
from briefgen.register.numbering import days_of as numbered_days
from briefgen.register.register import Register, Session

ONE_DAY = datetime.timedelta(days=1)
TIMED = frozenset({"held", "planned"})
"""Sessions whose date holds: one that was put off or called off has none."""


@dataclass(frozen=True)
class Calendar:
    """The last day on which each session can have taken place, and the day to sort it by.

    Where nothing tells the day it is None, and a session is sorted after those numbered before it.
    """

    days: Mapping[SessionId, datetime.date | None]
    order: Mapping[SessionId, datetime.date]


def calendar_of(register: Register) -> Calendar:
    """When each session counts from: the last day that its date, or what else is known, allows.

    Without a date that is the end of the year or half-year in its number; without either, the day
    of the first source that tells of it as held. It is also before any later session of its
    mechanism that was held: a plan alone tells nothing, since the session before it may still be
    to come.
    """
    days: dict[SessionId, datetime.date | None] = {}
    order: dict[SessionId, datetime.date] = {}
    for mechanism in register.mechanisms:
        sessions = register.sessions_of(mechanism)
        days |= dict(days_in(register, sessions))
        latest = datetime.date.min
        for session in sessions:
            latest = max(latest, days[session.id] or latest)
            order[session.id] = days[session.id] or latest
    return Calendar(days, order)


def days_in(
    register: Register, sessions: tuple[Session, ...]
) -> Iterator[tuple[SessionId, datetime.date | None]]:
    """The same for one mechanism's sessions, from the last to the first."""
    later, is_bound = datetime.date.max, False
    place_before = 0
    for session in reversed(sessions):
        place = register.series[session.mechanism].place(session.key)
        if later < datetime.date.max:  # as many days earlier as there are numbers in between
            later -= max(0, place_before - place) * ONE_DAY
        place_before = place
        bounds = [*own_bounds(register, session), *([later] if is_bound else [])]
        last = min(bounds, default=None)
        earliest = session.date.earliest if session.date else None
        yield session.id, max(last, earliest) if last and earliest else last
        if session.date is not None and session.date.latest and session.status in TIMED:
            later = min(later, session.date.latest)
            is_bound = is_bound or session.status == "held"


def own_bounds(register: Register, session: Session) -> Iterator[datetime.date]:
    """The last day that a session's date leaves open; else those that its number and sources do."""
    if session.date is not None and session.date.latest is not None:
        yield session.date.latest
        return
    if days := numbered_days(session.key, register.unit(session.mechanism)):
        yield days[1]
    elif session.status == "held":  # whoever tells that it was held wrote afterwards
        yield from filter(None, (written_by(register, name) for name in session.sources))


def written_by(register: Register, source: str) -> datetime.date | None:
    """The last day on which a source can have been written; None when it is undated."""
    entry = register.sources[source]
    dates = (entry.published, entry.event, entry.accessed)
    return next((date.latest for date in dates if date and date.latest), None)


def opening_day(session: Session | None, calendar: Calendar, on: datetime.date) -> datetime.date:
    """The last day on which what came before a session counts: the eve of its opening.

    A session without a file, without a date, or still to come looks at the register as it is.
    """
    if session is None or session.status not in TIMED:
        return on
    first = session.date.first.latest if session.date else None
    known = [day for day in (first, calendar.days[session.id]) if day is not None]
    return min([on, *(day - ONE_DAY for day in known)])
