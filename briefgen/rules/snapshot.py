"""The register as it stood on a day: without anything dated, or told, later."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from briefgen.register.eras import Place
from briefgen.register.ids import MechanismId, SessionKey
from briefgen.register.models.commitments import Commitment
from briefgen.register.register import Register, Session
from briefgen.rules.calendar import Calendar, calendar_of
from briefgen.rules.dated import without_later_facts
from briefgen.rules.reports import Report, known_reports, reports_in
from briefgen.rules.told import without_later_sources


@dataclass(frozen=True)
class Snapshot:
    """What the register holds as of a day; all rules look at one, so that none sees later facts.

    The calendar was read off the whole register: which session came before which stays known. So
    were the reports: one of an earlier day counts, also where a later session recorded it.
    """

    register: Register
    on: datetime.date
    calendar: Calendar
    reports: tuple[Report, ...]

    def held(self, mechanism: MechanismId) -> tuple[Session, ...]:
        """The sessions of a mechanism recorded as held, in the order of their numbers."""
        sessions = self.register.sessions_of(mechanism)
        return tuple(session for session in sessions if session.status == "held")

    @cached_property
    def made(self) -> tuple[tuple[Session, Commitment], ...]:
        """Every commitment made by a session that was held, over all mechanisms, oldest first."""
        held = (each for mechanism in self.register.mechanisms for each in self.held(mechanism))
        ordered = sorted(held, key=lambda session: self.calendar.order[session.id])
        return tuple((session, each) for session in ordered for each in session.commitments)

    def day_of(self, session: Session) -> datetime.date | None:
        """The last day on which a session can have taken place; None when nothing tells it."""
        return self.calendar.days[session.id]

    def not_cancelled(self, mechanism: MechanismId, place: Place) -> Iterator[Place]:
        """The places of sessions from one on, without end and without those called off."""
        series = self.register.series[mechanism]
        while True:
            session = self.register.sessions.get(f"{mechanism}/{series.key(place)}")
            if session is None or session.status != "cancelled":
                yield place
            place = series.after(place)

    def before(self, day: datetime.date) -> "Snapshot":
        """The same without facts dated after an earlier day; what is told of them stays known."""
        if day >= self.on:
            return self
        register = without_later_facts(self.register, self.calendar.days, day)
        return replace(
            self, register=register, on=day, reports=known_reports(self.reports, register, day)
        )


def snapshot(register: Register, on: datetime.date) -> Snapshot:
    """The register as of a day."""
    calendar = calendar_of(register)
    told = without_later_sources(register, on)
    known = without_later_facts(told, calendar.days, on)
    reports = known_reports(reports_in(told, calendar), known, on)
    return Snapshot(known, on, calendar, reports)


def next_key(known: Snapshot, mechanism: MechanismId) -> SessionKey | None:
    """The number of the session after the last one held, those that were cancelled passed over.

    The first one planned, in a mechanism that never met; None before the first one held.
    """
    if held := known.held(mechanism):
        series = known.register.series[mechanism]
        place = series.after(series.place(held[-1].key))
        return series.key(next(known.not_cancelled(mechanism, place)))
    return None if has_later(known, mechanism) else first_planned(known, mechanism)


def has_later(known: Snapshot, mechanism: MechanismId) -> bool:
    """Whether sessions of a mechanism are recorded that the snapshot doesn't hold."""
    own = (name for name in known.calendar.days if name.rpartition("/")[0] == mechanism)
    return any(name not in known.register.sessions for name in own)


def first_planned(known: Snapshot, mechanism: MechanismId) -> SessionKey | None:
    sessions = known.register.sessions_of(mechanism)
    return next((session.key for session in sessions if session.status == "planned"), None)
