"""How near two names are that are not the same text."""

import difflib
from dataclasses import dataclass

from briefgen.register.spreadsheets.spelling import letters

LEAST_ALIKE = 0.87
SIGNS, SPACES, ORDER, PARTY, ALIKE = range(5)
MASKED = 64


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
    """A name's form; letters stand for bits, so that most names are told apart by one glance."""
    bare = letters(text)
    joined = bare.replace(" ", "")
    mask = 0
    for sign in joined:
        mask |= 1 << ord(sign) % MASKED
    return Form(text, bare, joined, mask)


def nearness(mine: Form, theirs: Form) -> Nearness | None:
    """How near two names are; None when they are not."""
    if not may_be_near(mine, theirs):
        return None
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


def may_be_near(mine: Form, theirs: Form) -> bool:
    """Whether two names share letters enough, as far as their lengths and letters tell."""
    both = len(mine.letters) + len(theirs.letters)
    other = both * (1 - LEAST_ALIKE)
    if abs(len(mine.letters) - len(theirs.letters)) > other:
        # Syllables that are all joined or split make a great difference in length.
        return mine.joined == theirs.joined
    return (mine.mask ^ theirs.mask).bit_count() <= other
