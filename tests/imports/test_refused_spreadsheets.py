"""Spreadsheets that can't be taken: what is told, and where."""

import datetime
import os
import struct
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest
from list_making import HEADS, csv_file, parts_of, saved, told, with_part, workbook, xlsx
from openpyxl.cell.cell import Cell

from briefgen.problems import RegisterError
from briefgen.register.spreadsheets.delegates import Delegate, delegates_of, raise_errors
from briefgen.register.spreadsheets.files import read_sheets
from briefgen.register.spreadsheets.tables import find_table

ROW = ("Test Person One", "Director", "Alpha", "member")
ENTITY = '<!DOCTYPE x [<!ENTITY a "b">]>'


def delegates(path: Path) -> tuple[Delegate, ...]:
    problems = list(find_table(read_sheets(path)).warnings)
    found = delegates_of(find_table(read_sheets(path)), problems)
    raise_errors(problems)
    return found


def refusal(path: Path) -> list[str]:
    with pytest.raises(RegisterError) as caught:
        delegates(path)
    return told(caught.value)


def test_a_text_named_xlsx_is_no_workbook(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Name,Office\n", "list.xlsx")
    assert refusal(path) == [
        "list.xlsx: this is no XLSX workbook; save it as an Excel workbook (.xlsx)"
    ]


def test_an_old_workbook_is_told_from_an_encrypted_one(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    (old,) = refusal(csv_file(tmp_path, ole, "list.xls"))
    (locked,) = refusal(csv_file(tmp_path, ole + "EncryptedPackage".encode("utf-16-le"), "l.xlsx"))
    assert "old workbook (.xls)" in old
    assert "encrypted; save it without a password" in locked


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ROW)
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(bytes(data))
    assert "encrypted" in refusal(path)[0]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = with_part(xlsx(tmp_path, ROW), "xl/media/image1.bin", bytes(60 * 1024 * 1024))
    tracemalloc.start()
    (message,) = refusal(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "its part xl/media/image1.bin unpacks to more than a list of delegates" in message
    assert peak < 20 * 1024 * 1024  # the part alone is three times as large


def test_a_part_that_is_larger_than_it_declares_is_refused(tmp_path: Path) -> None:
    path = with_part(xlsx(tmp_path, ROW), "xl/sharedStrings.xml", b"<sst>" + b" " * 900_000)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"xl/sharedStrings.xml") - 46  # its entry in the table of contents
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    path.write_bytes(bytes(data))
    assert "damaged" in refusal(path)[0]


def test_thousands_of_members_are_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ROW)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(1001):
            archive.writestr(f"x{number}", "")
    assert "the workbook unpacks to more than" in refusal(path)[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "docProps/x.xml"]
)
def test_a_doctype_is_refused_in_every_part(tmp_path: Path, part: str, encoding: str) -> None:
    path = xlsx(tmp_path, ROW)
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITY}<x>&a;</x>'
    (message,) = refusal(with_part(path, part, declared.encode(encoding)))
    assert f"the part {part} declares a DOCTYPE" in message


@pytest.mark.parametrize("encoding", ["utf-x", "rot13", "utf-7", "shift_jis"])
def test_a_part_in_no_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?><x/>'.encode()
    (message,) = refusal(with_part(xlsx(tmp_path, ROW), "docProps/x.xml", declared))
    assert "the workbook is damaged (its part docProps/x.xml)" in message


def test_macros_are_refused_by_name_by_part_and_by_type(tmp_path: Path) -> None:
    plain = xlsx(tmp_path, ROW)
    named = xlsx(tmp_path, ROW, name="list.xlsm")
    typed = xlsx(tmp_path, ROW, name="typed.xlsx")
    types = parts_of(typed)["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    assert b"macroEnabled" in types
    for path in (
        named,
        with_part(plain, "xl/vbaProject.bin", b"x"),
        with_part(typed, "[Content_Types].xml", types),
    ):
        assert "holds macros" in refusal(path)[0]


def test_a_hundred_thousand_rows_are_refused_before_they_are_read(tmp_path: Path) -> None:
    text = "Name\n" + "".join(f"Test Person {number}\n" for number in range(100_000))
    assert refusal(csv_file(tmp_path, text)) == [
        "list.csv:20032:1: the list has more than 20,000 rows; split it into several files"
    ]


def test_twenty_thousand_rows_are_taken_and_one_more_is_not(tmp_path: Path) -> None:
    names = [f"Test Person {number}" for number in range(20_001)]
    assert len(delegates(csv_file(tmp_path, "\n".join(["Name", *names[:-1]])))) == 20_000
    for path in (csv_file(tmp_path, "\n".join(["Name", *names])), workbook_of(tmp_path, names)):
        assert "more than 20,000 rows" in refusal(path)[0]


def workbook_of(folder: Path, names: list[str]) -> Path:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("People")
    for name in ("Name", *names):
        sheet.append([name])
    return saved(book, folder / "list.xlsx")


def test_more_than_a_hundred_columns_are_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ROW, heads=[*HEADS, *(f"Column {number}" for number in range(93))])
    assert refusal(path) == [
        "list.xlsx:People!CW1: the list has more than 100 columns; keep only those of the delegates"
    ]


