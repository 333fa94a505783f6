"""Names of sheets: short, of allowed characters, and different even in the eyes of Excel."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import count

LONGEST = 31
"""In the units of UTF-16, in which Excel counts."""
RESERVED = frozenset({"history"})
"""Excel keeps this one to itself."""
INSTEAD = str.maketrans(
    {"[": "(", "]": ")", ":": "-", "/": "-", "\\": "-", "*": " ", "?": " ", "'": "’"}
)
NAMELESS = "Table"


def distinct(wanted: Sequence[str]) -> list[str]:
    """A name for each sheet, as near as can be to the one it would like; `Table 1` without one."""
    taken: set[str] = set(RESERVED)
    numbers = count(1)
    names = []
    for text in wanted:
        name = free(allowed(text) or f"{NAMELESS} {next(numbers)}", taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def allowed(text: str) -> str:
    """A text without what Excel allows in no name of a sheet."""
    return plain(text.translate(INSTEAD))


def plain(text: str) -> str:
    """A text on one line, without characters that nobody sees."""
    visible = (" " if unicodedata.category(each).startswith("C") else each for each in text)
    return " ".join(unicodedata.normalize("NFC", "".join(visible)).split())


def free(name: str, taken: set[str]) -> str:
    return next(each for each in candidates(name) if each.casefold() not in taken)


def candidates(name: str) -> Iterator[str]:
    """A name, then the same with ever higher numbers, none too long."""
    yield shortened(name, LONGEST)
    for number in count(2):
        end = f" {number}"
        yield shortened(name, LONGEST - len(end)) + end


def shortened(name: str, longest: int) -> str:
    """A name cut at a space if there is one near its end; an ellipsis tells of the cut."""
    if units(name) <= longest:
        return name
    kept = name
    while units(kept) >= longest:
        kept = kept[:-1]
    start, _, _ = kept.rpartition(" ")
    return (start if len(start) > len(kept) // 2 else kept).rstrip(" ,;.–-") + "…"


def units(text: str) -> int:
    """How long a text is as Excel counts: a character beyond the first 65,536 counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
