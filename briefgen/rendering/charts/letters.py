"""Letters in the style's sans font: how long a text is, and where it breaks into lines."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from briefgen.rendering.style import Style

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text

Mm = float
Points = float
DPI = 300
INCH: Mm = 25.4
POINT: Mm = INCH / 72
SHIPPED = "DejaVu Sans"
"""The family that comes with matplotlib, for machines that have none of the style's."""
IDEOGRAPHS = "\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
CLOSING = "，。、；：！？）》」』”’％"
OPENING = "（《「『“‘"
PIECE = re.compile(
    f" +|[{OPENING}]*[{IDEOGRAPHS}][{CLOSING}]*|[^ {IDEOGRAPHS}{OPENING}]+[{CLOSING}]*|."
)
"""What stays on one line: a word, or one ideograph with the marks that cling to it."""


@dataclass(frozen=True)
class Type:
    """A size of letters, in points, and whether they are bold."""

    size: Points
    bold: bool = False

    @property
    def leading(self) -> Mm:
        """How far one line is from the next."""
        return self.size * 1.3 * POINT


@dataclass(frozen=True)
class Letters:
    """The fonts of a style as this machine has them."""

    style: Style
    kept: dict[Type, "FontProperties"] = field(default_factory=dict, compare=False)
    lengths: dict[tuple[str, Type], Mm] = field(default_factory=dict, compare=False)

    @cached_property
    def families(self) -> list[str]:
        """The families to look for a letter in, one after another."""
        from matplotlib.font_manager import fontManager

        present = set(fontManager.get_font_names())
        fonts = sorted(self.style.fonts.values(), key=lambda font: font.generic != "sans-serif")
        return [name for name in fonts[0].pdf if name in present] + [SHIPPED]

    @cached_property
    def scale(self) -> "Text":
        """A text that is drawn nowhere, to measure others by."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(dpi=DPI)
        FigureCanvasAgg(figure)
        return figure.text(0, 0, "", parse_math=False)

    def font(self, kind: Type) -> "FontProperties":
        """The fonts in one size and weight."""
        from matplotlib.font_manager import FontProperties

        if kind not in self.kept:
            weight = "bold" if kind.bold else "normal"
            self.kept[kind] = FontProperties(family=self.families, size=kind.size, weight=weight)
        return self.kept[kind]

    def length(self, text: str, kind: Type) -> Mm:
        """How long a text is on one line."""
        if (text, kind) not in self.lengths:
            self.scale.set(text=text, fontproperties=self.font(kind))
            self.lengths[text, kind] = self.scale.get_window_extent().width / DPI * INCH
        return self.lengths[text, kind]

    def longest(self, lines: list[str], kind: Type) -> Mm:
        """How long the longest of some lines is."""
        return max((self.length(line, kind) for line in lines), default=0)

    def lines(self, text: str, kind: Type, room: Mm) -> list[str]:
        """A text broken into lines, between words where it can be."""
        made = [""]
        for piece in PIECE.findall(" ".join(text.split())):
            if self.length((made[-1] + piece).rstrip(), kind) <= room:
                made[-1] += piece
            else:
                made += self.cut(piece.lstrip(), kind, room)
        return [line.strip() for line in made if line.strip()]

    def cut(self, piece: str, kind: Type, room: Mm) -> list[str]:
        """A word that begins a line, broken within where the line is too short for it."""
        made = [""]
        for letter in piece:
            if made[-1] and self.length(made[-1] + letter, kind) > room:
                made.append("")
            made[-1] += letter
        return made
