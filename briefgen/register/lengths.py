"""How long a text can be, and how many accents can stand in a row in it."""

import re
import unicodedata

from briefgen.register.limits import MARKS, TEXT, WORD

# Accents are no letters to `re`, nor is punctuation: what is found is looked at more closely.
MAYBE_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MARKS.most + 1},}}")
HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
UNBROKEN = rf"[^ \t\n{HAN}-]+"  # compiled only for a long text: it takes long
HEAPED = f"more than {MARKS} accents stand on one letter; remove those that it doesn't have"
WORD_TOO_LONG = f"a word of more than {WORD} characters; part it by spaces"


def too_long(text: str) -> str:
    """Why a text is too long to be read; empty when it isn't.

    Unicode's own forms allow thirty accents in a row. The time that it takes to bring more of them
    into their order grows with their square.
    """
    if len(text) > TEXT.most:
        return f"a text of more than {TEXT} characters; shorten it, or split it"
    if has_long_word(text):
        return WORD_TOO_LONG
    return HEAPED if has_heaped_marks(text) else ""


def has_heaped_marks(text: str) -> bool:
    """Whether more accents stand on a letter than any has."""
    return not text.isascii() and any(map(is_heaped, MAYBE_MARKS.findall(text)))


def has_long_word(text: str) -> bool:
    """Whether a text can't be broken into lines for longer than anybody's word is.

    The time that it takes to set such a word grows with its square.
    """
    if len(text) <= WORD.most:
        return False
    return any(len(word) > WORD.most for word in re.findall(UNBROKEN, text))


def is_heaped(signs: str) -> bool:
    """Whether more accents than allowed follow one another in what may be none."""
    row = 0
    for sign in signs:
        row = row + 1 if unicodedata.combining(sign) else 0
        if row > MARKS.most:
            return True
    return False
