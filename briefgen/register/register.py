"""The register: every entry by its id, frozen, with all references known to lead somewhere."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.register.ids import (
    AreaId,
    CommitmentId,
    MechanismId,
    PartyId,
    PersonId,
    SessionId,
    SessionKey,
    SourceId,
)
from briefgen.register.models.actors import Area, Party, Person, SourceEntry
from briefgen.register.models.commitments import Commitment
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.sessions import SessionFile
from briefgen.register.numbering import position
from briefgen.register.texts import Language, Wording


class Session(SessionFile):
    """A session with its place in the register."""

    mechanism: MechanismId
    key: SessionKey

    @property
    def id(self) -> SessionId:
        """`MECHANISM/KEY`."""
        return f"{self.mechanism}/{self.key}"

    def commitment_id(self, commitment: Commitment) -> CommitmentId:
        """`MECHANISM/KEY/NUMBER`."""
        return f"{self.id}/{commitment.number}"


@dataclass(frozen=True)
class Register:
    """Everything the workspace's data says, and nothing else."""

    title: Wording
    home: PartyId
    languages: tuple[Language, ...]
    style: str
    parties: Mapping[PartyId, Party]
    people: Mapping[PersonId, Person]
    areas: Mapping[AreaId, Area]
    sources: Mapping[SourceId, SourceEntry]
    mechanisms: Mapping[MechanismId, Mechanism]
    sessions: Mapping[SessionId, Session]

    def sessions_of(self, mechanism: MechanismId) -> tuple[Session, ...]:
        """A mechanism's recorded sessions in the order of their numbers."""
        unit = self.mechanisms[mechanism].numbering.by
        own = (session for session in self.sessions.values() if session.mechanism == mechanism)
        return tuple(sorted(own, key=lambda session: position(session.key, unit)))
