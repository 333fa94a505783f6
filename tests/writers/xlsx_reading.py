"""Workbooks in tests: made from a little HTML, and read back with openpyxl or as raw XML."""

import io
import zipfile
from collections.abc import Iterator

from docx_reading import page_of, plain_style
from lxml import etree
from openpyxl import Workbook, load_workbook

from briefgen.rendering.page import Page
from briefgen.writers.xlsx import write_xlsx

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SIDES = ("left", "right")
Value = str | int | None


def xlsx_of(html: str, language: str = "en") -> bytes:
    """The workbook of a page with this body."""
    return workbook_of(page_of(html, language))


def workbook_of(page: Page) -> bytes:
    """The workbook of a page in the house style that ships."""
    return write_xlsx(page, plain_style())


def read(xlsx: bytes) -> Workbook:
    """The workbook as openpyxl has it."""
    return load_workbook(io.BytesIO(xlsx))


def names(xlsx: bytes) -> list[str]:
    """The names of all sheets."""
    return read(xlsx).sheetnames


def rows(xlsx: bytes, name: str) -> list[list[Value]]:
    """The values of a sheet, row by row; an empty cell is None."""
    sheet = read(xlsx)[name]
    return [list(map(value, row)) for row in sheet.iter_rows(values_only=True)]


def value(given: object) -> Value:
    assert given is None or isinstance(given, str | int), given
    return given


def about(xlsx: bytes) -> list[Value]:
    """The lines of the last sheet."""
    return [row[0] for row in rows(xlsx, names(xlsx)[-1])]


def widths(xlsx: bytes, name: str) -> list[float]:
    """The widths of a sheet's columns; neighbours that are alike are told only once in the file."""
    root = etree.fromstring(raw(xlsx, f"xl/worksheets/sheet{names(xlsx).index(name) + 1}.xml"))
    columns = [
        (int(each.get("max", "")) - int(each.get("min", "")) + 1, float(each.get("width", "")))
        for each in root.iter(f"{MAIN}col")
    ]
    return [width for count, width in columns for _ in range(count)]


def head_and_foot(xlsx: bytes) -> tuple[str | None, ...]:
    """What stands at the left and right of the first sheet's head and foot, when it is printed."""
    sheet = read(xlsx).worksheets[0]
    items = (getattr(each, side) for each in (sheet.oddHeader, sheet.oddFooter) for side in SIDES)
    return tuple(item.text for item in items)


def raw(xlsx: bytes, member: str) -> bytes:
    """A member of the archive."""
    with zipfile.ZipFile(io.BytesIO(xlsx)) as archive:
        return archive.read(member)


def roots(xlsx: bytes) -> Iterator[tuple[str, "etree._Element"]]:
    """All members as XML."""
    with zipfile.ZipFile(io.BytesIO(xlsx)) as archive:
        for name in archive.namelist():
            yield name, etree.fromstring(archive.read(name))


def table(head: str, *body: str, caption: str = "", attributes: str = "") -> str:
    """A table of cells parted by `|`; those of the head are columns' heads."""
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head.split("|"))
    lines = "".join(f"<tr>{tds(line)}</tr>" for line in body)
    title = f"<caption>{caption}</caption>" if caption else ""
    top = f"<thead><tr>{heads}</tr></thead>"
    return f"<table {attributes}>{title}{top}<tbody>{lines}</tbody></table>"


def tds(line: str) -> str:
    return "".join(
        f'<td class="number">{cell[1:]}</td>' if cell.startswith("#") else f"<td>{cell}</td>"
        for cell in line.split("|")
    )
