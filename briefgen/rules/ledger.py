"""Where each commitment stands on a given day."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from briefgen.register.ids import CommitmentId, MechanismId
from briefgen.register.models.commitments import Commitment, ProgressEntry
from briefgen.register.register import Register, Session
from briefgen.rules.calendar import held_by, known_by

Standing = Literal[
    "implemented",
    "under-implementation",
    "not-implemented",
    "overtaken-by-events",
    "no-report",
    "superseded",
]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
OPEN = frozenset({"under-implementation", "not-implemented", "no-report"})


@dataclass(frozen=True)
class Report:
    """A progress entry with the session that recorded it and the day it counts from."""

    entry: ProgressEntry
    session: Session
    day: datetime.date | None


@dataclass(frozen=True)
class LedgerLine:
    """One commitment as of a day; exactly one standing each, so that totals add up."""

    id: CommitmentId
    commitment: Commitment
    session: Session
    standing: Standing
    last_report: Report | None
    superseded_by: CommitmentId | None
    overdue: bool

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.standing in OPEN


def ledger(register: Register, mechanism: MechanismId, on: datetime.date) -> tuple[LedgerLine, ...]:
    """All commitments of a mechanism made by a day, oldest first; a plan alone makes none."""
    reports = last_reports(register, on)
    successors = successors_of(held_anywhere(register, on))
    return tuple(
        line(session, commitment, reports, successors, on)
        for session in held_by(register, mechanism, on)
        for commitment in session.commitments
    )


def held_anywhere(register: Register, on: datetime.date) -> tuple[Session, ...]:
    """The sessions of all mechanisms held by a day, oldest first."""
    held = [each for mechanism in register.mechanisms for each in held_by(register, mechanism, on)]
    return tuple(sorted(held, key=lambda each: known_by(register, each) or datetime.date.min))


def line(
    session: Session,
    commitment: Commitment,
    reports: Mapping[CommitmentId, Report],
    successors: Mapping[CommitmentId, CommitmentId],
    on: datetime.date,
) -> LedgerLine:
    """One commitment as it stands."""
    name = session.commitment_id(commitment)
    report, successor = reports.get(name), successors.get(name)
    standing: Standing = "no-report" if report is None else report.entry.status
    if successor is not None:
        standing = "superseded"
    due = commitment.due.latest if commitment.due else None
    overdue = standing in OPEN and due is not None and due < on
    return LedgerLine(name, commitment, session, standing, report, successor, overdue)


def successors_of(sessions: Iterable[Session]) -> dict[CommitmentId, CommitmentId]:
    """Which later commitment each followed one lives on in; the first that follows it."""
    found: dict[CommitmentId, CommitmentId] = {}
    for session in sessions:
        for commitment in session.commitments:
            for earlier in commitment.follows:
                found.setdefault(earlier, session.commitment_id(commitment))
    return found


def last_reports(register: Register, on: datetime.date) -> dict[CommitmentId, Report]:
    """The latest report on each commitment, over all mechanisms, dated on or before a day."""
    reports = [report for report in reports_of(register) if report.day is None or report.day <= on]
    reports.sort(key=lambda report: report.day or datetime.date.min)
    return {report.entry.commitment: report for report in reports}


def reports_of(register: Register) -> Iterable[Report]:
    for mechanism in register.mechanisms:
        for session in register.sessions_of(mechanism):
            for entry in session.progress:
                day = entry.on.latest if entry.on else None
                yield Report(entry, session, day or known_by(register, session))


def chain(lines: Iterable[LedgerLine], commitment: CommitmentId) -> tuple[CommitmentId, ...]:
    """A commitment and those it comes from, oldest first; each once.

    Those of other mechanisms, which the lines don't hold, come first.
    """
    follows = {line.id: line.commitment.follows for line in lines}
    places = {name: place for place, name in enumerate(follows)}
    found: set[CommitmentId] = set()
    waiting = [commitment]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += follows.get(name, ())
    return tuple(sorted(found, key=lambda name: (places.get(name, -1), name)))


def totals(lines: Iterable[LedgerLine]) -> dict[Standing, int]:
    """How many commitments stand at each status; zeros included."""
    counted = Counter(line.standing for line in lines)
    return {standing: counted[standing] for standing in STANDINGS}
