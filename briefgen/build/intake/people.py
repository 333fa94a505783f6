"""What a list adds to the register's people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefgen.build.intake.attending import differs
from briefgen.build.intake.new_ids import id_of_person
from briefgen.build.intake.wordings import by_language, is_covered, written
from briefgen.problems import Problem
from briefgen.register.editing.nodes import Keys, Node, node_at
from briefgen.register.editing.values import Addition, NewItem, NewKey, Value
from briefgen.register.ids import PersonId, SessionId, SourceId
from briefgen.register.models.actors import Contacts
from briefgen.register.register import Register
from briefgen.register.spreadsheets.delegates import Delegate, Said
from briefgen.register.spreadsheets.spelling import folded, language_of
from briefgen.register.texts import Wording
from briefgen.rules.attendees import Attendee


@dataclass
class People:
    """The additions to the people while rows are gone through, one after the other."""

    register: Register
    session: SessionId
    source: SourceId
    written: Node | None
    additions: list[Addition] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    added: int = 0
    posts: int = 0

    @cached_property
    def taken(self) -> set[PersonId]:
        """The ids that people have, those of the list's own included."""
        return set(self.register.people)

    @cached_property
    def capacities(self) -> Mapping[PersonId, list[Wording]]:
        """In which capacities people are recorded at sessions."""
        found: dict[PersonId, list[Wording]] = defaultdict(list)
        for session in self.register.sessions.values():
            for each in session.participants:
                if each.person is not None and each.capacity is not None:
                    found[each.person].append(each.capacity)
        return found

    def new(self, attendee: Attendee) -> PersonId:
        """Somebody whom the register doesn't know."""
        delegate = attendee.delegate
        names = [name.text for name in delegate.names]
        person = id_of_person(names, self.session, self.taken)
        languages = self.register.languages
        entry: dict[str, Value] = {"name": by_language(delegate.names, languages)}
        if delegate.honorific is not None:
            entry["honorific"] = written(delegate.honorific, languages)
        if delegate.office is not None:
            entry["posts"] = (self.post(attendee, delegate.office),)
            self.posts += 1
        if contacts := dict(contacts_of(delegate)):
            entry["internal"] = {key: said.text for key, said in contacts.items()}
        self.additions.append(NewKey((), person, entry))
        self.taken.add(person)
        self.added += 1
        return person

    def post(self, attendee: Attendee, office: Said) -> Value:
        title = written(office, self.register.languages)
        party: dict[str, Value] = {"party": attendee.party} if attendee.party else {}
        return {"title": title, **party, "sources": (self.source,)}

    def complete(self, attendee: Attendee, person: PersonId, *, with_post: bool) -> None:
        """What the list knows more of somebody; what it says otherwise is only told."""
        delegate = attendee.delegate
        if with_post and delegate.office and not self.knows(person, delegate.office):
            self.additions.append(NewItem((person,), "posts", self.post(attendee, delegate.office)))
            self.posts += 1
        self.add_honorific(person, delegate.honorific)
        self.add_names(person, delegate)
        self.add_contacts(person, delegate)

    def knows(self, person: PersonId, office: Said) -> bool:
        """Whether an office is one of a person's posts, several of them, or was told before."""
        posts = [post.title for post in self.register.people[person].posts]
        told = self.capacities.get(person, ())
        titles = [version.text for each in (*posts, *told) for version in each.versions]
        return any(is_covered(text, titles) for text in (office.text, *office.cell.lines))

    def add_honorific(self, person: PersonId, said: Said | None) -> None:
        own = self.register.people[person].honorific
        if said is None:
            return
        languages = self.register.languages
        if own is None:
            value = written(said, languages)
            self.additions.append(NewKey((person,), "honorific", value))
            return
        known = {folded(version.text).rstrip(".") for version in own.versions}
        if folded(said.text).rstrip(".") not in known and own.has(
            language_of(said.text, languages)
        ):
            self.warnings.append(differs(said, own.best().text))

    def add_names(self, person: PersonId, delegate: Delegate) -> None:
        """Spellings in languages in which the name isn't known, where the file lists them so."""
        if not isinstance(node_at(self.written, (person, "name")), Keys):
            return
        own = self.register.people[person].name
        for language, text in by_language(delegate.names, self.register.languages).items():
            if not own.has(language):
                self.additions.append(NewKey((person, "name"), language, text))

    def add_contacts(self, person: PersonId, delegate: Delegate) -> None:
        own = self.register.people[person].internal
        new: dict[str, Value] = {}
        for key, said in contacts_of(delegate):
            recorded = recorded_contact(own, key)
            if recorded is None:
                new[key] = said.text
            elif comparable(recorded) != comparable(said.text):
                self.warnings.append(differs(said, recorded))
        if own is None and new:
            self.additions.append(NewKey((person,), "internal", new))
        elif new:
            self.additions += [NewKey((person, "internal"), key, new[key]) for key in new]


def contacts_of(delegate: Delegate) -> Iterator[tuple[str, Said]]:
    if delegate.email is not None:
        yield "email", delegate.email
    if delegate.telephone is not None:
        yield "telephone", delegate.telephone


def recorded_contact(contacts: Contacts | None, key: str) -> str | None:
    if contacts is None:
        return None
    return contacts.email if key == "email" else contacts.telephone


def comparable(contact: str) -> Sequence[str]:
    """An address without regard to capitals; a number by its digits alone."""
    if "@" in contact:
        return contact.casefold()
    return [sign for sign in contact if sign.isdigit()]
