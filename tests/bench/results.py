"""What figures say: medians, ratios, and whether a target is met."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from measuring import Measured
from works import Comparison, Measure

Verdict = Literal["met", "missed", "void", ""]
DISTURBED = 1.3
"""Seconds by the clock for each of the processors, from which on a machine was busy."""


@dataclass(frozen=True)
class Result:
    """Two works side by side; `judged` is False where the sizes aren't those of the targets."""

    comparison: Comparison
    ours: Measured
    theirs: Measured
    judged: bool = True

    @property
    def void(self) -> str:
        """Why there is no ratio; empty if there is one."""
        reasons = (
            f"{each.work.name}: {each.void}" for each in (self.ours, self.theirs) if each.void
        )
        return "; ".join(reasons)

    def ratio(self, measure: Measure | None = None) -> float | None:
        """Ours by theirs, in what the comparison is about unless another measure is named."""
        if self.void:
            return None
        wanted = measure or self.comparison.measure
        return middle(self.ours, wanted) / middle(self.theirs, wanted)

    @property
    def is_disturbed(self) -> bool:
        """Whether the clock ran on while others had the processors, for either of the two."""
        both = () if self.void else (self.ours, self.theirs)
        return any(middle(each, "wall") > DISTURBED * middle(each, "cpu") for each in both)

    @property
    def verdict(self) -> Verdict:
        """Whether the target is met, if there is one."""
        ratio, most = self.ratio(), self.comparison.most
        if ratio is None:
            return "void"
        if most is None or not self.judged:
            return ""
        return "met" if ratio <= most else "missed"


def middle(measured: Measured, measure: Measure) -> float:
    """The median of a work's runs."""
    figures: list[float] = [getattr(run, measure) for run in measured.runs]
    return median(figures)


def results_of(
    comparisons: Sequence[Comparison], found: Mapping[str, Measured], *, judged: bool
) -> list[Result]:
    """The comparisons of a group, with what was measured."""
    return [Result(each, found[each.ours], found[each.theirs], judged) for each in comparisons]
