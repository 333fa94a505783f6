"""Whose turn it is to host, and why: nested alternation over the sessions of a mechanism."""

import datetime
from dataclasses import dataclass
from typing import Literal

from briefgen.register.ids import MechanismId, PartyId, SessionKey, SourceId
from briefgen.register.models.mechanisms import Era, Mechanism, Order, parties_in
from briefgen.register.numbering import key_at, position
from briefgen.register.register import Register, Session
from briefgen.rules.calendar import counts


@dataclass(frozen=True)
class Turn:
    """A host by rotation with what the reason is made of.

    `group` are the parties that share this turn, in their order (one party alone is its own
    group); `after` hosted by rotation just before; `after_in_group` had the group's last turn.
    The group's turn comes at `every` so many sessions.
    """

    host: PartyId
    group: tuple[PartyId, ...]
    after: PartyId | None
    after_in_group: PartyId | None
    every: int
    basis: Literal["agreed", "observed"]
    since: SessionKey
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class Hosting:
    """A session's host as recorded and as expected; either may be unknown."""

    key: SessionKey
    session: Session | None
    turn: Turn | None

    @property
    def recorded(self) -> PartyId | None:
        """The host that the register holds."""
        return self.session.host if self.session is not None else None

    @property
    def agrees(self) -> bool | None:
        """Whether the recorded host is the expected one; None when either is unknown."""
        if self.recorded is None or self.turn is None:
            return None
        return self.recorded == self.turn.host


def expected_turn(mechanism: Mechanism, key: SessionKey) -> Turn | None:
    """The turn that the rule in force gives a session; None before the first rule."""
    unit = mechanism.numbering.by
    place = position(key, unit)
    started = [era for era in mechanism.rotation if position(era.start, unit) <= place]
    if not started:
        return None
    era = max(started, key=lambda era: position(era.start, unit))
    return turn_at(era, place - position(era.start, unit))


def turn_at(era: Era, index: int) -> Turn:
    """The turn at an index of an era, 0 being the session it starts with."""
    order = starting_with(era.order, era.starts_with)
    host = host_at(order, index)
    member = order[index % len(order)]
    group = parties_in(member) if isinstance(member, tuple) else (member,)
    earlier = index - len(order)
    return Turn(
        host=host,
        group=group,
        after=host_at(order, index - 1) if index else None,
        after_in_group=host_at(order, earlier) if earlier >= 0 else None,
        every=len(order),
        basis=era.basis,
        since=era.start,
        sources=era.sources,
    )


def host_at(order: Order, index: int) -> PartyId:
    """Who hosts at an index: each member in turn, a group handing the turn to its own next."""
    member = order[index % len(order)]
    return host_at(member, index // len(order)) if isinstance(member, tuple) else member


def starting_with(order: Order, party: PartyId) -> Order:
    """The same order turned so that a party comes first, at every level that holds it."""
    first = next(i for i, member in enumerate(order) if party in parties_in((member,)))
    member = order[first]
    head = starting_with(member, party) if isinstance(member, tuple) else member
    return (head, *order[first + 1 :], *order[:first])


def hostings(
    register: Register, mechanism: MechanismId, first: SessionKey, last: SessionKey
) -> tuple[Hosting, ...]:
    """Every number from first to last, with gaps where no session is recorded."""
    rule = register.mechanisms[mechanism]
    unit = rule.numbering.by
    keys = [key_at(place, unit) for place in range(position(first, unit), position(last, unit) + 1)]
    return tuple(
        Hosting(key, register.sessions.get(f"{mechanism}/{key}"), expected_turn(rule, key))
        for key in keys
    )


def history(register: Register, mechanism: MechanismId, on: datetime.date) -> tuple[Hosting, ...]:
    """Every number from the first recorded session to the last that counts as of a day."""
    known = [
        session for session in register.sessions_of(mechanism) if counts(register, session, on)
    ]
    if not known:
        return ()
    return hostings(register, mechanism, known[0].key, known[-1].key)
