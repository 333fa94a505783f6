"""What several documents show of parties, people and sessions."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.register.dates import Date
from briefgen.register.ids import (
    AreaId,
    MechanismId,
    PartyId,
    PersonId,
    SessionId,
    SessionKey,
    SourceId,
)
from briefgen.register.models.sessions import Mode, Status
from briefgen.register.numbering import Unit
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording


@dataclass(frozen=True)
class PartyView:
    """A party as a document names it."""

    id: PartyId
    name: Wording
    country: str


@dataclass(frozen=True)
class PersonView:
    """A person as a document names them."""

    id: PersonId
    name: Wording
    honorific: Wording | None


@dataclass(frozen=True)
class SessionView:
    """A session, recorded or still without a file; what is None is not recorded."""

    mechanism: MechanismId
    mechanism_name: Wording
    key: SessionKey
    unit: Unit
    is_recorded: bool
    date: Date | None = None
    time_of_day: str | None = None
    place: Wording | None = None
    mode: Mode | None = None
    status: Status | None = None
    host: PartyView | None = None
    sources: tuple[SourceId, ...] = ()

    @property
    def id(self) -> SessionId:
        """`MECHANISM/KEY`."""
        return f"{self.mechanism}/{self.key}"


@dataclass(frozen=True)
class FactView:
    """A fact in words, with the area it belongs to where one is recorded."""

    area: Wording | None
    text: Wording
    sources: tuple[SourceId, ...]


def fact_view(
    register: Register, area: AreaId | None, text: Wording, sources: tuple[SourceId, ...]
) -> FactView:
    """A fact with its area's name."""
    return FactView(area_name(register, area) if area else None, text, sources)


def area_name(register: Register, area: AreaId) -> Wording:
    """An area's name."""
    return register.areas[area].name


def party_view(register: Register, party: PartyId) -> PartyView:
    """A party by its id."""
    entry = register.parties[party]
    return PartyView(party, entry.name, entry.country)


def party_views(register: Register, parties: tuple[PartyId, ...]) -> tuple[PartyView, ...]:
    """Parties by their ids, in the given order."""
    return tuple(party_view(register, party) for party in parties)


def person_view(register: Register, person: PersonId) -> PersonView:
    """A person by their id."""
    entry = register.people[person]
    return PersonView(person, entry.name, entry.honorific)


def session_view(
    register: Register, mechanism: MechanismId, key: SessionKey, session: Session | None
) -> SessionView:
    """A session by its number, with what the register holds of it."""
    rule = register.mechanisms[mechanism]
    if session is None:
        return SessionView(mechanism, rule.short_name, key, rule.numbering.by, is_recorded=False)
    return SessionView(
        mechanism,
        rule.short_name,
        key,
        rule.numbering.by,
        is_recorded=True,
        date=session.date,
        time_of_day=session.time_of_day,
        place=session.place,
        mode=session.mode,
        status=session.status,
        host=party_view(register, session.host) if session.host else None,
        sources=session.sources,
    )


def view_of(register: Register, session: Session) -> SessionView:
    """A recorded session."""
    return session_view(register, session.mechanism, session.key, session)


def views_of(register: Register, sessions: Sequence[Session]) -> tuple[SessionView, ...]:
    """Recorded sessions, in the given order."""
    return tuple(view_of(register, session) for session in sessions)
