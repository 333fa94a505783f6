"""The legend below a chart: a colour and its word, as many on a line as go."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.rendering.charts.colours import PATTERNS
from briefgen.rendering.charts.drawing import EDGE, Drawing, Ink
from briefgen.rendering.charts.letters import Letters, Mm, Type
from briefgen.rules.standings import Standing

WORD = Type(7.5)
SIGN: Mm = 2.8
AFTER_SIGN: Mm = 1.4
BETWEEN: Mm = 3.8
ABOVE: Mm = 2.6
LINE: Mm = 4.6


@dataclass(frozen=True)
class Entry:
    """A standing with its word, broken into lines where it is long, and where it stands."""

    standing: Standing
    words: list[str]
    left: Mm
    top: Mm


@dataclass(frozen=True)
class Legend:
    """All entries, and the height that they need."""

    entries: tuple[Entry, ...]
    height: Mm


def legend_of(words: Sequence[tuple[Standing, str]], letters: Letters, width: Mm) -> Legend:
    """The entries of a legend, line by line within a width."""
    entries: list[Entry] = []
    left, top, below = EDGE, ABOVE, ABOVE
    for standing, word in words:
        lines = letters.lines(word, WORD, width - 2 * EDGE - SIGN - AFTER_SIGN)
        length = SIGN + AFTER_SIGN + letters.longest(lines, WORD)
        if entries and left + length > width - EDGE:
            left, top = EDGE, below
        entries.append(Entry(standing, lines, left, top))
        left += length + BETWEEN
        below = max(below, top + LINE + (len(lines) - 1) * WORD.leading)
    return Legend(tuple(entries), below)


def draw_legend(drawing: Drawing, legend: Legend, top: Mm) -> None:
    """Draws a legend from a height on."""
    for entry in legend.entries:
        middle = top + entry.top + LINE / 2
        fill = drawing.colour(f"standing-{entry.standing}")
        sign = (entry.left, middle - SIGN / 2, SIGN, SIGN)
        drawing.patterned(sign, fill, PATTERNS[entry.standing])
        at = (entry.left + SIGN + AFTER_SIGN, middle - WORD.leading / 2)
        drawing.lines(entry.words, at, Ink(WORD, drawing.colour("ink")))
