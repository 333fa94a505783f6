"""Delegations as documents show them: who led each last, and who took part."""

from dataclasses import dataclass

from briefgen.documents.selection import Selection, is_before
from briefgen.documents.views import (
    PartyView,
    PersonView,
    SessionView,
    party_view,
    person_view,
    view_of,
)
from briefgen.register.ids import PartyId, SourceId
from briefgen.register.models.attendance import Attendance, Participant, Role
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording
from briefgen.rules.calendar import held_by
from briefgen.rules.order import parties_in_order, people_in_order
from briefgen.rules.succession import Lead, leadership


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


@dataclass(frozen=True)
class LeadView:
    """A person who led a delegation at a session."""

    participant: ParticipantView
    session: SessionView


@dataclass(frozen=True)
class HeadView:
    """The last known head of a party's delegation, and another who led it before."""

    party: PartyView
    last: LeadView | None
    before: LeadView | None

    @property
    def has_changed(self) -> bool:
        """Whether two heads are known."""
        return self.before is not None


def heads_view(
    register: Register, selection: Selection, perspective: PartyId | None
) -> tuple[HeadView, ...]:
    """The expected heads of all delegations: whoever last held the role."""
    mechanism = register.mechanisms[selection.mechanism]
    held = held_by(register, selection.mechanism, selection.opens)
    earlier = [session for session in held if is_before(register, session, selection)]
    known = (leadership(earlier, party) for party in parties_in_order(mechanism, perspective))
    return tuple(
        HeadView(
            party_view(register, heads.party),
            lead_view(register, heads.last) if heads.last else None,
            lead_view(register, heads.before) if heads.before else None,
        )
        for heads in known
    )


def lead_view(register: Register, lead: Lead) -> LeadView:
    return LeadView(
        participant_view(register, lead.participant, lead.session), view_of(register, lead.session)
    )


def delegations_view(
    register: Register, session: Session, perspective: PartyId | None
) -> tuple[DelegationView, ...]:
    """Who took part, by delegation; those of no party last."""
    mechanism = register.mechanisms[session.mechanism]
    named = [participant.party for participant in session.participants if participant.party]
    parties = [*dict.fromkeys([*parties_in_order(mechanism, perspective), *named]), None]
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
