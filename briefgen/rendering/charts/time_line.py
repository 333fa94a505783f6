"""The sessions of a year on a time line: a lane a mechanism, a mark a session."""

from collections.abc import Sequence

from briefgen.rendering.charts.careful import careful
from briefgen.rendering.charts.drawing import EDGE, Drawing, text_width
from briefgen.rendering.charts.events import Lane
from briefgen.rendering.charts.lanes import draw_track, track_of
from briefgen.rendering.charts.letters import Letters, Mm
from briefgen.rendering.charts.months import Months, draw_months, head_of
from briefgen.rendering.style import Style


def time_line(
    lanes: Sequence[Lane], year: int, months: Sequence[str], style: Style, width: Mm | None = None
) -> str:
    """The time line as a `data:` address; as wide as told in millimetres, or as the page's text."""
    across = width or text_width(style)
    with careful("time line", style.name):
        letters = Letters(style)
        calendar = Months(year, tuple(months), across)
        tracks = [track_of(lane, calendar, letters) for lane in lanes]
        head = head_of(calendar, letters)
        bottom = EDGE + head.height + sum(track.height for track in tracks)
        drawing = Drawing(across, bottom + EDGE, letters)
        draw_months(drawing, calendar, head, bottom)
        top = EDGE + head.height
        for track in tracks:
            draw_track(drawing, track, top, calendar.right)
            top += track.height
        return drawing.address()
