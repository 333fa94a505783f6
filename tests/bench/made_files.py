"""The files that all made-up workspaces share: settings, parties, areas, sources, people."""

from collections.abc import Iterable
from pathlib import Path

PARTIES = tuple(f"made-up-{letter}" for letter in "abcd")
AREAS = 5
SETTINGS = "title: A made-up register\nhome: made-up-a\nlanguages: [en]\n"
SIDES = """\
sides:
  - {country: VN, name: One side, parties: [made-up-a, made-up-b]}
  - {country: CN, name: Other side, parties: [made-up-c, made-up-d]}
numbering: {by: ordinal}
rotation:
  - from: 1
    starts_with: made-up-a
    order: [made-up-a, made-up-b, made-up-c, made-up-d]
    basis: observed
    sources: [source-1]
sources: [source-1]
"""
SYLLABLES = (
    *("Abla", "Bexu", "Cilk", "Dorv", "Egun", "Fyrm", "Gasp", "Hith", "Iwoz", "Jeck"),
    *("Kumb", "Lord", "Mavi", "Nyst", "Oqua", "Pelf", "Rung", "Sibo", "Tazz", "Vech"),
)


def write_shared(folder: Path, sources: int, people: int) -> None:
    """The settings, four parties, a few areas, and so many sources and people."""
    write(folder / "briefgen.yaml", [SETTINGS])
    write(folder / "data/parties.yaml", map(party, PARTIES))
    areas = (f"area-{number}: {{name: Area {number}}}\n" for number in range(1, AREAS + 1))
    write(folder / "data/areas.yaml", areas)
    write(folder / "data/sources.yaml", map(source, range(1, sources + 1)))
    write(folder / "data/people.yaml", map(person, range(1, people + 1)))


def write(path: Path, texts: Iterable[str]) -> None:
    """A file of texts, with the folders that lead to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(texts)


def party(name: str) -> str:
    country = "VN" if name in PARTIES[:2] else "CN"
    shown = name.replace("-", " ").title()
    return f"{name}: {{name: {shown}, kind: province, country: {country}}}\n"


def source(number: int) -> str:
    return (
        f"source-{number}:\n"
        f"  title: Made-up report number {number}\n"
        f"  publisher: Nobody\n"
        f"  published: 1990-01-01\n"
        f"  url: https://example.org/reports/{number}\n"
    )


def person(number: int) -> str:
    return (
        f"person-{number}:\n"
        f"  name: {name_of(number)}\n"
        f"  honorific: Dr\n"
        f"  posts:\n"
        f"    - title: Made-up office {number % 97}\n"
        f"      party: {party_of(number)}\n"
        f"      sources: [source-1]\n"
    )


def party_of(number: int) -> str:
    """The party that a person, or a turn to host, belongs to."""
    return PARTIES[(number - 1) % len(PARTIES)]


def name_of(number: int) -> str:
    """The name of a made-up person: syllables in a row; each number has another."""
    base = len(SYLLABLES)
    places = (number // base**3 % base, number // base**2 % base, number // base % base)
    return " ".join(SYLLABLES[place] for place in (*places, number % base))
