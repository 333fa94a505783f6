"""Dates as they are known: EDTF (ISO 8601-2), from a day down to a year or a day of no year."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

if TYPE_CHECKING:
    from undate import Undate


@dataclass(frozen=True)
class Moment:
    """A day, month or year as far as it is known; bounds are None when the year is unknown."""

    year: int | None
    month: int | None
    day: int | None
    earliest: datetime.date | None
    latest: datetime.date | None
    approximate: bool = False


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


def parse_date(text: str) -> Date:
    """The date that an EDTF text means; raises ValueError with what to write instead."""
    try:
        day = datetime.date.fromisoformat(text) if len(text) == len("2023-02-22") else None
    except ValueError:
        day = None
    if day is not None:  # EDTF level 0, and a thousand times faster than the general grammar
        moment = Moment(day.year, day.month, day.day, day, day)
        return Date(text, moment, moment)
    return parse_general(text)


def parse_general(text: str) -> Date:
    # Imported only when needed: the library brings NumPy, a third of a second.
    from undate import UndateInterval
    from undate.converters.edtf import EDTFDateConverter

    try:
        parsed = EDTFDateConverter().parse(text)
    except Exception as error:  # the grammar's own classes differ by kind of mistake
        raise ValueError(not_a_date(text)) from error
    if isinstance(parsed, UndateInterval):
        if parsed.earliest is None or parsed.latest is None:
            raise ValueError(f"'{text}' has no end on one side; give both")
        first, last = text.split("/")
        date = Date(text, moment_of(parsed.earliest, first), moment_of(parsed.latest, last))
        if date.earliest and date.latest and date.earliest > date.latest:
            raise ValueError(f"'{text}' ends before it starts")
        return date
    moment = moment_of(parsed, text)
    return Date(text, moment, moment)


def moment_of(parsed: "Undate", text: str) -> Moment:
    year, month, day = (number(part) for part in (parsed.year, parsed.month, parsed.day))
    if year is None and parsed.year != "XXXX":
        raise ValueError(f"'{text}': write an unknown year as XXXX")
    if year is not None and not 1000 <= year <= 9999:
        raise ValueError(f"'{text}': a year has four digits")
    known = year is not None
    return Moment(
        year,
        month,
        day,
        earliest=datetime.date.fromisoformat(str(parsed.earliest)) if known else None,
        latest=datetime.date.fromisoformat(str(parsed.latest)) if known else None,
        approximate=text[-1] in "~?%",
    )


def number(part: str | int | None) -> int | None:
    return int(part) if part is not None and str(part).lstrip("-").isdigit() else None


def not_a_date(text: str) -> str:
    return (
        f"'{text}' is not a date; write 2023-02-22, 2023-02 or 2023, XXXX-06-12 for an unknown"
        " year, 2018~ for about, or 2023-02-22/2023-02-24 for a period"
    )


def read_date(value: Any) -> Date:
    """A date from what YAML holds: a year alone is read as an integer."""
    if isinstance(value, Date):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return parse_date(f"{value:04d}")
    if not isinstance(value, str):
        raise ValueError("must be a date, such as 2023-02-22")
    return parse_date(value)


EdtfDate = Annotated[
    Date,
    BeforeValidator(read_date),
    WithJsonSchema(
        {"type": ["string", "integer"], "description": "EDTF date: 2023-02-22, 2023, XXXX-06-12"}
    ),
]
