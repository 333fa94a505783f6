"""How wide columns and how high rows must be for their text to be seen."""

import unicodedata
from collections.abc import Sequence
from math import ceil

from briefgen.rendering.tokens import Sheet as Paper
from briefgen.writers.xlsx.cells import Row
from briefgen.writers.xlsx.looks import Look
from briefgen.writers.xlsx.sheets import Sheet

Characters = float
"""The unit of columns: the digits of the workbook's usual font, Calibri 11, beside one another."""
NARROWEST, WIDEST = 6, 60
SHORT = 22
"""A line up to this length is not broken for the sake of the page's proportions."""
LONG = 28
"""A word longer than this, such as an address or a sentence in Chinese, is broken within."""
WIDEST_ALONE = 72
"""Narrower than a page even where another font than Calibri measures it."""
PIXELS_PER_MILLIMETRE = 96 / 25.4
CHARACTER, PADDING = 7, 5
"""In pixels: a digit of Calibri 11, and what a column has beside its characters."""
USUAL_SIZE = 11
LETTER = 1.08
"""How much wider than a digit the letters of a single word may be; those of a line are not."""
BOLD = 1.06
"""How much wider bold letters are."""
BUTTON = 3
"""The room that the button of a filter takes in a head cell."""
AROUND = 4
"""Points above and below the text of a cell."""
HIGHEST = 409
"""No row of a spreadsheet can be higher, in points."""


def column_widths(sheet: Sheet, paper: Paper) -> list[Characters]:
    """The width of each column: its share of the page's text, or more where its words need it."""
    columns = range(len(sheet.weights))
    whole = text_width(paper, len(columns))
    if len(columns) == 1:
        return [min(whole, WIDEST_ALONE)]
    needed = [min(max(needed_width(sheet, column), NARROWEST), WIDEST) for column in columns]
    apart = sum(width for width, weight in zip(needed, sheet.weights, strict=True) if not weight)
    share = max(whole - apart, 0) / (sum(sheet.weights) or 1)
    return [
        max(width, min(share * weight, WIDEST))
        for width, weight in zip(needed, sheet.weights, strict=True)
    ]


def text_width(paper: Paper, columns: int) -> Characters:
    """How many characters all columns together can have, beside the padding of each."""
    millimetres = paper.width - paper.margins.left - paper.margins.right
    return (float(millimetres) * PIXELS_PER_MILLIMETRE - PADDING * columns) / CHARACTER


def needed_width(sheet: Sheet, column: int) -> Characters:
    """The room for the longest word of a column, and for whole lines as long as they are short."""
    lines = [line for row in sheet.rows for line in row[column].text.split("\n")]
    words = [word for line in lines for word in line.split()]
    heads = sheet.head[column].text.split() if sheet.head else []
    longest_head = max(map(length, heads), default=0) + BUTTON
    longest_line = max(map(length, lines), default=0)
    longest_word = max(map(length, words), default=0)
    return LETTER * max(longest_head, min(longest_line, SHORT), min(longest_word, LONG)) + 1


def row_height(row: Row, looks: Sequence[Look], widths: Sequence[Characters]) -> float:
    """The height in points at which all lines of a row's cells are seen, broken as they will be."""
    heights = (
        lines_in(cell.text, room(look, width)) * look.line
        for cell, look, width in zip(row, looks, widths, strict=True)
    )
    return min(max(heights) + AROUND, HIGHEST)


def room(look: Look, width: Characters) -> float:
    """How many letters of a look go on a line of a column."""
    return max(1, (width - 1) * USUAL_SIZE / look.size / (BOLD if look.bold else 1))


def lines_in(text: str, longest: float) -> int:
    """How many lines a text takes, broken between words; a longer word is broken within."""
    return sum(broken(line, longest) for line in text.split("\n"))


def broken(line: str, longest: float) -> int:
    if len(line) <= longest and line.isascii():
        return 1
    lines, used = 1, 0.0
    for word in line.split(" "):
        size = length(word)
        if used and used + 1 + size > longest:
            lines, used = lines + 1, 0.0
        used += size + bool(used)
        if used > longest:
            lines += ceil(used / longest) - 1
            used = used % longest
    return lines


def length(text: str) -> int:
    """How long a text is in letters; one of Chinese script is as wide as two."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))
