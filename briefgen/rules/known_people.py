"""Whom a register knows by which names, and who of them takes part in a session."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefgen.register.ids import PartyId, PersonId
from briefgen.register.models.attendance import Participant
from briefgen.register.register import Register, Session
from briefgen.register.spreadsheets.names import name_of
from briefgen.register.spreadsheets.spelling import folded
from briefgen.rules.attendees import Attendee, texts_of
from briefgen.rules.members import predecessors
from briefgen.rules.nearness import Names, names_of

Index = int
"""A participant's place in its session, counted from 0."""


@dataclass(frozen=True)
class Known:
    """Whom a register knows, and who of them takes part in a session."""

    register: Register
    session: Session | None

    @cached_property
    def by_name(self) -> Mapping[str, tuple[PersonId, ...]]:
        """The people by every spelling of their names."""
        found: dict[str, list[PersonId]] = defaultdict(list)
        for person, entry in self.register.people.items():
            bare = (name_of(version.text).text for version in entry.name.versions)
            for text in texts_of(entry.name).union(map(folded, bare)):
                found[text].append(person)
        return {text: tuple(people) for text, people in found.items()}

    @cached_property
    def names(self) -> Names[PersonId]:
        """Every spelling of a name, ready to be compared."""
        return names_of(
            (person, version.text)
            for person, entry in self.register.people.items()
            for version in entry.name.versions
        )

    @cached_property
    def parties(self) -> Mapping[PersonId, frozenset[PartyId]]:
        """The parties that people held posts of or came for."""
        found: dict[PersonId, set[PartyId]] = defaultdict(set)
        for person, entry in self.register.people.items():
            found[person].update(post.party for post in entry.posts if post.party)
        for session in self.register.sessions.values():
            for each in session.participants:
                if each.person and each.party:
                    found[each.person].add(each.party)
        return {person: frozenset(parties) for person, parties in found.items()}

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Those who are recorded for the session."""
        return self.session.participants if self.session is not None else ()

    def groups(self, attendee: Attendee) -> Iterator[tuple[Index, Participant]]:
        """The session's unnamed groups that are called as a row is."""
        for index, each in self.unnamed:
            if each.group is not None and attendee.is_called(each.group):
                yield index, each

    @cached_property
    def unnamed(self) -> tuple[tuple[Index, Participant], ...]:
        """The session's unnamed groups."""
        return tuple(
            (index, each) for index, each in enumerate(self.participants) if each.group is not None
        )

    @cached_property
    def present(self) -> frozenset[PersonId]:
        """The people who are recorded for the session."""
        return frozenset(each.person for each in self.participants if each.person is not None)

    def people(self, attendee: Attendee) -> tuple[PersonId, ...]:
        """The people who are called as a row is."""
        found = (self.by_name.get(spelling, ()) for spelling in attendee.spellings)
        return tuple(dict.fromkeys(person for people in found for person in people))

    def contradicts(self, attendee: Attendee, person: PersonId) -> bool:
        """Whether a row's party is none of a person's, nor one that stood or stands for it."""
        party, own = attendee.party, self.parties.get(person, frozenset())
        if party is None or not own or party in own:
            return False
        entries = self.register.parties
        return own.isdisjoint(predecessors(entries, party)) and not any(
            party in predecessors(entries, each) for each in own
        )
