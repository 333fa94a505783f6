"""Dates as they are known: EDTF (ISO 8601-2), from a day down to a year or a day of no year."""

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from briefgen.problems import quoted
from briefgen.register.wording import shown

UNKNOWN_YEAR = "XXXX"
FIRST_YEAR, LAST_YEAR = 1000, 9999
LEAP_YEAR = 2000
PLAIN = re.compile(r"(?P<year>[0-9]{4}|XXXX)(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?[~?%]?")
END = re.compile(r"[0-9X]{4}|\.\.$|$")
GENERAL = set("0123456789X-~?%")
LONGEST_MOMENT = 20


@dataclass(frozen=True)
class Moment:
    """A day, month or year as far as it is known; bounds are None when the year is unknown."""

    year: int | None
    month: int | None
    day: int | None
    earliest: datetime.date | None
    latest: datetime.date | None
    approximate: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return None not in {self.year, self.month, self.day}


@dataclass(frozen=True)
class Date:
    """An EDTF date: one moment, or a period from a first to a last."""

    edtf: str
    first: Moment
    last: Moment

    @property
    def is_period(self) -> bool:
        """Whether it was written as a period, `2023-02-22/2023-02-24`."""
        return "/" in self.edtf

    @property
    def earliest(self) -> datetime.date | None:
        """The first day it can mean; None when the year is unknown."""
        return self.first.earliest

    @property
    def latest(self) -> datetime.date | None:
        """The last day it can mean; None when the year is unknown."""
        return self.last.latest

    def is_after(self, day: datetime.date) -> bool:
        """Whether it surely lies after a day; never when its year is unknown."""
        return self.earliest is not None and self.earliest > day

    def is_before(self, day: datetime.date) -> bool:
        """Whether it surely lies before a day; never when its year is unknown."""
        return self.latest is not None and self.latest < day


def parse_date(text: str) -> Date:
    """The date that an EDTF text means; raises ValueError with what to write instead."""
    first, slash, last = text.partition("/")
    if not slash:
        moment = parse_moment(text)
        return Date(text, moment, moment)
    if "/" in last or not all(END.match(end) for end in (first, last)):
        raise ValueError(not_a_date(text))
    if not {first, last}.isdisjoint({"", ".."}):
        raise ValueError(f"{quoted(text)} has no end on one side; give both")
    date = Date(text, parse_moment(first), parse_moment(last))
    if date.earliest and date.latest and date.earliest > date.latest:
        raise ValueError(f"{quoted(text)} ends before it starts; give the earlier date first")
    return date


def parse_moment(text: str) -> Moment:
    # The common forms are read here: the general grammar takes a millisecond for each.
    if found := PLAIN.fullmatch(text):
        known = None if found["year"] == UNKNOWN_YEAR else int(found["year"])
        month, day = (int(found[part]) if found[part] else None for part in ("month", "day"))
        return plain_moment(text, known, month, day)
    return general_moment(text)


def plain_moment(text: str, year: int | None, month: int | None, day: int | None) -> Moment:
    if year is not None and year < FIRST_YEAR:
        raise ValueError(f"{quoted(text)} is no year here; write four digits, such as 2023")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"{quoted(text)} has no such month; write year-month-day")
    days = calendar.monthrange(year or LEAP_YEAR, month or 12)[1]
    if day is not None and not 1 <= day <= days:
        raise ValueError(f"{quoted(text)} is no such day; its month has days 01 to {days}")
    earliest = latest = None
    if year is not None:
        earliest = datetime.date(year, month or 1, day or 1)
        latest = datetime.date(year, month or 12, day or days)
    return Moment(year, month, day, earliest, latest, is_approximate(text))


def general_moment(text: str) -> Moment:
    # Imported only when needed: the library brings NumPy, a third of a second.
    from undate.converters.edtf import EDTFDateConverter

    if not set(text) <= GENERAL or len(text) > LONGEST_MOMENT:
        raise ValueError(not_a_date(text))
    try:
        parsed = EDTFDateConverter().parse(text)
        year, month, day = (number(part) for part in (parsed.year, parsed.month, parsed.day))
        bounds = [datetime.date.fromisoformat(str(end)) for end in (parsed.earliest, parsed.latest)]
    except Exception as error:  # the grammar's own classes differ by kind of mistake
        raise ValueError(not_a_date(text)) from error
    if year is None:
        raise ValueError(f"{quoted(text)} is no date here; write an unknown year as {UNKNOWN_YEAR}")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{quoted(text)} is no year here; write four digits")
    return Moment(year, month, day, bounds[0], bounds[1], is_approximate(text))


def number(part: str | int | None) -> int | None:
    return int(part) if part is not None and str(part).lstrip("-").isdigit() else None


def is_approximate(text: str) -> bool:
    return text[-1] in "~?%"


def not_a_date(text: str) -> str:
    return (
        f"{quoted(text)} is not a date; write 2023-02-22, 2023-02 or 2023, XXXX-06-12 for an"
        " unknown year, 2018~ for about, or 2023-02-22/2023-02-24 for a period"
    )


def read_date(value: Any) -> Date:
    """A date from what YAML holds: a year alone is read as an integer."""
    if isinstance(value, Date):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return parse_date(f"{value:04d}")
    if isinstance(value, str):
        return parse_date(value)
    raise ValueError(f"must be a date such as 2023-02-22, not {shown(value)}")


EdtfDate = Annotated[
    Date,
    BeforeValidator(read_date),
    WithJsonSchema(
        {"type": ["string", "integer"], "description": "EDTF date: 2023-02-22, 2023, XXXX-06-12"}
    ),
]
