"""The tables of a page become sheets that can be filtered, its other text the last sheet."""

from dataclasses import replace

import pytest
from docx_reading import BAR, page_of
from xlsx_reading import about, head_and_foot, names, read, rows, table, workbook_of, xlsx_of

from briefgen.problems import TemplateError
from briefgen.rendering.page import walk
from briefgen.writers.xlsx.cells import cell_text, in_brackets
from briefgen.writers.xlsx.names import LONGEST, distinct, units

CITED = '<sup><a href="#source-a">1</a>,&nbsp;<a href="#source-b">12</a></sup>'
SOURCES = '<ol><li class="source" id="source-a">A</li><li class="source" id="source-b">B</li></ol>'
GROUPED = 'data-sheet="People" data-group="Delegation" data-sources="Sources"'


def sheet(html: str) -> list[list[str | int | None]]:
    """The rows of the first sheet."""
    xlsx = xlsx_of(html + SOURCES)
    return rows(xlsx, names(xlsx)[0])


# Which sheets there are.


def test_a_page_without_tables_has_only_the_sheet_about_it() -> None:
    assert names(xlsx_of("<h1>Title</h1>")) == ["About"]


def test_tables_of_the_same_sheet_and_head_go_below_one_head() -> None:
    found = sheet(
        table("Name|Post", "Made Up|Head", attributes='data-sheet="People"')
        + table("Name|Post", "Also Made Up|Member", attributes='data-sheet="People"')
    )
    assert found == [["Name", "Post"], ["Made Up", "Head"], ["Also Made Up", "Member"]]


def test_tables_of_the_same_sheet_and_other_heads_get_sheets_of_their_own() -> None:
    xlsx = xlsx_of(
        table("Name", "Made Up", attributes='data-sheet="People"')
        + table("Post", "Head", attributes='data-sheet="People"')
    )
    assert names(xlsx) == ["People", "People 2", "About"]
    assert rows(xlsx, "People 2") == [["Post"], ["Head"]]


def test_tables_without_a_sheet_are_named_after_their_captions_or_numbered() -> None:
    captions = ("Who: hosted?", "", "who- hosted", "About", "History")
    xlsx = xlsx_of("".join(table("Name", "Made Up", caption=each) for each in captions))
    assert names(xlsx) == [
        *("Who- hosted", "Table 1", "who- hosted 2", "About", "History 2", "About 2")
    ]


def test_a_caption_is_the_first_column_where_it_groups_the_rows() -> None:
    found = sheet(
        table("Name", "Made Up", "Also Made Up", caption=f"Party X{CITED}", attributes=GROUPED)
        + table("Name", "Third", caption="Party Y", attributes=GROUPED)
    )
    assert [row[:2] for row in found] == [
        ["Delegation", "Name"],
        *(["Party X", "Made Up"], ["Party X", "Also Made Up"], ["Party Y", "Third"]),
    ]


def test_citations_go_into_the_last_column_where_there_is_one_for_them() -> None:
    found = sheet(
        table(
            *("Name|Post", f"Made Up<sup>2</sup>|Head{CITED}", "Also|Member"),
            caption="Party X<sup>12</sup>",
            attributes=GROUPED,
        )
        + table("Name|Post", "Third|Head", caption="Party Y", attributes=GROUPED)
    )
    assert found == [
        ["Delegation", "Name", "Post", "Sources"],
        ["Party X", "Made Up", "Head", "1, 2, 12"],
        ["Party X", "Also", "Member", "12"],
        ["Party Y", "Third", "Head", None],
    ]


def test_citations_are_in_brackets_where_no_column_is_for_them() -> None:
    found = sheet(table("Name", f"Made Up{CITED}", f"Also. {CITED}", caption="X<sup>1</sup>"))
    assert found == [["Name"], ["Made Up [1, 12]"], ["Also. [1, 12]"]]


def test_every_card_is_a_row_and_says_nothing_twice() -> None:
    face = "<section><p>Made Up</p><p>Head<br>of all</p></section>"
    cards = f"<article>{face}{face}</article>" + "<article><section><p>Also</p></section></article>"
    xlsx = xlsx_of(cards)
    assert names(xlsx) == ["Brief for the 15th session", "About"]
    assert rows(xlsx, "Brief for the 15th session") == [
        *(["Brief for the 15th session"], ["Made Up\nHead\nof all"], ["Also"])
    ]


