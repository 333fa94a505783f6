"""Sessions: when and where they were held, by whom prepared, and all that came of them."""

from typing import Literal, Self

from pydantic import model_validator

from briefgen.register.dates import EdtfDate
from briefgen.register.forms import Time
from briefgen.register.models.attendance import ConnectionPoint, Participant
from briefgen.register.models.commitments import Commitment, ProgressEntry, Statement
from briefgen.register.models.entries import Entry, Note, Sourced
from briefgen.register.models.outcomes import CitedDocument, Figure, Outcome, Result
from briefgen.register.references import Party as PartyRef
from briefgen.register.references import SessionRef
from briefgen.register.texts import Text
from briefgen.register.wrong import wrong_at

Status = Literal["held", "planned", "postponed", "cancelled"]
Mode = Literal["in-person", "online", "hybrid"]
PreparationKind = Literal[
    "secretariat-meeting", "organising-committee", "coordination", "document", "other"
]


class Preparation(Sourced):
    """A step by which a session was prepared."""

    kind: PreparationKind
    place: Text | None = None
    date: EdtfDate | None = None
    decided: Text


class AgendaItem(Entry):
    """A point of the agenda."""

    time: Time | None = None
    item: Text


class Internal(Entry):
    """What only one's own side may read: never part of a shared edition."""

    objectives: tuple[Text, ...] = ()
    talking_points: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()


class SessionFile(Sourced):
    """One session as its file holds it; what is absent is not recorded."""

    date: EdtfDate | None = None
    time_of_day: Literal["morning", "afternoon", "evening"] | None = None
    host: PartyRef | None = None
    place: Text | None = None
    mode: Mode | None = None
    status: Status
    connection_points: tuple[ConnectionPoint, ...] = ()
    held_with: SessionRef | None = None
    preparation: tuple[Preparation, ...] = ()
    participants: tuple[Participant, ...] = ()
    reviews: tuple[SessionRef, ...] = ()
    results: tuple[Result, ...] = ()
    statements: tuple[Statement, ...] = ()
    progress: tuple[ProgressEntry, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    refers_to: tuple[CitedDocument, ...] = ()
    proposals: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    notes: tuple[Note, ...] = ()
    internal: Internal | None = None

    @model_validator(mode="after")
    def commitments_have_one_number_each(self) -> Self:
        """A commitment's number is its id within the session."""
        seen: set[int] = set()
        for index, commitment in enumerate(self.commitments):
            if commitment.number in seen:
                message = f"the commitment number {commitment.number} stands here twice"
                raise wrong_at(f"{message}; give each its own", "commitments", index, "number")
            seen.add(commitment.number)
        return self
