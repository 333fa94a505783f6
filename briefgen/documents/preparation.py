"""How a session is prepared: its agenda, its connection points, the steps taken."""

import datetime
from dataclasses import dataclass

from briefgen.documents.views import PartyView, party_view
from briefgen.register.dates import Date
from briefgen.register.ids import SourceId
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording


@dataclass(frozen=True)
class ConnectionPointView:
    """A place from which participants join; a party or a place may not be recorded."""

    party: PartyView | None
    place: Wording | None
    planned: bool


@dataclass(frozen=True)
class PreparationView:
    """A step of preparation; one of a day after the document's is still to do."""

    kind: str
    place: Wording | None
    date: Date | None
    decided: Wording
    is_to_do: bool
    sources: tuple[SourceId, ...]


def connection_points_view(register: Register, session: Session) -> tuple[ConnectionPointView, ...]:
    """The places from which a session is held, in the register's order."""
    return tuple(
        ConnectionPointView(
            party_view(register, point.party) if point.party else None, point.place, point.planned
        )
        for point in session.connection_points
    )


def preparation_view(session: Session, as_of: datetime.date) -> tuple[PreparationView, ...]:
    """The steps of preparation recorded for a session."""
    return tuple(
        PreparationView(
            kind=step.kind,
            place=step.place,
            date=step.date,
            decided=step.decided,
            is_to_do=step.date is not None and step.date.is_after(as_of),
            sources=step.sources,
        )
        for step in session.preparation
    )