def test_a_table_without_a_head_has_no_head_row() -> None:
    xlsx = xlsx_of("<table><tbody><tr><td>Made Up</td></tr></tbody></table>")
    assert rows(xlsx, "Table 1") == [["Made Up"]]
    assert read(xlsx)["Table 1"].freeze_panes is None


def test_a_table_without_rows_is_its_head() -> None:
    xlsx = xlsx_of(table("Name|Post", caption="Nobody"))
    assert rows(xlsx, "Nobody") == [["Name", "Post"]]
    assert read(xlsx)["Nobody"].auto_filter.ref == "A1:B1"


# Names of sheets.


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["a", "A", "a"], ["a", "A 2", "a 3"]),
        (["", "x", ""], ["Table 1", "x", "Table 2"]),
        (["Table 1", ""], ["Table 1", "Table 1 2"]),
        (["[a]:*?/\\'b'\x07"], ["(a)- --’b’"]),
        (["  ", "\u200b"], ["Table 1", "Table 2"]),
        (["HISTORY"], ["HISTORY 2"]),
        (["Commitments of earlier sessions, all"], ["Commitments of earlier…"]),
        (["x" * 40, "x" * 40], ["x" * 30 + "…", "x" * 28 + "… 2"]),
        (["Straße", "STRASSE"], ["Straße", "STRASSE 2"]),
    ],
)
def test_names_of_sheets_are_allowed_and_differ(wanted: list[str], names: list[str]) -> None:
    assert distinct(wanted) == names


def test_no_name_of_a_sheet_is_too_long_for_excel() -> None:
    for name in distinct(["口岸" * 20, "\U00020000" * 31, *["word " * 10] * 120]):
        assert 0 < units(name) <= LONGEST
        assert name == name.strip()


# Cells.


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("one<br>two<br><br>three", "one\ntwo\nthree"),
        ("<ul><li>one</li><li>two<ul><li>inner</li></ul></li></ul>", "one\ntwo\ninner"),
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
        ("a <strong>b</strong> c", "a b c"),
        ("a&nbsp;b", "a\u00a0b"),
        ("La\u0323ng So\u031bn", "Lạng Sơn"),
        ('<a href="https://example.org/x">there</a>', "there (https://example.org/x)"),
        ('<a href="https://example.org/">https://example.org/</a>', "https://example.org/"),
        ('<a href="mailto:a@example.org">a@example.org</a>', "a@example.org"),
        (f'<img src="{BAR}" alt="Two of three">', "Two of three"),
        ("well.<sup>1</sup><sup>2</sup>", "well. [1] [2]"),
    ],
)
def test_a_cell_holds_the_text_with_each_paragraph_on_its_line(html: str, text: str) -> None:
    (body,) = page_of(f"<table><tbody><tr><td>{html}</td></tr></tbody></table>").body
    cell = next(each for each in walk((body,)) if each.tag == "td")
    assert cell_text([cell], in_brackets) == text
    assert sheet(f"<table><tbody><tr><td>{html}</td></tr></tbody></table>") == [[text]]


@pytest.mark.parametrize(
    ("cell", "held"),
    [
        ("#12", 12),
        ("#0", 0),
        ("#999999999999999", 999_999_999_999_999),
        ("#1234567890123456", "1234567890123456"),
        ("#007", "007"),
        ("#10/4", "10/4"),
        ("#-1", "-1"),
        ("#1.5", "1.5"),
        ("#１２", "１２"),
        ("#2 <sup>1</sup>", "2 [1]"),
        ("12", "12"),
        ("2019", "2019"),
    ],
)
def test_only_plain_numbers_in_cells_for_numbers_are_numbers(cell: str, held: str | int) -> None:
    found = sheet(table("No.", cell))[1][0]
    assert found == held
    assert type(found) is type(held)


def test_a_number_with_a_citation_is_a_number_where_citations_have_their_column() -> None:
    assert sheet(table("No.", f"#2{CITED}", attributes=GROUPED))[1] == [None, 2, "1, 12"]


