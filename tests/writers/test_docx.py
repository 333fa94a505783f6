"""What a page's elements become in Word."""

import pytest
from docx_reading import (
    BAR,
    body_of,
    docx_of,
    find,
    one,
    outline,
    paragraphs,
    part,
    text_blocks,
    text_in,
    value,
    value_at,
)

from briefgen.problems import TemplateError

TABLE = (
    "<table>{caption}<thead><tr><th scope='col'>A</th></tr></thead><tbody>{rows}</tbody></table>"
)


def table(rows: int = 1, caption: str = "") -> str:
    return TABLE.format(caption=caption, rows="<tr><td>a</td></tr>" * rows)


def test_every_block_has_the_style_of_its_role() -> None:
    html = "<p class='kicker'>Committee</p><h1>Brief</h1><p class='subtitle'>For us</p><p>Text</p>"
    assert outline(docx_of(html)) == [
        "Kicker | Committee",
        "Title | Brief",
        "Subtitle | For us",
        "Body Text | Text",
    ]


def test_headings_are_numbered_by_word() -> None:
    html = "<section><h2>Rotation</h2><h3>Below</h3></section><section><h2>Sources</h2></section>"
    assert outline(docx_of(html)) == [
        "Heading 1 | 1 Rotation",
        "Heading 2 | Below",
        "Heading 1 | 2 Sources",
    ]


def test_every_ordered_list_begins_at_one() -> None:
    html = "<ol><li>a</li><li>b</li></ol><p>Text</p><ol><li>c</li></ol>"
    assert outline(docx_of(html)) == [
        "List Number | 1. a",
        "List Number | 2. b",
        "Body Text | Text",
        "List Number | 1. c",
    ]


def test_lists_stand_in_lists() -> None:
    html = "<ul><li>a<ol><li>b</li><li>c<ul><li>d</li></ul></li></ol>e</li><li>f</li></ul>"
    assert outline(docx_of(html)) == [
        "List Bullet | • a",
        "List Number | 1. b",
        "List Number | 2. c",
        "List Bullet | – d",
        "List Bullet | e",
        "List Bullet | • f",
    ]


def test_a_list_within_a_list_begins_at_one_too() -> None:
    html = "<ul><li>a<ol><li>b</li></ol></li><li>c<ol><li>d</li></ol></li></ul>"
    assert [line for line in outline(docx_of(html)) if "Number" in line] == [
        "List Number | 1. b",
        "List Number | 1. d",
    ]


def test_the_tag_of_a_list_numbers_its_items_whatever_their_role() -> None:
    html = "<ul><li class='source'>a</li></ul><ol><li class='glance'>b</li></ol>"
    assert outline(docx_of(html)) == ["Source | • a", "Glance Item | 1. b"]


def test_the_box_is_one_for_word() -> None:
    html = """<aside class="glance"><p class="glance-title">At a glance</p>
        <ul><li class="glance">a</li><li class="glance">b</li></ul></aside><p>Text</p>"""
    styles = part(docx_of(html), "word/styles.xml")
    looks = [
        [
            [dict(each.attrib) for each in find(styles, f"w:style[@w:styleId='{name}']{path}")]
            for path in ("/w:pPr/w:pBdr/*", "/w:pPr/w:shd", "/w:pPr/w:ind")
        ]
        for name in ("GlanceTitle", "GlanceItem")
    ]
    assert looks[0] == looks[1]
    assert all(looks[0])


def test_the_box_keeps_its_distance_and_stays_on_one_page() -> None:
    html = """<aside class="glance"><p class="glance-title">At a glance</p>
        <ul><li class="glance">a</li><li class="glance">b</li></ul></aside><p>Text</p>"""
    first, second, third, _ = paragraphs(docx_of(html))
    assert value_at(first, "w:pPr/w:spacing", "before") == "40"
    assert find(second, "w:pPr/w:keepNext")
    assert not find(third, "w:pPr/w:keepNext")
    assert value_at(third, "w:pPr/w:spacing", "after") == "240"


