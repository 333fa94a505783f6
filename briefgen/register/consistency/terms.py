"""Terms that can't be: what ends before it begins, and successors that lead nowhere."""

from collections.abc import Iterator

from briefgen.problems import Problem
from briefgen.register.consistency.entries import Entries
from briefgen.register.dates import Date
from briefgen.register.ids import PartyId
from briefgen.register.models.actors import Party

CODE = "term"


def post_problems(entries: Entries) -> Iterator[Problem]:
    """Posts that end before they start."""
    for person, entry in entries.people.items():
        for index, post in enumerate(entry.posts):
            if ends_before(post.until, post.since):
                message = "this post ends before it starts; correct 'from' or 'until'"
                yield entries.problem("people", (person, "posts", index, "until"), CODE, message)


def party_problems(entries: Entries) -> Iterator[Problem]:
    """Parties that end before they begin, and successions that can't be."""
    for name, party in entries.parties.items():
        if ends_before(party.until, party.since):
            message = "this party ends before it begins; correct 'from' or 'until'"
            yield entries.problem("parties", (name, "until"), CODE, message)
        if party.successor is not None and (message := told_of(name, party, entries)):
            yield entries.problem("parties", (name, "successor"), CODE, message)


def ends_before(end: Date | None, start: Date | None) -> bool:
    """Whether one date surely lies before another."""
    first = start.earliest if start is not None else None
    return end is not None and first is not None and end.is_before(first)


def told_of(name: PartyId, party: Party, entries: Entries) -> str:
    """Why a party can't be succeeded as it says; empty when it can."""
    successor = entries.parties.get(party.successor or "")
    if successor is None:
        return ""
    if name in successors_of(name, entries):
        return "these successions run in a circle, back to this party; cut it"
    if party.until is None and successor.since is None:
        return f"nothing says since when; give this party 'until', or '{party.successor}' a 'from'"
    if ends_before(successor.until, party.until):
        return f"'{party.successor}' ended before this party did, so it can't have succeeded it"
    return ""


def successors_of(name: PartyId, entries: Entries) -> Iterator[PartyId]:
    """Who came after a party, one after the other; ends when one comes again."""
    seen: set[PartyId] = set()
    following = entries.parties[name].successor
    while following is not None and following not in seen:
        yield following
        seen.add(following)
        party = entries.parties.get(following)
        following = party.successor if party is not None else None
