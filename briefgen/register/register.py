"""The register: every entry by its id, frozen, with all references known to lead somewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

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
from briefgen.register.models.due import Due, usually_due
from briefgen.register.models.issuer import Issuer
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.sessions import SessionFile
from briefgen.register.numbering import Unit, position
from briefgen.register.series import Series, all_series
from briefgen.register.texts import Language, Wording
from briefgen.register.workspace import Styles


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
    styles: Styles = field(default_factory=Styles)
    issuer: Issuer = field(default_factory=Issuer)
    due: tuple[Due, ...] = field(default_factory=usually_due)

    @cached_property
    def series(self) -> Mapping[MechanismId, Series]:
        """How each mechanism counts its sessions."""
        return all_series(self.mechanisms, self.sessions)

    @cached_property
    def grouped(self) -> Mapping[MechanismId, tuple[Session, ...]]:
        """The sessions of each mechanism that has any, in the order of their numbers."""
        groups: dict[MechanismId, list[Session]] = {}
        for session in self.sessions.values():
            groups.setdefault(session.mechanism, []).append(session)
        return {
            name: tuple(sorted(own, key=lambda each: position(each.key, self.unit(name))))
            for name, own in groups.items()
        }

    @cached_property
    def companions(self) -> Mapping[SessionId, tuple[SessionId, ...]]:
        """The sessions held together with each, whichever of two files says so."""
        found: dict[SessionId, dict[SessionId, None]] = {}
        for session in self.sessions.values():
            other = session.held_with
            if other is not None and other != session.id and other in self.sessions:
                found.setdefault(session.id, {})[other] = None
                found.setdefault(other, {})[session.id] = None
        return {name: tuple(others) for name, others in found.items()}

    def unit(self, mechanism: MechanismId) -> Unit:
        """What a mechanism's sessions are counted by."""
        return self.mechanisms[mechanism].numbering.by

    def sessions_of(self, mechanism: MechanismId) -> tuple[Session, ...]:
        """A mechanism's recorded sessions in the order of their numbers."""
        return self.grouped.get(mechanism, ())
