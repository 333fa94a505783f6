"""What a list changes in the register: additions to its files, and what they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.build.intake.participants import KEY, Participants
from briefgen.build.intake.people import People
from briefgen.build.intake.sourcing import Sourcing
from briefgen.problems import Problem
from briefgen.register.editing.nodes import Node
from briefgen.register.editing.values import Addition, NewItem
from briefgen.register.ids import SessionId
from briefgen.register.register import Register, Session
from briefgen.rules.matching import Match

PEOPLE, SOURCES = "data/people.yaml", "data/sources.yaml"
NO_CONTACTS = "an unnamed group has no contacts in the register; this is left out"


@dataclass(frozen=True)
class Added:
    """How many entries a list adds."""

    people: int
    participants: int
    posts: int


@dataclass(frozen=True)
class Change:
    """The additions by file, with what is added and warnings of what differs."""

    files: dict[str, tuple[Addition, ...]]
    added: Added
    warnings: tuple[Problem, ...]


def change_of(
    matches: Sequence[Match],
    register: Register,
    session: SessionId,
    sourcing: Sourcing,
    written_people: Node | None,
) -> Change:
    """Everything that a list's rows add to a register; no source when they add nothing."""
    people = People(register, session, sourcing.id, written_people)
    recorded = register.sessions.get(session)
    participants = Participants(recorded, sourcing.id, register.languages)
    for match in matches:
        take(match, people, participants, recorded)
    new = [NewItem((), KEY, entry) for entry in participants.new]
    is_cited = people.posts or participants.completions or new  # names and contacts cite none
    files: dict[str, tuple[Addition, ...]] = {
        SOURCES: sourcing.additions if is_cited else (),
        PEOPLE: tuple(people.additions),
        f"data/mechanisms/{session}.yaml": (*participants.completions, *new),
    }
    return Change(
        {file: additions for file, additions in files.items() if additions},
        Added(people.added, len(new), people.posts),
        (*people.warnings, *participants.warnings),
    )


def take(
    match: Match, people: People, participants: Participants, recorded: Session | None
) -> None:
    """One row into the additions."""
    attendee = match.attendee
    if match.group is not None and recorded is not None:
        participants.complete(attendee, recorded, match.group, knows=False)
        told = (attendee.delegate.email, attendee.delegate.telephone)
        people.warnings += [said.cell.warning("left-out", NO_CONTACTS) for said in told if said]
        return
    if match.person is None:
        participants.add(attendee, people.new(attendee))
        return
    index = participants.place_of(attendee, match.person)
    if index is None or recorded is None:
        participants.add(attendee, match.person)
        people.complete(attendee, match.person, with_post=True)
        return
    office = attendee.delegate.office
    knows = office is not None and people.knows(match.person, office)
    participants.complete(attendee, recorded, index, knows=knows)
    has_capacity = recorded.participants[index].capacity is not None
    people.complete(attendee, match.person, with_post=not has_capacity)
