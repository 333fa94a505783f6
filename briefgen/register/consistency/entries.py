"""The entries that are right by themselves, with the places from which they were read."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from briefgen.problems import Place, Problem
from briefgen.register.ids import CommitmentId, MechanismId, PartyId, PersonId, SessionId
from briefgen.register.known import Sources
from briefgen.register.models.actors import Party, Person
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.numbering import days_of, fits
from briefgen.register.register import Session
from briefgen.register.series import Series, all_series
from briefgen.register.source import Location

Days = tuple[datetime.date | None, datetime.date | None]


@dataclass(frozen=True)
class Entries:
    """What of the register could be read; a file with problems of its own is not among it."""

    parties: Mapping[PartyId, Party]
    people: Mapping[PersonId, Person]
    mechanisms: Mapping[MechanismId, Mechanism]
    sessions: Mapping[SessionId, Session]
    sources: Sources

    @cached_property
    def series(self) -> Mapping[MechanismId, Series]:
        """How each mechanism counts its sessions."""
        return all_series(self.mechanisms, self.sessions)

    def days_of(self, session: Session) -> Days:
        """The first and last day that a session's date, or else its number, allows."""
        if session.date is not None and session.date.latest is not None:
            return session.date.earliest, session.date.latest
        mechanism = self.mechanisms.get(session.mechanism)
        if mechanism is None or not fits(session.key, mechanism.numbering.by):
            return None, None
        return days_of(session.key, mechanism.numbering.by) or (None, None)

    def session_of(self, commitment: CommitmentId) -> Session | None:
        """The session that made a commitment; None when its file couldn't be read."""
        return self.sessions.get(commitment.rpartition("/")[0])

    def place(self, name: str, location: Location) -> Place:
        """Where something stands in a file, given by its path below data/ without `.yaml`."""
        source = self.sources[name]
        return source.place(location) if source is not None else Place(f"data/{name}.yaml")

    def problem(self, name: str, location: Location, code: str, message: str) -> Problem:
        """Something that is wrong at a place of a file."""
        return Problem(self.place(name, location), code, message)


def session_file(session: SessionId) -> str:
    """The file of a session: its path below data/ without `.yaml`."""
    return f"mechanisms/{session}"


def mechanism_file(mechanism: MechanismId) -> str:
    """The file of a mechanism: its path below data/ without `.yaml`."""
    return f"mechanisms/{mechanism}/mechanism"
