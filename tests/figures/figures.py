"""A figure of a rule: its limits, and how it is read from either file."""

from collections.abc import Callable
from dataclasses import dataclass

from docx_figures import WordFile
from pdf_figures import Sheets

Number = float


@dataclass(frozen=True)
class Figure:
    """What a rule says of a document, read from its PDF and from its Word file."""

    name: str
    least: Number
    most: Number
    pdf: Callable[[Sheets], Number]
    docx: Callable[[WordFile], Number]

    def __str__(self) -> str:
        return self.name


def flag(name: str, pdf: Callable[[Sheets], bool], docx: Callable[[WordFile], bool]) -> Figure:
    """What a rule says without a figure: it holds or not."""
    return Figure(name, 1, 1, lambda sheets: float(pdf(sheets)), lambda word: float(docx(word)))


def size(name: str, text: str, least: Number, most: Number | None = None) -> Figure:
    """The size of the letters of a text, in points."""
    return Figure(
        f"{name}: {least}–{most or least} pt",
        least,
        most or least,
        lambda sheets: sheets.line(text).size,
        lambda word: word.paragraph(text).size,
    )
