"""The yearly summary: what a year's sessions did, where commitments stand, who hosts next."""

import datetime
from dataclasses import dataclass, replace

from briefgen.documents.citations import SourceView, source_views
from briefgen.documents.commitments import CommitmentsView, lines_view
from briefgen.documents.editions import Edition, for_edition
from briefgen.documents.occasion import author_of
from briefgen.documents.orders import SummaryOrder
from briefgen.documents.selection import check_mechanism, check_party
from briefgen.documents.tallies import TallyView, by_area, by_party, tally
from briefgen.documents.views import SessionView, views_of
from briefgen.documents.yearly import (
    FigureRow,
    MeetingView,
    NextHostView,
    ReportedView,
    figure_rows,
    meetings_view,
    next_hosts,
    reports_view,
)
from briefgen.problems import Place, Problem, UsageError, quoted
from briefgen.register.ids import MechanismId, PartyId
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.rules.ledger import LedgerLine, ledger
from briefgen.rules.members import sides_on
from briefgen.rules.order import parties_in_order
from briefgen.rules.snapshot import Snapshot, snapshot
from briefgen.rules.years import order_of, sessions_in, sessions_maybe_in, year_of

FIRST_YEAR, LAST_YEAR = 1000, 9999


@dataclass(frozen=True)
class Summary:
    """A year over all mechanisms, or over one; commitments stand as on `until`, its last day.

    `undated` are sessions of which no year is recorded, where it may have been this one; as many
    commitments as `of_unknown_years` tells are of sessions of no known year, and count in every.
    """

    year: int
    until: datetime.date
    as_of: datetime.date
    edition: Edition
    author: Wording
    title: Wording
    mechanism: MechanismId | None
    name: Wording | None
    meetings: tuple[MeetingView, ...]
    made: CommitmentsView
    reports: tuple[ReportedView, ...]
    total: TallyView
    areas: tuple[TallyView, ...]
    parties: tuple[TallyView, ...]
    figures: tuple[FigureRow, ...]
    next: tuple[NextHostView, ...]
    of_unknown_years: int
    undated: tuple[SessionView, ...]
    sources: tuple[SourceView, ...] = ()

    @property
    def about(self) -> str:
        """The year, after the mechanism if it is of one."""
        return f"{self.mechanism}/{self.year}" if self.mechanism else str(self.year)

    @property
    def held(self) -> tuple[MeetingView, ...]:
        """The sessions that were held."""
        return tuple(each for each in self.meetings if each.session.status == "held")

    @property
    def outcomes(self) -> int:
        """How many outcome documents are recorded."""
        return sum(each.count for meeting in self.meetings for each in meeting.outcomes)


def prepare_summary(register: Register, order: SummaryOrder) -> Summary:
    """The summary of a year; raises UsageError when there is no such year or mechanism."""
    if not FIRST_YEAR <= order.year <= LAST_YEAR:
        message = "no year; write four digits, such as 2023"
        raise UsageError([Problem(Place(str(order.year)), "bad-year", message)])
    if order.mechanism is not None:
        check_mechanism(register, order.mechanism, order.mechanism)
    now = snapshot(for_edition(register, order.edition), order.as_of)
    if order.perspective is not None:
        check_reader(now, order, order.perspective)
    summary = unsourced(now, order)
    return replace(summary, sources=source_views(now.register, summary))


def mechanisms_of(now: Snapshot, order: SummaryOrder) -> tuple[MechanismId, ...]:
    return tuple(each for each in now.register.mechanisms if order.mechanism in {None, each})


def check_reader(now: Snapshot, order: SummaryOrder, reader: PartyId) -> None:
    """Raises UsageError when a party is of none of the mechanisms."""
    register, mechanisms = now.register, mechanisms_of(now, order)
    rules = (register.mechanisms[each] for each in mechanisms)
    sides = [side for rule in rules for side in sides_on(register.parties, rule, now.on)]
    check_party(
        now,
        quoted(order.mechanism) if order.mechanism else "any mechanism",
        parties_in_order(sides),
        reader,
    )


def unsourced(now: Snapshot, order: SummaryOrder) -> Summary:
    register, year = now.register, order.year
    mechanisms = mechanisms_of(now, order)
    end = now.before(datetime.date(year, 12, 31))
    sessions = sessions_in(now, mechanisms, year)
    lines = lines_of(end, mechanisms)
    names = [each.id for each in sessions]
    own = [line for line in lines if line.session.id in names]
    recorded = [each for each in register.sessions.values() if each.mechanism in mechanisms]
    told = sorted(recorded, key=lambda each: order_of(now, each))
    return Summary(
        year=year,
        until=end.on,
        as_of=order.as_of,
        edition=order.edition,
        author=author_of(now),
        title=register.title,
        mechanism=order.mechanism,
        name=register.mechanisms[order.mechanism].name if order.mechanism else None,
        meetings=meetings_view(now, sessions, order.perspective),
        made=lines_view(end, own),
        reports=reports_view(now, mechanisms, year),
        total=tally(lines, names),
        areas=by_area(register, lines, names),
        parties=by_party(register, lines, names, order.perspective),
        figures=figure_rows(now, told, year),
        next=tuple(next_hosts(now, end, mechanisms)),
        of_unknown_years=sum(year_of(register, line.session) is None for line in lines),
        undated=views_of(register, sessions_maybe_in(now, mechanisms, year)),
    )


def lines_of(end: Snapshot, mechanisms: tuple[MechanismId, ...]) -> list[LedgerLine]:
    """Where every commitment of some mechanisms stood at the year's end."""
    return [line for mechanism in mechanisms for line in ledger(end, mechanism)]
