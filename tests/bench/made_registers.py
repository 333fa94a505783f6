"""Registers of many sessions: beside a small mechanism that stays as it is, others grow.

People, sources, commitments and reports of progress grow along with the sessions.
"""

import datetime
from collections.abc import Iterator
from pathlib import Path

from made_files import AREAS, SIDES, party_of, write, write_shared

SMALL = 5
"""The sessions of the small mechanism."""
LONGEST = 100
"""The sessions of any other mechanism, at the most."""
PRESENT = 2
COMMITMENTS = 3
FIRST_DAY = datetime.date(2016, 3, 1)
DOCUMENTS = 4
"""What `briefgen build` makes of a mechanism with two sessions: brief, two lists, matrix."""


def make_sessions(folder: Path, sessions: int) -> None:
    """A register of so many sessions; those of `small` are the same in each."""
    write_shared(folder, sources=sessions, people=sessions)
    write_mechanism(folder, "small", range(SMALL), SMALL)
    for start in range(SMALL, sessions, LONGEST):
        own = range(start, min(start + LONGEST, sessions))
        write_mechanism(folder, f"talks-{start // LONGEST}", own, sessions)


def make_due(folder: Path, documents: int) -> None:
    """A register of which `briefgen build` makes about so many documents."""
    mechanisms = max(documents // DOCUMENTS, 1)
    write_shared(folder, sources=2 * mechanisms, people=2 * mechanisms)
    for number in range(mechanisms):
        own = range(2 * number, 2 * number + 2)
        write_mechanism(folder, f"talks-{number}", own, 2 * mechanisms)


def write_mechanism(folder: Path, name: str, places: range, people: int) -> None:
    """A mechanism whose sessions stand at these places of the register."""
    own = folder / "data/mechanisms" / name
    shown = name.replace("-", " ")
    heading = f"name: Made-up mechanism {shown}\nshort_name: Made-up {shown}\n"
    write(own / "mechanism.yaml", [heading, SIDES])
    for key, place in enumerate(places, start=1):
        write(own / f"{key}.yaml", session(name, key, place, people))


def session(name: str, key: int, place: int, people: int) -> Iterator[str]:
    day = FIRST_DAY + datetime.timedelta(days=30 * key)
    cited = f"sources: [source-{place + 1}]"
    yield f"status: held\ndate: {day}\nhost: {party_of(key)}\n{cited}\nparticipants:\n"
    for number in range(place * PRESENT, place * PRESENT + PRESENT):
        who = 1 + number % people
        yield f"  - {{person: person-{who}, party: {party_of(who)}, role: head}}\n"
    yield "commitments:\n"
    for number in range(1, COMMITMENTS + 1):
        text = f"Do the made-up thing {number} that was agreed at this session"
        yield f"  - {{number: {number}, area: area-{1 + (place + number) % AREAS}, text: {text},\n"
        yield f"     due: {day.year + 1}, {cited}}}\n"
    if key > 1:
        yield from progress(f"{name}/{key - 1}", cited)


def progress(before: str, cited: str) -> Iterator[str]:
    yield f"reviews: [{before}]\nprogress:\n"
    for number in range(1, COMMITMENTS):
        status = ("implemented", "under-implementation")[number % 2]
        yield f"  - {{commitment: {before}/{number}, status: {status}, {cited}}}\n"
