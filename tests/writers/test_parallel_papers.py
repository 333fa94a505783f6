"""Documents in two languages: what stands once in them, and what twice, in every format."""

import io
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import openpyxl
import pdfplumber
import pytest
from conftest import DAY, PAPERS, ROOT, Files
from docx_reading import find, one, part, value
from makers import CLOCK
from pages import page_text
from two_languages import PLAIN, VI, ZH, copy_of

from briefgen.documents.catalogue import BRIEF, DocumentKind
from briefgen.documents.orders import SessionOrder
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.copies import Copy
from briefgen.rendering.page import walk

KINDS: dict[str, tuple[DocumentKind[Any], object]] = {
    "brief": (BRIEF, SessionOrder("jwc-guangxi/next", DAY, "internal")),
    **PAPERS,
}


@dataclass(frozen=True)
class Written:
    """A document in two languages, with its files by format."""

    copy: Copy
    files: Files


@cache
def register() -> Register:
    return load_register(Workspace(ROOT), CLOCK)


@cache
def written(name: str) -> Written:
    kind, order = KINDS[name]
    copy = copy_of(kind.prepare(register(), order), kind.template)
    return Written(copy, Files(copy.page, PLAIN))


each_paper = pytest.mark.parametrize("name", KINDS)


@each_paper
def test_both_languages_are_on_the_page(name: str) -> None:
    copy = written(name).copy
    spoken = {each.attributes.get("lang") for each in walk(copy.page.body)}
    assert ZH in spoken
    assert [each.language for each in copy.pages] == [VI, ZH]
    assert copy.page.language == VI
    text = page_text(copy.page)
    assert ("Ở" in text) == ("Ở" in page_text(copy.pages[0]))
    assert ("中" in text) == ("中" in page_text(copy.pages[1]))


def test_headings_are_one_with_one_number_and_one_bookmark() -> None:
    copy, files = written("brief").copy, written("brief").files
    count = len([each for each in walk(copy.pages[0].body) if each.tag == "h2"])
    assert count > 5
    assert len([each for each in walk(copy.page.body) if each.tag == "h2"]) == count
    styles = find(part(files["docx"], "word/document.xml"), "//w:pStyle[@w:val='Heading1']")
    assert len(styles) == count
    with pdfplumber.open(io.BytesIO(files["pdf"])) as pdf:
        titles = [title for level, title, *_ in pdf.doc.get_outlines() if level == 2]
    assert len(titles) == count
    assert "Ở Host rotation 中Host rotation" in titles


def test_the_second_language_is_told_to_word() -> None:
    document = part(written("brief").files["docx"], "word/document.xml")
    told = {value(each, "eastAsia") for each in find(document, "//w:rPr/w:lang")}
    assert "zh-CN" in told


def test_pages_are_numbered_in_both_languages() -> None:
    files = written("brief").files
    footer = part(files["docx"], "word/footer.xml")
    fields = [each.text for each in find(footer, "//w:instrText")]
    assert fields == [" PAGE ", " NUMPAGES "] * 2
    with pdfplumber.open(io.BytesIO(files["pdf"])) as pdf:
        count, text = len(pdf.pages), pdf.pages[0].extract_text()
    assert re.search(rf"Ở Page 1 of {count} · 中Page 1 of {count}", text)


def test_place_cards_have_a_language_on_each_face() -> None:
    document = part(written("place-cards").files["docx"], "word/document.xml")
    rows = find(document, "//w:tr")
    assert len(rows) == 5
    assert all(len(find(row, "w:tc")) == 2 for row in rows)
    first, second = ("".join(each.itertext()) for each in find(rows[0], "w:tc"))
    assert ("Hà Giang" in first, "河江" in second) == (True, True)
    assert ("河江" in first, "Hà Giang" in second) == (False, False)


def test_badges_of_one_person_stand_side_by_side() -> None:
    table = one(part(written("badges").files["docx"], "word/document.xml"), "//w:tbl")
    texts = [
        ["".join(cell.itertext()) for cell in find(row, "w:tc")] for row in find(table, "w:tr")
    ]
    assert len(texts) == 5
    assert all("Gặp gỡ đầu xuân" in left and "新春会晤" in right for left, right in texts)


def test_a_workbook_names_its_sheets_in_both_languages_and_keeps_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("list").files["xlsx"]))
    assert book.sheetnames[0] == "Ở Participants · 中Participants"
    sheet = book[book.sheetnames[0]]
    heads = [cell.value for cell in next(sheet.rows)]
    assert "Ở Name 中Name" in heads
    numbers = [row[heads.index("Ở No. 中No.")].value for row in list(sheet.rows)[1:]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_sheet_to_sign_begins_one_page() -> None:
    page = written("sign-in").copy.page
    sheets = [each for each in walk(page.body) if "sheet" in each.roles]
    assert len(sheets) == len([each for each in walk(page.body) if each.tag == "h1"]) - 1
