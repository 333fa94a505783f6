"""What was said and proposed at sessions, by speaker."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from briefgen.documents.views import (
    FactView,
    PartyView,
    PersonView,
    SessionView,
    fact_view,
    party_view,
    party_views,
    person_view,
    view_of,
)
from briefgen.register.ids import PartyId, PersonId
from briefgen.register.models.commitments import Statement
from briefgen.register.register import Register, Session

Speaker = tuple[PartyId | None, PersonId | None, tuple[PartyId, ...]]


@dataclass(frozen=True)
class SpeakerView:
    """All that one party or person said, or proposed, in a row at one session."""

    session: SessionView
    by: PartyView | None
    person: PersonView | None
    on_behalf_of: tuple[PartyView, ...]
    points: tuple[FactView, ...]


def proposals_view(register: Register, sessions: Sequence[Session]) -> tuple[SpeakerView, ...]:
    """What was proposed at some sessions, the latest session's first."""
    return tuple(
        view
        for session in reversed(sessions)
        for view in speaker_views(register, session, session.proposals)
    )


def speaker_views(
    register: Register, session: Session, statements: Sequence[Statement]
) -> tuple[SpeakerView, ...]:
    """Statements at a session, those of one speaker together."""
    return tuple(
        speaker_view(register, session, speaker, tuple(said))
        for speaker, said in groupby(statements, key=speaker_of)
    )


def speaker_of(statement: Statement) -> Speaker:
    return statement.by, statement.person, statement.on_behalf_of


def speaker_view(
    register: Register, session: Session, speaker: Speaker, said: Sequence[Statement]
) -> SpeakerView:
    by, person, on_behalf_of = speaker
    return SpeakerView(
        session=view_of(register, session),
        by=party_view(register, by) if by else None,
        person=person_view(register, person) if person else None,
        on_behalf_of=party_views(register, on_behalf_of),
        points=tuple(fact_view(register, each.area, each.text, each.sources) for each in said),
    )
