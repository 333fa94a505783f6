"""What was said and proposed at sessions, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from briefgen.documents.views import (
    PartyView,
    PersonView,
    SessionView,
    party_view,
    party_views,
    person_view,
    view_of,
)
from briefgen.register.ids import SourceId
from briefgen.register.models.commitments import Statement
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording


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
