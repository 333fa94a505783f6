"""Leaving out what is dated after a day: sessions, reports, signatures, posts, successions."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Self

from briefgen.register.dates import Date
from briefgen.register.ids import CommitmentId, PartyId, SessionId
from briefgen.register.models.actors import Party, Person, Post
from briefgen.register.models.commitments import Commitment
from briefgen.register.models.entries import Note
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.register import Register, Session
from briefgen.rules.members import without_members
from briefgen.rules.reports import day_of

Names = Collection[str]
Days = Mapping[SessionId, datetime.date | None]
"""From which day each session counts; None where nothing tells it."""


@dataclass(frozen=True)
class Kept:
    """The sessions that are left with their commitments; the sessions and parties left out."""

    sessions: Names
    commitments: Names
    out: Names

    @classmethod
    def of(cls, kept: Mapping[SessionId, Session], days: Days, to_come: set[PartyId]) -> Self:
        """What is left when only some sessions are kept, and some parties are still to come."""
        commitments = {each.commitment_id(c) for each in kept.values() for c in each.commitments}
        return cls(kept.keys(), commitments, (days.keys() - kept.keys()) | to_come)

    def has_subject(self, note: Note) -> bool:
        """Whether what a note is about is not left out."""
        kind, _, name = note.about.partition("/")
        return (name.rpartition("/")[0] if kind == "commitments" else name) not in self.out


def without_later_facts(register: Register, days: Days, on: datetime.date) -> Register:
    """The register without facts dated after a day, and without what refers to them.

    A date counts from the last day that it leaves open; one of which the year is unknown counts
    always. A plan has no day yet: its session stays, whatever date it is planned for, and so do the
    steps by which it is to be prepared.
    """
    kept = {
        name: session
        for name, session in register.sessions.items()
        if session.status == "planned" or not is_later(days[name], on)
    }
    to_come = {name for name, party in register.parties.items() if starts_later(party.since, on)}
    names = Kept.of(kept, days, to_come)
    return replace(
        register,
        parties=known_parties(register.parties, to_come, on),
        people={name: known_person(each, on) for name, each in register.people.items()},
        mechanisms={
            name: without_members(known_mechanism(each, names), to_come)
            for name, each in register.mechanisms.items()
        },
        sessions={name: known_session(each, days[name], on, names) for name, each in kept.items()},
    )


def is_later(day: datetime.date | None, on: datetime.date) -> bool:
    return day is not None and day > on


def starts_later(date: Date | None, on: datetime.date) -> bool:
    return date is not None and is_later(date.latest, on)


def known_mechanism(mechanism: Mechanism, names: Kept) -> Mechanism:
    notes = tuple(note for note in mechanism.notes if names.has_subject(note))
    return mechanism.model_copy(update={"notes": notes}) if notes != mechanism.notes else mechanism


# Parties and people.


def known_parties(
    parties: Mapping[PartyId, Party], to_come: Names, on: datetime.date
) -> Mapping[PartyId, Party]:
    """The parties with only those ends and successors that had come by a day.

    One that was still to come is on no side then, and so is nowhere shown.
    """
    return {name: known_party(each, to_come, on) for name, each in parties.items()}


def known_party(party: Party, to_come: Names, on: datetime.date) -> Party:
    if starts_later(party.until, on):
        return party.model_copy(update={"until": None, "successor": None})
    if party.successor in to_come:
        return party.model_copy(update={"successor": None})
    return party


def known_person(person: Person, on: datetime.date) -> Person:
    posts = tuple(known_post(post, on) for post in person.posts if not starts_later(post.since, on))
    return person if posts == person.posts else person.model_copy(update={"posts": posts})


def known_post(post: Post, on: datetime.date) -> Post:
    return post.model_copy(update={"until": None}) if starts_later(post.until, on) else post


# Sessions.


def known_session(
    session: Session, day: datetime.date | None, on: datetime.date, names: Kept
) -> Session:
    """A session with only what was reported, signed and noted by a day."""
    update = {
        "held_with": session.held_with if session.held_with in names.sessions else None,
        "reviews": tuple(name for name in session.reviews if name in names.sessions),
        "progress": tuple(
            entry
            for entry in session.progress
            if entry.commitment in names.commitments and not is_later(day_of(entry, day), on)
        ),
        "commitments": tuple(known_links(each, names.commitments) for each in session.commitments),
        "outcomes": tuple(each for each in session.outcomes if not starts_later(each.signed, on)),
        "preparation": tuple(
            each
            for each in session.preparation
            if session.status == "planned" or not starts_later(each.date, on)
        ),
        "notes": tuple(note for note in session.notes if names.has_subject(note)),
    }
    changed = {name: value for name, value in update.items() if value != getattr(session, name)}
    return session.model_copy(update=changed) if changed else session


def known_links(commitment: Commitment, commitments: Collection[CommitmentId]) -> Commitment:
    follows = tuple(name for name in commitment.follows if name in commitments)
    if follows == commitment.follows:
        return commitment
    return commitment.model_copy(update={"follows": follows})
