"""Whether and how a participant takes part, as far as it is recorded."""

from typing import Literal

from briefgen.register.models.attendance import Participant, PresenceMode
from briefgen.register.register import Session

Presence = Literal["expected", "confirmed", "present", "represented", "absent"]
AWAY = frozenset({"absent", "represented"})


def presence_of(participant: Participant, session: Session) -> Presence | None:
    """Whether somebody takes part; who is named for a session still to come is expected."""
    match participant.attendance:
        case "online":
            return "present"
        case None:
            return "expected" if session.status in {"planned", "postponed"} else None
        case said:
            return said


def mode_of(participant: Participant, session: Session) -> PresenceMode | None:
    """In person or online; where nothing is said of the person, as the whole session is held."""
    match participant.attendance:
        case "present":
            return "in-person"
        case "online":
            return "online"
        case "absent" | "represented":
            return None
    whole = session.mode if session.mode != "hybrid" else None
    return participant.mode or whole
