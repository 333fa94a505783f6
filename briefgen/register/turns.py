"""How an order hands the turn on, from session to session: the mechanics, free of any dates."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from briefgen.register.ids import PartyId
from briefgen.register.models.orders import Choice, Member, Order, parties_in

Path = tuple[int, ...]
"""The indexes that lead to a list within an order."""


@dataclass(frozen=True)
class Taken:
    """Whose turn it is: one party, or several of which a group chooses.

    `passed` were asked and lose the turn; `group` are the parties that share it at the top.
    """

    parties: tuple[PartyId, ...]
    group: tuple[PartyId, ...]
    passed: tuple[PartyId, ...] = ()


@dataclass(frozen=True)
class Rota:
    """An order on its way through the sessions: each list remembers whom it asked last."""

    order: Order
    asked: Counter[Path] = field(default_factory=Counter)

    def take(self, losing: Collection[PartyId] = ()) -> Taken | None:
        """The next turn, with those passed over who lose theirs; None when nobody is left."""
        passed: list[PartyId] = []
        for index in self.indexes((), self.order):
            group = parties_in((self.order[index],))
            if parties := self.offer(self.order[index], (index,), losing, passed):
                return Taken(parties, group, tuple(passed))
        return None

    def offer(
        self, member: Member, path: Path, losing: Collection[PartyId], passed: list[PartyId]
    ) -> tuple[PartyId, ...]:
        """Who takes a member's turn; a list asks its own in turn before the turn goes further."""
        if isinstance(member, tuple):
            for index in self.indexes(path, member):
                if parties := self.offer(member[index], (*path, index), losing, passed):
                    return parties
            return ()
        parties = member.choose if isinstance(member, Choice) else (member,)
        passed += [party for party in parties if party in losing]
        return tuple(party for party in parties if party not in losing)

    def indexes(self, path: Path, members: Order) -> Iterator[int]:
        """The members of the list at a path, each once, from the one after the last asked on."""
        for _ in members:
            index = self.asked[path] % len(members)
            self.asked[path] += 1
            yield index


def starting_with(order: Order, party: PartyId, position: int = 1) -> Order:
    """The same order turned so that a party comes first, at every level that holds it.

    `position` says which of its places, counted as the order is written.
    """
    for index, member in enumerate(order):
        here = parties_in((member,)).count(party)
        if here >= position:
            head = starting_with(member, party, position) if isinstance(member, tuple) else member
            return (head, *order[index + 1 :], *order[:index])
        position -= here
    return order
