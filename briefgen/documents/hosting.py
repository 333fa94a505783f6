"""Host rotation as documents show it: who hosted, whose turn it is, who comes after, and why."""

from dataclasses import dataclass

from briefgen.documents.selection import Selection
from briefgen.documents.views import PartyView, SessionView, party_views, session_view
from briefgen.register.ids import MechanismId, PartyId, SessionKey, SourceId
from briefgen.register.models.rotation import Basis
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.rules.rotation import Hosting, coming, history
from briefgen.rules.turns import Exchange, Turn

TURNS_AHEAD = 4


@dataclass(frozen=True)
class SkippedView:
    """A party that loses its turn at a session, and why."""

    party: PartyView
    reason: Wording


@dataclass(frozen=True)
class ExchangeView:
    """The session that hosts were exchanged with, and whose turn it was by the order."""

    session: SessionView
    instead_of: tuple[PartyView, ...]
    reason: Wording


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
    inserted: Wording | None
    exchanged: ExchangeView | None
    in_place_of: tuple[PartyView, ...]
    ended: tuple[PartyView, ...]
    sources: tuple[SourceId, ...]

    @property
    def host(self) -> PartyView | None:
        """The one party that hosts; None where a group chooses."""
        return self.parties[0] if len(self.parties) == 1 else None


@dataclass(frozen=True)
class HostingView:
    """A session's recorded host and its turn by rotation."""

    session: SessionView
    turn: TurnView | None
    agrees: bool | None
    is_selected: bool


@dataclass(frozen=True)
class RotationView:
    """The sessions before, and the turns from the selected session on; empty without a rule."""

    before: tuple[HostingView, ...]
    ahead: tuple[HostingView, ...]

    @property
    def selected(self) -> HostingView | None:
        """The selected session's own line."""
        return next((line for line in (*self.before, *self.ahead) if line.is_selected), None)

    @property
    def deviations(self) -> tuple[HostingView, ...]:
        """The sessions whose recorded host differs from the rule, those planned included."""
        return tuple(line for line in (*self.before, *self.ahead) if line.agrees is False)

    @property
    def rules(self) -> tuple[TurnView, ...]:
        """A turn of each order that those ahead come from, the first of each."""
        turns = (line.turn for line in self.ahead if line.turn is not None)
        return tuple({turn.since: turn for turn in reversed(list(turns))}.values())[::-1]


def rotation_view(selection: Selection) -> RotationView:
    """The rotation around the selected session: what was known of others by its eve."""
    mechanism, key = selection.mechanism, selection.key
    series = selection.now.register.series[mechanism]
    place = series.place(key)
    own = coming(selection.now, mechanism, key, 1)
    others = coming(selection.before, mechanism, key, TURNS_AHEAD)[1:]
    past = (each for each in history(selection.before, mechanism) if series.place(each.key) < place)
    return RotationView(
        before=tuple(hosting_view(selection.now.register, mechanism, each, key) for each in past),
        ahead=tuple(
            hosting_view(selection.now.register, mechanism, each, key) for each in (*own, *others)
        ),
    )


def hosting_view(
    register: Register, mechanism: MechanismId, hosting: Hosting, selected: SessionKey | None
) -> HostingView:
    """A session's line with its names."""
    return HostingView(
        session_view(register, mechanism, hosting.key, hosting.session),
        turn_view(register, mechanism, hosting, hosting.turn) if hosting.turn else None,
        hosting.agrees,
        is_selected=hosting.key == selected,
    )


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
            SkippedView(party, each.reason)
            for each in turn.skipped
            for party in named((each.skip,))
        ),
        inserted=turn.inserted.reason if turn.inserted else None,
        exchanged=(exchange_view(register, mechanism, turn.exchanged) if turn.exchanged else None),
        in_place_of=named(hosting.in_place_of),
        ended=named(hosting.ended),
        sources=turn.sources,
    )


def exchange_view(register: Register, mechanism: MechanismId, exchange: Exchange) -> ExchangeView:
    return ExchangeView(
        session_view(register, mechanism, exchange.session, None),
        party_views(register, exchange.instead_of),
        exchange.reason,
    )
