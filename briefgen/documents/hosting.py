"""Host rotation as documents show it: who hosted, whose turn it is, who comes after, and why."""

from dataclasses import dataclass, replace

from briefgen.documents.selection import Selection
from briefgen.documents.turns import TurnView, turn_view
from briefgen.documents.views import SessionView, session_view
from briefgen.register.ids import MechanismId, SessionKey
from briefgen.register.register import Register
from briefgen.rules.rotation import Hosting, coming, history

TURNS_AHEAD = 4


@dataclass(frozen=True)
class HostingView:
    """A session's recorded host and its turn by rotation.

    In a brief, a session of the past that had the expected host comes without its turn.
    """

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
    def told(self) -> tuple[HostingView, ...]:
        """Those ahead of which anything is known: all under a rule, else recorded hosts."""
        return tuple(line for line in self.ahead if self.rules or line.session.host is not None)

    @property
    def rules(self) -> tuple[TurnView, ...]:
        """A turn of each order that those ahead come from, the first of each."""
        found: dict[SessionKey, TurnView] = {}
        for line in self.ahead:
            if line.turn is not None:
                found.setdefault(line.turn.since, line.turn)
        return tuple(found.values())


def rotation_view(selection: Selection) -> RotationView:
    """The rotation around the selected session: what was known of others by its eve."""
    mechanism, key = selection.mechanism, selection.key
    series = selection.now.register.series[mechanism]
    place = series.place(key)
    own = coming(selection.now, mechanism, key, 1)
    others = coming(selection.before, mechanism, key, TURNS_AHEAD)[1:]
    past = (each for each in history(selection.before, mechanism) if series.place(each.key) < place)
    return RotationView(
        before=tuple(
            told(hosting_view(selection.now.register, mechanism, each, key)) for each in past
        ),
        ahead=tuple(
            hosting_view(selection.now.register, mechanism, each, key) for each in (*own, *others)
        ),
    )


def told(line: HostingView) -> HostingView:
    """A line with its turn only where that tells more than the host."""
    return replace(line, turn=None) if line.agrees else line


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
