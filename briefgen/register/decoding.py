"""From a file's bytes to its text: bounded, in UTF-8, of characters that can be printed."""

import re
from itertools import islice

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.limits import FILE_BYTES

MAX_CHARACTERS_TOLD = 20
REPLACEMENT = "\ufffd"
# Control and private-use characters have no glyph; bidirectional controls can make a text
# read differently from what it says; line and paragraph separators shift the count of lines.
REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufffe\uffff\U000f0000-\U0010ffff]"
)


def decode(data: bytes, name: str, problems: list[Problem]) -> str:
    """A file's text, refused characters replaced; raises RegisterError when it is no text."""
    if len(data) > FILE_BYTES.most:
        message = f"the file is larger than {FILE_BYTES}; split it"
        raise RegisterError([Problem(Place(name), "too-large", message)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = place_at(data[: error.start].decode("utf-8-sig", "replace"), name)
        message = "this is not UTF-8 text; save the file with the encoding UTF-8"
        raise RegisterError([Problem(place, "encoding", message)]) from error
    problems += unprintable(text, name)
    return REFUSED.sub(REPLACEMENT, text)


def unprintable(text: str, name: str) -> list[Problem]:
    found = islice(REFUSED.finditer(text), MAX_CHARACTERS_TOLD)
    return [refused(match[0], place_at(text[: match.start()], name)) for match in found]


def refused(character: str, place: Place) -> Problem:
    """That a character can't stand in a register."""
    message = f"the invisible character U+{ord(character):04X} stands here; remove it"
    return Problem(place, "control-character", message)


def place_at(before: str, name: str) -> Place:
    """The place just after a text that starts at the file's top."""
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
