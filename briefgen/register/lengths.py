"""How long a text can be, and how many accents can stand in a row in it."""

import re
import unicodedata

from briefgen.register.limits import MARKS, TEXT

# Accents are no letters to `re`, nor is punctuation: what is found is looked at more closely.
MAYBE_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MARKS.most + 1},}}")


def too_long(text: str) -> str:
    """Why a text is too long to be read; empty when it isn't.

    Unicode's own forms allow thirty accents in a row. The time that it takes to bring more of them
    into their order grows with their square.
    """
    if len(text) > TEXT.most:
        return f"a text of more than {TEXT} characters; shorten it, or split it"
    if text.isascii() or not any(map(is_heaped, MAYBE_MARKS.findall(text))):
        return ""
    return f"more than {MARKS} accents stand on one letter; remove those that it doesn't have"


def is_heaped(signs: str) -> bool:
    """Whether more accents than allowed follow one another in what may be none."""
    row = 0
    for sign in signs:
        row = row + 1 if unicodedata.combining(sign) else 0
        if row > MARKS.most:
            return True
    return False
