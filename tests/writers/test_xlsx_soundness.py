"""A workbook is sound: inert, valid, the same each time, ready to be filtered and printed."""

import csv
import io
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx_reading import changed, page_of, plain_style
from openpyxl.cell import Cell
from openxml_audit import FileFormat, OpenXmlValidator
from xlsx_reading import (
    MAIN,
    head_and_foot,
    raw,
    read,
    roots,
    rows,
    table,
    widths,
    workbook_of,
    xlsx_of,
)

from briefgen.problems import Place
from briefgen.rendering.page import Element, Page
from briefgen.writers.catalogue import WRITERS
from briefgen.writers.xlsx.cells import Cell as SheetCell
from briefgen.writers.xlsx.limits import MOST_ROWS, letters, overflows
from briefgen.writers.xlsx.measures import lines_in
from briefgen.writers.xlsx.sheets import Sheet

PAYLOADS = [
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "{=1+1}",
    "http://example.org/",
    "mailto:a@example.org",
    "internal:About!A1",
    "<r>x</r>",
    "<r><t>x</t></r>",
    "_x0041_",
    "TRUE",
    "#REF!",
    "1e5",
    "2019-02-03",
    "&lt;b&gt;",
]
RISKY = [payload for payload in PAYLOADS if payload[0] in "=+-@＝＋－＠"]
EVERYTHING = (
    "<h1>Title</h1>"
    + table("No.|Name|Text", "#1|Lạng Sơn 谅山|<p>One.<sup>1</sup></p><p>Two</p>", "#2|=1+1|x")
    + table("Name", "Made Up", caption="Those who came", attributes='data-sheet="People"')
    + '<ol><li class="source">A source</li></ol>'
)


def has_calc() -> bool:
    """Whether the LibreOffice that is installed, if any, can open spreadsheets."""
    program = shutil.which("soffice")
    return bool(program) and (Path(program or "").resolve().parent / "libsclo.so").exists()


def page_with(texts: list[str]) -> Page:
    """A page with a table of these texts, not run through a parser."""
    cells = (Element("tr", (Element("td", (text,)),)) for text in texts)
    head = Element("thead", (Element("tr", (Element("th", ("Text",)),)),))
    return replace(page_of(""), body=(Element("table", (head, Element("tbody", tuple(cells)))),))


def cells_of(xlsx: bytes) -> list[Cell]:
    sheet = read(xlsx).worksheets[0]
    found = [sheet.cell(number, 1) for number in range(2, sheet.max_row + 1)]
    assert all(isinstance(cell, Cell) for cell in found)
    return [cell for cell in found if isinstance(cell, Cell)]


# Inert.


def test_every_payload_stays_the_text_that_it_is() -> None:
    assert [cell.value for cell in cells_of(workbook_of(page_with(PAYLOADS)))] == PAYLOADS


def test_every_payload_is_a_string_in_the_file_without_formula_or_link() -> None:
    xlsx = workbook_of(page_with(PAYLOADS))
    for name, root in roots(xlsx):
        assert not list(root.iter(f"{MAIN}f", f"{MAIN}hyperlink", f"{MAIN}hyperlinks")), name
        assert b"relationships/hyperlink" not in raw(xlsx, name)
    sheet = dict(roots(xlsx))["xl/worksheets/sheet1.xml"]
    assert {cell.get("t") for cell in sheet.iter(f"{MAIN}c")} == {"s"}


def test_what_may_begin_a_formula_is_quoted_and_nothing_else() -> None:
    found = {
        str(cell.value): cell.quotePrefix for cell in cells_of(workbook_of(page_with(PAYLOADS)))
    }
    assert found == {payload: payload in RISKY for payload in PAYLOADS}


