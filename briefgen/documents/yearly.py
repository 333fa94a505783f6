"""What a year's sessions left, as the yearly summary shows it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.documents.commitments import ReportView, report_view, short
from briefgen.documents.delegations import DelegationView, delegations_view
from briefgen.documents.figures import FigureView, figures_view
from briefgen.documents.hosting import HostingView, hosting_view, told
from briefgen.documents.records import DocumentView, session_record
from briefgen.documents.selection import Selection
from briefgen.documents.views import SessionView, area_name, view_of
from briefgen.register.ids import MechanismId, PartyId, SourceId
from briefgen.register.models.commitments import Commitment
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording
from briefgen.rules.reports import Report
from briefgen.rules.rotation import coming
from briefgen.rules.snapshot import Snapshot, next_key
from briefgen.rules.years import is_in, year_of_report


@dataclass(frozen=True)
class MeetingView:
    """A session of the year: who took part and what documents came out of it."""

    session: SessionView
    delegations: tuple[DelegationView, ...]
    outcomes: tuple[DocumentView, ...]


@dataclass(frozen=True)
class ReportedView:
    """A report of the year on a commitment of any year."""

    number: str
    mechanism: Wording
    area: Wording
    text: Wording
    status: str
    report: ReportView
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class FigureRow:
    """A measure with what is recorded of it for the year and for the year before."""

    measure: Wording
    this: tuple[FigureView, ...]
    before: tuple[FigureView, ...]


@dataclass(frozen=True)
class NextHostView:
    """Who hosts a mechanism's next session after the year; no hosting when none is next."""

    mechanism: Wording
    hosting: HostingView | None


def meetings_view(
    now: Snapshot, sessions: Iterable[Session], reader: PartyId | None
) -> tuple[MeetingView, ...]:
    """The sessions of a year with those who took part, the reader first, else the host."""
    return tuple(meeting_view(now, session, reader) for session in sessions)


def meeting_view(now: Snapshot, session: Session, reader: PartyId | None) -> MeetingView:
    selection = Selection(session.mechanism, session.key, session, now, now)
    own = reader if reader in selection.parties(None) else None
    return MeetingView(
        view_of(now.register, session),
        delegations_view(selection, session, own),
        session_record(now.register, session).outcomes,
    )


def reports_view(
    now: Snapshot, mechanisms: Sequence[MechanismId], year: int
) -> tuple[ReportedView, ...]:
    """The reports of a year on commitments of some mechanisms, in the order of their days.

    Those recorded only at a session after the year's end included.
    """
    made = {
        session.commitment_id(each): (session, each)
        for session, each in now.made
        if session.mechanism in mechanisms
    }
    return tuple(
        reported_view(now.register, report, *made[report.entry.commitment])
        for report in sorted(now.reports, key=lambda report: report.order)
        if report.entry.commitment in made and year_of_report(now.register, report) == year
    )


def reported_view(
    register: Register, report: Report, session: Session, commitment: Commitment
) -> ReportedView:
    return ReportedView(
        number=short(report.entry.commitment, session.mechanism),
        mechanism=register.mechanisms[session.mechanism].short_name,
        area=area_name(register, commitment.area),
        text=commitment.text,
        status=report.entry.status,
        report=report_view(register, report),
        sources=commitment.sources,
    )


def figure_rows(now: Snapshot, sessions: Sequence[Session], year: int) -> tuple[FigureRow, ...]:
    """The measures recorded for a year or for the one before, whichever session told them."""
    rows: dict[tuple[str, str], tuple[list[FigureView], list[FigureView]]] = {}
    for figure in figures_view(now.register, sessions):
        key = (figure.measure.versions[0].text, figure.unit.versions[0].text)
        this, before = rows.get(key, ([], []))
        if is_in(figure.period, year):
            rows[key] = ([*this, figure], before)
        elif is_in(figure.period, year - 1):
            rows[key] = (this, [*before, figure])
    return tuple(
        FigureRow((this or before)[0].measure, tuple(this), tuple(before))
        for this, before in rows.values()
    )


def next_hosts(
    now: Snapshot, end: Snapshot, mechanisms: Sequence[MechanismId]
) -> Iterator[NextHostView]:
    """Who hosts the session after the last one held by the year's end, as far as is known now."""
    for mechanism in mechanisms:
        key = next_key(end, mechanism)
        found = coming(now, mechanism, key, 1) if key is not None else ()
        yield NextHostView(
            end.register.mechanisms[mechanism].short_name,
            told(hosting_view(now.register, mechanism, found[0], None)) if found else None,
        )
