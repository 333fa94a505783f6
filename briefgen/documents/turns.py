"""Turns by rotation as documents show them: with the names that the reason is made of."""

from dataclasses import dataclass

from briefgen.documents.views import PartyView, SessionView, party_views, session_view
from briefgen.register.ids import MechanismId, PartyId, SessionKey, SourceId
from briefgen.register.models.rotation import Basis, Insert
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.rules.rotation import Hosting
from briefgen.rules.turns import Exchange, Turn


@dataclass(frozen=True)
class SkippedView:
    """A party that loses its turn at a session, and why."""

    party: PartyView
    reason: Wording
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class InsertedView:
    """Why a session has an extra host."""

    reason: Wording
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class ExchangeView:
    """The session that hosts were exchanged with, and whose turn it was by the order."""

    session: SessionView
    instead_of: tuple[PartyView, ...]
    reason: Wording
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class TurnView:
    """A turn by rotation, with what the reason in words is made of.

    `parties` is the host alone, or those of whom a group chooses one. `in_place_of` had ended by
    then; `ended` had too, and no successor of theirs is recorded.
    """

    parties: tuple[PartyView, ...]
    group: tuple[PartyView, ...]
    after: tuple[PartyView, ...]
    after_in_group: tuple[PartyView, ...]
    every: int
    times: int
    basis: Basis
    since: SessionKey
    skipped: tuple[SkippedView, ...]
    inserted: InsertedView | None
    exchanged: ExchangeView | None
    in_place_of: tuple[PartyView, ...]
    ended: tuple[PartyView, ...]
    sources: tuple[SourceId, ...]

    @property
    def host(self) -> PartyView | None:
        """The one party that hosts; None where a group chooses."""
        return self.parties[0] if len(self.parties) == 1 else None

    @property
    def exceptions(self) -> tuple[SkippedView | InsertedView | ExchangeView, ...]:
        """What departs from the order at this session."""
        own = (self.inserted, self.exchanged)
        return (*self.skipped, *(each for each in own if each is not None))

    @property
    def exception_sources(self) -> tuple[SourceId, ...]:
        """Where the exceptions were taken from; none where the order's sources tell of them."""
        return tuple(source for each in self.exceptions for source in each.sources)

    @property
    def all_sources(self) -> tuple[SourceId, ...]:
        """The sources of the order and of the exceptions to it."""
        return tuple(dict.fromkeys((*self.sources, *self.exception_sources)))


def turn_view(register: Register, mechanism: MechanismId, hosting: Hosting, turn: Turn) -> TurnView:
    def named(parties: tuple[PartyId, ...]) -> tuple[PartyView, ...]:
        return party_views(register, parties)

    return TurnView(
        parties=named(turn.parties),
        group=named(turn.group),
        after=named(turn.after),
        after_in_group=named(turn.after_in_group),
        every=turn.every,
        times=turn.times,
        basis=turn.basis,
        since=turn.since,
        skipped=tuple(
            SkippedView(party, each.reason, each.sources)
            for each in turn.skipped
            for party in named((each.skip,))
        ),
        inserted=inserted_view(turn.inserted) if turn.inserted else None,
        exchanged=(exchange_view(register, mechanism, turn.exchanged) if turn.exchanged else None),
        in_place_of=named(hosting.in_place_of),
        ended=named(hosting.ended),
        sources=turn.sources,
    )


def inserted_view(insert: Insert) -> InsertedView:
    return InsertedView(insert.reason, insert.sources)


def exchange_view(register: Register, mechanism: MechanismId, exchange: Exchange) -> ExchangeView:
    return ExchangeView(
        session_view(register, mechanism, exchange.session, None),
        party_views(register, exchange.instead_of),
        exchange.reason,
        exchange.sources,
    )
