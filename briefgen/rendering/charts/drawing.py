"""A drawing in millimetres from its top left corner, and the PNG that it becomes."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Literal

from PIL import Image

from briefgen.rendering.charts.colours import Colour, contrasting, mixed
from briefgen.rendering.charts.letters import DPI, INCH, POINT, Letters, Mm, Points, Type
from briefgen.rendering.style import Style

if TYPE_CHECKING:
    from matplotlib.artist import Artist

Rectangle = tuple[Mm, Mm, Mm, Mm]
"""Left, top, width, height."""
EDGE: Mm = 0.6
"""Paper that is left free all around, so that nothing is cut off."""
HATCH: Points = 0.6
HATCH_STRENGTH = 0.35
AROUND_LETTERS: Mm = 0.4
LEAST: Mm = 0.01
MIDDLE_OF_LETTERS = 0.36
"""How far above its baseline the middle of a text is, as a share of its size."""


@dataclass(frozen=True)
class Ink:
    """How a text is drawn; a ground around letters parts them from what they cover."""

    kind: Type
    colour: Colour
    align: Literal["left", "center", "right"] = "left"
    ground: Colour | None = None


class Drawing:
    """Rectangles, lines and texts on the style's paper; what is drawn later covers the earlier."""

    def __init__(self, width: Mm, height: Mm, letters: Letters) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.pixels = (round(width / INCH * DPI), round(height / INCH * DPI))
        self.letters = letters
        self.width, self.height = width, height
        across, down = (pixels / DPI for pixels in self.pixels)
        paper = self.colour("paper")
        figure = Figure(figsize=(across, down), dpi=DPI, facecolor=paper)
        FigureCanvasAgg(figure)
        self.figure = figure
        self.axes = figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)
        self.order = count()

    def colour(self, name: str) -> Colour:
        """A colour of the style."""
        return f"#{self.letters.style.colours[name]}"

    def patterned(self, where: Rectangle, colour: Colour, pattern: str = "") -> None:
        """A rectangle in a colour, with a pattern in a tint or a shade of it."""
        from matplotlib import patches

        left, top, width, height = where
        ground = contrasting(colour, self.colour("ink"), self.colour("paper"))
        box = patches.Rectangle(
            (left, top),
            width,
            height,
            facecolor=colour,
            linewidth=0,
            hatch=pattern or None,
            hatchcolor=mixed(colour, ground, HATCH_STRENGTH),
        )
        box.set_hatch_linewidth(HATCH)
        self.put(box)

    def pill(self, where: Rectangle, colour: Colour) -> None:
        """A bar with round ends; as wide as high it is a dot."""
        from matplotlib.lines import Line2D
        from matplotlib.patches import Circle

        left, top, width, height = where
        start, end, middle = left + height / 2, left + width - height / 2, top + height / 2
        if end - start < LEAST:
            self.put(Circle(((start + end) / 2, middle), height / 2, color=colour, linewidth=0))
            return
        ends = (start, end), (middle, middle)
        thick = height / POINT
        self.put(Line2D(*ends, linewidth=thick, color=colour, solid_capstyle="round"))

    def line(self, start: tuple[Mm, Mm], end: tuple[Mm, Mm], width: Points, colour: Colour) -> None:
        """A straight line."""
        from matplotlib.lines import Line2D

        across, down = zip(start, end, strict=True)
        self.put(Line2D(across, down, linewidth=width, color=colour, solid_capstyle="butt"))

    def lines(self, texts: Sequence[str], at: tuple[Mm, Mm], ink: Ink) -> None:
        """Lines of text below one another, from a point at the top of the first."""
        across, top = at
        for number, text in enumerate(texts):
            self.text(text, (across, top + ink.kind.leading * (number + 0.5)), ink)

    def text(self, text: str, at: tuple[Mm, Mm], ink: Ink) -> None:
        """A text from a point on, or as its ink tells; its letters have their middle there."""
        across, middle = at
        if ink.ground:
            self.clear(text, at, ink)
        self.axes.text(
            across,
            middle + ink.kind.size * POINT * MIDDLE_OF_LETTERS,
            text,
            color=ink.colour,
            fontproperties=self.letters.font(ink.kind),
            horizontalalignment=ink.align,
            verticalalignment="baseline",
            parse_math=False,
            zorder=next(self.order),
        )

    def clear(self, text: str, at: tuple[Mm, Mm], ink: Ink) -> None:
        """Covers what is behind a text with its ground."""
        across, middle = at
        width = self.letters.length(text, ink.kind)
        left = across - {"left": 0, "center": width / 2, "right": width}[ink.align]
        where = (left - AROUND_LETTERS, middle - ink.kind.leading / 2)
        size = (width + 2 * AROUND_LETTERS, ink.kind.leading)
        self.patterned((*where, *size), ink.ground or self.colour("paper"))

    def put(self, artist: "Artist") -> None:
        artist.set_transform(self.axes.transData)
        artist.set_zorder(next(self.order))
        self.axes.add_artist(artist)

    def address(self) -> str:
        """The drawing as a `data:` address of a PNG that tells its resolution and nothing else."""
        drawn, stream = BytesIO(), BytesIO()
        self.figure.savefig(drawn, format="rgba", dpi=DPI)
        picture = Image.frombytes("RGBA", self.pixels, drawn.getvalue())
        picture.convert("RGB").save(stream, "PNG", dpi=(DPI, DPI), compress_level=9)
        return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()


def text_width(style: Style) -> Mm:
    """How wide the text of a style's usual page is."""
    page = style.page
    return float(page.width - page.margins.left - page.margins.right)