def test_a_sheet_that_claims_every_row_and_column_is_read_all_the_same(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ROW)
    sheet = parts_of(path)["xl/worksheets/sheet1.xml"]
    claim = sheet.replace(b'<dimension ref="A1:H2"', b'<dimension ref="A1:XFD1048576"')
    assert claim != sheet
    assert len(delegates(with_part(path, "xl/worksheets/sheet1.xml", claim))) == 1


def test_a_cell_in_the_last_row_of_all_is_refused(tmp_path: Path) -> None:
    book = workbook(("People", [HEADS, ROW]))
    book.worksheets[0]["A1048576"] = "Test Person Two"
    assert "goes on below its list" in refusal(saved(book, tmp_path / "list.xlsx"))[0]


@pytest.mark.parametrize("merged", ["A1:B1", "C2:C3"])
def test_merged_cells_are_named(tmp_path: Path, merged: str) -> None:
    book = workbook(("People", [HEADS, ROW, ("Test Person Two",)]))
    book.worksheets[0].merge_cells(merged)
    assert refusal(saved(book, tmp_path / "list.xlsx")) == [
        (
            f"list.xlsx:People!{merged}: these cells are merged;"
            " unmerge them and write the text into each"
        )
    ]


def test_a_head_over_two_columns_is_refused_whatever_it_means(tmp_path: Path) -> None:
    """`Contact` over a column of telephones and one of addresses would lose both."""
    rows = [("Name", "Office", "Contact", ""), ("Test Person One", "Director", "1", "a@b.example")]
    book = workbook(("People", rows))
    book.worksheets[0].merge_cells("C1:D1")
    (message,) = refusal(saved(book, tmp_path / "list.xlsx"))
    assert message.startswith("list.xlsx:People!C1:D1: these cells are merged;")


def test_cells_merged_above_the_head_and_in_columns_left_out_do_no_harm(tmp_path: Path) -> None:
    rows = [("A title",), ("Name", "Office", "Remark", "More"), ("Test Person One", "Director")]
    book = workbook(("People", rows))
    book.worksheets[0].merge_cells("A1:D1")
    book.worksheets[0].merge_cells("C3:D3")
    assert len(delegates(saved(book, tmp_path / "list.xlsx"))) == 1


@pytest.mark.parametrize(
    "text",
    ["=1+1", "@SUM(A1)", "＝1", "＠x", "+cmd|' /C calc'!A0", "-2+3", "＋1", "=HYPERLINK(1)"],
)
def test_a_formula_is_told_with_its_cell(tmp_path: Path, text: str) -> None:
    book = workbook(("People", [HEADS, ROW]))
    cell = book.worksheets[0]["B2"]
    assert isinstance(cell, Cell)
    cell.value = text
    (message,) = refusal(saved(book, tmp_path / "list.xlsx"))
    assert message.startswith("list.xlsx:People!B2: ")
    assert "formula" in message
    quoted = f'Name,Office\nTest Person One,"{text}"\n'
    assert refusal(csv_file(tmp_path, quoted))[0].startswith("list.csv:2:2: this text begins with")


def test_a_formula_in_a_column_that_is_left_out_does_no_harm(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ("Test Person One", "=1+1"), heads=["Name", "Remark"])
    assert len(delegates(path)) == 1


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("#REF!", "an error stands here"),
        (datetime.date(2026, 1, 2), "a date or time stands here"),
        (datetime.time(12, 30), "a date or time stands here"),
        (True, "TRUE stands here, not text"),
        (12, "the number 12 stands here, not the office"),
        ("a\tb", "U+0009"),
        ("a_x0000_b", "U+0000"),
        ("a_x000D_b", "U+000D"),
        ("a\u202eb", "U+202E"),
        ("a" * 1001, "a text of more than 1000 characters"),
    ],
)
def test_what_is_no_text_is_told_with_its_cell(tmp_path: Path, value: object, said: str) -> None:
    (message,) = refusal(xlsx(tmp_path, ("Test Person One", value)))
    assert message.startswith("list.xlsx:People!B2: ")
    assert said in message


