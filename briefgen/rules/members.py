"""Who belongs to a mechanism on a day: parties begin, end, and are followed by their successors."""

import datetime
from collections.abc import Collection, Iterator, Mapping

from briefgen.register.ids import PartyId
from briefgen.register.models.actors import Party
from briefgen.register.models.mechanisms import Mechanism, Side
from briefgen.register.models.orders import Choice, Member, Order
from briefgen.register.models.rotation import Era, Insert, RotationException, Skip

Parties = Mapping[PartyId, Party]


def party_on(parties: Parties, party: PartyId, day: datetime.date) -> PartyId | None:
    """Who stands in a party's place on a day: itself or a successor; None when it has none."""
    seen: set[PartyId] = set()
    found: PartyId | None = party
    while found is not None and found not in seen and has_ended(parties, found, day):
        seen.add(found)
        found = parties[found].successor
    return found


def has_ended(parties: Parties, party: PartyId, day: datetime.date) -> bool:
    """Whether a party surely ended before a day; without an end, when its successor began."""
    entry = parties[party]
    if entry.until is not None:
        return entry.until.is_before(day)
    successor = parties[entry.successor] if entry.successor is not None else None
    since = successor.since if successor is not None else None
    return since is not None and since.latest is not None and since.latest <= day


def has_begun(parties: Parties, party: PartyId, day: datetime.date) -> bool:
    """Whether a party may have been there on a day; only a later beginning says that it was not."""
    since = parties[party].since
    return since is None or not since.is_after(day)


def sides_on(parties: Parties, mechanism: Mechanism, day: datetime.date) -> tuple[Side, ...]:
    """The sides with the parties of a day, each successor in the place of whom it follows."""
    sides = (
        side.model_copy(update={"parties": tuple(members_on(parties, side, day))})
        for side in mechanism.sides
    )
    return tuple(side for side in sides if side.parties)


def members_on(parties: Parties, side: Side, day: datetime.date) -> Iterator[PartyId]:
    present = (party for party in side.parties if has_begun(parties, party, day))
    found = (party_on(parties, party, day) for party in present)
    yield from dict.fromkeys(party for party in found if party is not None)


def ended_by(parties: Parties, mechanism: Mechanism, day: datetime.date) -> tuple[PartyId, ...]:
    """The parties in a mechanism's places that had ended by a day, successors that did included."""
    found: dict[PartyId, None] = {}
    for party in mechanism.parties:
        place: PartyId | None = party
        while place is not None and place not in found and has_ended(parties, place, day):
            found[place] = None
            place = parties[place].successor
    return tuple(found)


def predecessors(parties: Parties, party: PartyId) -> frozenset[PartyId]:
    """A party and all those that it followed, directly or through others."""
    found = {party}
    while more := {
        name for name, each in parties.items() if each.successor in found and name not in found
    }:
        found |= more
    return frozenset(found)


# Parties still to come.


def without_members(mechanism: Mechanism, to_come: Collection[PartyId]) -> Mechanism:
    """A mechanism without parties that were still to come, on its sides and in its orders."""
    if not any(party in to_come for party in mechanism.parties):
        return mechanism
    sides = (
        side.model_copy(update={"parties": left(side.parties, to_come)}) for side in mechanism.sides
    )
    eras = (era_without(era, to_come) for era in mechanism.rotation if era.first[0] not in to_come)
    return mechanism.model_copy(
        update={"sides": tuple(side for side in sides if side.parties), "rotation": tuple(eras)}
    )


def left(parties: tuple[PartyId, ...], to_come: Collection[PartyId]) -> tuple[PartyId, ...]:
    return tuple(party for party in parties if party not in to_come)


def era_without(era: Era, to_come: Collection[PartyId]) -> Era:
    exceptions = tuple(each for each in era.exceptions if named_by(each) not in to_come)
    return era.model_copy(
        update={"order": order_without(era.order, to_come), "exceptions": exceptions}
    )


def named_by(exception: RotationException) -> PartyId | None:
    match exception:
        case Skip(skip=party) | Insert(insert=party):
            return party
    return None


def order_without(order: Order, to_come: Collection[PartyId]) -> Order:
    members = (member_without(member, to_come) for member in order)
    return tuple(member for member in members if member is not None)


def member_without(member: Member, to_come: Collection[PartyId]) -> Member | None:
    match member:
        case str():
            return None if member in to_come else member
        case Choice():
            kept = left(member.choose, to_come)
            return member.model_copy(update={"choose": kept}) if kept else None
        case _:
            return order_without(member, to_come) or None
