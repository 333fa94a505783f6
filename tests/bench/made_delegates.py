"""A session with many delegates, all of them made up."""

from collections.abc import Iterator
from pathlib import Path

from made_files import SIDES, party_of, write, write_shared

ROLES = ("member", "member", "member", "adviser", "secretariat", "interpreter")
MODES = ("in-person", "in-person", "in-person", "online")


def make_delegates(folder: Path, delegates: int) -> None:
    """The workspace of `briefgen participants talks/1`."""
    write_shared(folder, sources=1, people=delegates)
    talks = folder / "data/mechanisms/talks"
    write(talks / "mechanism.yaml", ["name: Made-up talks\nshort_name: Made-up talks\n", SIDES])
    write(talks / "1.yaml", session(delegates))


def session(delegates: int) -> Iterator[str]:
    yield f"status: held\ndate: 2026-03-20\nhost: {party_of(1)}\nsources: [source-1]\n"
    yield "participants:\n"
    for number in range(1, delegates + 1):
        mode = MODES[number % len(MODES)]
        yield f"  - person: person-{number}\n    party: {party_of(number)}\n"
        yield f"    role: {role_of(number)}\n    mode: {mode}\n"
        yield f"    attendance: {'online' if mode == 'online' else 'present'}\n"


def role_of(number: int) -> str:
    """The first of each delegation is its head."""
    return "head" if number <= 4 else ROLES[number % len(ROLES)]
