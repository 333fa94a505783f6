"""Whether a text can stand in a file, seen without reading its YAML; never missed where it does.

A value stands in its file letter by letter. Only where its lines are broken, how its quotes are
doubled and how its accents are written is free; a backslash can hide anything.
"""

import re
import unicodedata
from collections.abc import Iterable

ESCAPE = "\\"
LETTERS = re.compile("[a-z0-9]+")
"""What stands in UTF-8 in one way only, whatever stands beside it."""


def compared(text: str) -> str:
    """A text, or what is in a file, in the form in which both can be compared; without case."""
    line = " ".join(text.replace("''", "'").split())
    return line.casefold() if line.isascii() else unicodedata.normalize("NFC", line).casefold()


def hint_of(text: str) -> bytes:
    """The longest word that stands in a file in which a text does, whatever case that starts with.

    Empty where it has none.
    """
    return max(LETTERS.findall(text[1:]), key=len, default="").encode()


def may_hold(data: bytes, hints: Iterable[bytes]) -> bool:
    """Whether any of the texts with these hints can stand in a file."""
    return ESCAPE.encode() in data or any(hint in data for hint in hints)
