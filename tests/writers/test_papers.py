"""All documents beside the brief: valid, and the same rows in Word, PDF and spreadsheet."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page as pdf_validator
import pdfplumber
from conftest import PAPERS, Paper
from docx_reading import body_of, faults, find, text_blocks, text_in
from openpyxl import load_workbook
from openxml_audit import FileFormat, OpenXmlValidator
from test_parity import bare, blocks_of, pdf_texts
from test_pdf import marks

from briefgen.rendering.page import Element, Node, walk

Rows = list[list[str]]


def test_there_are_papers_of_every_kind() -> None:
    kinds = {kind.name for kind, _ in PAPERS.values()}
    assert kinds == {
        *("participants", "sign-in", "place-cards", "badges"),
        *("commitments", "minutes", "summary"),
    }


# Valid.


def test_validators_find_nothing_wrong_with_the_word_file(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(paper.files["docx"])

    audit = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))

    assert [str(error) for error in audit.errors] == []
    assert faults(paper.files["docx"]) == []


def test_a_validator_finds_the_pdf_to_be_pdf_ua(paper: Paper) -> None:
    profile = pdf_validator.ValidationProfile.PDF_UA_1
    report = pdf_validator.validate_pdf_bytes(paper.files["pdf"], profile=profile)

    assert [failure.rule_id for failure in report.failures] == []
    assert report.is_compliant


def test_validators_find_nothing_wrong_with_the_workbook(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "paper.xlsx"
    path.write_bytes(paper.files["xlsx"])

    audit = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))

    assert [str(error) for error in audit.errors] == []


# The same words.


def test_word_holds_the_blocks_of_the_page_in_their_order(paper: Paper) -> None:
    expected = blocks_of(paper.page)
    assert len(expected) >= 3
    assert [bare(block) for block in text_blocks(paper.files["docx"])] == expected


def test_the_pdf_holds_the_text_of_the_page_in_its_order(paper: Paper) -> None:
    expected = "".join(blocks_of(paper.page)).casefold()
    found = "".join(bare(text) for text in pdf_texts(paper.files["pdf"])).casefold()
    assert found == expected


def test_the_workbook_holds_every_block_of_the_page(paper: Paper) -> None:
    whole = "".join(bare(cell) for row in all_cells(paper) for cell in row)
    blocks = [
        bare(plain(element))
        for element in walk(paper.page.body)
        if element.tag in {"h1", "h2", "h3", "caption"}
    ]
    assert blocks or paper.name in {"place-cards", "badges"}
    assert {block for block in blocks if block not in whole} == set()


# The same rows.


def test_word_pdf_and_workbook_hold_the_same_rows(paper: Paper) -> None:
    expected = [row for table in tables(paper) for row in page_rows(table)]
    assert bool(expected) == (bool(tables(paper)))

    assert word_rows(paper.files["docx"], paper) == expected
    assert pdf_rows(paper.files["pdf"]) == expected
    if expected:
        assert workbook_rows(paper) == sheet_rows(paper)


def tables(paper: Paper) -> list[Element]:
    return [element for element in walk(paper.page.body) if element.tag == "table"]


def page_rows(table: Element) -> Rows:
    rows = [element for element in walk((table,)) if element.tag == "tr"]
    return [
        [bare(plain(cell)) for cell in row.children if isinstance(cell, Element)] for row in rows
    ]


def plain(node: Node, *, marks_too: bool = True, brackets: bool = False) -> str:
    """The text below a node, with the marks of citations, without, or with brackets around them."""
    if isinstance(node, str):
        return node
    if node.tag == "sup" and not marks_too:
        return ""
    inner = "".join(plain(each, marks_too=marks_too, brackets=brackets) for each in node.children)
    return f"[{inner}]" if node.tag == "sup" and brackets else inner


def word_rows(docx: bytes, paper: Paper) -> Rows:
    kept = find(body_of(docx), ".//w:tbl[w:tblPr/w:tblStyle[@w:val='BriefgenTable']]")
    assert len(kept) == len(tables(paper))
    return [
        [bare("".join(text_in(paragraph) for paragraph in find(cell, "w:p"))) for cell in cells]
        for table in kept
        for cells in (find(row, "w:tc") for row in find(table, "w:tr"))
    ]


def pdf_rows(data: bytes) -> Rows:
    """The rows of all tables in the structure tree; heads that a new page repeats are left out."""
    rows: Rows = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        letters: dict[tuple[int, int], str] = {}
        for sheet in pdf.pages:
            for each in sheet.chars:
                if each["mcid"] is not None:
                    mark = (sheet.page_number, each["mcid"])
                    letters[mark] = letters.get(mark, "") + each["text"]
        for node in pdf.structure_tree:
            rows += [
                [
                    bare("".join(letters.get(mark, "") for mark in sorted(marks(cell))))
                    for cell in row["children"]
                ]
                for table in below(node, "Table")
                for row in own_rows(table)
            ]
    return rows


def own_rows(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    parts = table["children"]
    is_continued = not any(part["type"] == "Caption" for part in parts)
    for part in parts:
        if part["type"] == "TBody" or (part["type"] == "THead" and not is_continued):
            yield from part["children"]


def below(node: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    if node["type"] == kind:
        yield node
        return
    for child in node.get("children", []):
        yield from below(child, kind)


def all_cells(paper: Paper) -> Rows:
    book = load_workbook(io.BytesIO(paper.files["xlsx"]))
    return [
        ["" if cell is None else str(cell) for cell in row]
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
    ]


def workbook_rows(paper: Paper) -> Rows:
    """The rows of all sheets but the last, which tells of the paper itself."""
    book = load_workbook(io.BytesIO(paper.files["xlsx"]))
    return [
        ["" if cell is None else bare(str(cell)) for cell in row]
        for sheet in book.worksheets[:-1]
        for row in sheet.iter_rows(values_only=True)
    ]


def sheet_rows(paper: Paper) -> Rows:
    """What the page's tables are in a workbook: those of one sheet and one head below one another.

    A table's caption stands in a first column where it is to group the rows, citations in a last
    one where the table names it, else in brackets.
    """
    seen: set[tuple[str, str]] = set()
    rows: Rows = []
    for table in tables(paper):
        head, *body = table_rows(table)
        key = (table.attributes.get("data-sheet", str(id(table))), "|".join(head))
        rows += body if key in seen else [head, *body]
        seen.add(key)
    return rows


def table_rows(table: Element) -> Iterator[list[str]]:
    group, sources = (table.attributes.get(name) for name in ("data-group", "data-sources"))
    lines = [element for element in walk((table,)) if element.tag == "tr"]
    caption = next(child for child in table.children if isinstance(child, Element))
    for number, line in enumerate(lines):
        cells = [cell for cell in line.children if isinstance(cell, Element)]
        row = [bare(plain(cell, marks_too=sources is None, brackets=True)) for cell in cells]
        if group:
            row.insert(0, bare(plain(caption, marks_too=False)) if number else bare(group))
        if sources:
            row.append(bare(cited(line)) if number else bare(sources))
        yield row


def cited(line: Element) -> str:
    numbers = {
        int(number)
        for mark in walk((line,))
        if mark.tag == "sup"
        for number in plain(mark).replace("\xa0", " ").split(", ")
    }
    return ", ".join(map(str, sorted(numbers)))
