"""Word files in tests: made from a little HTML, and read back.

`outline` tells a document's paragraphs with their styles and numbers, `text_blocks` only their
words, in the order in which they are read.
"""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from numerals import in_numerals

from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Page, PageNumber
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.style import Style
from briefgen.writers.docx import write_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NAMESPACES = {"w": W, "r": R, "wp": WP}
BAR = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAA+gAAAAUCAAAAAA7cEjHAAAARElEQVR42u3TAQ0AAAzCMKQjHR1"
    "/WglLlgLvRQIwOmB0wOiA0QGjA0YHjA4YHYwOGB0wOmB0wOiA0QGjA0YHowNGB64acoMSSk2vpjUAAAAASUVORK5CYII="
)
NO_NUMBER = "0"
"""Takes back the number that a style inherits."""
READ_BY_COLUMN = "Facts"
TEMPLATES = Path(__file__).parents[2] / "templates"
IDEOGRAPH = re.compile("[\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
DATE = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")

Xml = etree._Element  # noqa: SLF001 (lxml has no other name for the type)


# Making


def plain_style() -> Style:
    """The house style that ships."""
    return load_style("plain", (TEMPLATES,))


def page_of(html: str, language: str = "en", style: Style | None = None) -> Page:
    """A page with a body, and with plain words all around it."""
    style = style or plain_style()
    return Page(
        title="Brief for the 15th session",
        subject="Joint Working Committee",
        language=language,
        author="Secretariat of Lạng Sơn",
        as_of=datetime.date(2024, 2, 1),
        edition="internal",
        header="Internal",
        footer="Register as of 1 February 2024",
        page_number=PageNumber("Page ", " of "),
        body=parse_page(html, "test.html.j2", style.roles),
    )


def docx_of(html: str, language: str = "en", style: Style | None = None) -> bytes:
    """The Word file of a page."""
    style = style or plain_style()
    return write_docx(page_of(html, language, style), style)


def changed(docx: bytes, member: str, old: str, new: str) -> bytes:
    """A mutant: the file with some text of a member replaced, which must be there."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == member:
                assert old.encode() in data, f"{member} holds no {old}"
                data = data.replace(old.encode(), new.encode())
            target.writestr(name, data)
    return result.getvalue()


# Reading


def part(docx: bytes, name: str) -> Xml:
    """The root of a member of the file."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def body_of(docx: bytes) -> Xml:
    return one(part(docx, "word/document.xml"), "w:body")


def find(element: Xml, path: str) -> list[Xml]:
    """The elements that a path leads to."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, Xml)]


def one(element: Xml, path: str) -> Xml:
    """The only element that a path leads to."""
    (found,) = find(element, path)
    return found


def value(element: Xml | None, name: str = "val") -> str | None:
    """A `w:` attribute."""
    return None if element is None else element.get(f"{{{W}}}{name}")


def value_at(element: Xml, path: str, name: str = "val") -> str | None:
    found = find(element, path)
    return value(found[0], name) if found else None


def text_in(element: Xml) -> str:
    """The words of a paragraph; a line break is a space."""
    words = {f"{{{W}}}br": " ", f"{{{W}}}tab": "\t"}
    runs = find(element, ".//w:r/*")
    return "".join(
        words.get(str(e.tag), "") or (e.text or "") * (e.tag == f"{{{W}}}t") for e in runs
    )


def paragraphs(docx: bytes) -> Iterator[Xml]:
    """All paragraphs as they are read: a table by rows, the facts under the title by columns."""
    yield from paragraphs_in(body_of(docx))


def paragraphs_in(holder: Xml) -> Iterator[Xml]:
    """The paragraphs of the body or of a cell, and those of the tables in it."""
    for block in find(holder, "w:p | w:tbl"):
        if block.tag == f"{{{W}}}p":
            yield block
        elif value_at(block, "w:tblPr/w:tblStyle") == READ_BY_COLUMN:
            rows = [find(row, "w:tc") for row in find(block, "w:tr")]
            for column in zip(*rows, strict=True):
                for cell in column:
                    yield from find(cell, "w:p")
        else:
            for cell in find(block, "w:tr/w:tc"):
                yield from paragraphs_in(cell)


def text_blocks(docx: bytes) -> list[str]:
    """The words of every paragraph that has any, in the order of reading, without numbers."""
    return [text for each in paragraphs(docx) if (text := text_in(each))]


def numbered_texts(docx: bytes) -> Iterator[tuple[str, str]]:
    """Every text with the number before it; the description of a picture is a text of its own."""
    styles = Styles(part(docx, "word/styles.xml"))
    numbers = Numbers(part(docx, "word/numbering.xml"), styles)
    for paragraph in paragraphs(docx):
        number, text = numbers.next_of(paragraph), text_in(paragraph)
        yield from ([(number, text)] if number or text.strip() else [])
        for picture in find(paragraph, ".//wp:docPr"):
            yield "", picture.get("descr", "")


def outline(docx: bytes) -> list[str]:
    """Every paragraph that has words: its style, its number or bullet, its words."""
    styles = Styles(part(docx, "word/styles.xml"))
    numbers = Numbers(part(docx, "word/numbering.xml"), styles)
    lines = []
    for paragraph in paragraphs(docx):
        number, text = numbers.next_of(paragraph), text_in(paragraph)
        name = styles.name(value_at(paragraph, "w:pPr/w:pStyle"))
        if text or number:
            lines.append(f"{name} | {number} {text}" if number else f"{name} | {text}")
    return lines


def head_and_foot(docx: bytes) -> list[str]:
    """The words at the head and foot of every page, with fields as they are cached."""
    return [text_in(part(docx, f"word/{name}.xml")) for name in ("header", "footer")]


def margin_members(docx: bytes) -> list[str]:
    """The parts that hold heads and feet."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return sorted(name for name in archive.namelist() if re.match("word/(head|foot)er", name))


class Styles:
    """The styles of a file: their names, and what they inherit."""

    def __init__(self, root: Xml) -> None:
        self.by_id = {value(style, "styleId"): style for style in find(root, "w:style")}

    def name(self, identifier: str | None) -> str:
        """The name as Word shows it."""
        style = self.by_id.get(identifier)
        name = None if style is None else value_at(style, "w:name")
        return name[0].upper() + name[1:] if name else "Normal"

    def inherited(self, identifier: str | None, path: str) -> Xml | None:
        """The nearest element at a path, in a style or those that it is built on."""
        style = self.by_id.get(identifier)
        if style is None:
            return None
        found = find(style, path)
        return found[0] if found else self.inherited(value_at(style, "w:basedOn"), path)


class Numbers:
    """The numbers that Word would show, counted paragraph by paragraph."""

    def __init__(self, root: Xml, styles: Styles) -> None:
        self.styles = styles
        self.numbers = {value(number, "numId"): number for number in find(root, "w:num")}
        self.definitions = {value(d, "abstractNumId"): d for d in find(root, "w:abstractNum")}
        self.counts: dict[str | None, list[int]] = {}
        self.seen: set[str] = set()

    def next_of(self, paragraph: Xml) -> str:
        """The number or bullet of the next paragraph; nothing if it has none."""
        own = find(paragraph, "w:pPr/w:numPr")
        style = value_at(paragraph, "w:pPr/w:pStyle")
        properties = own[0] if own else self.styles.inherited(style, "w:pPr/w:numPr")
        if properties is None:
            return ""
        number = value_at(properties, "w:numId") or ""
        if number == NO_NUMBER:
            return ""
        return self.counted(number, int(value_at(properties, "w:ilvl") or 0))

    def counted(self, number: str, level: int) -> str:
        definition = value_at(self.numbers[number], "w:abstractNumId")
        counts = self.counts.setdefault(definition, [0] * 9)
        start = find(self.numbers[number], f"w:lvlOverride[@w:ilvl='{level}']/w:startOverride")
        if start and number not in self.seen:
            counts[level] = int(value(start[0]) or 1) - 1
        self.seen.add(number)
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        levels = self.definitions[definition]
        text = value_at(levels, f"w:lvl[@w:ilvl='{level}']/w:lvlText") or ""

        def spelled(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            kind = value_at(levels, f"w:lvl[@w:ilvl='{place}']/w:numFmt") or ""
            return in_numerals(counts[place], kind)

        return re.sub("%([1-9])", spelled, text)
