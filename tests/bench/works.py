"""What is measured: works, which are commands, and comparisons of two of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Measure = Literal["wall", "cpu", "memory"]
OUT = "{out}"
"""Stands in a command for the folder that a run writes to, a new one each time."""


@dataclass(frozen=True)
class Work:
    """A command that is run so many times, after a warm-up if `is_warmed`.

    `writes` are patterns of the files that it makes in its folder, `marks` are texts that each of
    them holds, `prints` is what the command prints. It `needs` programs and libraries by name. If
    it `follows` another work, it writes to where that one wrote last.
    """

    name: str
    command: tuple[str, ...]
    runs: int
    writes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    prints: str = ""
    needs: tuple[str, ...] = ()
    follows: str = ""

    @property
    def is_warmed(self) -> bool:
        """One that is run once isn't, nor one for which another has run before it."""
        return self.runs > 1 and not self.follows

    def command_for(self, out: Path) -> Sequence[str]:
        """The command of a run that writes to a folder."""
        return [part.replace(OUT, str(out)) for part in self.command]


@dataclass(frozen=True)
class Comparison:
    """One work beside another, and what the ratio of their medians is to be at the most."""

    name: str
    ours: str
    theirs: str
    most: float | None = None
    measure: Measure = "wall"


@dataclass(frozen=True)
class Group:
    """Works that are run in turn, so that what else the machine does falls on all of them."""

    name: str
    works: tuple[Work, ...]
    comparisons: tuple[Comparison, ...] = ()

    def cut_to(self, wanted: Sequence[str]) -> "Group":
        """What names of groups and comparisons ask for; all of it if nothing is named."""
        if not wanted or self.name in wanted:
            return self
        kept = tuple(each for each in self.comparisons if each.name in wanted)
        names = {name for each in kept for name in (each.ours, each.theirs)}
        names |= {work.follows for work in self.works if work.name in names}
        return Group(self.name, tuple(work for work in self.works if work.name in names), kept)
