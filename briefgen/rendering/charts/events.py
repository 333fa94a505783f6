"""What a time line shows: lanes, and what happened in each of them when."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    """Something on a day or over several; or at an unknown time within them, if not certain."""

    label: str
    detail: str
    first: datetime.date
    last: datetime.date
    is_certain: bool


@dataclass(frozen=True)
class Lane:
    """The events of one kind, under one name."""

    name: str
    events: tuple[Event, ...]
