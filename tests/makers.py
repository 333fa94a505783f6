"""Small made-up registers, built in memory; whoever reads a name sees that it is made up."""

import datetime
from collections import defaultdict
from collections.abc import Mapping

from briefgen.register.models.actors import Area, Party, Person, SourceEntry
from briefgen.register.models.attendance import Participant
from briefgen.register.models.commitments import Commitment, ProgressEntry
from briefgen.register.models.entries import Fact, Note
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.orders import Choice, Order
from briefgen.register.models.rotation import Era
from briefgen.register.register import Register, Session
from briefgen.register.texts import Version, Wording

LETTERS = "abcdefghxyz"
LANGUAGES = ("en", "vi", "zh-Hans")
TALKS = "talks"
SOURCES = ("source-a",)


CLOCK = datetime.date(2026, 11, 25)
"""What the clock says in tests: the day on which the register is read."""


class Everything:
    """Holds whatever is asked for: what makers name need not be listed first."""

    def __contains__(self, item: object) -> bool:
        return True


CONTEXT = {"known": defaultdict(Everything), "languages": LANGUAGES}


def words(english: str = "", **others: str) -> Wording:
    """A text in English, in Vietnamese (`vi=`), or in both."""
    found = {"en": english, **others}
    return Wording(tuple(Version(language, text) for language, text in found.items() if text))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def era(start: str, starts_with: object, order: Order, **fields: object) -> Era:
    said = {"from": start, "starts_with": starts_with, "order": order, "basis": "observed"}
    return Era.model_validate({**said, "sources": SOURCES, **fields}, context=CONTEXT)


def choice(*parties: str) -> Choice:
    return Choice.model_validate({"choose": parties}, context=CONTEXT)


def mechanism(
    *rotation: Era, sides: tuple[tuple[str, ...], ...] = (), **fields: object
) -> Mechanism:
    """A mechanism of three parties on one side and one on the other, unless told otherwise."""
    countries = ("VN", "CN")
    parties = sides or (("party-a", "party-b", "party-c"), ("party-x",))
    said = {
        "name": "Talks of the made-up parties",
        "short_name": "Talks",
        "numbering": {"by": "ordinal"},
        "sides": tuple(
            {"country": country, "name": f"Side {country}", "parties": side}
            for country, side in zip(countries, parties, strict=False)
        ),
        "rotation": rotation,
        "sources": SOURCES,
    }
    return Mechanism.model_validate({**said, **fields}, context=CONTEXT)


def session(key: str, mechanism: str = TALKS, /, **fields: object) -> Session:
    """A session that was held, unless told otherwise."""
    said = {"mechanism": mechanism, "key": key, "status": "held", "sources": SOURCES}
    return Session.model_validate({**said, **fields}, context=CONTEXT)


def commitment(number: int = 1, **fields: object) -> Commitment:
    said = {"number": number, "area": "area-a", "text": f"Do thing {number}.", "sources": SOURCES}
    return Commitment.model_validate({**said, **fields}, context=CONTEXT)


def progress(
    on_commitment: str, status: str = "under-implementation", **fields: object
) -> ProgressEntry:
    said = {"commitment": on_commitment, "status": status, "sources": SOURCES}
    return ProgressEntry.model_validate({**said, **fields}, context=CONTEXT)


def participant(
    person: str | None, party: str | None, role: str | None = "head", **fields: object
) -> Participant:
    said = {"person": person, "party": party, "role": role}
    return Participant.model_validate({**said, **fields}, context=CONTEXT)


def note(text: str, kind: str = "gap", **fields: object) -> Note:
    said = {"kind": kind, "about": "sessions/talks/1", "text": text, "sources": SOURCES}
    return Note.model_validate({**said, **fields}, context=CONTEXT)


def fact(text: str, **fields: object) -> Fact:
    return Fact.model_validate({"text": text, "sources": SOURCES, **fields}, context=CONTEXT)


def source(**fields: object) -> SourceEntry:
    return SourceEntry.model_validate({"title": "A made-up source", **fields}, context=CONTEXT)


def register(
    *sessions: Session,
    mechanisms: Mapping[str, Mechanism] | None = None,
    sources: Mapping[str, SourceEntry] | None = None,
    parties: Mapping[str, Party] | None = None,
    people: Mapping[str, Person] | None = None,
) -> Register:
    """A register of these sessions, with `party-a`, `person-a`, `area-a`, `source-a` and so on."""
    return Register(
        title=words("A made-up register"),
        home="party-a",
        languages=LANGUAGES,
        style="plain",
        parties={
            **{f"party-{letter}": party(f"Party {letter.upper()}") for letter in LETTERS},
            **(parties or {}),
        },
        people={
            **{f"person-{letter}": person(f"Person {letter.upper()}") for letter in LETTERS},
            **(people or {}),
        },
        areas={f"area-{letter}": area(f"Area {letter.upper()}") for letter in LETTERS},
        sources={**{f"source-{letter}": source() for letter in LETTERS}, **(sources or {})},
        mechanisms=mechanisms or {TALKS: mechanism()},
        sessions={each.id: each for each in sessions},
    )


def party(name: object, **fields: object) -> Party:
    said = {"name": name, "kind": "other", "country": "VN"}
    return Party.model_validate({**said, **fields}, context=CONTEXT)


def person(name: object, **fields: object) -> Person:
    return Person.model_validate({"name": name, **fields}, context=CONTEXT)


def post(title: object, party: str = "party-a", **fields: object) -> dict[str, object]:
    return {"title": title, "party": party, "sources": SOURCES, **fields}


def area(name: str) -> Area:
    return Area.model_validate({"name": name}, context=CONTEXT)
