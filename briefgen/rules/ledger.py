"""Where each commitment stands on a given day."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefgen.register.ids import CommitmentId, MechanismId
from briefgen.register.models.commitments import Commitment
from briefgen.register.register import Session
from briefgen.rules.chains import successors_of
from briefgen.rules.reports import Report
from briefgen.rules.snapshot import Snapshot
from briefgen.rules.standings import STANDINGS, Standing

OPEN = frozenset({"under-implementation", "not-implemented", "no-report"})


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


def ledger(known: Snapshot, mechanism: MechanismId) -> tuple[LedgerLine, ...]:
    """All commitments of a mechanism made by a day, oldest first; a plan alone makes none."""
    reports, successors = last_reports(known), successors_of(known)
    return tuple(
        line(session, commitment, reports, successors, known.on)
        for session in known.held(mechanism)
        for commitment in session.commitments
    )


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
    due = commitment.due
    overdue = standing in OPEN and due is not None and due.is_before(on)
    return LedgerLine(name, commitment, session, standing, report, successor, overdue)


def last_reports(known: Snapshot) -> dict[CommitmentId, Report]:
    """The latest report on each commitment, over all mechanisms."""
    reports = sorted(known.reports, key=lambda report: report.order)
    return {report.entry.commitment: report for report in reports}


def totals(lines: Iterable[LedgerLine]) -> dict[Standing, int]:
    """How many commitments stand at each status; zeros included."""
    counted = Counter(line.standing for line in lines)
    return {standing: counted[standing] for standing in STANDINGS}