@pytest.mark.parametrize("before", ["\t", "\r", "\n", "\r\n", " "])
def test_white_space_before_a_payload_hides_nothing(before: str) -> None:
    (cell,) = cells_of(workbook_of(page_with([f"{before}=1+1"])))
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_control_characters_leave_the_file_whole() -> None:
    page = replace(page_with(["a\x00b\x01c\x1f\ufffe"]), title="A\x01title", author="An\x0bauthor")
    xlsx = workbook_of(page)
    assert len(list(roots(xlsx))) > 8
    assert read(xlsx).properties.title == "A title"


# Valid and the same each time.


def test_it_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "page.xlsx"
    for xlsx in (xlsx_of(EVERYTHING), workbook_of(page_with(PAYLOADS))):
        path.write_bytes(xlsx)
        result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
        assert result.is_valid, result.errors


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", "<sheetData>", "<pageSetup/><sheetData>"),
        ("xl/worksheets/sheet1.xml", ' t="s"', ' t="text"'),
        ("xl/_rels/workbook.xml.rels", 'Id="rId1"', 'Id="rId99"'),
    ],
)
def test_the_validator_finds_what_the_format_forbids(
    member: str, old: str, new: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.xlsx"
    path.write_bytes(changed(xlsx_of(EVERYTHING), member, old, new))
    assert not OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path)).is_valid


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "body.html").write_text(EVERYTHING, encoding="utf-8")
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from xlsx_reading import xlsx_of; "
        "sys.stdout.buffer.write(xlsx_of(open(sys.argv[2], encoding='utf-8').read()))"
    )
    here, root = Path(__file__).parent, Path(__file__).parents[2]
    written = [
        subprocess.run(
            [sys.executable, "-c", program, str(here), str(tmp_path / "body.html")],
            env={**os.environ, "PYTHONPATH": str(root), **changes},
            cwd=folder,
            check=True,
            capture_output=True,
        ).stdout
        for folder, changes in (
            (tmp_path, {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh"}),
            (root, {"PYTHONHASHSEED": "2", "TZ": "America/Lima"}),
        )
    ]
    assert written[0] == written[1] == xlsx_of(EVERYTHING)


def test_the_archive_does_not_tell_when_it_was_written() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_of(EVERYTHING))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_tells_what_the_page_tells() -> None:
    core = dict(roots(xlsx_of(EVERYTHING, "vi")))["docProps/core.xml"]
    assert {str(each.tag).split("}")[1]: each.text for each in core} == {
        "title": "Brief for the 15th session",
        "subject": "Joint Working Committee",
        "creator": "Secretariat of Lạng Sơn",
        "lastModifiedBy": "Secretariat of Lạng Sơn",
        "language": "vi",
        "created": "2024-02-01T00:00:00Z",
        "modified": "2024-02-01T00:00:00Z",
    }


def test_too_many_rows_are_an_error_that_names_the_sheet() -> None:
    row = (SheetCell("x", place=Place("list.html.j2", 7, 1)),)
    fits = Sheet("People", row, (row,) * (MOST_ROWS - 1), (1,))
    assert not overflows([fits])
    (problem,) = overflows([replace(fits, rows=(*fits.rows, row))])
    assert str(problem).startswith("list.html.j2:7:1: the sheet 'People' would have 1,048,577 rows")


def test_columns_have_their_letters() -> None:
    assert [letters(column) for column in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]


# Ready to be read, filtered and printed.


def test_the_head_stays_in_sight_has_filters_and_is_printed_on_every_page() -> None:
    workbook = read(xlsx_of(table("No.|Name", "#1|Made Up", "#2|Also", caption="People")))
    sheet = workbook["People"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.print_title_rows == "$1:$1"
    assert workbook["About"].freeze_panes is None
    assert sheet["A1"].font.b
    assert sheet["A1"].fill.fgColor.rgb == f"FF{plain_style().colours['fill']}"
    assert not sheet["B2"].font.b
    for cell in (sheet["A1"], sheet["B2"]):
        assert (cell.alignment.wrap_text, cell.alignment.vertical) == (True, "top")
        assert cell.font.name == "Calibri"


def test_a_chinese_page_is_in_the_chinese_font_and_a_row_has_its_ground() -> None:
    html = '<table><tbody><tr class="current"><td>谅山</td></tr></tbody></table>'
    cell = read(xlsx_of(html, "zh-Hans"))["Table 1"]["A1"]
    assert cell.font.name == "Microsoft YaHei"
    assert cell.font.b
    assert cell.fill.fgColor.rgb == f"FF{plain_style().colours['fill']}"


def test_columns_are_as_wide_as_their_shares_and_words_ask_for() -> None:
    shares = '<colgroup><col data-width="1"><col data-width="30"><col data-width="69"></colgroup>'
    body = f"<tr><td>x</td><td>Made Up</td><td>{'word ' * 60}</td></tr>"
    xlsx = xlsx_of(f"<table>{shares}<tbody>{body}</tbody></table>")
    narrow, middle, wide = widths(xlsx, "Table 1")
    assert 6 <= narrow < 8
    assert 20 < middle < 30
    assert 50 < wide < 61


def test_a_long_word_and_a_short_line_stay_whole() -> None:
    xlsx = xlsx_of(
        '<table><colgroup><col data-width="1"><col data-width="1"><col data-width="98"></colgroup>'
        "<tbody><tr><td>Administrationsangelegenheit</td><td>Made Up Person of X</td>"
        "<td>x</td></tr></tbody></table>"
    )
    found = dict(zip("ABC", widths(xlsx, "Table 1"), strict=True))
    assert found["A"] > len("Administrationsangelegenheit")
    assert found["B"] > len("Made Up Person of X")


def test_rows_are_as_high_as_their_lines_and_may_grow() -> None:
    xlsx = xlsx_of(table("Text", "one", "<p>one</p><p>two</p><p>three</p>", "word " * 80))
    sheet = read(xlsx)["Table 1"]
    one, three, many = (sheet.row_dimensions[number].height for number in (2, 3, 4))
    assert one < 20 < 3 * 12 < three < many
    assert b"customHeight" not in raw(xlsx, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("word", 1), ("word word", 1), ("word word word", 2), ("x" * 25, 3), ("谅山" * 5, 2)],
)
def test_lines_are_counted_as_they_will_be_broken(text: str, lines: int) -> None:
    assert lines_in(text, 10) == lines
    assert lines_in(f"{text}\nword", 10) == lines + 1


def test_it_prints_as_wide_as_the_page_with_its_head_and_foot() -> None:
    xlsx = xlsx_of(table("Name", "Made Up"))
    sheet = read(xlsx).worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("portrait", 9)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.page_margins.left == pytest.approx(24 / 25.4)
    assert head_and_foot(xlsx) == (
        *("Brief for the 15th session", "Internal"),
        *("Register as of 1 February 2024", "Page &P of &N"),
    )


def test_a_page_on_a_wide_sheet_of_paper_is_printed_on_its_side() -> None:
    style = plain_style()
    wide = style.page.model_copy(update={"width": style.page.height, "height": style.page.width})
    turned = style.model_copy(update={"sheets": {"wide": wide}})
    page = replace(page_of(table("Name", "Made Up")), paper="wide")
    sheet = read(WRITERS["xlsx"](page, turned)).worksheets[0]
    assert sheet.page_setup.orientation == "landscape"


@pytest.mark.skipif(not has_calc(), reason="LibreOffice Calc is not installed")
def test_libreoffice_opens_it_and_holds_the_same_texts(tmp_path: Path) -> None:
    page = page_with([*PAYLOADS, "Lạng Sơn 谅山", 'a "quoted", text'])
    (tmp_path / "page.xlsx").write_bytes(workbook_of(page))
    for kind in ("pdf", "csv:Text - txt - csv (StarCalc):44,34,76"):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "page.xlsx"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    with (tmp_path / "page.csv").open(encoding="utf-8", newline="") as lines:
        found = [row[0] for row in csv.reader(lines)]
    assert found == [row[0] for row in rows(workbook_of(page), "Table 1")]
