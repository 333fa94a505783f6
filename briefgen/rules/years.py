"""Which sessions and figures belong to a year, as far as their dates tell."""

import datetime
from collections.abc import Collection, Iterator

from briefgen.register.dates import Date
from briefgen.register.ids import MechanismId
from briefgen.register.numbering import days_of
from briefgen.register.register import Register, Session
from briefgen.rules.snapshot import Snapshot

Days = tuple[datetime.date, datetime.date]
"""A first and a last day."""


def is_in(date: Date, year: int) -> bool:
    """Whether a date surely lies in a year; a period does by the year that it begins in."""
    first = date.first
    if first.earliest is None or first.latest is None:
        return False
    return first.earliest.year == first.latest.year == year


def sessions_in(
    known: Snapshot, mechanisms: Collection[MechanismId], year: int
) -> tuple[Session, ...]:
    """The sessions of a year, in the order of their days; those planned or put off included."""
    sessions = (each for each in known.register.sessions.values() if each.mechanism in mechanisms)
    own = [each for each in sessions if year_of(known.register, each) == year]
    return tuple(sorted(own, key=lambda each: order_of(known, each)))


def order_of(known: Snapshot, session: Session) -> tuple[datetime.date, int, int]:
    register = known.register
    place = register.series[session.mechanism].place(session.key)
    return (
        known.calendar.order[session.id],
        list(register.mechanisms).index(session.mechanism),
        place,
    )


def year_of(register: Register, session: Session) -> int | None:
    """The year of a session by its date, else by its number; None when neither tells."""
    date = session.date
    if date is not None and date.first.earliest is not None and date.first.latest is not None:
        first, last = date.first.earliest.year, date.first.latest.year
        return first if first == last else None
    days = days_of(session.key, register.unit(session.mechanism))
    return days[0].year if days else None


def sessions_maybe_in(
    known: Snapshot, mechanisms: Collection[MechanismId], year: int
) -> tuple[Session, ...]:
    """The sessions held in a year that is not recorded, where it may have been this one."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return tuple(
        session
        for mechanism in known.register.mechanisms
        if mechanism in mechanisms
        for session, earliest in undated(known, mechanism)
        if earliest <= last and (known.day_of(session) or last) >= first
    )


def undated(known: Snapshot, mechanism: MechanismId) -> Iterator[tuple[Session, datetime.date]]:
    """The sessions held of which no year is known, each with the first day that it may have been.

    A session was not held before the one of the number before.
    """
    earliest = datetime.date.min
    for session in known.held(mechanism):
        if year_of(known.register, session) is None:
            yield session, max(earliest, own_earliest(session))
        earliest = max(earliest, own_earliest(session))


def own_earliest(session: Session) -> datetime.date:
    earliest = session.date.earliest if session.date is not None else None
    return earliest or datetime.date.min
