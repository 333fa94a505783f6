"""Made-up registers whose mechanisms name one another in every way, as files."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from briefgen.register.workspace import Workspace

MECHANISMS = tuple(f"talks-{letter}" for letter in "abcdefgh")
PARTIES = ("party-a", "party-b", "party-x", "party-y")
PEOPLE = tuple(f"person-{number}" for number in range(12))
SOURCES = tuple(f"source-{number}" for number in range(9))
AREAS = ("area-a", "area-b")
TITLES = ("Head's office", "head's  OFFICE", "Chair of the office", "Member", "Văn phòng")
ROLES = ("head", "co-chair", "member", "guest")
STATUSES = ("held", "held", "held", "planned", "cancelled")
STANDINGS = ("implemented", "under-implementation", "not-implemented")
FIRST = datetime.date(2010, 1, 1)
SETTINGS = "title: A made-up register\nhome: party-a\nlanguages: [en]\n"
Entry = dict[str, Any]


def linked_register(folder: Path, luck: Random) -> Workspace:
    """A register in which sessions name those of other mechanisms, earlier or later."""
    data = folder / "data"
    for name in MECHANISMS:
        (data / "mechanisms" / name).mkdir(parents=True)
    (folder / "briefgen.yaml").write_text(SETTINGS)
    write(data / "parties.yaml", {name: party(name, luck) for name in PARTIES})
    write(data / "areas.yaml", {name: {"name": name.title()} for name in AREAS})
    write(data / "people.yaml", {name: person(name, luck) for name in PEOPLE})
    write(data / "sources.yaml", {name: source(luck) for name in SOURCES})
    sessions = [*numbered(luck)]
    for name in MECHANISMS:
        write(data / f"mechanisms/{name}/mechanism.yaml", mechanism(name, sessions, luck))
    commitments: list[str] = []
    for place, name in enumerate(sessions):
        made = session(place, sessions, commitments, luck)
        write(data / f"mechanisms/{name}.yaml", made)
        if made["status"] == "held":
            commitments += [f"{name}/{each['number']}" for each in made["commitments"]]
    return Workspace(folder)


def write(path: Path, entries: Entry) -> None:
    """Each entry on a line of its own, in the form that JSON and YAML share."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in entries.items())
    path.write_text("".join(lines), encoding="utf-8")


def numbered(luck: Random) -> Iterator[str]:
    """The sessions of all mechanisms in the order of their days."""
    keys = dict.fromkeys(MECHANISMS, 0)
    for _ in range(luck.randint(6, 14)):
        name = luck.choice(MECHANISMS)
        keys[name] += luck.randint(1, 2)
        yield f"{name}/{keys[name]}"


def cited(luck: Random, least: int = 1) -> list[str]:
    return luck.sample(SOURCES, luck.randint(least, 2))


def day(luck: Random) -> str:
    return str(FIRST + datetime.timedelta(days=luck.randint(0, 600)))


def party(name: str, luck: Random) -> Entry:
    return {"name": name.title(), "kind": "other", "country": "VN", "sources": cited(luck, 0)}


def person(name: str, luck: Random) -> Entry:
    return {"name": name.title(), "posts": [post(luck) for _ in range(luck.randint(0, 2))]}


def post(luck: Random) -> Entry:
    made = {"title": luck.choice(TITLES), "party": luck.choice(PARTIES), "sources": cited(luck)}
    if luck.random() < 0.5:
        made["from"] = day(luck)
    elif luck.random() < 0.5:
        made["until"] = day(luck)
    return made


def source(luck: Random) -> Entry:
    made = {"title": f"Report {luck.random()}"}
    if luck.random() < 0.7:
        made[luck.choice(("published", "event", "accessed"))] = day(luck)
    return made


def mechanism(name: str, sessions: list[str], luck: Random) -> Entry:
    made: Entry = {
        "name": f"The {name}",
        "short_name": name.title(),
        "sides": [
            {"country": "VN", "name": "One", "parties": PARTIES[:2]},
            {"country": "CN", "name": "Other", "parties": PARTIES[2:]},
        ],
        "numbering": {"by": "ordinal"},
        "notes": [note(sessions, [], luck) for _ in range(luck.randint(0, 1))],
        "sources": cited(luck),
    }
    if luck.random() < 0.3:
        made["held_with"] = luck.choice(MECHANISMS)
    return made


def note(sessions: list[str], commitments: list[str], luck: Random) -> Entry:
    subjects = [
        f"people/{luck.choice(PEOPLE)}",
        f"sources/{luck.choice(SOURCES)}",
        f"mechanisms/{luck.choice(MECHANISMS)}",
        f"sessions/{luck.choice(sessions)}",
        *(f"commitments/{each}" for each in luck.sample(commitments, min(1, len(commitments)))),
    ]
    about = luck.choice(subjects)
    return {"kind": "doubt", "about": about, "text": f"Of {about}", "sources": cited(luck)}


def session(place: int, sessions: list[str], commitments: list[str], luck: Random) -> Entry:
    made: Entry = {
        "status": luck.choice(STATUSES),
        "host": luck.choice(PARTIES),
        "participants": [participant(luck) for _ in range(luck.randint(0, 3))],
        "reviews": some(sessions[:place], luck),
        "progress": [
            {"commitment": each, "status": luck.choice(STANDINGS), "sources": cited(luck)}
            for each in some(commitments, luck)
        ],
        "commitments": [
            {"number": number, "area": luck.choice(AREAS), "text": f"Do {number} of {place}",
             "follows": some(commitments, luck), "sources": cited(luck)}
            for number in range(1, luck.randint(1, 4))
        ],
        "proposals": [{"by": luck.choice(PARTIES), "person": luck.choice(PEOPLE),
                       "text": f"Proposal {place}", "sources": cited(luck)}],
        "notes": [note(sessions, commitments, luck) for _ in range(luck.randint(0, 1))],
        "sources": cited(luck),
    }  # fmt: skip
    if luck.random() < 0.8:
        made["date"] = str(FIRST + datetime.timedelta(days=40 * place))
    if luck.random() < 0.3:
        made["held_with"] = luck.choice(sessions)
    return made


def participant(luck: Random) -> Entry:
    made = {
        "person": luck.choice(PEOPLE),
        "party": luck.choice(PARTIES),
        "role": luck.choice(ROLES),
    }
    return {**made, **({"represents": luck.choice(PEOPLE)} if luck.random() < 0.2 else {})}


def some(names: list[str], luck: Random) -> list[str]:
    return luck.sample(names, min(len(names), luck.choice((0, 0, 1))))
