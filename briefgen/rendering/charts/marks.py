"""One event's mark on the line, and its label where there is room for it."""

from dataclasses import dataclass
from typing import Literal

from briefgen.rendering.charts.colours import mixed
from briefgen.rendering.charts.drawing import Drawing, Ink
from briefgen.rendering.charts.events import Event
from briefgen.rendering.charts.letters import Letters, Mm, Type
from briefgen.rendering.charts.months import Months

LABEL, DETAIL = Type(8.5, bold=True), Type(7.5)
DOT: Mm = 2.6
ASIDE: Mm = 1.5
"""Between a mark and its label."""
AROUND: Mm = 0.6
"""A bar's ground above and below the label in it."""
PALENESS = 0.82
ACCENT = "accent"
Side = Literal["inside", "right", "left"]
"""Where a label is, seen from its mark."""


@dataclass(frozen=True)
class Mark:
    """An event's mark from left to right, and where its label in lines begins and ends."""

    event: Event
    left: Mm
    right: Mm
    side: Side
    text_left: Mm
    text_right: Mm
    label: list[str]
    detail: list[str]

    @property
    def start(self) -> Mm:
        """Where mark and label begin."""
        return min(self.left, self.text_left)

    @property
    def end(self) -> Mm:
        """Where mark and label end."""
        return max(self.right, self.text_right)

    @property
    def height(self) -> Mm:
        """How high mark and label are."""
        text = len(self.label) * LABEL.leading + len(self.detail) * DETAIL.leading
        return max(text, LABEL.leading)


def mark_of(event: Event, months: Months, letters: Letters) -> Mark:
    """An event's mark, with its label inside it, to the right or to the left: where it fits.

    Where it fits nowhere on one line, it is broken into lines at the widest of these places.
    """
    left, right = extent(event, months)
    room: dict[Side, Mm] = {
        "inside": 0 if event.is_certain else right - left - 2 * ASIDE,
        "right": months.right - right - ASIDE,
        "left": left - ASIDE - months.left - ASIDE,
    }
    wanted = max(letters.length(event.label, LABEL), letters.length(event.detail, DETAIL))
    fitting = (side for side in room if room[side] >= wanted)
    side = next(fitting, max(room, key=room.__getitem__))
    label = letters.lines(event.label, LABEL, room[side])
    detail = letters.lines(event.detail, DETAIL, room[side])
    width = max(letters.longest(label, LABEL), letters.longest(detail, DETAIL))
    starts = {"inside": left + ASIDE, "right": right + ASIDE, "left": left - ASIDE - width}
    return Mark(event, left, right, side, starts[side], starts[side] + width, label, detail)


def extent(event: Event, months: Months) -> tuple[Mm, Mm]:
    """The left and right of a mark; a dot has its middle at noon, but is wholly within the year."""
    left, right = months.start_of(event.first), months.end_of(event.last)
    if right - left >= DOT:
        return left, right
    start = min(max((left + right - DOT) / 2, months.left), months.right - DOT)
    return start, start + DOT


def draw_mark(drawing: Drawing, mark: Mark, top: Mm) -> None:
    """Draws a mark beside the first line of its label, which begins at a height."""
    accent, width = drawing.colour(ACCENT), mark.right - mark.left
    pale = mixed(accent, drawing.colour("paper"), PALENESS)
    if mark.event.is_certain:
        drawing.pill((mark.left, top + (LABEL.leading - DOT) / 2, width, DOT), accent)
    else:
        drawing.patterned((mark.left, top - AROUND, width, mark.height + 2 * AROUND), pale)
    align: Literal["left", "right"] = "right" if mark.side == "left" else "left"
    across = mark.text_right if mark.side == "left" else mark.text_left
    ground = None if mark.side == "inside" else drawing.colour("paper")
    drawing.lines(mark.label, (across, top), Ink(LABEL, drawing.colour("ink"), align, ground))
    below = (across, top + len(mark.label) * LABEL.leading)
    drawing.lines(mark.detail, below, Ink(DETAIL, drawing.colour("muted"), align, ground))
