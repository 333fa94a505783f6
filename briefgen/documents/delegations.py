"""Delegations as documents show them: who takes part, head first."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.documents.selection import Selection
from briefgen.documents.views import PartyView, PersonView, party_view, person_view
from briefgen.register.ids import PartyId, SourceId
from briefgen.register.models.actors import Contacts
from briefgen.register.models.attendance import Attendance, Participant, PresenceMode, Role
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording
from briefgen.rules.attendance import AWAY, Presence, mode_of, presence_of
from briefgen.rules.order import people_in_order

Entry = tuple[int, Participant]
"""A participant with its place in the session's file, counted from 1."""


@dataclass(frozen=True)
class ParticipantView:
    """A person or a group at a session; `entry` is their place in the session's file.

    `number` counts through all delegations in their order, the same in every document.
    """

    person: PersonView | None
    group: Wording | None
    organisation: Wording | None
    role: Role | None
    capacity: Wording | None
    attendance: Attendance | None
    represents: PersonView | None
    sources: tuple[SourceId, ...]
    entry: int = 0
    number: int = 0
    presence: Presence | None = None
    mode: PresenceMode | None = None
    party: PartyView | None = None
    connection_point: PartyId | None = None
    contacts: Contacts | None = None

    @property
    def is_away(self) -> bool:
        """Whether they don't come themselves."""
        return self.presence in AWAY


@dataclass(frozen=True)
class DelegationView:
    """A party's participants, head first; those of no party stand by their organisation."""

    party: PartyView | None
    organisation: Wording | None
    participants: tuple[ParticipantView, ...]


def delegations_view(
    selection: Selection, session: Session, reader: PartyId | None
) -> tuple[DelegationView, ...]:
    """Who takes part, by delegation; those of no party last, by organisation."""
    register = selection.now.register
    delegations = [
        DelegationView(
            party_view(register, party) if party else None,
            None if party else entries[0][1].organisation,
            tuple(participant_view(register, each, session, entry) for entry, each in entries),
        )
        for party, entries in grouped(selection, session, reader)
    ]
    return tuple(numbered(delegations))


def grouped(
    selection: Selection, session: Session, reader: PartyId | None
) -> Iterator[tuple[PartyId | None, list[Entry]]]:
    places = {id(each): place for place, each in enumerate(session.participants, start=1)}
    by_party: dict[PartyId, list[Entry]] = defaultdict(list)
    others: dict[Wording | None, list[Entry]] = defaultdict(list)
    for each in people_in_order(session.participants):
        own = others[each.organisation] if each.party is None else by_party[each.party]
        own.append((places[id(each)], each))
    named = [participant.party for participant in session.participants if participant.party]
    for party in dict.fromkeys([*selection.parties(reader), *named]):
        if party in by_party:
            yield party, by_party[party]
    for own in others.values():
        yield None, own


def numbered(delegations: list[DelegationView]) -> Iterator[DelegationView]:
    number = 0
    for delegation in delegations:
        first, number = number, number + len(delegation.participants)
        participants = tuple(
            replace(each, number=first + place)
            for place, each in enumerate(delegation.participants, start=1)
        )
        yield replace(delegation, participants=participants)


def participant_view(
    register: Register, participant: Participant, session: Session, entry: int = 0
) -> ParticipantView:
    """One line of a session's participants; its sources are the session's unless it has own."""
    absent = participant.represents
    represented = person_view(register, absent) if absent else None
    person = register.people[participant.person] if participant.person else None
    return ParticipantView(
        person=person_view(register, participant.person) if participant.person else None,
        group=participant.group,
        organisation=participant.organisation,
        role=participant.role,
        capacity=participant.capacity,
        attendance=participant.attendance,
        represents=represented,
        sources=participant.sources or session.sources,
        entry=entry,
        presence=presence_of(participant, session),
        mode=mode_of(participant, session),
        party=party_view(register, participant.party) if participant.party else None,
        connection_point=participant.connection_point,
        contacts=person.internal if person else None,
    )