def test_facts_are_labels_in_a_header_row_above_their_values() -> None:
    html = """<dl class="facts"><div><dt>Date</dt><dd>not set</dd><dd class="detail">14th</dd></div>
        <div><dt>Host</dt><dd>Guangxi</dd></div></dl>"""
    docx = docx_of(html)
    labels, values = find(body_of(docx), "w:tbl/w:tr")
    assert [text_in(each) for each in find(labels, ".//w:p")] == ["Date", "Host"]
    assert [text_in(each) for each in find(values, ".//w:p")] == ["not set", "14th", "Guangxi"]
    assert find(labels, "w:trPr/w:tblHeader")
    assert text_blocks(docx) == ["Date", "not set", "14th", "Host", "Guangxi"]


def test_columns_share_the_width_of_the_text_as_the_page_says() -> None:
    html = """<table><colgroup><col data-width="1"><col data-width="3"></colgroup>
        <tbody><tr><td>a</td><td>b</td></tr></tbody></table>"""
    columns = find(body_of(docx_of(html)), "w:tbl/w:tblGrid/w:gridCol")
    assert [value(column, "w") for column in columns] == ["2352", "7059"]


def test_a_caption_stands_above_its_table_and_describes_it() -> None:
    docx = docx_of(table(caption="<caption>Who hosted</caption>"))
    assert outline(docx)[0] == "Caption | Who hosted"
    assert value_at(body_of(docx), ".//w:tblCaption") == "Who hosted"


def test_a_small_table_stays_on_one_page() -> None:
    kept = [bool(find(p, "w:pPr/w:keepNext")) for p in paragraphs(docx_of(table(rows=6)))]
    assert kept[1:7] == [True] * 5 + [False]


def test_a_long_table_may_break_between_rows() -> None:
    kept = [bool(find(p, "w:pPr/w:keepNext")) for p in paragraphs(docx_of(table(rows=7)))]
    assert not any(kept[1:])


def test_cells_span_columns_and_rows() -> None:
    html = """<table><tbody><tr><td colspan="2">a</td><td rowspan="2">b</td></tr>
        <tr><td>c</td><td>d</td></tr></tbody></table>"""
    rows = find(body_of(docx_of(html)), "w:tbl/w:tr")
    spans = [[value_at(c, "w:tcPr/w:gridSpan") for c in find(row, "w:tc")] for row in rows]
    merges = [[value_at(c, "w:tcPr/w:vMerge") for c in find(row, "w:tc")] for row in rows]
    assert spans == [["2", None], [None, None, None]]
    assert merges == [[None, "restart"], [None, None, "continue"]]


def test_the_current_row_is_bold_on_a_background() -> None:
    html = "<table><tbody><tr class='current'><td>a</td></tr></tbody></table>"
    cell = one(body_of(docx_of(html)), ".//w:tc")
    assert value_at(cell, "w:tcPr/w:shd", "fill") == "F4F1EA"
    assert find(cell, ".//w:r/w:rPr/w:b")


def test_the_paragraph_below_a_table_keeps_the_tables_distance() -> None:
    docx = docx_of(table() + "<p>Text</p>")
    *_, below = paragraphs(docx)
    assert value_at(below, "w:pPr/w:spacing", "before") == "200"


def test_two_tables_stay_two() -> None:
    assert len(find(body_of(docx_of(table() + table())), "w:tbl")) == 2
    assert find(body_of(docx_of(table() + table())), "w:tbl/following-sibling::w:p")


def test_words_have_the_styles_of_their_roles() -> None:
    html = "<p>a <strong>b</strong> <em>c</em> <span class='muted'>d</span></p>"
    runs = find(body_of(docx_of(html)), ".//w:r[w:rPr/w:rStyle]")
    assert [(value_at(run, "w:rPr/w:rStyle"), text_in_run(run)) for run in runs] == [
        ("Strong", "b"),
        ("Emphasis", "c"),
        ("Muted", "d"),
    ]


def text_in_run(run: object) -> str:
    return "".join(getattr(run, "itertext")())  # noqa: B009


