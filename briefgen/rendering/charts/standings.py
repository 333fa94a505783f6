"""Where the commitments of each area stand: a bar an area, a part of it a standing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.rendering.charts.careful import careful
from briefgen.rendering.charts.colours import PATTERNS, contrasting
from briefgen.rendering.charts.drawing import EDGE, Drawing, Ink, text_width
from briefgen.rendering.charts.legend import draw_legend, legend_of
from briefgen.rendering.charts.letters import Letters, Mm, Type
from briefgen.rendering.charts.scale import Counts, Scale, scale_of
from briefgen.rendering.style import Style
from briefgen.rules.standings import STANDINGS, Standing

NAME, TOTAL = Type(8.5), Type(8.5)
COUNT = Type(8, bold=True)
NAME_SHARE = 0.34
"""The names' share of the width."""
BAR: Mm = 4.4
GAP: Mm = 1.3
AFTER_NAME: Mm = 4
BEFORE_TOTAL: Mm = 2
SEAM: Mm = 0.35
"""The paper between two parts of a bar."""


@dataclass(frozen=True)
class Area:
    """One area: its name in lines, its counts, and the height that both need."""

    name: list[str]
    counts: Counts

    @property
    def height(self) -> Mm:
        """The height of its row."""
        return max(BAR, len(self.name) * NAME.leading)

    @property
    def total(self) -> int:
        """All of its commitments."""
        return sum(self.counts.values())


def standings_chart(
    rows: Sequence[tuple[str, Counts]],
    words: Mapping[Standing, str],
    style: Style,
    width: Mm | None = None,
) -> str:
    """The chart as a `data:` address; as wide as told in millimetres, or as the page's text."""
    across = width or text_width(style)
    with careful("standings chart", style.name):
        letters = Letters(style)
        room = across * NAME_SHARE
        areas = [Area(letters.lines(name, NAME, room), counts) for name, counts in rows]
        present = [each for each in STANDINGS if any(area.counts.get(each) for area in areas)]
        legend = legend_of([(each, words[each]) for each in present], letters, across)
        bars = sum(area.height + GAP for area in areas)
        drawing = Drawing(across, bars + legend.height + 2 * EDGE, letters)
        draw_areas(drawing, areas)
        draw_legend(drawing, legend, EDGE + bars)
        return drawing.address()


def draw_areas(drawing: Drawing, areas: Sequence[Area]) -> None:
    """All bars, from one line on and on one scale."""
    left = EDGE + drawing.width * NAME_SHARE + AFTER_NAME
    totals = drawing.letters.longest([str(area.total) for area in areas], TOTAL)
    room = drawing.width - EDGE - left - BEFORE_TOTAL - totals
    scale = scale_of([area.counts for area in areas], COUNT, drawing.letters, room)
    top = EDGE
    for area in areas:
        draw_area(drawing, area, (left, top), scale)
        top += area.height + GAP


def draw_area(drawing: Drawing, area: Area, at: tuple[Mm, Mm], scale: Scale) -> None:
    left, top = at
    middle = top + area.height / 2
    first = middle - len(area.name) * NAME.leading / 2
    drawing.lines(area.name, (EDGE, first), Ink(NAME, drawing.colour("ink")))
    for standing in STANDINGS:
        count = area.counts.get(standing, 0)
        if count:
            draw_part(drawing, (standing, count), (left, middle), scale.width(count))
            left += scale.width(count)
    total = Ink(TOTAL, drawing.colour("muted"))
    drawing.text(str(area.total), (left + (BEFORE_TOTAL if area.total else 0), middle), total)


def draw_part(drawing: Drawing, part: tuple[Standing, int], at: tuple[Mm, Mm], width: Mm) -> None:
    standing, count = part
    left, middle = at
    fill = drawing.colour(f"standing-{standing}")
    where = (left, middle - BAR / 2, width - SEAM, BAR)
    drawing.patterned(where, fill, PATTERNS[standing])
    ink = contrasting(fill, drawing.colour("ink"), drawing.colour("paper"))
    ground = fill if PATTERNS[standing] else None
    at_middle = (left + (width - SEAM) / 2, middle)
    drawing.text(str(count), at_middle, Ink(COUNT, ink, "center", ground))
