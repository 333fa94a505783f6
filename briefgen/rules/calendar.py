"""Which sessions count as of a day, which came last, which comes next."""

import datetime

from briefgen.register.ids import MechanismId, SessionKey
from briefgen.register.numbering import key_at, position, year_of
from briefgen.register.register import Register, Session

YEAR_END = (12, 31)
ONE_DAY = datetime.timedelta(days=1)


def known_by(register: Register, session: Session) -> datetime.date | None:
    """The last day on which a session can have taken place; None when nothing tells it.

    An undated session counts from the end of the year in its key; one numbered by ordinal from
    the day before the next dated session, by which it must have been held.
    """
    unit = register.mechanisms[session.mechanism].numbering.by
    year = year_of(session.key, unit)
    if session.date is not None and session.date.latest is not None:
        return session.date.latest
    if year is not None:
        return datetime.date(year, *YEAR_END)
    place = position(session.key, unit)
    later = (
        other.date.earliest
        for other in register.sessions_of(session.mechanism)
        if position(other.key, unit) > place and other.date is not None
    )
    return next((day - ONE_DAY for day in later if day is not None), None)


def opening_day(
    register: Register, session: Session | None, on: datetime.date
) -> datetime.date:
    """The last day on which what came before a session counts: the eve of its opening.

    A session without a file, without a date, or still to come looks at the register as it is.
    """
    day = known_by(register, session) if session is not None else None
    return on if day is None else min(on, day - ONE_DAY)


def counts(register: Register, session: Session, on: datetime.date) -> bool:
    """Whether a session is dated on or before a day, or its date is unknown."""
    day = known_by(register, session)
    return day is None or day <= on


def held_by(
    register: Register, mechanism: MechanismId, on: datetime.date
) -> tuple[Session, ...]:
    """The sessions of a mechanism recorded as held by a day, in the order of their numbers."""
    return tuple(
        session
        for session in register.sessions_of(mechanism)
        if session.status == "held" and counts(register, session, on)
    )


def next_key(register: Register, mechanism: MechanismId, on: datetime.date) -> SessionKey | None:
    """The number of the session after the last one held; None when none was held."""
    held = held_by(register, mechanism, on)
    if not held:
        return None
    unit = register.mechanisms[mechanism].numbering.by
    return key_at(position(held[-1].key, unit) + 1, unit)
