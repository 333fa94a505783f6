"""What sessions left behind: findings, agreements, outcome documents, proposals, figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from briefgen.documents.commitments import area_name
from briefgen.documents.selection import Selection, is_before
from briefgen.documents.views import (
    PartyView,
    PersonView,
    SessionView,
    party_view,
    party_views,
    person_view,
    view_of,
)
from briefgen.register.dates import Date
from briefgen.register.ids import SourceId
from briefgen.register.models.sessions import CitedDocument, Outcome, OutcomeKind, Statement
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording
from briefgen.rules.calendar import counts


@dataclass(frozen=True)
class FactView:
    """A fact in words, with the area it belongs to where one is recorded."""

    area: Wording | None
    text: Wording
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class DocumentView:
    """A document that a session signed or referred to."""

    kind: OutcomeKind
    title: Wording
    count: int
    parties: tuple[PartyView, ...]
    signatories: tuple[PersonView, ...]
    period: Date | None
    signed: Date | None
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class StatementView:
    """What a party or a person said or proposed at a session."""

    session: SessionView
    by: PartyView | None
    person: PersonView | None
    on_behalf_of: tuple[PartyView, ...]
    text: Wording
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class ProposalsView:
    """All that one speaker proposed at one session."""

    session: SessionView
    by: PartyView | None
    person: PersonView | None
    proposals: tuple[StatementView, ...]


@dataclass(frozen=True)
class FigureView:
    """A number with its measure, unit and period."""

    measure: Wording
    value: Decimal
    scale: str | None
    unit: Wording
    period: Date
    session: SessionView
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class SessionRecord:
    """What is recorded of a session's results."""

    session: SessionView
    outcomes: tuple[DocumentView, ...]
    results: tuple[FactView, ...]
    agreed: tuple[FactView, ...]
    statements: tuple[StatementView, ...]
    refers_to: tuple[DocumentView, ...]


def earlier_sessions(register: Register, selection: Selection) -> tuple[Session, ...]:
    """The mechanism's sessions before the selected one, as of its opening; oldest first."""
    return tuple(
        session
        for session in register.sessions_of(selection.mechanism)
        if is_before(register, session, selection) and counts(register, session, selection.opens)
    )


def held_together(register: Register, session: Session) -> tuple[Session, ...]:
    """The sessions of other mechanisms that were held with a session, whichever file says so."""
    return tuple(
        other
        for other in register.sessions.values()
        if other.id == session.held_with or other.held_with == session.id
    )


def with_pairs(register: Register, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """Sessions, each followed by those held together with it; none twice."""
    found = {}
    for session in sessions:
        for each in (session, *held_together(register, session)):
            found[each.id] = each
    return tuple(found.values())


def session_record(register: Register, session: Session) -> SessionRecord:
    """What is recorded of one session's results."""
    return SessionRecord(
        session=view_of(register, session),
        outcomes=tuple(outcome_view(register, outcome) for outcome in session.outcomes),
        results=tuple(
            FactView(
                area_name(register, result.area) if result.area else None,
                result.text,
                result.sources,
            )
            for result in session.results
        ),
        agreed=tuple(
            FactView(area_name(register, each.area), each.text, each.sources)
            for each in session.commitments
        ),
        statements=statement_views(register, session, session.statements),
        refers_to=tuple(cited_view(document) for document in session.refers_to),
    )


def outcome_view(register: Register, outcome: Outcome) -> DocumentView:
    return DocumentView(
        kind=outcome.kind,
        title=outcome.title,
        count=outcome.count,
        parties=party_views(register, outcome.parties),
        signatories=tuple(person_view(register, person) for person in outcome.signatories),
        period=outcome.period,
        signed=outcome.signed,
        sources=outcome.sources,
    )


def cited_view(document: CitedDocument) -> DocumentView:
    return DocumentView(
        document.kind, document.title, 1, (), (), document.period, None, document.sources
    )


def proposals_view(register: Register, sessions: Sequence[Session]) -> tuple[ProposalsView, ...]:
    """What was proposed at some sessions, by speaker, the latest session's first."""
    return tuple(
        ProposalsView(first.session, first.by, first.person, proposals)
        for session in reversed(sessions)
        for proposals in by_speaker(statement_views(register, session, session.proposals))
        for first in proposals[:1]
    )


def by_speaker(
    statements: tuple[StatementView, ...],
) -> tuple[tuple[StatementView, ...], ...]:
    """Statements in runs of one speaker each."""
    runs = groupby(statements, key=lambda statement: (statement.by, statement.person))
    return tuple(tuple(run) for _, run in runs)


def statement_views(
    register: Register, session: Session, statements: Sequence[Statement]
) -> tuple[StatementView, ...]:
    return tuple(
        StatementView(
            session=view_of(register, session),
            by=party_view(register, statement.by) if statement.by else None,
            person=person_view(register, statement.person) if statement.person else None,
            on_behalf_of=party_views(register, statement.on_behalf_of),
            text=statement.text,
            sources=statement.sources,
        )
        for statement in statements
    )


def figures_view(register: Register, sessions: Sequence[Session]) -> tuple[FigureView, ...]:
    """The figures recorded at some sessions, the latest session's first."""
    return tuple(
        FigureView(
            measure=figure.measure,
            value=figure.value,
            scale=figure.scale,
            unit=figure.unit,
            period=figure.period,
            session=view_of(register, session),
            sources=figure.sources,
        )
        for session in reversed(sessions)
        for figure in session.figures
    )
