"""A mechanism's rotation by itself: who hosted, who is next and why."""

import datetime
from dataclasses import dataclass

from briefgen.documents.hosting import TURNS_AHEAD, HostingView, hosting_view
from briefgen.documents.selection import check_mechanism
from briefgen.register.ids import MechanismId, SessionKey
from briefgen.register.register import Register
from briefgen.rules.rotation import coming, history
from briefgen.rules.snapshot import Snapshot, next_key, snapshot


@dataclass(frozen=True)
class RotationOrder:
    """Which rotation is wanted: of what mechanism, as of when, with how many turns ahead."""

    mechanism: MechanismId
    as_of: datetime.date
    ahead: int = TURNS_AHEAD


@dataclass(frozen=True)
class Rotation:
    """The hosts of all sessions up to the next one, and of those from it on."""

    mechanism: MechanismId
    as_of: datetime.date
    history: tuple[HostingView, ...]
    next: tuple[HostingView, ...]


def prepare_rotation(register: Register, order: RotationOrder) -> Rotation:
    """The rotation of a mechanism; raises UsageError when there is no such mechanism."""
    check_mechanism(register, order.mechanism, order.mechanism)
    known = snapshot(register, order.as_of)
    key = next_key(known, order.mechanism) or first_key(known, order.mechanism)
    following = coming(known, order.mechanism, key, order.ahead) if key is not None else ()
    past = history(known, order.mechanism)
    if key is not None:
        series = known.register.series[order.mechanism]
        past = tuple(each for each in past if series.place(each.key) < series.place(key))
    return Rotation(
        mechanism=order.mechanism,
        as_of=order.as_of,
        history=tuple(hosting_view(known.register, order.mechanism, each, None) for each in past),
        next=tuple(hosting_view(known.register, order.mechanism, each, key) for each in following),
    )


def first_key(known: Snapshot, mechanism: MechanismId) -> SessionKey | None:
    """The session that the first order starts with, where none has been held yet."""
    series = known.register.series[mechanism]
    return series.key(series.starts[0]) if known.register.mechanisms[mechanism].rotation else None
