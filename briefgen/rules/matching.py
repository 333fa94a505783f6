"""Which people and groups of a register the rows of a list are."""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefgen.problems import Problem, quoted
from briefgen.register.ids import PersonId
from briefgen.register.models.attendance import Participant
from briefgen.rules.attendees import Attendee
from briefgen.rules.known_people import Index, Known
from briefgen.rules.nearness import ALIKE, PARTY, Nearness, form_of, nearness

MOST_NAMED = 10
Who = PersonId | Index | None


@dataclass(frozen=True)
class Match:
    """A row with the person of the register it is, or the unnamed group; neither when new."""

    attendee: Attendee
    person: PersonId | None = None
    group: Index | None = None

    @property
    def is_known(self) -> bool:
        """Whether the register knows them."""
        return self.person is not None or self.group is not None

    @property
    def who(self) -> Who:
        """The person's id, or the group's place."""
        return self.person if self.person is not None else self.group


@dataclass(frozen=True)
class Near:
    """A row with somebody whose name is near, and how near."""

    match: Match
    name: str
    nearness: Nearness


def same_delegation(attendee: Attendee, participant: Participant) -> bool:
    """Whether a row comes from where a participant does."""
    if attendee.party is not None:
        return attendee.party == participant.party
    if attendee.organisation is not None:
        return attendee.is_of(participant.organisation)
    return participant.party is None and participant.organisation is None


def exact(known: Known, attendee: Attendee, taken: set[Index]) -> Match | Problem | None:
    """Whom a row is by the very same name; a problem when several can be meant."""
    groups = [
        index
        for index, each in known.groups(attendee)
        if index not in taken and same_delegation(attendee, each)
    ]
    if groups:
        return Match(attendee, group=groups[0])
    people = known.people(attendee)
    fitting = [each for each in people if not known.contradicts(attendee, each)]
    if len(fitting) > 1:
        of_party = [each for each in fitting if attendee.party in known.parties.get(each, ())]
        fitting = of_party if attendee.party and of_party else fitting
        fitting = [each for each in fitting if each in known.present] or fitting
    if len(fitting) > 1:
        names = ", ".join(f"people/{each}" for each in fitting[:MOST_NAMED])
        names += f" and {len(fitting) - MOST_NAMED} more" if len(fitting) > MOST_NAMED else ""
        message = f"{quoted(attendee.delegate.name)} can be any of {names}"
        message += "; write the delegation too, or name the cell with --new for another person"
        return attendee.delegate.cell.problem("ambiguous-person", message)
    return Match(attendee, fitting[0]) if fitting else None


def near(known: Known, attendee: Attendee, taken: Collection[Who]) -> list[Near]:
    """Whom else a row may be, the nearest first, of many as many as one can look through."""
    found = [*of_another_party(known, attendee), *alike(known, attendee)]
    free = [each for each in found if each.match.who not in taken]
    return heapq.nsmallest(MOST_NAMED, free, key=lambda each: each.nearness)


def of_another_party(known: Known, attendee: Attendee) -> Iterator[Near]:
    for person in known.people(attendee):
        how = Nearness(PARTY, 0, "the same name, but of another party")
        yield Near(Match(attendee, person), known.register.people[person].name.best().text, how)
    for index, _ in known.groups(attendee):
        how = Nearness(PARTY, 0, "the same group, but of another delegation")
        yield Near(Match(attendee, group=index), attendee.delegate.name, how)


def alike(known: Known, attendee: Attendee) -> Iterator[Near]:
    mine = [form_of(name.text) for name in attendee.delegate.names]
    called = set(known.people(attendee))
    found: dict[PersonId, list[tuple[Nearness, str]]] = defaultdict(list)
    for form in mine:
        for person, theirs in known.names.near(form):
            how = nearness(form, theirs)
            if how is not None:
                found[person].append((how, theirs.text))
    for person, hows in found.items():
        how, text = min(hows)
        # Names that only look alike are common; of another party they are other people.
        is_other = how.rank >= ALIKE and known.contradicts(attendee, person)
        if person not in called and not is_other:
            yield Near(Match(attendee, person), text, how)
