"""Chains of commitments that can't be: following later ones, or running in a circle."""

import graphlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.problems import Problem
from briefgen.register.consistency.entries import Entries, session_file
from briefgen.register.ids import CommitmentId
from briefgen.register.register import Session
from briefgen.register.source import Location

CODE = "chain"


@dataclass(frozen=True)
class Link:
    """That a commitment follows an earlier one, and where it says so."""

    commitment: CommitmentId
    follows: CommitmentId
    session: Session
    location: Location


def chain_problems(entries: Entries) -> Iterator[Problem]:
    """Links to commitments that aren't earlier, and one link of each circle that is left."""
    right = []
    for link in links_of(entries):
        if message := told_of(link, entries):
            yield problem(link, message, entries)
        else:
            right.append(link)
    for link, message in circles(right):
        yield problem(link, message, entries)


def problem(link: Link, message: str, entries: Entries) -> Problem:
    return entries.problem(session_file(link.session.id), link.location, CODE, message)


def links_of(entries: Entries) -> Iterator[Link]:
    for session in entries.sessions.values():
        for index, commitment in enumerate(session.commitments):
            for at, earlier in enumerate(commitment.follows):
                location = ("commitments", index, "follows", at)
                yield Link(session.commitment_id(commitment), earlier, session, location)


def told_of(link: Link, entries: Entries) -> str:
    """Why a commitment can't follow another; empty when it can."""
    other = entries.session_of(link.follows)
    if other is None:
        return ""
    if other.id == link.session.id:
        return f"'{link.follows}' was made at the same session, so it can't be followed here"
    if is_later(other, link.session, entries):
        return f"'{link.follows}' was made later, so it can't be followed here; link them there"
    return ""


def is_later(other: Session, session: Session, entries: Entries) -> bool:
    """Whether a session surely came after another, by their numbers or else by their dates."""
    if other.mechanism == session.mechanism and session.mechanism in entries.mechanisms:
        series = entries.series[session.mechanism]
        return series.place(other.key) > series.place(session.key)
    first, last = entries.days_of(other)[0], entries.days_of(session)[1]
    return first is not None and last is not None and first > last


def circles(links: Iterable[Link]) -> Iterator[tuple[Link, str]]:
    """A link of each circle, the last one by its commitment's name."""
    left = {(link.commitment, link.follows): link for link in links}
    while circle := circle_in(left):
        pairs = list(zip(circle[1:], circle, strict=False))
        found = max(pair for pair in pairs if pair in left)
        shown = " → ".join(reversed(circle))
        yield left.pop(found), f"these commitments follow one another in a circle: {shown}; cut it"


def circle_in(links: Iterable[tuple[CommitmentId, CommitmentId]]) -> list[CommitmentId]:
    sorter: graphlib.TopologicalSorter[CommitmentId] = graphlib.TopologicalSorter()
    for commitment, follows in links:
        sorter.add(commitment, follows)
    try:
        sorter.prepare()
    except graphlib.CycleError as error:
        circle: list[CommitmentId] = error.args[1]
        return circle
    return []
