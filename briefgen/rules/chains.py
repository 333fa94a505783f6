"""Chains of commitments: what each comes from, and what it lives on in."""

from collections.abc import Iterator

from briefgen.register.ids import CommitmentId
from briefgen.register.models.commitments import Commitment
from briefgen.register.register import Session
from briefgen.rules.snapshot import Snapshot

Chain = tuple[CommitmentId, ...]


def successors_of(known: Snapshot) -> dict[CommitmentId, CommitmentId]:
    """Which later commitment each followed one lives on in; the first that follows it."""
    found: dict[CommitmentId, CommitmentId] = {}
    for session, commitment in made(known):
        for earlier in commitment.follows:
            found.setdefault(earlier, session.commitment_id(commitment))
    return found


def chains_of(known: Snapshot) -> dict[CommitmentId, Chain]:
    """Each commitment with all that it comes from, over all mechanisms, oldest first."""
    chains: dict[CommitmentId, Chain] = {}
    ages: dict[CommitmentId, int] = {}
    for session, commitment in made(known):
        name = session.commitment_id(commitment)
        ages[name] = len(ages)
        links = (chains.get(follows, (follows,)) for follows in commitment.follows)
        earlier = {each for link in links for each in link} - {name}
        chains[name] = (*sorted(earlier, key=lambda each: (ages.get(each, -1), each)), name)
    return chains


def made(known: Snapshot) -> Iterator[tuple[Session, Commitment]]:
    """Every commitment made by a session that was held, over all mechanisms, oldest first."""
    register = known.register
    held = [session for mechanism in register.mechanisms for session in known.held(mechanism)]
    for session in sorted(held, key=lambda each: known.calendar.order[each.id]):
        for commitment in session.commitments:
            yield session, commitment
