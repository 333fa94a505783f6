"""The order in which parties and people are named: never alphabetical by accident."""

from collections.abc import Sequence
from typing import get_args

from briefgen.register.ids import PartyId
from briefgen.register.models.attendance import Participant, Role
from briefgen.register.models.mechanisms import Side

RANKS: tuple[Role, ...] = get_args(Role)  # the roles stand in the order of rank


def parties_in_order(
    sides: Sequence[Side], perspective: PartyId | None = None, host: PartyId | None = None
) -> tuple[PartyId, ...]:
    """The parties of some sides, the host first, then the reader's party and side (the alternat).

    Without a perspective the mechanism's own order of sides and parties holds.
    """
    ordered = sorted(sides, key=lambda side: perspective not in side.parties)
    parties = [party for side in ordered for party in side.parties]
    first = [party for party in (host, perspective) if party in parties]
    return tuple(dict.fromkeys([*first, *parties]))


def people_in_order(participants: Sequence[Participant]) -> tuple[Participant, ...]:
    """Heads first, then by role, unnamed groups last; within a role the register's order."""
    return tuple(sorted(participants, key=rank))


def rank(participant: Participant) -> tuple[bool, int]:
    role = participant.role
    place = RANKS.index(role) if role is not None else RANKS.index("member")
    return participant.person is None, place
