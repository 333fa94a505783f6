"""What sessions left behind: findings, agreements and outcome documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.documents.statements import SpeakerView, speaker_views
from briefgen.documents.views import (
    FactView,
    PartyView,
    PersonView,
    SessionView,
    fact_view,
    party_views,
    person_view,
    view_of,
)
from briefgen.register.dates import Date
from briefgen.register.ids import SourceId
from briefgen.register.models.outcomes import CitedDocument, Outcome, OutcomeKind
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording
from briefgen.rules.review import held_together
from briefgen.rules.snapshot import Snapshot


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
class SessionRecord:
    """What is recorded of a session's results."""

    session: SessionView
    outcomes: tuple[DocumentView, ...]
    results: tuple[FactView, ...]
    agreed: tuple[FactView, ...]
    statements: tuple[SpeakerView, ...]
    refers_to: tuple[DocumentView, ...]


def with_pairs(known: Snapshot, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """Sessions, each followed by those held together with it; none twice."""
    found = {}
    for session in sessions:
        for each in (session, *held_together(known, session)):
            found[each.id] = each
    return tuple(found.values())


def session_record(register: Register, session: Session) -> SessionRecord:
    """What is recorded of one session's results."""
    return SessionRecord(
        session=view_of(register, session),
        outcomes=tuple(outcome_view(register, outcome) for outcome in session.outcomes),
        results=tuple(
            fact_view(register, each.area, each.text, each.sources) for each in session.results
        ),
        agreed=tuple(
            fact_view(register, each.area, each.text, each.sources) for each in session.commitments
        ),
        statements=speaker_views(register, session, session.statements),
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
