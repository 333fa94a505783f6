"""The facts of the document of many rows, as whoever writes a script of their own reads them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

TITLE = "Brief for the made-up talks"


@dataclass(frozen=True)
class Table:
    """What stands over a table, and the widths of its columns, in hundredths."""

    caption: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]


AGENDA = Table("Points of the agenda", ("Time", "Item"), (12, 88))
FIGURES = Table(
    "Figures of the session before",
    ("Measure", "Value", "Period", "Source"),
    (44, 26, 14, 16),
)


@dataclass(frozen=True)
class Facts:
    """Six paragraphs and the rows of two tables."""

    paragraphs: tuple[str, ...]
    agenda: tuple[tuple[str, ...], ...]
    figures: tuple[tuple[str, ...], ...]


def read_facts(workspace: Path) -> Facts:
    """The facts of a workspace, numbers put as the brief puts them."""
    talks = workspace / "data/mechanisms/talks"
    mechanism, before, session = (
        read(talks / name) for name in ("mechanism.yaml", "1.yaml", "2.yaml")
    )
    return Facts(
        paragraphs=tuple(fact["text"] for fact in mechanism["background"]),
        agenda=tuple((point["time"], point["item"]) for point in session["agenda"]),
        figures=tuple(map(row_of, before["figures"])),
    )


def read(path: Path) -> Any:
    with path.open("rb") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


def row_of(figure: dict[str, Any]) -> tuple[str, ...]:
    amount = f"{figure['value']:,} {figure['unit']}"
    return figure["measure"], amount, str(figure["period"]), ", ".join(figure["sources"])
