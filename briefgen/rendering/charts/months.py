"""The year from left to right: where its days and months are."""

import calendar
import datetime
from dataclasses import dataclass
from itertools import pairwise

from briefgen.rendering.charts.drawing import EDGE, Drawing, Ink
from briefgen.rendering.charts.letters import Letters, Mm, Points, Type

NAMES_SHARE = 0.24
"""The share of the width that the names of the lanes take."""
AFTER_NAMES: Mm = 3
MONTH = Type(8, bold=True)
SMALLEST: Points = 4.5
STEP: Points = 0.5
BETWEEN: Mm = 0.8
"""Between the names of two months, at the least."""
AROUND: Mm = 2.4
SHORTEST_MONTH = 28 / 366


@dataclass(frozen=True)
class Months:
    """A year within a width: its days from `left` to `right`."""

    year: int
    names: tuple[str, ...]
    width: Mm

    @property
    def left(self) -> Mm:
        """Where its first day begins."""
        return EDGE + self.width * NAMES_SHARE + AFTER_NAMES

    @property
    def first(self) -> datetime.date:
        """The first of January."""
        return datetime.date(self.year, 1, 1)

    @property
    def right(self) -> Mm:
        """Where its last day ends."""
        return self.width - EDGE

    def start_of(self, day: datetime.date) -> Mm:
        """Where a day begins; one before the year at its beginning, one after it at its end."""
        return self.after_days(day.toordinal() - self.first.toordinal())

    def end_of(self, day: datetime.date) -> Mm:
        """Where a day ends."""
        return self.after_days(day.toordinal() - self.first.toordinal() + 1)

    def after_days(self, passed: int) -> Mm:
        # Counted in days: the day after the last of the year 9999 is no date.
        days = 366 if calendar.isleap(self.year) else 365
        share = min(max(passed, 0), days) / days
        return self.left + share * (self.right - self.left)

    def starts(self) -> list[Mm]:
        """Where each month begins, and where the last one ends."""
        days = [datetime.date(self.year, month, 1) for month in range(1, 13)]
        return [*map(self.start_of, days), self.right]


@dataclass(frozen=True)
class Head:
    """The names of the months in lines, in letters small enough to go over their months."""

    names: list[list[str]]
    kind: Type

    @property
    def height(self) -> Mm:
        """The height of all lines, and of the space around them."""
        return max(map(len, self.names)) * self.kind.leading + AROUND


def head_of(months: Months, letters: Letters) -> Head:
    """The largest letters in which all words go over their months; each on a line if need be."""
    room = (months.right - months.left) * SHORTEST_MONTH - BETWEEN
    words = [word for name in months.names for word in name.split()]
    kind = MONTH
    while letters.longest(words, kind) > room and kind.size > SMALLEST:
        kind = Type(kind.size - STEP, MONTH.bold)
    return Head([letters.lines(name, kind, room) for name in months.names], kind)


def draw_months(drawing: Drawing, months: Months, head: Head, bottom: Mm) -> None:
    """The names of the months on top, and lines between them down to the last lane."""
    below = EDGE + head.height
    ink = Ink(head.kind, drawing.colour("muted"), "center")
    for lines, (start, end) in zip(head.names, pairwise(months.starts()), strict=True):
        top = below - AROUND / 2 - len(lines) * head.kind.leading
        drawing.lines(lines, ((start + end) / 2, top), ink)
        drawing.line((start, below), (start, bottom), 0.3, drawing.colour("rule"))
    top = below - AROUND / 2 - head.kind.leading
    drawing.lines([str(months.year)], (EDGE, top), Ink(head.kind, drawing.colour("muted")))
    drawing.line((EDGE, below), (months.right, below), 1, drawing.colour("ink"))
