"""How near two names are that are not the same text."""

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefgen.register.spreadsheets.spelling import letters

T = TypeVar("T")
LEAST_ALIKE = 0.87
SIGNS, SPACES, ORDER, PARTY, ALIKE = range(5)
MASKED = 64
COUNTED = 8


@dataclass(frozen=True, order=True)
class Nearness:
    """How two names differ, the nearest first, and in words."""

    rank: int
    unlike: float
    words: str


@dataclass(frozen=True)
class Form:
    """A name made ready to be compared with many: its bare letters, and which there are."""

    text: str
    letters: str
    joined: str
    mask: int


def form_of(text: str) -> Form:
    """A name's form; letters stand for bits, so that most names are told apart by one glance.

    Each letter has a bit for its first place in the name, one for its second, and so on.
    """
    bare = letters(text)
    joined = bare.replace(" ", "")
    mask = 0
    counts = Counter[int]()
    for sign in joined:
        slot = ord(sign) % MASKED
        mask |= 1 << slot + MASKED * min(counts[slot], COUNTED)
        counts[slot] += 1
    return Form(text, bare, joined, mask)


@dataclass(frozen=True)
class Names(Generic[T]):
    """Names of somebody, by what is looked at first when near ones are wanted."""

    by_length: Mapping[int, Sequence[tuple[int, int, T, Form]]]
    by_joined: Mapping[str, Sequence[tuple[int, int, T, Form]]]

    def near(self, mine: Form) -> list[tuple[T, Form]]:
        """Whose names may be near a name, in the order in which they were given."""
        found = {entry[0]: entry for entry in self.by_joined.get(mine.joined, ())}
        for length, entries in self.by_length.items():
            other = (len(mine.letters) + length) * (1 - LEAST_ALIKE)
            if abs(len(mine.letters) - length) <= other:
                mask, most = mine.mask, int(other)
                found |= {each[0]: each for each in entries if (each[1] ^ mask).bit_count() <= most}
        return [(who, form) for _, (_, _, who, form) in sorted(found.items())]


def names_of(named: Iterable[tuple[T, str]]) -> Names[T]:
    """Names, ready to be looked through for many others."""
    by_length: dict[int, list[tuple[int, int, T, Form]]] = defaultdict(list)
    by_joined: dict[str, list[tuple[int, int, T, Form]]] = defaultdict(list)
    for place, (who, text) in enumerate(named):
        form = form_of(text)
        entry = place, form.mask, who, form
        by_length[len(form.letters)].append(entry)
        by_joined[form.joined].append(entry)
    return Names(by_length, by_joined)


def nearness(mine: Form, theirs: Form) -> Nearness | None:
    """How near two names are; None when they are not."""
    if mine.letters == theirs.letters:
        return Nearness(SIGNS, 0, "the same letters with other signs")
    if mine.joined == theirs.joined:
        return Nearness(SPACES, 0, "the same letters with other spaces")
    if sorted(mine.letters.split()) == sorted(theirs.letters.split()):
        return Nearness(ORDER, 0, "the same words in another order")
    matcher = difflib.SequenceMatcher(None, mine.letters, theirs.letters, autojunk=False)
    if matcher.quick_ratio() < LEAST_ALIKE or (alike := matcher.ratio()) < LEAST_ALIKE:
        return None
    return Nearness(ALIKE, 1 - alike, f"{alike:.0%} of the letters are the same")
