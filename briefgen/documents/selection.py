"""Which session a document is for, and what of the register counts before it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.problems import Place, Problem, UsageError, quoted
from briefgen.register.ids import MechanismId, PartyId, SessionId, SessionKey, did_you_mean
from briefgen.register.models.mechanisms import Side
from briefgen.register.register import Register, Session
from briefgen.rules.calendar import opening_day
from briefgen.rules.members import party_on, sides_on
from briefgen.rules.order import parties_in_order
from briefgen.rules.snapshot import Snapshot, next_key, snapshot

NEXT = "next"


@dataclass(frozen=True)
class Selection:
    """A session with its file, if any, and the register as of the document's day.

    `before` is the register on the eve of the session: as of then what came before it counts.
    """

    mechanism: MechanismId
    key: SessionKey
    session: Session | None
    now: Snapshot
    before: Snapshot

    @property
    def id(self) -> SessionId:
        """`MECHANISM/KEY`."""
        return f"{self.mechanism}/{self.key}"

    @property
    def opens(self) -> datetime.date:
        """The eve of the session, or the document's day where that is earlier."""
        return self.before.on

    @property
    def day(self) -> datetime.date:
        """The day by which the session was held; the document's day for one still to come."""
        day = self.now.day_of(self.session) if self.session is not None else None
        return min(day or self.now.on, self.now.on)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides with the parties that there are on the session's day."""
        rule = self.now.register.mechanisms[self.mechanism]
        return sides_on(self.now.register.parties, rule, self.day)

    def parties(self, reader: PartyId | None) -> tuple[PartyId, ...]:
        """The parties in the order of every list: the reader first, without one the host."""
        host = self.session.host if self.session is not None and reader is None else None
        return parties_in_order(self.sides, reader, host)

    @property
    def home(self) -> PartyId:
        """The party whose secretariat keeps the register, or the one that stands in its place."""
        register = self.now.register
        return party_on(register.parties, register.home, self.now.on) or register.home

    def is_after(self, session: Session) -> bool:
        """Whether a session of the same mechanism stands before the selected one."""
        series = self.now.register.series[self.mechanism]
        return series.place(session.key) < series.place(self.key)

    def earlier(self) -> tuple[Session, ...]:
        """The mechanism's sessions before the selected one that count by its eve, oldest first."""
        sessions = self.before.register.sessions_of(self.mechanism)
        return tuple(session for session in sessions if self.is_after(session))


def check_mechanism(register: Register, mechanism: MechanismId, name: str) -> None:
    """Raises UsageError, with the nearest name, when there is no such mechanism."""
    if mechanism not in register.mechanisms:
        near = did_you_mean(mechanism, list(register.mechanisms))
        known = f"; mechanisms: {', '.join(register.mechanisms)}"
        message = f"no mechanism '{mechanism}'{near or known}"
        raise UsageError([Problem(Place(name or "MECHANISM"), "unknown-mechanism", message)])


def select_session(register: Register, name: SessionId, as_of: datetime.date) -> Selection:
    """The session of that id; `MECHANISM/next` is the one after the last held.

    Raises UsageError, with the nearest name, when there is no such session.
    """
    mechanism, _, key = name.partition("/")
    check_mechanism(register, mechanism, name)
    now = snapshot(register, as_of)
    key = key_of(register, now, name)
    session = now.register.sessions.get(f"{mechanism}/{key}")
    opens = opening_day(session, now.calendar, as_of)
    return Selection(mechanism, key, session, now, now.before(opens))


def key_of(register: Register, now: Snapshot, name: SessionId) -> SessionKey:
    """The number of a session that is recorded, or the next one."""
    mechanism, _, key = name.partition("/")
    following = next_key(now, mechanism)
    if key == NEXT and following is None:
        message = f"no session of '{mechanism}' is recorded as held or planned, so none is next"
        raise unknown(name, message)
    if key == NEXT and following is not None:
        return following
    if key != following and name not in register.sessions:
        raise unknown(name, told_of(name, register.sessions_of(mechanism)))
    return key


def told_of(name: SessionId, sessions: Sequence[Session]) -> str:
    """That there is no session of a name, and which there are."""
    mechanism, _, key = name.partition("/")
    if not key:
        return f"name a session too: {mechanism}/{NEXT}"
    keys = [session.key for session in sessions]
    near = did_you_mean(name, [f"{mechanism}/{each}" for each in (NEXT, *keys)])
    return f"no session '{name}'{near}; recorded of {mechanism}: {', '.join(keys)}"


def select_reader(selection: Selection, perspective: PartyId | None) -> PartyId | None:
    """Whose copy it is: the wanted party's, else the home party's if it takes part at all.

    Raises UsageError when the wanted party is on no side of the mechanism.
    """
    parties = parties_in_order(selection.sides)
    if perspective is None:
        return selection.home if selection.home in parties else None
    return check_party(selection.now, quoted(selection.mechanism), parties, perspective)


def check_party(
    known: Snapshot, mechanism: str, parties: Sequence[PartyId], wanted: PartyId
) -> PartyId:
    """A party that is one of a mechanism's; raises UsageError, with the nearest name, if not.

    The mechanism is named as the message is to name it.
    """
    if wanted not in parties:
        near = succeeded(known, wanted) or did_you_mean(wanted, parties)
        message = f"no party of {mechanism}{near}; parties: {', '.join(parties)}"
        raise UsageError([Problem(Place(wanted or "PARTY"), "unknown-party", message)])
    return wanted


def succeeded(known: Snapshot, party: PartyId) -> str:
    """` (it was succeeded by 'x')` for a party that was by now; nothing for any other."""
    parties = known.register.parties
    successor = party_on(parties, party, known.on) if party in parties else None
    return f" (it was succeeded by '{successor}')" if successor not in {None, party} else ""


def unknown(name: str, message: str) -> UsageError:
    return UsageError([Problem(Place(name or "SESSION"), "unknown-session", message)])
