"""Which sessions and figures belong to a year, as far as their dates tell."""

import calendar
import datetime
from collections.abc import Collection, Iterator

from briefgen.register.dates import Date
from briefgen.register.ids import MechanismId
from briefgen.register.numbering import days_of
from briefgen.register.register import Register, Session
from briefgen.rules.reports import Report
from briefgen.rules.snapshot import Snapshot

TIMES = ("morning", "afternoon", "evening")
Days = tuple[datetime.date, datetime.date]
"""A first and a last day."""


def is_in(date: Date, year: int) -> bool:
    """Whether a date surely lies in a year; a period does by the year that it begins in."""
    return date.first.year == year


def sessions_in(
    known: Snapshot, mechanisms: Collection[MechanismId], year: int
) -> tuple[Session, ...]:
    """The sessions of a year, in the order of their days; those planned or put off included."""
    sessions = (each for each in known.register.sessions.values() if each.mechanism in mechanisms)
    own = [each for each in sessions if year_of(known.register, each) == year]
    return tuple(sorted(own, key=lambda each: order_of(known, each)))


def order_of(known: Snapshot, session: Session) -> tuple[datetime.date, int, int, int]:
    register = known.register
    return (
        known.calendar.order[session.id],
        TIMES.index(session.time_of_day) if session.time_of_day else len(TIMES),
        list(register.mechanisms).index(session.mechanism),
        register.series[session.mechanism].place(session.key),
    )


def year_of(register: Register, session: Session) -> int | None:
    """The year of a session by its date, else by its number; None when neither tells.

    What a session leaves counts from its last day, so one over New Year is of the later year.
    """
    if session.date is not None and session.date.last.year is not None:
        return session.date.last.year
    days = days_of(session.key, register.unit(session.mechanism))
    return days[0].year if days else None


def year_of_report(register: Register, report: Report) -> int | None:
    """The year of a report by its own date, else its session's year; None when neither tells."""
    if report.entry.on is not None and report.entry.on.last.year is not None:
        return report.entry.on.last.year
    return year_of(register, report.session) if report.session is not None else None


def sessions_maybe_in(
    known: Snapshot, mechanisms: Collection[MechanismId], year: int
) -> tuple[Session, ...]:
    """The sessions held in a year that is not recorded, where it may have been this one."""
    return tuple(
        session
        for mechanism in known.register.mechanisms
        if mechanism in mechanisms
        for session, earliest in undated(known, mechanism)
        for first, last in days_if_in(session, year)
        if earliest <= last and first <= (known.day_of(session) or known.on)
    )


def days_if_in(session: Session, year: int) -> Iterator[Days]:
    """The days on which a session was held if it was in a year; none where there is no such day."""
    moment = session.date.last if session.date is not None else None
    month, day = (moment.month, moment.day) if moment is not None else (None, None)
    days = calendar.monthrange(year, month or 12)[1]
    if day is None or day <= days:
        yield (
            datetime.date(year, month or 1, day or 1),
            datetime.date(year, month or 12, day or days),
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
