"""The turns that a mechanism's rules give: whose each session is, and what that follows from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefgen.register.eras import Place, Span, spans_of, taken_in
from briefgen.register.ids import PartyId, SessionKey, SourceId
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.orders import parties_in
from briefgen.register.models.rotation import Basis, Insert, Skip, Swap
from briefgen.register.series import Series
from briefgen.register.texts import Wording
from briefgen.register.turns import Taken


@dataclass(frozen=True)
class Exchange:
    """That two sessions exchanged hosts: the other one, and whose turn it was by the order."""

    session: SessionKey
    instead_of: tuple[PartyId, ...]
    reason: Wording
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class Turn:
    """Who hosts a session by rotation, with what the reason is made of.

    `parties` is the host alone, or those of whom a group chooses one. `group` are the parties that
    share this turn, in their order (one party alone is its own group); `after` had the turn before;
    `after_in_group` had the group's last one. The group's turn comes `times` in `every` sessions.
    The sources are those of the order; exceptions have their own.
    """

    parties: tuple[PartyId, ...]
    group: tuple[PartyId, ...]
    after: tuple[PartyId, ...]
    after_in_group: tuple[PartyId, ...]
    every: int
    times: int
    basis: Basis
    since: SessionKey
    sources: tuple[SourceId, ...]
    skipped: tuple[Skip, ...] = ()
    inserted: Insert | None = None
    exchanged: Exchange | None = None

    @property
    def host(self) -> PartyId | None:
        """The one party that hosts; None where a group chooses."""
        return self.parties[0] if len(self.parties) == 1 else None


Turns = Mapping[Place, Turn]


def turns_until(mechanism: Mechanism, series: Series, last: Place) -> Turns:
    """The turn of every session that a rule covers, up to a place."""
    turns: dict[Place, Turn] = {}
    for span in spans_of(mechanism, series):
        if span.first <= last:
            own = dict(turns_in(span, series, farthest(span, series, last)))
            turns |= followed(exchanged(own, span, series))
    return {place: turn for place, turn in turns.items() if place <= last}


def farthest(span: Span, series: Series, last: Place) -> Place:
    """The last place to be looked at: a session may exchange hosts with one further on."""
    swaps = [each for each in span.era.exceptions if isinstance(each, Swap)]
    return max([last, *(series.place(key) for each in swaps for key in each.swap)])


def turns_in(span: Span, series: Series, last: Place) -> Iterator[tuple[Place, Turn]]:
    """An era's turns as its order, skips and insertions give them."""
    in_group: dict[tuple[PartyId, ...], tuple[PartyId, ...]] = {}
    for place, found in taken_in(span, series, last):
        turn = turn_of(found, span, in_group)
        yield place, replace(turn, skipped=skips_at(series.key(place), span, found))
        if turn.inserted is None:
            in_group[turn.group] = turn.parties


def turn_of(
    found: Taken | Insert,
    span: Span,
    in_group: Mapping[tuple[PartyId, ...], tuple[PartyId, ...]],
) -> Turn:
    inserted = found if isinstance(found, Insert) else None
    parties = (found.insert,) if isinstance(found, Insert) else found.parties
    group = parties if isinstance(found, Insert) else found.group
    return Turn(
        parties=parties,
        group=group,
        after=(),
        after_in_group=() if inserted else in_group.get(group, ()),
        every=len(span.era.order),
        times=[parties_in((member,)) for member in span.era.order].count(group),
        basis=span.era.basis,
        since=span.era.start,
        sources=span.era.sources,
        inserted=inserted,
    )


def skips_at(key: SessionKey, span: Span, found: Taken | Insert) -> tuple[Skip, ...]:
    passed = found.passed if isinstance(found, Taken) else ()
    skips = (each for each in span.era.exceptions if isinstance(each, Skip) and each.at == key)
    return tuple(each for each in skips if each.skip in passed)


def exchanged(turns: dict[Place, Turn], span: Span, series: Series) -> Turns:
    """The turns with the hosts of exchanged sessions in each other's place."""
    for each in span.era.exceptions:
        if isinstance(each, Swap):
            one, other = (turns.get(series.place(key)) for key in each.swap)
            if one is not None and other is not None:
                turns[series.place(each.swap[0])] = in_exchange(one, other, each.swap[1], each)
                turns[series.place(each.swap[1])] = in_exchange(other, one, each.swap[0], each)
    return turns


def followed(turns: Turns) -> Turns:
    """The turns, each with whoever has the one before after all exchanges."""
    before: tuple[PartyId, ...] = ()
    found: dict[Place, Turn] = {}
    for place, turn in turns.items():
        found[place] = replace(turn, after=before)
        before = turn.parties
    return found


def in_exchange(turn: Turn, other: Turn, session: SessionKey, swap: Swap) -> Turn:
    exchange = Exchange(session, turn.parties, swap.reason, swap.sources)
    return replace(turn, parties=other.parties, exchanged=exchange)
