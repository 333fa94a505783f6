"""What a page says outside of its tables, line by line."""

from collections.abc import Iterator
from functools import partial, reduce

from briefgen.rendering.page import Element, Page, WorkbookWords
from briefgen.writers.grid import parts
from briefgen.writers.xlsx.cells import Cell, Row, cell_text, in_brackets, itemised
from briefgen.writers.xlsx.tables import GROUP, caption_of

LINES = frozenset({"h1", "h2", "h3", "h4", "p", "figcaption", "img"})
TITLE, TEXT = ("h2", "td"), ("td",)
LOOKS = {"h1": TITLE, "h2": ("h3", "td"), "h3": ("h3", "td"), "h4": ("h4", "td")}
"""Headings look as smaller ones do on the page: rows of a sheet are no page."""


def about_rows(page: Page) -> tuple[Row, ...]:
    """What the page is, then each of its headings, paragraphs, items and facts, one a row."""
    known = (page.title, page.subject, page.header, page.footer, page.author)
    first = [Cell(text, TEXT if number else TITLE) for number, text in enumerate(known)]
    blocks = (block for block in page.body if block.tag != "article")
    said = (cell for block in blocks for cell in block_lines(block, page.workbook))
    return tuple((cell,) for cell in (*first, *said) if cell.text)


def block_lines(block: Element, words: WorkbookWords) -> Iterator[Cell]:
    """The lines of a block and of those in it; of a table its caption, if no row repeats it."""
    match block.tag:
        case "ul" | "ol":
            yield from item_lines(block)
        case "div":
            yield Cell(fact(block, words), TEXT, (), block.place)
        case "table" if GROUP not in block.attributes:
            text = cell_text(caption_of(block), in_brackets)
            yield Cell(text, TEXT, (), block.place)
        case tag if tag in LINES:
            yield Cell(cell_text([block], in_brackets), LOOKS.get(block.tag, TEXT), (), block.place)
        case "section" | "aside" | "figure" | "dl":
            for part in parts(block):
                yield from block_lines(part, words)


def item_lines(items: Element) -> Iterator[Cell]:
    """The items of a list, those of lists in it after the text before them."""
    for item, text in zip(parts(items), itemised(items, in_brackets), strict=True):
        for line in text.split("\n"):
            yield Cell(line, TEXT, (), item.place)


def fact(pair: Element, words: WorkbookWords) -> str:
    """A label and its values: `Date: not yet set; 14th: 22 Feb 2023`."""
    labels = [cell_text([each], in_brackets) for each in parts(pair) if each.tag == "dt"]
    values = [cell_text([each], in_brackets) for each in parts(pair) if each.tag == "dd"]
    told = {"label": ", ".join(labels), "text": reduce(partial(after, words), values or [""])}
    return (words.labelled % told).replace("\n", " ")


def after(words: WorkbookWords, before: str, value: str) -> str:
    return words.clauses % {"before": before, "after": value}
