"""Made-up registers of any size, as files: many sessions, or one with many people."""

import datetime
from pathlib import Path

from briefgen.register.workspace import Workspace

PARTIES = tuple(f"party-{letter}" for letter in "abcd")
SETTINGS = "title: A made-up register\nhome: party-a\nlanguages: [en]\n"
MECHANISM = """\
name: Made-up talks {number}
short_name: Talks {number}
sides:
  - {{country: VN, name: One side, parties: [party-a, party-b]}}
  - {{country: CN, name: Other side, parties: [party-c, party-d]}}
numbering: {{by: ordinal}}
rotation:
  - {{from: 1, starts_with: party-a, order: [party-a, party-b, party-c, party-d], basis: observed,
     sources: [source-0]}}
sources: [source-0]
"""
SYLLABLES = (
    *("Abla", "Bexu", "Cilk", "Dorv", "Egun", "Fyrm", "Gasp", "Hith", "Iwoz", "Jeck"),
    *("Kumb", "Lord", "Mavi", "Nyst", "Oqua", "Pelf", "Rung", "Sibo", "Tazz", "Vech"),
)
FIRST_DAY = datetime.date(1990, 1, 1)


def great_register(
    folder: Path, sessions: int, people: int, mechanisms: int = 1, present: int = 2
) -> Workspace:
    """A register of so many sessions, divided among mechanisms, and of so many people."""
    data = folder / "data"
    data.mkdir(parents=True)
    (folder / "briefgen.yaml").write_text(SETTINGS)
    write(data / "parties.yaml", (party(name) for name in PARTIES))
    write(data / "areas.yaml", (f"area-{n}: {{name: Area {n}}}" for n in range(5)))
    write(data / "sources.yaml", (source(number) for number in range(max(sessions, 1))))
    write(data / "people.yaml", (person(number) for number in range(people)))
    for number in range(mechanisms):
        own = data / f"mechanisms/talks-{number}"
        own.mkdir(parents=True)
        (own / "mechanism.yaml").write_text(MECHANISM.format(number=number))
        for key in range(1, sessions // mechanisms + 1):
            (own / f"{key}.yaml").write_text(session(number, key, people, present))
    return Workspace(folder)


def write(path: Path, lines: object) -> None:
    assert not isinstance(lines, str)
    path.write_text("".join(f"{line}\n" for line in lines))  # type: ignore[attr-defined]


def party(name: str) -> str:
    return f"{name}: {{name: {name.title()}, kind: province, country: VN}}"


def source(number: int) -> str:
    return f"source-{number}: {{title: Report {number}, url: 'https://example.org/{number}'}}"


def name_of(number: int) -> str:
    """The name of a made-up person: that of another number is another, and not near."""
    places = (number // 8_000, number // 400 % 20, number // 20 % 20, number % 20)
    return " ".join(SYLLABLES[place] for place in places)


def person(number: int) -> str:
    post = f"{{title: Office {number % 9}, party: {PARTIES[number % 4]}, sources: [source-0]}}"
    return f"person-{number}: {{name: {name_of(number)}, posts: [{post}]}}"


def session(mechanism: int, key: int, people: int, present: int) -> str:
    day = FIRST_DAY + datetime.timedelta(days=key)
    cited = f"sources: [source-{key - 1}]"
    lines = [f"status: held\ndate: {day}\nhost: {PARTIES[(key - 1) % 4]}\n{cited}\nparticipants:"]
    for place in range(present):
        number = (key * present + place) % people
        lines.append(f"- {{person: person-{number}, party: {PARTIES[number % 4]}, role: head}}")
    lines.append(
        f"commitments:\n- {{number: 1, area: area-{key % 5}, text: Do thing {key}, {cited}}}"
    )
    if key > 1:
        before = f"talks-{mechanism}/{key - 1}"
        lines.append(
            f"reviews: [{before}]\nprogress:\n"
            f"- {{commitment: {before}/1, status: under-implementation, {cited}}}"
        )
    return "\n".join(lines) + "\n"
