"""Letters in the style's sans font: how long a text is, and where it breaks into lines."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from briefgen.rendering.installed_fonts import (
    BOLD,
    REGULAR,
    InstalledFont,
    font_for,
    installed_fonts,
)
from briefgen.rendering.style import Style

if TYPE_CHECKING:
    from matplotlib.text import Text

    from briefgen.rendering.charts.faces import Faces

Mm = float
Points = float
DPI = 300
INCH: Mm = 25.4
POINT: Mm = INCH / 72
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
    kept: dict[Type, "Faces"] = field(default_factory=dict, compare=False)
    lengths: dict[tuple[str, Type], Mm] = field(default_factory=dict, compare=False)

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The families to look for a letter in, one after another."""
        fonts = sorted(self.style.fonts.values(), key=lambda font: font.generic != "sans-serif")
        return tuple(fonts[0].pdf)

    @cached_property
    def installed(self) -> tuple[InstalledFont, ...]:
        """The fonts of this machine."""
        return installed_fonts()

    @cached_property
    def scale(self) -> "Text":
        """A text that is drawn nowhere, to measure others by."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(dpi=DPI)
        FigureCanvasAgg(figure)
        return figure.text(0, 0, "", parse_math=False)

    def font(self, kind: Type) -> "Faces":
        """The fonts in one size and weight; those that come with matplotlib are the last."""
        from matplotlib.font_manager import FontPath

        from briefgen.rendering.charts.faces import SHIPPED, Faces, shipped_face

        if kind not in self.kept:
            weight = BOLD if kind.bold else REGULAR
            found = {name: font_for(name, weight, self.installed) for name in self.families}
            files = {name: FontPath(font.file, font.face) for name, font in found.items() if font}
            files[SHIPPED] = shipped_face(bold=kind.bold)
            self.kept[kind] = Faces(files, kind.size)
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
