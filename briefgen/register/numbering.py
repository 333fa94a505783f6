"""How the sessions of a mechanism are counted: by ordinal, year or half-year."""

import datetime
import re
from typing import Literal

from briefgen.register.ids import SessionKey

Unit = Literal["ordinal", "year", "half-year"]
PATTERNS: dict[Unit, str] = {
    "ordinal": r"[1-9][0-9]{0,3}",
    "year": r"[1-9][0-9]{3}",
    "half-year": r"[1-9][0-9]{3}H[12]",
}
HALVES = {"H1": ((1, 1), (6, 30)), "H2": ((7, 1), (12, 31))}
EXAMPLES: dict[Unit, str] = {"ordinal": "10", "year": "2023", "half-year": "2007H1"}


def is_key(text: str) -> bool:
    """Whether a text can be a session's key under any numbering."""
    return any(re.fullmatch(pattern, text) for pattern in PATTERNS.values())


def fits(key: SessionKey, unit: Unit) -> bool:
    """Whether a key is of a unit: `2023` fits both an ordinal's and a year's form."""
    return re.fullmatch(PATTERNS[unit], key) is not None


def position(key: SessionKey, unit: Unit) -> int:
    """A key's place on the number line, on which the next session stands one further."""
    if unit == "half-year":
        year, half = key.split("H")
        return int(year) * 2 + int(half) - 1
    return int(key)


def key_at(place: int, unit: Unit) -> SessionKey:
    """The key at a place of the number line."""
    if unit == "half-year":
        return f"{place // 2}H{place % 2 + 1}"
    return str(place)


def days_of(key: SessionKey, unit: Unit) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of the year or half-year that a key tells; None for an ordinal."""
    year = year_of(key, unit)
    if year is None:
        return None
    first, last = HALVES.get(key[4:], ((1, 1), (12, 31)))
    return datetime.date(year, *first), datetime.date(year, *last)


def year_of(key: SessionKey, unit: Unit) -> int | None:
    """The year that a key itself tells; None for an ordinal."""
    return None if unit == "ordinal" else int(key[:4])
