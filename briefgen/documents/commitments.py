"""Commitments as documents show them: by area, with where each stands and where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.documents.selection import Selection
from briefgen.documents.views import PartyView, SessionView, area_name, party_view, view_of
from briefgen.register.dates import Date
from briefgen.register.ids import CommitmentId, MechanismId, SourceId
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.rules.chains import Chain, chains_of
from briefgen.rules.ledger import LedgerLine, ledger, totals
from briefgen.rules.reports import Report
from briefgen.rules.snapshot import Snapshot
from briefgen.rules.standings import Standing

ALL = "all"


@dataclass(frozen=True)
class ReportView:
    """What was last reported on a commitment, and where; without a date its day is unknown.

    Without a session it was recorded at a later one than the document knows of.
    """

    session: SessionView | None
    on: Date | None
    by: PartyView | None
    note: Wording | None
    inferred: Wording | None
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class CommitmentView:
    """One commitment as of a day; no responsible party means all of them.

    `follows` is the whole chain that an open one comes from, and what a closed one follows itself.
    """

    id: CommitmentId
    number: str
    area: Wording
    text: Wording
    session: SessionView
    responsible: tuple[PartyView, ...]
    due: Date | None
    is_overdue: bool
    is_open: bool
    standing: Standing
    follows: tuple[str, ...]
    superseded_by: str | None
    inferred: Wording | None
    sources: tuple[SourceId, ...]
    report: ReportView | None


@dataclass(frozen=True)
class CommitmentsView:
    """The commitments of earlier sessions with their totals."""

    lines: tuple[CommitmentView, ...]
    totals: tuple[tuple[Standing, int], ...]

    @property
    def open(self) -> tuple[CommitmentView, ...]:
        """Those on which something is still to be done."""
        return tuple(line for line in self.lines if line.is_open)

    def count(self, standing: Standing) -> int:
        """How many stand so."""
        return dict(self.totals)[standing]


def commitments_view(selection: Selection) -> CommitmentsView:
    """What sessions before the selected one promised, by area and within an area oldest first."""
    entire = ledger(selection.before, selection.mechanism)
    return lines_view(
        selection.before, [line for line in entire if selection.is_after(line.session)]
    )


def lines_view(known: Snapshot, lines: Sequence[LedgerLine]) -> CommitmentsView:
    """Some lines of the ledger, by area in the register's order, and their totals."""
    register, chains = known.register, chains_of(known)
    areas = {area: place for place, area in enumerate(register.areas)}
    ordered = sorted(lines, key=lambda line: areas[line.commitment.area])
    return CommitmentsView(
        lines=tuple(
            commitment_view(
                register,
                line,
                chains.of(line.id)[:-1] if line.is_open else line.commitment.follows,
            )
            for line in ordered
        ),
        totals=tuple(totals(lines).items()),
    )


def commitment_view(register: Register, line: LedgerLine, earlier: Chain) -> CommitmentView:
    """One line of the ledger with its names, and the earlier commitments that it comes from."""
    commitment = line.commitment
    return CommitmentView(
        id=line.id,
        number=short(line.id, line.session.mechanism),
        area=area_name(register, commitment.area),
        text=commitment.text,
        session=view_of(register, line.session),
        responsible=tuple(
            party_view(register, party) for party in commitment.responsible if party != ALL
        ),
        due=commitment.due,
        is_overdue=line.overdue,
        is_open=line.is_open,
        standing=line.standing,
        follows=tuple(short(name, line.session.mechanism) for name in earlier),
        superseded_by=(
            short(line.superseded_by, line.session.mechanism) if line.superseded_by else None
        ),
        inferred=commitment.inferred,
        sources=commitment.sources,
        report=report_view(register, line.last_report) if line.last_report else None,
    )


def report_view(register: Register, report: Report) -> ReportView:
    entry, session = report.entry, report.session
    return ReportView(
        session=view_of(register, session) if session else None,
        on=report.date,
        by=party_view(register, entry.by) if entry.by else None,
        note=entry.note,
        inferred=entry.inferred,
        sources=entry.sources,
    )


def short(commitment: CommitmentId, mechanism: MechanismId) -> str:
    """`jwc-guangxi/10/4` as `10/4`, as it is called within its own mechanism only."""
    return commitment.removeprefix(f"{mechanism}/")
