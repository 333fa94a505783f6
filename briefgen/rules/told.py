"""Leaving out what no source had told by a day, and sources that were published later."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from briefgen.register.ids import SourceId
from briefgen.register.models.actors import Person, SourceEntry
from briefgen.register.models.entries import Entry, Note, Sourced
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.rotation import Era
from briefgen.register.register import Register, Session

S = TypeVar("S", bound=Sourced)
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Later:
    """The sources of a later day: those that tell only of it, and those that came out on it."""

    untold: frozenset[SourceId]
    unpublished: frozenset[SourceId]


def without_later_sources(register: Register, on: datetime.date) -> Register:
    """The register without facts that have no date of their own and were told only later.

    A source tells of its event from the event on, also when it came out later; then the facts stay
    and the source itself, with its title and date, is left out.
    """
    later = Later(
        frozenset(name for name, each in register.sources.items() if is_untold(each, on)),
        frozenset(name for name, each in register.sources.items() if is_unpublished(each, on)),
    )
    if not later.untold and not later.unpublished:
        return register
    return replace(
        register,
        people={name: known_person(each, later) for name, each in register.people.items()},
        sources={
            name: each for name, each in register.sources.items() if name not in later.unpublished
        },
        mechanisms={
            name: known_mechanism(each, later) for name, each in register.mechanisms.items()
        },
        sessions={
            name: known_session(each, later)
            for name, each in register.sessions.items()
            if each.status != "planned" or not later.untold.issuperset(each.sources)
        },
    )


def is_untold(source: SourceEntry, on: datetime.date) -> bool:
    """Whether a source was neither out nor telling of anything by a day; never when undated."""
    dates = [each for each in (source.published, source.event, source.accessed) if each]
    days = [date.earliest for date in dates if date.earliest]
    return bool(days) and min(days) > on


def is_unpublished(source: SourceEntry, on: datetime.date) -> bool:
    """Whether a source surely came out after a day; without a date, it came out with its event."""
    dates = (source.published, source.event, source.accessed)
    first = next((date.earliest for date in dates if date and date.earliest), None)
    return first is not None and first > on


def known_person(person: Person, later: Later) -> Person:
    """A person with the posts that were told; one with a date of its own counts from that."""
    posts = tuple(
        post for post in person.posts if post.since or not later.untold.issuperset(post.sources)
    )
    return with_known_sources(person.model_copy(update={"posts": posts}), later)


def known_mechanism(mechanism: Mechanism, later: Later) -> Mechanism:
    """A mechanism with the facts that any of their sources had told."""
    update = {
        "rotation": tuple(era_with_known(era, later) for era in told(mechanism.rotation, later)),
        "background": tuple(told(mechanism.background, later)),
        "notes": known_notes(mechanism.notes, later),
        "sources": tuple(name for name in mechanism.sources if name not in later.untold),
    }
    return with_known_sources(mechanism.model_copy(update=update), later)


def era_with_known(era: Era, later: Later) -> Era:
    """An era with the exceptions that were told; those without sources are the era's own."""
    exceptions = tuple(
        each
        for each in era.exceptions
        if not each.sources or not later.untold.issuperset(each.sources)
    )
    return era.model_copy(update={"exceptions": exceptions})


def told(facts: Iterable[S], later: Later) -> Iterable[S]:
    """Facts that at least one source had told, with those sources only."""
    for fact in facts:
        names = tuple(name for name in fact.sources if name not in later.untold)
        if names:
            yield fact.model_copy(update={"sources": names})


def known_notes(notes: Iterable[Note], later: Later) -> tuple[Note, ...]:
    """A note compares its sources and needs all; one about a source needs that to be out."""
    return tuple(
        note
        for note in notes
        if later.untold.isdisjoint(note.sources)
        and note.about.removeprefix("sources/") not in later.unpublished
    )


def known_session(session: Session, later: Later) -> Session:
    """A session that cites what was out; facts count from its day, steps of a plan from then."""
    update: dict[str, object] = {"notes": known_notes(session.notes, later)}
    if session.status == "planned":
        update["preparation"] = tuple(
            each for each in session.preparation if not later.untold.issuperset(each.sources)
        )
    return with_known_sources(session.model_copy(update=update), later)


def with_known_sources(entry: E, later: Later) -> E:
    """An entry and all within it without sources that were not out, as long as another was."""
    update: dict[str, object] = {}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if name == "sources":
            changed = tuple(each for each in value if each not in later.unpublished) or value
        elif isinstance(value, tuple):
            changed = tuple(known_member(each, later) for each in value)
        else:
            continue
        if changed != value:
            update[name] = changed
    return entry.model_copy(update=update) if update else entry


def known_member(member: object, later: Later) -> object:
    return with_known_sources(member, later) if isinstance(member, Entry) else member
