"""What is understood of a list: heads, words, names, in three languages."""

from pathlib import Path

import pytest
from list_making import HEADS, csv_file, saved, workbook, xlsx

from briefgen.register.spreadsheets.delegates import Delegate, delegates_of
from briefgen.register.spreadsheets.files import read_sheets
from briefgen.register.spreadsheets.heads import Meaning, meaning_of
from briefgen.register.spreadsheets.names import Name, name_of, names_in
from briefgen.register.spreadsheets.spelling import language_of
from briefgen.register.spreadsheets.tables import find_table
from briefgen.register.spreadsheets.terms import Term, term_of

LANGUAGES = ("en", "vi", "zh-Hans")


def delegates(path: Path) -> tuple[Delegate, ...]:
    return delegates_of(find_table(read_sheets(path)), [])


def said(delegate: Delegate) -> dict[str, str]:
    fields = ("honorific", "office", "party", "role", "email", "telephone", "mode", "status")
    found = {field: getattr(delegate, field) for field in fields}
    return {field: each.text for field, each in found.items() if each is not None}


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("No.", "number"),
        ("STT", "number"),
        ("Số thứ tự", "number"),
        ("序号", "number"),
        ("FULL  NAME", "name"),
        ("Họ và tên", "name"),
        ("Ho va ten", "name"),
        ("Họ\u00a0tên", "name"),
        ("Ho\u0323 te\u0302n", "name"),
        ("姓名", "name"),
        ("姓名 Name", "name"),
        ("Họ và tên\n(Full name)", "name"),
        ("Name / Họ tên / 姓名", "name"),
        ("Tên tiếng Trung", "name-zh"),
        ("Name (Chinese)", "name-zh"),
        ("Danh xưng", "honorific"),
        ("Title", "office"),
        ("CHỨC VỤ", "office"),
        ("职务", "office"),
        ("職務", "office"),
        ("Delegation/Party", "party"),
        ("Đoàn đại biểu", "party"),
        ("代表团", "party"),
        ("Cơ quan, đơn vị", "organisation"),
        ("单位", "organisation"),
        ("Vai trò", "role"),
        ("E-mail:", "email"),
        ("Thư điện tử", "email"),
        ("邮箱", "email"),
        ("Tel.", "telephone"),
        ("SĐT", "telephone"),
        ("手机", "telephone"),
        ("Hình thức", "mode"),
        ("参会方式", "mode"),
        ("Trạng thái", "status"),
        ("出席情况", "status"),
        ("Ghi chú", "left-out"),
        ("Hotel", None),
        ("Name / Office", None),
        ("Hotel (name)", None),
        ("", None),
    ],
)
def test_a_head_is_understood(head: str, meaning: Meaning | None) -> None:
    assert meaning_of(head) == meaning


@pytest.mark.parametrize(
    ("kind", "text", "term"),
    [
        ("role", "Head of Delegation", "head"),
        ("role", "co-chair", "co-chair"),
        ("role", "Trưởng đoàn", "head"),
        ("role", "pho truong doan", "deputy-head"),
        ("role", "共同主席", "co-chair"),
        ("role", "团员", "member"),
        ("role", "译员", "interpreter"),
        ("role", "Khách mời", "guest"),
        ("status", "Đã xác nhận", "confirmed"),
        ("status", "缺席", "absent"),
        ("mode", "In person", "in-person"),
        ("mode", "Trực tuyến", "online"),
        ("mode", "线上", "online"),
        ("role", "boss", None),
    ],
)
def test_a_word_is_the_registers_own(kind: Term, text: str, term: str | None) -> None:
    assert term_of(kind, text) == term


@pytest.mark.parametrize(
    ("text", "name", "honorific"),
    [
        ("Mrs Test Thu Ha", "Test Thu Ha", "Mrs"),
        ("mr. Test Person", "Test Person", "mr."),
        ("H.E. Mr Test Person", "Test Person", "H.E. Mr"),
        ("Ông Thử Văn Một", "Thử Văn Một", "Ông"),
        ("Drew Testman", "Drew Testman", ""),
        ("Ba Test", "Ba Test", ""),
        ("Mr", "Mr", ""),
        ("测试一先生", "测试一", "先生"),
        ("  Test \u00a0 Person\u200b ", "Test Person", ""),
    ],
)
def test_a_form_of_address_is_no_part_of_a_name(text: str, name: str, honorific: str) -> None:
    assert name_of(text) == Name(name, honorific)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Test Person 测试", ("Test Person", "测试")),
        ("测试 (Test Person)", ("测试", "Test Person")),
        ("Mr 测试", ("测试",)),
        ("测试先生 / Mr Test Person", ("测试", "Test Person")),
        ("测试·试", ("测试·试",)),
    ],
)
def test_a_name_in_two_scripts_is_two_spellings(line: str, names: tuple[str, ...]) -> None:
    assert tuple(name.text for name in names_in(line)) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Test Person", "en"),
        ("Phó Chủ tịch", "vi"),
        ("Lê Hà", "vi"),
        ("Liǔ Tēst", "en"),
        ("副主席", "zh-Hans"),
    ],
)
def test_a_texts_language_is_told_by_its_script(text: str, language: str) -> None:
    assert language_of(text, LANGUAGES) == language


