"""Who led each delegation last, since when, who before, and who holds the post now."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefgen.register.ids import PartyId, PersonId
from briefgen.register.models.actors import Post
from briefgen.register.models.attendance import LEADING, Participant
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording
from briefgen.rules.attendance import AWAY
from briefgen.rules.members import predecessors
from briefgen.rules.order import people_in_order
from briefgen.rules.snapshot import Snapshot


@dataclass(frozen=True)
class Lead:
    """A person who led a party's delegation at a session."""

    participant: Participant
    person: PersonId
    session: Session


@dataclass(frozen=True)
class Leadership:
    """The last known head of a party's delegation, and the other person who led it before.

    `since` is the first of the sessions in a row at which the last one is recorded as leading.
    """

    party: PartyId
    last: Lead | None
    since: Lead | None
    before: Lead | None


@dataclass(frozen=True)
class Holder:
    """A person with a post."""

    person: PersonId
    post: Post


@dataclass(frozen=True)
class Tenure:
    """A head's posts for a party of which a day is known, and who followed in one of any.

    Of several who followed, those that gave the post up again are left out for those who hold it.
    """

    posts: tuple[Post, ...]
    newer: tuple[Holder, ...]


def leadership(register: Register, sessions: Sequence[Session], party: PartyId) -> Leadership:
    """Who led a party's delegation at some sessions, given oldest first.

    A party's delegation was its predecessors' before. Whoever shared the lead with the last head
    did not lead before them.
    """
    names = predecessors(register.parties, party)
    leads = [found for each in reversed(sessions) if (found := leads_at(each, names))]
    if not leads:
        return Leadership(party, None, None, None)
    last = since = leads[0][0]
    for found in leads[1:]:
        again = next((lead for lead in found if lead.person == last.person), None)
        if again is None:
            break
        since = again
    others = (lead for found in leads[1:] for lead in found if lead.person != last.person)
    return Leadership(party, last, since, next(others, None))


def leads_at(session: Session, parties: Collection[PartyId]) -> tuple[Lead, ...]:
    """The people who led a party's delegation at one session, the first of them first."""
    return tuple(
        Lead(participant, participant.person, session)
        for participant in people_in_order(session.participants)
        if participant.party in parties
        and participant.person is not None
        and participant.role in LEADING
        and participant.attendance not in AWAY
    )


def tenure(known: Snapshot, lead: Lead, party: PartyId) -> Tenure:
    """The posts of a head for their party as of a day, and newer holders of the same posts."""
    parties = predecessors(known.register.parties, party)
    posts = tuple(
        post for post in known.register.people[lead.person].posts if post.party in parties
    )
    newer = tuple(dict.fromkeys(h for post in posts for h in followers(known, lead, post, parties)))
    still = tuple(holder for holder in newer if holder.post.until is None)
    dated = tuple(post for post in posts if post.since is not None or post.until is not None)
    return Tenure(dated, still or newer)


def followers(
    known: Snapshot, lead: Lead, post: Post, parties: Collection[PartyId]
) -> Iterator[Holder]:
    """Others who surely took the same post after the head last led or gave it up."""
    for name, person in known.register.people.items():
        for other in person.posts:
            is_same = other.party in parties and is_same_title(other.title, post.title)
            if name != lead.person and is_same and took_over(known, lead, post, other):
                yield Holder(name, other)


def took_over(known: Snapshot, lead: Lead, post: Post, other: Post) -> bool:
    if other.since is None:
        return post.until is not None and other.until is None
    led = known.day_of(lead.session) or (post.since.latest if post.since else None)
    return led is not None and other.since.is_after(led)


def is_same_title(title: Wording, other: Wording) -> bool:
    """Whether two titles are the same words in any language that both are known in."""
    texts = {(version.language, version.text.casefold()) for version in title.versions}
    return any((each.language, each.text.casefold()) in texts for each in other.versions)
