"""Which sessions count as of a day, which came last, which comes next."""

import datetime
from collections.abc import Iterator

from briefgen.register.ids import MechanismId, SessionKey
from briefgen.register.numbering import key_at, position, year_of
from briefgen.register.register import Register, Session

Bounds = tuple[datetime.date | None, datetime.date | None]
FIRST_HALF_END, YEAR_END = (6, 30), (12, 31)
ONE_DAY = datetime.timedelta(days=1)
TIMED = frozenset({"held", "planned"})
"""Sessions whose date holds: one that was put off or called off has none."""


def known_by(register: Register, session: Session) -> datetime.date | None:
    """The last day on which a session can have taken place; None when nothing tells it.

    That is the last day of its date or, without one, of the year or half-year in its key. It is
    also before the day of any later session of its mechanism, if one of these was held.
    """
    earliest, latest = own_bounds(register, session)
    days = [*([latest] if latest else []), *days_before_later(register, session)]
    last = min(days, default=None)
    return max(last, earliest) if last and earliest else last


def own_bounds(register: Register, session: Session) -> Bounds:
    """The first and the last day that a session's date, or else its key, leaves open."""
    if session.date is not None and session.date.latest is not None:
        return session.date.earliest, session.date.latest
    year = year_of(session.key, register.mechanisms[session.mechanism].numbering.by)
    if year is None:
        return None, None
    end = FIRST_HALF_END if session.key.endswith("H1") else YEAR_END
    return None, datetime.date(year, *end)


def days_before_later(register: Register, session: Session) -> Iterator[datetime.date]:
    """How late a session can have been so that every later one still came after it.

    A plan alone tells nothing: its date may lie ahead while the session before was held long ago.
    """
    unit = register.mechanisms[session.mechanism].numbering.by
    place = position(session.key, unit)
    later = [
        (position(other.key, unit) - place, other.date.latest, other.status)
        for other in register.sessions_of(session.mechanism)
        if position(other.key, unit) > place and other.date is not None and other.status in TIMED
    ]
    if any(status == "held" for _, _, status in later):
        yield from (day - steps * ONE_DAY for steps, day, _ in later if day)


def opening_day(register: Register, session: Session | None, on: datetime.date) -> datetime.date:
    """The last day on which what came before a session counts: the eve of its opening.

    A session without a file, without a date, or still to come looks at the register as it is.
    """
    if session is None or session.status not in TIMED:
        return on
    first = session.date.first.latest if session.date else None
    days = [day for day in (first, known_by(register, session)) if day is not None]
    return min([on, *(day - ONE_DAY for day in days)])


def counts(register: Register, session: Session, on: datetime.date) -> bool:
    """Whether a session is dated on or before a day, or its date is unknown."""
    day = known_by(register, session)
    return day is None or day <= on


def held_by(register: Register, mechanism: MechanismId, on: datetime.date) -> tuple[Session, ...]:
    """The sessions of a mechanism recorded as held by a day, in the order of their numbers."""
    return tuple(
        session
        for session in register.sessions_of(mechanism)
        if session.status == "held" and counts(register, session, on)
    )


def next_key(register: Register, mechanism: MechanismId, on: datetime.date) -> SessionKey | None:
    """The number of the session after the last one held by a day.

    The first one planned, in a mechanism that never met; None before the first one held.
    """
    held = held_by(register, mechanism, on)
    if not held:
        return first_planned(register.sessions_of(mechanism))
    unit = register.mechanisms[mechanism].numbering.by
    return key_at(position(held[-1].key, unit) + 1, unit)


def first_planned(sessions: tuple[Session, ...]) -> SessionKey | None:
    if any(session.status == "held" for session in sessions):
        return None
    return next((session.key for session in sessions if session.status == "planned"), None)