def test_a_language_that_the_register_lacks_is_not_told() -> None:
    assert language_of("副主席", ("en",)) == "en"


def test_a_list_is_found_below_a_title_and_blank_rows(tmp_path: Path) -> None:
    rows = [("List of Test Delegates",), (), ("Name", "Office"), (), ("Test Person One", "–")]
    (found,) = delegates(saved(workbook(("People", rows)), tmp_path / "list.xlsx"))
    assert (found.name, str(found.place)) == ("Test Person One", "list.xlsx:People!A5")
    assert found.office is None


def test_a_row_in_vietnamese_and_one_in_chinese_say_the_same(tmp_path: Path) -> None:
    heads = ("Họ và tên", "Chức vụ", "Tỉnh", "Vai trò", "SĐT", "Hình thức", "Tình trạng")
    (found,) = delegates(
        xlsx(
            tmp_path,
            (
                "Bà Thử Một",
                "Giám đốc",
                "An Pha",
                "Thành viên",
                "0912 345 678",
                "Trực tuyến",
                "Dự kiến",
            ),
            heads=heads,
        )
    )
    assert said(found) == {
        "honorific": "Bà",
        "office": "Giám đốc",
        "party": "An Pha",
        "role": "member",
        "telephone": "0912 345 678",
        "mode": "online",
        "status": "expected",
    }
    heads = ("姓名", "职务", "代表团", "角色", "电话", "参会方式", "状态")
    row = ("测试二女士", "主任", "阿法省", "成员", "+86 771 123 4567", "线上", "预计")
    (other,) = delegates(xlsx(tmp_path, row, heads=heads))
    assert said(other) == {
        **said(found),
        "honorific": "女士",
        "office": "主任",
        "party": "阿法省",
        "telephone": "+86 771 123 4567",
    }


def test_a_title_beside_a_position_is_a_form_of_address(tmp_path: Path) -> None:
    heads = ("Title", "Name", "Position")
    (found,) = delegates(xlsx(tmp_path, ("Ms", "Test Person One", "Director"), heads=heads))
    assert said(found) == {"honorific": "Ms", "office": "Director"}
    (alone,) = delegates(xlsx(tmp_path, ("Ms", "Test Person One"), heads=heads[:2]))
    assert said(alone) == {"honorific": "Ms"}


def test_only_the_first_line_of_a_status_counts(tmp_path: Path) -> None:
    row = ("Test Person One", *[None] * 6, "present\nfor Mrs Test Person Two")
    (found,) = delegates(xlsx(tmp_path, row))
    assert said(found) == {"status": "present"}


def test_unknown_columns_and_rows_without_names_are_told_as_left_out(tmp_path: Path) -> None:
    rows = [("Test Person One", "red", "Alpha"), (None, None, "Sum: 1")]
    path = xlsx(tmp_path, *rows, heads=["Name", "Colour", "Party"])
    table = find_table(read_sheets(path))
    problems = list(table.warnings)
    assert len(delegates_of(table, problems)) == 1
    assert [(str(each), each.severity) for each in problems] == [
        (
            "list.xlsx:People!B1: the column 'Colour' is not known; it is left out",
            "warning",
        ),
        ("list.xlsx:People!C3: this row holds no name; it is left out", "warning"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_a_csv_is_read_with_any_delimiter(tmp_path: Path, delimiter: str, start: bytes) -> None:
    lines = ["Họ tên;Chức vụ;Đoàn", 'Thử Một;"Giám đốc, An Pha";An Pha', "", ";;"]
    text = "\r\n".join(lines).replace(";", delimiter)
    (found,) = delegates(csv_file(tmp_path, start + text.encode()))
    assert said(found) == {"office": "Giám đốc, An Pha", "party": "An Pha"}
    assert str(found.place) == "list.csv:2:1"


def test_a_head_without_a_list_below_does_not_hide_the_list(tmp_path: Path) -> None:
    about = [("Name", "Talks"), ("Status", "planned")]
    book = workbook(("About", about), ("People", [HEADS, ("Test Person One",)]))
    assert len(delegates(saved(book, tmp_path / "list.xlsx"))) == 1


def test_heads_are_fit_for_any_screen(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Name,\x1b[31mColour\nTest Person One,red\n")
    (warning,) = find_table(read_sheets(path)).warnings
    assert str(warning) == (
        "list.csv:1:2: the column '\\x1b[31mColour' is not known; it is left out"
    )


def test_a_head_may_stand_below_a_row_that_reads_like_one(tmp_path: Path) -> None:
    rows = [("Delegation", "Status"), ("Alpha", "final"), ("Name", "Passport"), ("Test One", "x")]
    (found,) = delegates(saved(workbook(("People", rows)), tmp_path / "list.xlsx"))
    assert found.name == "Test One"