def test_a_telephone_number_may_be_a_whole_number_only(tmp_path: Path) -> None:
    heads = ("Name", "Telephone")
    (found,) = delegates(xlsx(tmp_path, ("Test Person One", 84912345678.0), heads=heads))
    assert found.telephone is not None
    assert found.telephone.text == "84912345678"
    assert "the number 0.5" in refusal(xlsx(tmp_path, ("Test Person One", 0.5), heads=heads))[0]


def test_two_columns_of_one_meaning_are_told(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ("Test Person One", "Test Person Two"), heads=["Name", "Họ và tên"])
    assert refusal(path) == [
        (
            "list.xlsx:People!B1: 'Name' (list.xlsx:People!A1) and 'Họ và tên' both mean the name;"
            " keep one of the two columns"
        )
    ]


def test_a_list_without_head_or_names_or_rows_is_told(tmp_path: Path) -> None:
    no_head = xlsx(tmp_path, ROW, heads=["Alpha", "Beta"])
    assert "no head row is found" in refusal(no_head)[0]
    assert refusal(xlsx(tmp_path, ("Director", "Alpha"), heads=["Office", "Party"])) == [
        "list.xlsx:People!A1: no column holds the names; write Name above the one that does"
    ]
    assert "no row stands below the head" in refusal(xlsx(tmp_path))[0]
    assert "the sheet is empty" in refusal(saved(workbook(("People", [])), tmp_path / "l.xlsx"))[0]
    assert "the file is empty" in refusal(csv_file(tmp_path, ""))[0]


def test_several_lists_are_named(tmp_path: Path) -> None:
    book = workbook(("One", [HEADS, ROW]), ("Two", [HEADS, ROW]), ("Three", [["Notes"]]))
    assert refusal(saved(book, tmp_path / "list.xlsx")) == [
        (
            "list.xlsx: the sheets 'One' and 'Two' all hold a list of delegates;"
            " leave one and hide the others"
        )
    ]


def test_hidden_sheets_and_sheets_without_a_list_are_told_as_left_out(tmp_path: Path) -> None:
    book = workbook(("One", [HEADS, ROW]), ("Two", [HEADS, ROW]), ("Three", [["Notes"]]))
    book["Two"].sheet_state = "hidden"
    table = find_table(read_sheets(saved(book, tmp_path / "list.xlsx")))
    assert [str(each) for each in table.warnings] == [
        "list.xlsx:Two: this sheet is hidden; it is left out",
        "list.xlsx:Three: this sheet is no list of delegates; it is left out",
    ]
    book["One"].sheet_state = "veryHidden"
    assert "is hidden; show it" in refusal(saved(book, tmp_path / "list.xlsx"))[0]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258", "gb18030"])
def test_a_csv_in_another_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    text = {"cp1258": "Name,Office\nTest Â,x\n"}.get(encoding, "Name,Office\n试一,主任\n")
    assert "this is not UTF-8 text" in refusal(csv_file(tmp_path, text.encode(encoding)))[0]


def test_a_quote_that_is_never_closed_is_told(tmp_path: Path) -> None:
    assert "this is no CSV" in refusal(csv_file(tmp_path, 'Name,Office\n"Test,x\n'))[0]


@pytest.mark.parametrize("ending", ["pdf", "ods", "docx", ""])
def test_other_files_are_not_read(tmp_path: Path, ending: str) -> None:
    path = csv_file(tmp_path, "x", f"list.{ending}" if ending else "list")
    assert "only .xlsx and .csv are read" in refusal(path)[0]


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    assert "this is no ordinary file" in refusal(tmp_path / "pipe.xlsx")[0]
    assert "this is no ordinary file" in refusal(tmp_path / "folder.xlsx")[0]
    assert "No such file" in refusal(tmp_path / "missing.xlsx")[0]
    assert "no file can have this name" in refusal(Path("a\0b.xlsx"))[0]


def test_all_problems_of_a_list_are_told_at_once(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path,
        ("Test Person One", "", "", "haed of delegation", "nobody"),
        ("", "Director"),
        ("Test Person Two", "", "", "", "", "12", "in person", "online"),
    )
    assert refusal(path) == [
        "list.xlsx:People!B3: this row has no name; write it, or empty the row",
        "list.xlsx:People!D2: no role 'haed of delegation' (did you mean 'head of delegation'?)",
        (
            "list.xlsx:People!E2: 'nobody' stands here;"
            " write an e-mail address, such as name@example.org"
        ),
        (
            "list.xlsx:People!F4: '12' stands here;"
            " write a telephone number, such as '+84 205 3812 345'"
        ),
        "list.xlsx:People!H4: the status is online, but the mode is in person; keep one",
    ]
