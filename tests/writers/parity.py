"""Whether a file says what its page says: each format's texts beside those of the page."""

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

from docx_reading import numbered_texts
from page_texts import HEADINGS, Said, bare, said_by, spaced
from pdf_reading import pdf_texts
from workbook_model import workbook_texts, workbook_values

from briefgen.rendering.page import Page
from briefgen.rendering.style import Style

WITHIN_TEXT = ("a", "strong", "em", "sup", "span", "br")
RUNNING = ("header", "footer")
Difference = tuple[object, object]
"""The first text that a file should say and doesn't, and what it says there."""
Texts = Sequence[object]


def difference(path: Path, page: Page, style: Style) -> Difference | None:
    """Where a file departs from its page, if it does."""
    return first_difference(*FORMATS[path.suffix](path, page, style))


def docx(path: Path, page: Page, style: Style) -> tuple[Texts, Texts]:
    """Texts with their numbers, as Word counts them."""
    expected = [(bare(said.number), said.text) for said in said_by(page, style)]
    found = numbered_texts(path.read_bytes())
    return expected, [(bare(number), spaced(text)) for number, text in found]


def pdf(path: Path, page: Page, style: Style) -> tuple[Texts, Texts]:
    """Texts in the order of the tags, with numbers and capitals as they are printed."""
    expected = list(printed(said_by(page, style)))
    return expected, [bare(read.text) for read in pdf_texts(path)]


def html(path: Path, page: Page, style: Style) -> tuple[Texts, Texts]:
    """Texts of the body; a browser adds the numbers."""
    return [said.text for said in said_by(page, style)], html_texts(path.read_text("utf-8"))


def xlsx(path: Path, page: Page, style: Style) -> tuple[Texts, Texts]:  # noqa: ARG001  as others
    """Cells, row by row of all sheets."""
    return workbook_texts(page), workbook_values(path.read_bytes())


FORMATS = {".docx": docx, ".pdf": pdf, ".html": html, ".xlsx": xlsx}


def first_difference(expected: Sequence[object], found: Sequence[object]) -> Difference | None:
    """The first two that are not the same; nothing stands after the end of the shorter one."""
    longest = max(len(expected), len(found))
    pairs = ((at(expected, number), at(found, number)) for number in range(longest))
    return next((pair for pair in pairs if pair[0] != pair[1]), None)


def at(texts: Sequence[object], number: int) -> object:
    return texts[number] if number < len(texts) else None


# PDF.


def printed(page: Sequence[Said]) -> Iterator[str]:
    """The texts of a page as a PDF tags them: the number of an item apart, of a heading not."""
    for said in page:
        number, text = bare(said.number), bare(said.shown)
        if said.element.tag in HEADINGS:
            yield number + text
        else:
            yield from (each for each in (number, text) if each)


# HTML.


def html_texts(html: str) -> list[str]:
    """The texts of the body, without the running head and foot."""
    reader = HtmlTexts()
    reader.feed(html.partition("<body>")[2])
    reader.close()
    return [text for each in reader.found if (text := spaced(each))]


class HtmlTexts(HTMLParser):
    """Gathers texts: every element but those within a text begins one and ends it."""

    def __init__(self) -> None:
        super().__init__()
        self.found = [""]
        self.running = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in RUNNING and told.get("class") == "running":
            self.running = tag
        if tag == "img":
            self.found += [told.get("alt") or "", ""]
        elif tag == "br":
            self.handle_data(" ")
        elif tag not in WITHIN_TEXT:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in WITHIN_TEXT:
            self.found.append("")
        if tag == self.running:
            self.running = ""

    def handle_data(self, data: str) -> None:
        if not self.running:
            self.found[-1] += data
