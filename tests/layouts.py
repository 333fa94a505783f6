"""A made-up house style that uses every token, pages in it, and where things stand on paper."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
from pdf_faults import failures
from pdfplumber.page import Page as Sheet
from PIL.Image import Image

from briefgen.rendering.fonts import load_fonts
from briefgen.rendering.page import Page, PageNumber
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.style import Style, read_style
from briefgen.writers.pdf import write_pdf

HERE = Path(__file__).parent
TEMPLATES = HERE.parent / "templates"
POINT = 72 / 25.4
"""Points in a millimetre."""
Letter = dict[str, Any]
Tree = dict[str, Any]


def layout_style(**changes: object) -> Style:
    """The made-up style, with some of its tokens changed."""
    data = (HERE / "layouts.yaml").read_bytes()
    return read_style(data, "layouts.yaml", load_fonts((TEMPLATES,))).model_copy(update=changes)


def page_of(html: str, style: Style, language: str = "zh-Hans") -> Page:
    return Page(
        title="Title",
        subject="Subject",
        language=language,
        author="Secretariat",
        as_of=datetime.date(2026, 11, 22),
        edition="shared",
        header="Shared",
        footer="Foot",
        page_number=PageNumber("Page ", " of "),
        body=parse_page(html, "test", style.roles),
    )


@dataclass(frozen=True)
class Text:
    """Where a text stands on a sheet; its baseline and its edges in points from the top left."""

    letters: tuple[Letter, ...]
    height: float

    @property
    def left(self) -> float:
        return float(self.letters[0]["x0"])

    @property
    def right(self) -> float:
        return float(self.letters[-1]["x1"])

    @property
    def baseline(self) -> float:
        return self.height - float(self.letters[0]["matrix"][5])

    @property
    def size(self) -> float:
        return float(self.letters[0]["size"])

    @property
    def font(self) -> str:
        return str(self.letters[0]["fontname"]).partition("+")[2]


class Printed:
    """A PDF, opened: its sheets, its texts and its tags."""

    def __init__(self, held: str | Page, style: Style, language: str = "zh-Hans") -> None:
        page = page_of(held, style, language) if isinstance(held, str) else held
        self.data = write_pdf(page, style)
        self.pdf = pdfplumber.open(BytesIO(self.data))
        self.pictures: dict[int, Image] = {}

    @property
    def sheets(self) -> list[Sheet]:
        return self.pdf.pages

    @cached_property
    def tree(self) -> list[Tree]:
        """Every element of the tag tree, parents first."""
        return list(all_below(self.pdf.structure_tree))

    def failures(self) -> list[str]:
        """What keeps it from being PDF/UA-1 and PDF/A-3a."""
        return failures(self.data)

    def find(self, text: str, number: int = 1) -> Text:
        """Where a text stands on a sheet, the first time."""
        sheet = self.sheets[number - 1]
        held = "".join(each["text"] for each in sheet.chars)
        assert text in held, f"{text} is not on sheet {number}: {held}"
        start = held.index(text)
        return Text(tuple(sheet.chars[start : start + len(text)]), float(sheet.height))

    def sheet_with(self, text: str) -> int:
        (number,) = (sheet.page_number for sheet in self.sheets if text in words(sheet))
        return number

    def lines(self, number: int = 1) -> list[list[Letter]]:
        """The letters of the text's lines on a sheet, from top to bottom, by their baselines."""
        found: dict[float, list[Letter]] = {}
        for each in body(self.sheets[number - 1]):
            found.setdefault(round(each["matrix"][5], 2), []).append(each)
        return [
            sorted(found[height], key=lambda each: float(each["x0"]))
            for height in sorted(found, reverse=True)
        ]

    @cached_property
    def marked(self) -> dict[tuple[int, int], str]:
        """The texts by page and by the number that the tag tree gives them."""
        found: dict[tuple[int, int], str] = {}
        for sheet in self.sheets:
            for each in sheet.chars:
                mark = (sheet.page_number, each["mcid"])
                found[mark] = found.get(mark, "") + each["text"]
        return found

    def said(self, element: Tree) -> str:
        """The text of an element of the tag tree, in the order of reading."""
        marks = (
            (each["page_number"], mark)
            for each in all_below([element])
            for mark in each.get("mcids", ())
        )
        return "".join(self.marked.get(mark, "") for mark in marks)

    def fonts(self) -> set[str]:
        """The fonts of its letters."""
        names = {str(each["fontname"]) for sheet in self.sheets for each in sheet.chars}
        return {name.partition("+")[2] for name in names}

    def rules(self, x: float, number: int = 1) -> list[tuple[float, float]]:
        """Lines that are met on the way down a sheet at some place: their tops and bottoms."""
        if number not in self.pictures:
            picture = self.sheets[number - 1].to_image(resolution=72 * SCALE)
            self.pictures[number] = picture.original.convert("L")
        image = self.pictures[number]
        left = round(x * SCALE)
        column = image.crop((left, 0, left + 1, image.height)).tobytes()
        return list(spans([shade < DARK for shade in column]))


SCALE = 8
"""Pixels a point."""
DARK = 200


def spans(dark: list[bool]) -> Iterator[tuple[float, float]]:
    start = None
    for place, is_dark in enumerate([*dark, False]):
        if is_dark and start is None:
            start = place
        elif not is_dark and start is not None:
            yield start / SCALE, place / SCALE
            start = None


def all_below(nodes: list[Tree]) -> Iterator[Tree]:
    for node in nodes:
        yield node
        yield from all_below(node.get("children", []))


def body(sheet: Sheet) -> list[Letter]:
    """The letters of a sheet without its running head and foot."""
    return [each for each in sheet.chars if each["tag"] != "Artifact"]


def words(sheet: Sheet) -> str:
    return "".join(each["text"] for each in sheet.chars)
