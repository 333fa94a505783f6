"""How long the parts of bars are: as their counts, but never shorter than their numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.rendering.charts.letters import Letters, Mm, Type
from briefgen.rules.standings import Standing

Counts = Mapping[Standing, int]
AROUND: Mm = 1.1
"""Left and right of a number in its part of a bar."""
HALVINGS = 40
"""Then the scale is more exact than any printer."""


@dataclass(frozen=True)
class Scale:
    """How many millimetres stand for one, and what the number itself of each count needs."""

    one: Mm
    needs: Mapping[int, Mm]

    def width(self, count: int) -> Mm:
        """How wide a part is."""
        return max(self.one * count, self.needs[count]) if count else 0

    def length(self, counts: Counts) -> Mm:
        """How long a whole bar is."""
        return sum(self.width(count) for count in counts.values())


def scale_of(bars: Sequence[Counts], kind: Type, letters: Letters, room: Mm) -> Scale:
    """The scale on which the longest of some bars fills the room."""
    present = {count for counts in bars for count in counts.values() if count}
    needs = {count: letters.length(str(count), kind) + 2 * AROUND for count in present}
    low, high = 0.0, room
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        scale = Scale(middle, needs)
        fits = all(scale.length(counts) <= room for counts in bars)
        low, high = (middle, high) if fits else (low, middle)
    return Scale(low, needs)
