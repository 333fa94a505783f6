"""Sessions: what was held, who took part, what was promised and reported."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from briefgen.register.dates import EdtfDate
from briefgen.register.forms import Time
from briefgen.register.models.entries import Entry, Note, Number, Sourced
from briefgen.register.references import (
    Area,
    CommitmentRef,
    PartyOrAll,
    Person,
    SessionRef,
    SourceRef,
)
from briefgen.register.references import Party as PartyRef
from briefgen.register.texts import Text
from briefgen.register.wrong import wrong_at

Role = Literal[
    "chair",
    "co-chair",
    "head",
    "deputy-head",
    "member",
    "adviser",
    "secretariat",
    "interpreter",
    "guest",
]
Attendance = Literal["present", "online", "absent", "represented"]
Status = Literal["held", "planned", "postponed", "cancelled"]
Mode = Literal["in-person", "online", "hybrid"]
Progress = Literal["implemented", "under-implementation", "not-implemented", "overtaken-by-events"]
PreparationKind = Literal[
    "secretariat-meeting", "organising-committee", "coordination", "document", "other"
]
OutcomeKind = Literal[
    "memorandum", "memorandum-of-understanding", "minutes", "agreement", "action-plan", "statement"
]


class ConnectionPoint(Entry):
    """A place from which participants join a session held online or in part online."""

    party: PartyRef | None = None
    place: Text | None = None
    planned: bool = False


class Preparation(Sourced):
    """A step by which a session was prepared."""

    kind: PreparationKind
    place: Text | None = None
    date: EdtfDate | None = None
    decided: Text


class Participant(Entry):
    """A person or an unnamed group at a session; sources default to the session's."""

    person: Person | None = None
    group: Text | None = None
    party: PartyRef | None = None
    organisation: Text | None = None
    role: Role | None = None
    capacity: Text | None = None
    attendance: Attendance | None = None
    represents: Person | None = None
    connection_point: PartyRef | None = None
    sources: tuple[SourceRef, ...] = ()

    @model_validator(mode="after")
    def is_person_or_group(self) -> Self:
        """A line names one person or one group."""
        if (self.person is None) == (self.group is None):
            raise ValueError("a participant is either a person or a group: give one of the two")
        return self


class Statement(Sourced):
    """What somebody said at a session, in our own words."""

    by: PartyRef | None = None
    person: Person | None = None
    on_behalf_of: tuple[PartyRef, ...] = ()
    area: Area | None = None
    text: Text

    @model_validator(mode="after")
    def names_somebody(self) -> Self:
        """A party, a person or both."""
        if self.by is None and self.person is None:
            raise ValueError("say who: give by (a party), person, or both")
        return self


class Result(Sourced):
    """What a session found about the time before it."""

    area: Area | None = None
    period: EdtfDate | None = None
    text: Text


class ProgressEntry(Sourced):
    """What a source reports of a commitment; `inferred` says what was read into it."""

    commitment: CommitmentRef
    status: Progress
    on: EdtfDate | None = None
    by: PartyRef | None = None
    note: Text | None = None
    inferred: Text | None = None


class Commitment(Sourced):
    """Something that the parties agreed to do."""

    number: Annotated[int, Field(ge=1, le=999)]
    area: Area
    text: Text
    responsible: tuple[PartyOrAll, ...] = ("all",)
    due: EdtfDate | None = None
    follows: tuple[CommitmentRef, ...] = ()
    inferred: Text | None = None


class Outcome(Sourced):
    """A document that came out of a session, or several of one kind."""

    kind: OutcomeKind
    title: Text
    count: Annotated[int, Field(ge=1)] = 1
    parties: tuple[PartyRef, ...] = ()
    signatories: tuple[Person, ...] = ()
    area: Area | None = None
    period: EdtfDate | None = None
    signed: EdtfDate | None = None


class CitedDocument(Sourced):
    """A document of another occasion that the session refers to."""

    kind: OutcomeKind
    title: Text
    period: EdtfDate | None = None


class Figure(Sourced):
    """A number with its measure, unit and period."""

    measure: Text
    value: Number
    scale: Literal["thousand", "million", "billion"] | None = None
    unit: Text
    period: EdtfDate


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
