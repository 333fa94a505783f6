"""A lane of the time line: its name, and its marks below one another where they would overlap."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.rendering.charts.drawing import EDGE, Drawing, Ink
from briefgen.rendering.charts.events import Lane
from briefgen.rendering.charts.letters import Letters, Mm, Type
from briefgen.rendering.charts.marks import Mark, draw_mark, mark_of
from briefgen.rendering.charts.months import NAMES_SHARE, Months

NAME = Type(8.5)
PADDING: Mm = 1.8
"""Above and below the content of a lane."""
BETWEEN_ROWS: Mm = 1.8
BETWEEN_MARKS: Mm = 2.2


@dataclass(frozen=True)
class Track:
    """A lane as it will be drawn: its name in lines, and its marks in rows."""

    name: list[str]
    rows: tuple[tuple[Mark, ...], ...]

    @property
    def height(self) -> Mm:
        """The height that its name and its rows need."""
        rows = sum(map(row_height, self.rows)) + BETWEEN_ROWS * (len(self.rows) - 1)
        return max(len(self.name) * NAME.leading, rows) + 2 * PADDING


def track_of(lane: Lane, months: Months, letters: Letters) -> Track:
    """A lane with each of its marks in the first row that has room for it."""
    rows: list[list[Mark]] = []
    for event in sorted(lane.events, key=lambda event: (event.first, event.last)):
        mark = mark_of(event, months, letters)
        free = next((row for row in rows if has_room(row, mark)), None)
        if free is None:
            rows.append([mark])
        else:
            free.append(mark)
    name = letters.lines(lane.name, NAME, months.width * NAMES_SHARE)
    return Track(name, tuple(map(tuple, rows)))


def has_room(row: Sequence[Mark], mark: Mark) -> bool:
    return all(
        mark.start >= other.end + BETWEEN_MARKS or other.start >= mark.end + BETWEEN_MARKS
        for other in row
    )


def row_height(row: Sequence[Mark]) -> Mm:
    return max(mark.height for mark in row)


def draw_track(drawing: Drawing, track: Track, top: Mm, right: Mm) -> None:
    """Draws a lane from a height on, with a line below it."""
    bottom = top + track.height
    drawing.line((EDGE, bottom), (right, bottom), 0.5, drawing.colour("rule"))
    drawing.lines(track.name, (EDGE, top + PADDING), Ink(NAME, drawing.colour("ink")))
    top += PADDING
    for row in track.rows:
        height = row_height(row)
        for mark in row:
            draw_mark(drawing, mark, top)
        top += height + BETWEEN_ROWS
