"""Who took part in a session, and from where."""

from typing import Literal, Self

from pydantic import model_validator

from briefgen.register.models.entries import Entry
from briefgen.register.references import Party as PartyRef
from briefgen.register.references import Person, SourceRef
from briefgen.register.texts import Name
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
"""In the order of rank, by which delegations are listed."""
LEADING: frozenset[Role] = frozenset({"chair", "co-chair", "head"})
"""The roles of those who lead a delegation."""
Attendance = Literal["expected", "confirmed", "present", "online", "absent", "represented"]
"""Expected and confirmed are said before a session, the others of one that was held."""
PresenceMode = Literal["in-person", "online"]


class ConnectionPoint(Entry):
    """A place from which participants join a session held online or in part online."""

    party: PartyRef | None = None
    place: Name | None = None
    planned: bool = False


class Participant(Entry):
    """A person or an unnamed group at a session; sources default to the session's."""

    person: Person | None = None
    group: Name | None = None
    party: PartyRef | None = None
    organisation: Name | None = None
    role: Role | None = None
    capacity: Name | None = None
    attendance: Attendance | None = None
    mode: PresenceMode | None = None
    represents: Person | None = None
    connection_point: PartyRef | None = None
    sources: tuple[SourceRef, ...] = ()

    @model_validator(mode="after")
    def is_person_or_group(self) -> Self:
        """A line names one person or one group."""
        if (self.person is None) == (self.group is None):
            raise ValueError("a participant is either a person or a group: give one of the two")
        return self

    @model_validator(mode="after")
    def attends_in_one_way(self) -> Self:
        """Present is in person: who joins by video is online."""
        said = {"present": "in-person", "online": "online"}.get(self.attendance or "")
        if said is not None and self.mode not in {None, said}:
            message = f"'{self.attendance}' and '{self.mode}' contradict each other; keep one"
            raise wrong_at(message, "mode")
        return self
