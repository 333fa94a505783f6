"""Delegations as documents show them: who takes part, head first."""

from dataclasses import dataclass

from briefgen.documents.selection import Selection
from briefgen.documents.views import (
    PartyView,
    PersonView,
    party_view,
    person_view,
)
from briefgen.register.ids import PartyId, SourceId
from briefgen.register.models.attendance import Attendance, Participant, Role
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording
from briefgen.rules.order import people_in_order


@dataclass(frozen=True)
class ParticipantView:
    """A person or a group at a session."""

    person: PersonView | None
    group: Wording | None
    organisation: Wording | None
    role: Role | None
    capacity: Wording | None
    attendance: Attendance | None
    represents: PersonView | None
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class DelegationView:
    """A party's participants, head first; no party for those who belong to none."""

    party: PartyView | None
    participants: tuple[ParticipantView, ...]


def delegations_view(
    selection: Selection, session: Session, reader: PartyId | None
) -> tuple[DelegationView, ...]:
    """Who took part, by delegation; those of no party last."""
    register = selection.now.register
    named = [participant.party for participant in session.participants if participant.party]
    parties = [*dict.fromkeys([*selection.parties(reader), *named]), None]
    delegations = (
        DelegationView(
            party_view(register, party) if party else None,
            tuple(
                participant_view(register, participant, session)
                for participant in people_in_order(session.participants)
                if participant.party == party
            ),
        )
        for party in parties
    )
    return tuple(delegation for delegation in delegations if delegation.participants)


def participant_view(
    register: Register, participant: Participant, session: Session
) -> ParticipantView:
    """One line of a session's participants; its sources are the session's unless it has own."""
    absent = participant.represents
    represented = person_view(register, absent) if absent else None
    return ParticipantView(
        person=person_view(register, participant.person) if participant.person else None,
        group=participant.group,
        organisation=participant.organisation,
        role=participant.role,
        capacity=participant.capacity,
        attendance=participant.attendance,
        represents=represented,
        sources=participant.sources or session.sources,
    )
