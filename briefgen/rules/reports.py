"""What was reported of commitments: each report counts from its own day, else its session's."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.register.dates import Date
from briefgen.register.models.commitments import ProgressEntry
from briefgen.register.register import Register, Session
from briefgen.rules.calendar import Calendar


@dataclass(frozen=True)
class Report:
    """A progress entry with the session that recorded it and the day it counts from.

    `day` is None when nothing tells it: such a report counts always, and is sorted by `order`.
    `session` is None where it was held after the day that is looked at.
    """

    entry: ProgressEntry
    session: Session | None
    day: datetime.date | None
    order: datetime.date

    @property
    def date(self) -> Date | None:
        """Its date as it is recorded: its own, else its session's where that is known."""
        return self.entry.on or (self.session.date if self.session is not None else None)


def reports_in(register: Register, calendar: Calendar) -> Iterator[Report]:
    """All reports of a register, mechanism by mechanism."""
    for mechanism in register.mechanisms:
        for session in register.sessions_of(mechanism):
            for entry in session.progress:
                day = day_of(entry, calendar.days[session.id])
                yield Report(entry, session, day, day or calendar.order[session.id])


def day_of(entry: ProgressEntry, session_day: datetime.date | None) -> datetime.date | None:
    """The day from which a report counts: its own, else its session's."""
    return (entry.on.latest if entry.on else None) or session_day


def known_reports(
    reports: Iterator[Report] | tuple[Report, ...], register: Register, on: datetime.date
) -> tuple[Report, ...]:
    """The reports of a day or earlier, with the sessions that the register of that day holds."""
    return tuple(
        replace(report, session=known_session(report, register))
        for report in reports
        if report.day is None or report.day <= on
    )


def known_session(report: Report, register: Register) -> Session | None:
    return register.sessions.get(report.session.id) if report.session is not None else None
