"""Whose turn it is to host, and why, over the recorded and coming sessions of a mechanism."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from briefgen.register.eras import Place
from briefgen.register.ids import MechanismId, PartyId, SessionId, SessionKey
from briefgen.register.register import Session
from briefgen.rules.members import party_on
from briefgen.rules.snapshot import Snapshot
from briefgen.rules.turns import Turn, turns_until


@dataclass(frozen=True)
class Hosting:
    """A session's host as recorded and as expected; either may be unknown.

    `in_place_of` are parties of the order that had ended by then, whose successors the turn names;
    of `ended` no successor is recorded.
    """

    key: SessionKey
    session: Session | None
    turn: Turn | None
    in_place_of: tuple[PartyId, ...] = ()
    ended: tuple[PartyId, ...] = ()

    @property
    def recorded(self) -> PartyId | None:
        """The host that the register holds."""
        return self.session.host if self.session is not None else None

    @property
    def agrees(self) -> bool | None:
        """Whether the recorded host is an expected one; None when either is unknown."""
        if self.recorded is None or self.turn is None:
            return None
        return self.recorded in self.turn.parties


def history(known: Snapshot, mechanism: MechanismId) -> tuple[Hosting, ...]:
    """Every number from the first recorded session to the last, with gaps where none is."""
    sessions = known.register.sessions_of(mechanism)
    if not sessions:
        return ()
    series = known.register.series[mechanism]
    first, last = (series.place(session.key) for session in (sessions[0], sessions[-1]))
    return hostings(known, mechanism, series.between(first, last))


def coming(
    known: Snapshot, mechanism: MechanismId, key: SessionKey, count: int
) -> tuple[Hosting, ...]:
    """A session and those after it, so many in all; those that were cancelled are passed over."""
    first = known.register.series[mechanism].place(key)
    after = known.not_cancelled(mechanism, known.register.series[mechanism].after(first))
    return hostings(known, mechanism, [first, *islice(after, count - 1)])


def hostings(
    known: Snapshot, mechanism: MechanismId, places: Iterable[Place]
) -> tuple[Hosting, ...]:
    """The hosts of sessions at some places of a mechanism's series, in ascending order."""
    places = tuple(places)
    rule, series = known.register.mechanisms[mechanism], known.register.series[mechanism]
    turns = turns_until(rule, series, places[-1]) if places else {}
    days = days_at(known, mechanism, places)
    return tuple(
        hosting(known, f"{mechanism}/{series.key(place)}", turns.get(place), days[place])
        for place in places
    )


def days_at(
    known: Snapshot, mechanism: MechanismId, places: Sequence[Place]
) -> Mapping[Place, datetime.date]:
    """By which day each session must have taken place; one still to come looks at today's names."""
    series, day = known.register.series[mechanism], known.on
    waiting = list(known.register.sessions_of(mechanism))
    days: dict[Place, datetime.date] = {}
    for place in reversed(places):
        while waiting and series.place(waiting[-1].key) >= place:
            day = min(day, known.day_of(waiting.pop()) or day)
        days[place] = day
    return days


def hosting(known: Snapshot, name: SessionId, turn: Turn | None, day: datetime.date) -> Hosting:
    """A session's line; a turn names the parties that there were by a day."""
    session, key = known.register.sessions.get(name), name.rpartition("/")[2]
    if turn is None:
        return Hosting(key, session, None)
    named = named_on(known, turn, day)
    replaced = tuple(party for party in turn.parties if party not in named.parties)
    parties = known.register.parties
    ended = tuple(party for party in turn.parties if party_on(parties, party, day) is None)
    return Hosting(key, session, named, replaced, ended)


def named_on(known: Snapshot, turn: Turn, day: datetime.date) -> Turn:
    """A turn with every party that ended before a day replaced by whoever stands in its place."""

    def names(parties: tuple[PartyId, ...]) -> tuple[PartyId, ...]:
        found = (party_on(known.register.parties, party, day) or party for party in parties)
        return tuple(dict.fromkeys(found))

    exchanged = turn.exchanged
    if exchanged is not None:
        exchanged = replace(exchanged, instead_of=names(exchanged.instead_of))
    return replace(
        turn,
        parties=names(turn.parties),
        group=names(turn.group),
        after=names(turn.after),
        after_in_group=names(turn.after_in_group),
        exchanged=exchanged,
    )
