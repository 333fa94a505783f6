"""Chains of commitments: what each comes from, and what it lives on in."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.register.ids import CommitmentId
from briefgen.rules.snapshot import Snapshot

Chain = tuple[CommitmentId, ...]


@dataclass(frozen=True)
class Chains:
    """What each commitment follows, over all mechanisms, the oldest commitments first."""

    follows: Mapping[CommitmentId, Chain]
    ages: Mapping[CommitmentId, int]

    def of(self, commitment: CommitmentId) -> Chain:
        """A commitment after all that it comes from, oldest first; each once."""
        found: set[CommitmentId] = set()
        waiting = [commitment]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.follows.get(name, ())
        earlier = found - {commitment}
        return (*sorted(earlier, key=lambda name: (self.ages.get(name, -1), name)), commitment)


def chains_of(known: Snapshot) -> Chains:
    """The chains of all commitments that were made."""
    follows = {session.commitment_id(each): each.follows for session, each in known.made}
    return Chains(follows, {name: age for age, name in enumerate(follows)})


def successors_of(known: Snapshot) -> dict[CommitmentId, CommitmentId]:
    """Which later commitment each followed one lives on in; the first that follows it."""
    found: dict[CommitmentId, CommitmentId] = {}
    for session, commitment in known.made:
        for earlier in commitment.follows:
            found.setdefault(earlier, session.commitment_id(commitment))
    return found
