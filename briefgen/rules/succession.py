"""Who led each delegation last, and who led it before."""

import datetime
from dataclasses import dataclass

from briefgen.register.ids import MechanismId, PartyId
from briefgen.register.models.sessions import Participant
from briefgen.register.register import Register, Session
from briefgen.rules.calendar import held_by
from briefgen.rules.order import LEADING


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


def leadership(
    register: Register, mechanism: MechanismId, party: PartyId, on: datetime.date
) -> Leadership:
    """Who led a party's delegation at the sessions held by a day."""
    leads = [
        Lead(participant, session)
        for session in reversed(held_by(register, mechanism, on))
        for participant in session.participants
        if participant.party == party
        and participant.person is not None
        and participant.role in LEADING
    ]
    last = leads[0] if leads else None
    others = (
        lead for lead in leads if last and lead.participant.person != last.participant.person
    )
    return Leadership(party, last, next(others, None))