def test_a_word_within_a_word_has_both_looks() -> None:
    html = "<p><span class='overdue'><span class='sign'>●</span> late</span></p>"
    sign, late = find(body_of(docx_of(html)), ".//w:r")
    assert value_at(sign, "w:rPr/w:rStyle") == "Overdue"
    assert value_at(sign, "w:rPr/w:rFonts", "eastAsia") == "Segoe UI Symbol"
    assert value_at(late, "w:rPr/w:rStyle") == "Overdue"


def test_a_bold_word_in_a_bold_paragraph_stays_bold() -> None:
    # Word takes bold back where both a paragraph's and a word's style say it.
    run = one(body_of(docx_of("<section><h2><strong>a</strong></h2></section>")), ".//w:r")
    assert find(run, "w:rPr/w:b[not(@w:val)]")


def test_words_in_another_language_say_so() -> None:
    html = "<p>a <span lang='vi'>Lạng Sơn</span> 谅山 <span lang='zh-Hans'>“广西”A</span></p>"
    runs = find(body_of(docx_of(html)), ".//w:r")
    assert [
        (text_in_run(r), value_at(r, ".//w:lang"), value_at(r, ".//w:lang", "eastAsia"))
        for r in runs
        if text_in_run(r).strip()
    ] == [
        ("a ", None, None),
        ("Lạng Sơn", "vi-VN", None),
        ("谅山", None, "zh-CN"),
        ("“广西”", None, "zh-CN"),
        ("A", None, None),
    ]


@pytest.mark.parametrize(
    ("language", "latin"), [("en", "en-GB"), ("vi", "vi-VN"), ("zh-Hans", "en-GB")]
)
def test_all_text_is_in_the_language_of_the_page(language: str, latin: str) -> None:
    styles = part(docx_of("<p>Text</p>", language), "word/styles.xml")
    path = "w:docDefaults//w:lang"
    assert (value_at(styles, path), value_at(styles, path, "eastAsia")) == (latin, "zh-CN")


def test_links_within_the_page_lead_to_bookmarks() -> None:
    name = "a-very-long-name-of-a-place-in-the-page-that-goes-on-"
    html = f"<p><a href='#{name}1'>x</a></p><p id='{name}1'>a</p><p id='{name}2'>b</p>"
    body = body_of(docx_of(html))
    names = [value(start, "name") for start in find(body, ".//w:bookmarkStart")]
    assert names == [
        "a_very_long_name_of_a_place_in_the_page_",
        "a_very_long_name_of_a_place_in_the_pag_2",
    ]
    assert value_at(body, ".//w:hyperlink", "anchor") == names[0]


def test_a_picture_is_never_wider_than_the_text() -> None:
    body = body_of(docx_of(f"<figure><img src='{BAR}' alt='A bar'></figure>"))
    extent = find(body, ".//wp:extent")[0]
    assert {find(body, ".//wp:inline")[0].get(f"dist{side}") for side in "TBLR"} == {"0"}
    assert (extent.get("cx"), extent.get("cy")) == (str(9411 * 635), "119519")


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p class='note kicker'>a</p>", "<p> can have one role in Word, not 2"),
        ("<aside><p>a</p></aside>", "the style 'plain' has no role 'aside'"),
        ("<aside class='glance'><p>a</p></aside>", "this box can hold in Word only"),
        ("<section id='a'></section>", "<section> is empty, so that no link can lead to it"),
        ("<table><tbody></tbody></table>", "a table needs at least one row"),
        (
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>",
            "this row fills 1 of the table's 2 columns",
        ),
        (
            "<table><tbody><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>",
            "this row has more cells than the table's 1 columns can hold",
        ),
        (
            "<table><tbody><tr><td rowspan='2'>a</td></tr></tbody></table>",
            "a cell spans more rows than there are",
        ),
        ("<p><img src='data:image/png;base64,AAAA' alt=''></p>", "is no PNG picture"),
    ],
)
def test_what_has_no_form_in_word_is_an_error(html: str, message: str) -> None:
    with pytest.raises(TemplateError, match=message.replace("(", "[(]")):
        docx_of(html)
