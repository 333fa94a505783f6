"""Which session a document is for, and on what day it looks at the register."""

import datetime
from dataclasses import dataclass

from briefgen.problems import Place, Problem, UsageError
from briefgen.register.ids import MechanismId, PartyId, SessionId, SessionKey, did_you_mean
from briefgen.register.numbering import position
from briefgen.register.register import Register, Session
from briefgen.rules.calendar import counts, next_key, opening_day

NEXT = "next"


@dataclass(frozen=True)
class Selection:
    """A session with its file, if any, and the day as of which what came before it counts."""

    mechanism: MechanismId
    key: SessionKey
    session: Session | None
    opens: datetime.date

    @property
    def id(self) -> SessionId:
        """`MECHANISM/KEY`."""
        return f"{self.mechanism}/{self.key}"


def select_session(register: Register, name: SessionId, as_of: datetime.date) -> Selection:
    """The session of that id; `MECHANISM/next` is the one after the last held.

    Raises UsageError, with the nearest name, when there is no such session.
    """
    mechanism, _, key = name.partition("/")
    if mechanism not in register.mechanisms:
        near = did_you_mean(mechanism, list(register.mechanisms))
        known = f"; mechanisms: {', '.join(register.mechanisms)}"
        raise unknown(name, f"no mechanism '{mechanism}'{near or known}")
    following = next_key(register, mechanism, as_of)
    if key == NEXT:
        if following is None:
            raise unknown(
                name, f"no session of '{mechanism}' is recorded as held or planned, so none is next"
            )
        key = following
    session = register.sessions.get(f"{mechanism}/{key}")
    if session is None and key != following:
        keys = [NEXT, *(session.key for session in register.sessions_of(mechanism))]
        near = did_you_mean(name, [f"{mechanism}/{each}" for each in keys]) if key else ""
        message = f"no session '{name}'{near}; recorded of {mechanism}: {', '.join(keys[1:])}"
        raise unknown(name, message if key else f"name a session too: {mechanism}/{NEXT}")
    if session is not None and session.status == "held" and not counts(register, session, as_of):
        session = None  # as of that day it had not been held
    return Selection(mechanism, key, session, opening_day(register, session, as_of))


def check_perspective(register: Register, mechanism: MechanismId, party: PartyId | None) -> None:
    """Raises UsageError when a party is on no side of the mechanism."""
    parties = register.mechanisms[mechanism].parties
    if party is not None and party not in parties:
        message = f"no party of '{mechanism}'{did_you_mean(party, parties)}; parties: "
        message += ", ".join(parties)
        raise UsageError([Problem(Place(party), "unknown-party", message)])


def is_before(register: Register, session: Session, selection: Selection) -> bool:
    """Whether a session of the same mechanism stands before the selected one."""
    unit = register.mechanisms[selection.mechanism].numbering.by
    return position(session.key, unit) < position(selection.key, unit)


def unknown(name: str, message: str) -> UsageError:
    return UsageError([Problem(Place(name or "SESSION"), "unknown-session", message)])
