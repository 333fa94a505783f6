"""Who led each delegation last, and who led it before."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.register.ids import PartyId
from briefgen.register.models.attendance import Participant
from briefgen.register.register import Session
from briefgen.rules.order import LEADING, people_in_order

AWAY = frozenset({"absent", "represented"})


@dataclass(frozen=True)
class Lead:
    """A person who led a party's delegation at a session."""

    participant: Participant
    session: Session


@dataclass(frozen=True)
class Leadership:
    """The last known head of a party's delegation and the other person who led it before."""

    party: PartyId
    last: Lead | None
    before: Lead | None


def leadership(sessions: Sequence[Session], party: PartyId) -> Leadership:
    """Who led a party's delegation at some sessions, given oldest first.

    Whoever shared the lead with the last head did not lead before them.
    """
    leads = [lead for session in reversed(sessions) for lead in leads_at(session, party)]
    if not leads:
        return Leadership(party, None, None)
    last = leads[0]
    before = (
        lead
        for lead in leads
        if lead.session.id != last.session.id and lead.participant.person != last.participant.person
    )
    return Leadership(party, last, next(before, None))


def leads_at(session: Session, party: PartyId) -> tuple[Lead, ...]:
    """The people who led a party's delegation at one session, the first of them first."""
    return tuple(
        Lead(participant, session)
        for participant in people_in_order(session.participants)
        if participant.party == party
        and participant.person is not None
        and participant.role in LEADING
        and participant.attendance not in AWAY
    )
