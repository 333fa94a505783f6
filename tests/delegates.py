"""A made-up session: 300 delegates of 9 parties, with names of 3 to 60 letters in three scripts.

Nobody of them exists: their names are syllables in a row.
"""

import random
from dataclasses import dataclass

from makers import mechanism, party, person, register, session

from briefgen.register.models.actors import Person
from briefgen.register.register import Register

COUNT = 300
SHORTEST, LONGEST = 3, 60
LATIN = ("Tes", "ta", "ma", "de", "up", "Wor", "lin", "gow", "Mun", "wig")
VIETNAMESE = ("Thử", "Nghiệm", "Người", "Mẫu", "Đặng", "Ươm", "Quýnh", "Bự", "Lẫy", "Khuỷu")
CHINESE = "试样本名字某假设编造"
FIRST = tuple(f"west-{number}" for number in range(1, 6))
SECOND = tuple(f"east-{number}" for number in range(1, 5))
ROLES = (
    "head",
    "deputy-head",
    "member",
    "member",
    "member",
    "adviser",
    "secretariat",
    "interpreter",
)
OFFICE = "Deputy Director of the made-up Department of Long Titles and of Everything that Follows"


@dataclass(frozen=True)
class Delegate:
    """A made-up person: their names, and the office they hold."""

    id: str
    names: dict[str, str]
    party: str
    role: str
    office: str


def delegates() -> list[Delegate]:
    chance = random.Random(7)  # noqa: S311  the same names each time
    return [delegate(number, chance) for number in range(COUNT)]


def delegate(number: int, chance: random.Random) -> Delegate:
    length = SHORTEST + (LONGEST - SHORTEST) * number // (COUNT - 1)
    parties = FIRST + SECOND
    return Delegate(
        id=f"person-{number}",
        names={
            "en": name_of(length, LATIN, " " if number % 3 else "-", chance),
            "vi": name_of(length, VIETNAMESE, " ", chance),
            "zh-Hans": "".join(chance.choice(CHINESE) for _ in range(min(length, 2 + number % 20))),
        },
        party=parties[number % len(parties)],
        role=ROLES[number // len(parties) % len(ROLES)],
        office=OFFICE[: 20 + number % 68].strip(),
    )


def name_of(length: int, syllables: tuple[str, ...], between: str, chance: random.Random) -> str:
    """Syllables until the name is as long as wanted; it neither begins nor ends with a space."""
    name = ""
    while len(name) < length:
        glue = between if chance.random() < 0.6 and name else ""
        name += glue + chance.choice(syllables)
    cut = name[:length]
    return cut if cut[-1].isalpha() else f"{cut[:-1]}a"


def people_of(everybody: list[Delegate]) -> dict[str, Person]:
    return {each.id: person(each.names, honorific="Dr") for each in everybody}


def participants_of(everybody: list[Delegate]) -> list[dict[str, str]]:
    return [
        {
            "person": each.id,
            "party": each.party,
            "role": each.role,
            "capacity": each.office,
            "attendance": "confirmed",
        }
        for each in everybody
    ]


def big_register() -> Register:
    everybody = delegates()
    parties = {
        name: party({"en": f"{name.title()} Province", "vi": f"Tỉnh {name}", "zh-Hans": "某省"})
        for name in FIRST + SECOND
    }
    talks = session(
        "1",
        status="planned",
        date="2027-03-10",
        host="west-2",
        mode="in-person",
        participants=tuple(participants_of(everybody)),
    )
    return register(
        talks,
        mechanisms={"talks": mechanism(sides=(FIRST, SECOND))},
        parties=parties,
        people=people_of(everybody),
    )
