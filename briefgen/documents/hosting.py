"""Host rotation as documents show it: who hosted, whose turn it is, who comes after, and why."""

from dataclasses import dataclass, replace
from typing import Literal

from briefgen.documents.selection import Selection
from briefgen.documents.views import PartyView, SessionView, party_view, party_views, session_view
from briefgen.register.ids import PartyId, SessionKey, SourceId
from briefgen.register.numbering import key_at, position
from briefgen.register.register import Register, Session
from briefgen.rules.calendar import counts
from briefgen.rules.rotation import Hosting, Turn, history, hostings

TURNS_AHEAD = 4


@dataclass(frozen=True)
class TurnView:
    """A host by rotation, with what the reason in words is made of."""

    host: PartyView
    group: tuple[PartyView, ...]
    after: PartyView | None
    after_in_group: PartyView | None
    every: int
    basis: Literal["agreed", "observed"]
    since: SessionKey
    sources: tuple[SourceId, ...]


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


def rotation_view(register: Register, selection: Selection) -> RotationView:
    """The rotation around the selected session."""
    unit = register.mechanisms[selection.mechanism].numbering.by
    place = position(selection.key, unit)
    last = key_at(place + TURNS_AHEAD - 1, unit)
    before = [
        hosting
        for hosting in history(register, selection.mechanism, selection.opens)
        if position(hosting.key, unit) < place
    ]
    ahead = hostings(register, selection.mechanism, selection.key, last)
    return RotationView(
        before=tuple(hosting_view(register, hosting, selection) for hosting in before),
        ahead=tuple(hosting_view(register, hosting, selection) for hosting in ahead),
    )


def hosting_view(register: Register, hosting: Hosting, selection: Selection) -> HostingView:
    known = replace(hosting, session=session_as_known(register, hosting, selection))
    return HostingView(
        session_view(register, selection.mechanism, known.key, known.session),
        turn_view(register, known.turn) if known.turn else None,
        known.agrees,
        is_selected=known.key == selection.key,
    )


def session_as_known(register: Register, hosting: Hosting, selection: Selection) -> Session | None:
    """A line's session as it can be told when the selected one opens: held by then, or a plan."""
    if hosting.key == selection.key:
        return selection.session
    session = hosting.session
    if session is None or session.status == "planned":
        return session
    return session if counts(register, session, selection.opens) else None


def turn_view(register: Register, turn: Turn) -> TurnView:
    def named(party: PartyId | None) -> PartyView | None:
        return party_view(register, party) if party else None

    return TurnView(
        party_view(register, turn.host),
        party_views(register, turn.group),
        named(turn.after),
        named(turn.after_in_group),
        turn.every,
        turn.basis,
        turn.since,
        turn.sources,
    )
