"""What a PDF shows, measured: its lines of text and its rules, in millimetres and points."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
from numpy.typing import NDArray

Mm = float
Points = float
INCH: Mm = 25.4
DPI = 300
FAINTEST = 0.1
SHORTEST = int(8 / INCH * DPI)
"""In pixels: no letter has a stroke of 8 mm."""
SAME_EDGE = 3
THICKEST: Mm = 1.2
Picture = NDArray[np.float64]


def mm(points: Points) -> Mm:
    return points * INCH / 72


@dataclass(frozen=True)
class TextLine:
    """A line of text within a part of the page that no wide gap divides."""

    page: int
    text: str
    left: Mm
    right: Mm
    top: Mm
    bottom: Mm
    baseline: Mm
    size: Points
    font: str
    colour: tuple[float, ...]

    @property
    def middle(self) -> Mm:
        return (self.left + self.right) / 2

    @property
    def width(self) -> Mm:
        return self.right - self.left

    @property
    def is_bold(self) -> bool:
        return "Bold" in self.font

    @property
    def is_italic(self) -> bool:
        return "Italic" in self.font or "Oblique" in self.font


@dataclass(frozen=True)
class Rule:
    """A horizontal line, as it is seen."""

    page: int
    left: Mm
    right: Mm
    top: Mm
    thickness: Mm
    colour: tuple[float, ...]

    @property
    def middle(self) -> Mm:
        return (self.left + self.right) / 2

    @property
    def width(self) -> Mm:
        return self.right - self.left


@dataclass(frozen=True)
class Sheets:
    """All pages of a PDF, measured; rules are looked for on the pages that are asked for."""

    path: Path
    sizes: tuple[tuple[Mm, Mm], ...]
    lines: tuple[TextLine, ...]
    known_rules: dict[int, tuple[Rule, ...]] = field(default_factory=dict, compare=False)

    def rules(self, page: int) -> tuple[Rule, ...]:
        """The rules of a page."""
        if page not in self.known_rules:
            with pdfplumber.open(self.path) as pdf:
                self.known_rules[page] = tuple(rules_of(pdf.pages[page - 1]))
        return self.known_rules[page]

    def line(self, text: str, page: int | None = None) -> TextLine:
        """The first line whose text holds this, spaces aside."""
        wanted = bare(text)
        for line in self.lines:
            if wanted in bare(line.text) and page in {None, line.page}:
                return line
        raise LookupError(f"no line holds {text!r}")

    def rules_below(self, line: TextLine, within: Mm = 8) -> list[Rule]:
        """The rules shortly below a line that its middle goes through, nearest first."""
        found = [
            rule
            for rule in self.rules(line.page)
            if -1 < rule.top - line.baseline < within
            and rule.left - 1 <= line.middle <= rule.right + 1
        ]
        return sorted(found, key=lambda rule: rule.top)

    def on(self, page: int) -> list[TextLine]:
        """The lines of a page from its top."""
        return sorted((line for line in self.lines if line.page == page), key=lambda line: line.top)


def bare(text: str) -> str:
    return "".join(text.split())


def measured(path: Path) -> Sheets:
    """All lines of a PDF."""
    with pdfplumber.open(path) as pdf:
        sizes = tuple((mm(page.width), mm(page.height)) for page in pdf.pages)
        lines = tuple(line for page in pdf.pages for line in lines_of(page))
    return Sheets(path, sizes, lines)


def lines_of(page: Any) -> Iterator[TextLine]:
    letters = sorted(page.chars, key=lambda each: (-round(baseline(each)), each["x0"]))
    for _, row in groupby(letters, key=lambda each: round(baseline(each))):
        for part in parted(list(row)):
            if "".join(each["text"] for each in part).strip():
                yield line_of(page, part)


def parted(row: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """A row of letters, divided where a gap is wider than two letters."""
    part: list[dict[str, Any]] = []
    for letter in row:
        if part and letter["x0"] - part[-1]["x1"] > 2 * letter["size"]:
            yield part
            part = []
        part.append(letter)
    if part:
        yield part


def baseline(letter: dict[str, Any]) -> Points:
    """How far a letter's baseline is from the page's top."""
    height: float = letter["matrix"][5]
    return height


def line_of(page: Any, letters: list[dict[str, Any]]) -> TextLine:
    inked = [each for each in letters if each["text"].strip()] or letters
    first = inked[0]
    foot = page.height - baseline(first)
    return TextLine(
        page=page.page_number,
        text="".join(each["text"] for each in letters),
        left=mm(inked[0]["x0"]),
        right=mm(max(each["x1"] for each in inked)),
        top=mm(min(each["top"] for each in inked)),
        bottom=mm(max(each["bottom"] for each in inked)),
        baseline=mm(foot),
        size=round(first["size"], 2),
        font=first["fontname"].partition("+")[2],
        colour=tuple(first["non_stroking_color"] or ()),
    )


def rules_of(page: Any) -> Iterator[Rule]:
    """The horizontal lines that one sees on a page, found on its picture.

    How a line was drawn (a border, a box, a stroke between clips) makes no difference then.
    """
    picture = np.asarray(page.to_image(resolution=DPI).original.convert("RGB"), dtype=np.float64)
    ink = 1 - picture.min(axis=2) / 255
    open_runs: dict[tuple[int, int], list[int]] = {}
    for row, inked in enumerate(ink > FAINTEST):
        here = set(long_runs(inked))
        for run in [run for run in open_runs if not any(same(run, each) for each in here)]:
            yield from rule_of(page, run, open_runs.pop(run), (picture, ink))
        for run in here:
            known = next((each for each in open_runs if same(run, each)), run)
            open_runs.setdefault(known, []).append(row)


def long_runs(inked: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where unbroken runs of ink begin and end that are longer than any letter."""
    if inked.sum() < SHORTEST:
        return
    edges = np.flatnonzero(np.diff(np.concatenate(([0], inked.astype(np.int8), [0]))))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start >= SHORTEST:
            yield int(start), int(end)


def same(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return abs(one[0] - other[0]) <= SAME_EDGE and abs(one[1] - other[1]) <= SAME_EDGE


def rule_of(
    page: Any, run: tuple[int, int], rows: list[int], picture: tuple[Picture, Picture]
) -> Iterator[Rule]:
    start, end = run
    colours, ink = picture
    middle = (start + end) // 2
    strip = slice(rows[0] - 1, rows[-1] + 2)
    across = ink[strip, middle - 10 : middle + 10].mean(axis=1)
    thickness = across.sum() / across.max() / DPI * INCH  # of grey rows at its edges their share
    if thickness > THICKEST:
        return
    darkest = int(np.argmax(ink[strip, middle])) + rows[0] - 1
    colour = tuple(float(each) / 255 for each in colours[darkest, middle])
    yield Rule(
        page.page_number,
        start / DPI * INCH,
        end / DPI * INCH,
        rows[0] / DPI * INCH,
        float(thickness),
        colour,
    )