def test_a_cell_over_several_rows_stands_in_each_of_them() -> None:
    found = sheet(
        """<table><thead><tr><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr>
        </thead><tbody><tr><td rowspan="3">x</td><td colspan="2">wide</td></tr>
        <tr><td rowspan="2">y</td><td>1</td></tr><tr><td>2</td></tr></tbody></table>"""
    )
    assert found[1:] == [["x", "wide", None], ["x", "y", "1"], ["x", "y", "2"]]


def test_no_cells_are_merged() -> None:
    html = (
        '<table><tbody><tr><td rowspan="2">x</td><td>1</td></tr><tr><td>2</td></tr></tbody></table>'
    )
    assert not read(xlsx_of(html))["Table 1"].merged_cells.ranges


def test_head_cells_above_one_another_are_joined() -> None:
    found = sheet(
        """<table><thead><tr><th scope="col" rowspan="2">Name</th><th scope="col" colspan="2">Post
        </th></tr><tr><th scope="col">from</th><th scope="col">until</th></tr></thead>
        <tbody><tr><td>Made Up</td><td>1</td><td>2</td></tr></tbody></table>"""
    )
    assert found[0] == ["Name", "Post – from", "Post – until"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Made Up", "this row fills 1 of the table's 2 columns"),
        ("Made Up|Head|x", "this row has more cells than the table's 2 columns can hold"),
    ],
)
def test_a_row_that_does_not_fill_its_columns_is_an_error_with_its_place(
    row: str, message: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        xlsx_of(table("Name|Post", row))
    assert [str(problem) for problem in caught.value.problems] == [f"test.html.j2:1:1: {message}"]


# The last sheet.


def test_the_last_sheet_says_what_stands_outside_of_tables_in_its_order() -> None:
    xlsx = xlsx_of(
        f"""<p class="kicker">Talks</p><h1>Brief</h1>
        <dl class="facts"><div><dt>Date</dt><dd>not set</dd><dd class="detail">14th: 2023</dd></div>
        </dl><aside class="glance"><p class="glance-title">At a glance</p>
        <ul><li class="glance">One.{CITED}</li></ul></aside>
        <section><h2>Part</h2><figure><img src="{BAR}" alt="Two of three"><figcaption>Open
        </figcaption></figure>{table("Name", "Made Up", caption="Those who came")}
        {table("Name", "Made Up", caption="Party X", attributes=GROUPED)}
        <p>Line<br>break</p><ol><li>first</li><li>second</li></ol></section>
        <section><h2>Sources</h2>{SOURCES}</section>"""
    )
    assert about(xlsx) == [
        *("Brief for the 15th session", "Joint Working Committee", "Internal"),
        *("Register as of 1 February 2024", "Secretariat of Lạng Sơn"),
        *("Talks", "Brief", "Date: not set; 14th: 2023", "At a glance", "One. [1, 12]", "Part"),
        *("Two of three", "Open", "Those who came", "Line\nbreak", "1. first", "2. second"),
        *("Sources", "[1] A", "[2] B"),
    ]


def test_a_sheet_that_is_called_as_the_last_one_keeps_its_name() -> None:
    xlsx = xlsx_of(table("Name", "Made Up", attributes='data-sheet="ABOUT"'))
    assert names(xlsx) == ["ABOUT", "About 2"]


# Limits.


def test_text_beyond_what_a_cell_holds_is_an_error_that_names_the_cell() -> None:
    long = ("x" * 99 + " ") * 327 + "x" * 67
    assert len(long) == 32_767
    assert sheet(table("Name|Text", f"Made Up|{long}"))[1] == ["Made Up", long]
    with pytest.raises(TemplateError, match=r"the cell B2 of the sheet 'Table 1'.* 32,768 char"):
        xlsx_of(table("Name|Text", f"Made Up|{long}x"))
    with pytest.raises(TemplateError, match=r"the cell A2 .* 40,000 characters"):
        xlsx_of(table("Name", "\U00020000" * 20_000))
    with pytest.raises(TemplateError, match="the cell A6 of the sheet 'About'"):
        xlsx_of(f"<p>{long}x</p>")


def test_a_title_of_any_length_fits_the_head_of_a_printed_page() -> None:
    page = replace(page_of(table("Name", "Made Up")), title="R&D " * 200, header="A & B")
    left, right = head_and_foot(workbook_of(page))[:2]
    assert left is not None
    assert left.startswith("R&&D R&&D")
    assert left.endswith("…")
    assert right == "A && B"
