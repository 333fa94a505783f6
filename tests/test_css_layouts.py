"""Each token of a layout can be read back from a PDF: where texts, lines and numbers stand."""

import itertools
import re
from collections.abc import Iterator

import pytest
from layouts import (
    POINT,
    TEMPLATES,
    Printed,
    body,
    layout_style,
    page_of,
    words,
)

from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Element
from briefgen.rendering.style import Style
from briefgen.rendering.tokens import PageNumbers, RoleStyle
from briefgen.writers.css import stylesheet
from briefgen.writers.html import html_text, markup
from briefgen.writers.pdf import write_pdf

LEFT, RIGHT = 28 * POINT, 184 * POINT
TOP, BOTTOM = 37 * POINT, 262 * POINT
"""The edges of the text's block in the made-up style."""
LINE = 28.95
TALK = "各方就口岸建设贸易往来交通联通等议题进行了深入讨论并签署会谈纪要"
NAME = '<span class="vietnamese" lang="vi">Lạng Sơn</span>'
CLOSING, OPENING = "。，、：；）》”！？", "（《“"


@pytest.fixture(scope="module")
def style() -> Style:
    return layout_style()


# Lines of text


def test_a_page_holds_22_lines_of_28_letters(style: Style) -> None:
    mixed = f'{TALK * 4}<span class="name">黑体字</span>{NAME}'
    printed = Printed(f"<p>{mixed * 8}</p>", style)
    lines = printed.lines()
    assert len(lines) == 22
    heights = [line[0]["matrix"][5] for line in lines]
    assert [one - other for one, other in itertools.pairwise(heights)] == pytest.approx([LINE] * 21)
    whole = [line for line in lines[1:] if not any(each["text"].isascii() for each in line)]
    assert {len(line) for line in whole} == {28}


def test_a_line_that_is_not_exact_grows_with_what_is_in_it(style: Style) -> None:
    printed = Printed(f'<p class="loose">一<br>{NAME}二<br>三</p>', style)
    first, second, third = (printed.find(text).baseline for text in "一二三")
    assert third - first > 2 * LINE + 1
    exact = Printed(f'<p class="date">一<br>{NAME}二<br>三</p>', style)
    assert exact.find("三").baseline - exact.find("一").baseline == pytest.approx(2 * LINE)
    assert second > first


def test_condensed_letters_stand_closer(style: Style) -> None:
    letters = Printed(f'<p class="loose">{TALK}</p>', style).find(TALK[:10]).letters
    steps = [two["x0"] - one["x0"] for one, two in itertools.pairwise(letters)]
    assert steps == pytest.approx([16 - 0.21] * 9, abs=0.02)


def test_first_lines_are_indented(style: Style) -> None:
    first, *others = Printed(f"<p>{TALK * 3}</p>", style).lines()
    assert first[0]["x0"] == pytest.approx(LEFT + 32, abs=0.5)
    assert [line[0]["x0"] for line in others] == pytest.approx([LEFT] * 3, abs=0.5)


def test_a_hanging_line_that_is_indented_begins_in_between(style: Style) -> None:
    first, *others = Printed(f'<p class="reply">{TALK * 3}</p>', style).lines()
    assert first[0]["x0"] == pytest.approx(LEFT + 10, abs=0.5)
    assert [line[0]["x0"] for line in others] == pytest.approx([LEFT + 40] * 3, abs=0.5)


def test_a_date_stands_in_from_the_right(style: Style) -> None:
    date = Printed('<p class="date">2026年11月22日</p>', style).find("2026年11月22日")
    assert date.right == pytest.approx(RIGHT - 64, abs=0.5)


def test_headings_are_as_large_and_bold_as_their_role_says(style: Style) -> None:
    printed = Printed("<section><h2>总体</h2><p>正文</p></section>", style)
    assert [printed.find(text).size for text in ("总体", "正文")] == pytest.approx(
        [16, 16], abs=0.01
    )
    assert printed.find("总体").font == "Noto-Sans-CJK-SC"


# Filled lines


@pytest.mark.parametrize(
    "text",
    [
        TALK * 4,
        f"{TALK}（{TALK}），{TALK}：“{TALK}”、《{TALK}》。{TALK}",
        f"自2023年2月22日至2024年12月31日，{TALK}共7,500万美元，{TALK * 2}",
        f'{TALK}<span class="name">{TALK}</span>{TALK}{NAME}{TALK}',
        f"{TALK} 一 {TALK} 二 {TALK * 2}",
        "Ủy ban công tác liên hợp giữa các tỉnh biên giới Việt Nam và Quảng Tây " * 4,
    ],
    ids=["ideographs", "punctuation", "digits", "spans", "spaces", "vietnamese"],
)
def test_lines_are_filled_to_the_margin(text: str, style: Style) -> None:
    *filled, last = Printed(f"<p>{text}</p>", style).lines()
    assert len(filled) >= 3
    # A sign's letter may be narrower than its square; Pango rounds each step to a 1/1024 pixel.
    ends = [max(each["x1"] for each in line if each["text"] != " ") for line in filled]
    assert ends == pytest.approx([RIGHT] * len(filled), abs=0.5)
    assert max(each["x1"] for each in last) < RIGHT - 5


def test_a_line_is_filled_beside_the_number_that_hangs_in_it(style: Style) -> None:
    changes = {"align": "justified", "numbering": "chinese", "number_form": "%、"}
    part = style.roles["h2.part"].model_copy(update=changes)
    filled = style.model_copy(update={"roles": {**style.roles, "h2.part": part}})
    long = "internationalisation"
    printed = Printed(f'<section><h2 class="part">{TALK[:20]}{long}</h2></section>', filled)
    first, second = printed.lines()
    assert [each["text"] for each in second] == list(long)
    assert first[-1]["x1"] == pytest.approx(RIGHT, abs=0.5)
    assert first[2]["x0"] == pytest.approx(LEFT + 30, abs=0.5)


def test_a_space_in_a_chinese_line_is_widened_no_more_than_the_rest(style: Style) -> None:
    first = Printed(f"<p>甲 乙{TALK}（{TALK}）。{TALK}</p>", style).lines()[0]
    steps = {one["text"]: two["x0"] - one["x1"] for one, two in itertools.pairwise(first)}
    assert first[-1]["x1"] == pytest.approx(RIGHT, abs=0.5)
    assert max(steps.values()) - min(steps.values()) < 0.3


def test_a_broken_line_is_not_filled(style: Style) -> None:
    broken, *_ = Printed(f"<p>甲乙丙<br>{TALK * 2}</p>", style).lines()
    assert broken[-1]["x1"] == pytest.approx(LEFT + 32 + 3 * 16, abs=1)


def test_the_last_line_of_a_page_is_filled_if_its_text_goes_on(style: Style) -> None:
    printed = Printed(f"<p>{TALK * 30}</p>", style)
    assert len(printed.sheets) == 2
    assert printed.lines()[-1][-1]["x1"] == pytest.approx(RIGHT, abs=0.5)


def test_links_lie_on_their_words_in_filled_lines(style: Style) -> None:
    html = f'<p>{TALK[:20]}，<a href="https://a.example/">甲乙</a>{TALK * 3}</p>'
    printed = Printed(html, style)
    (link,) = (each for each in printed.sheets[0].annots if each["uri"])
    name = printed.find("甲乙")
    assert (link["x0"], link["x1"]) == pytest.approx((name.left, name.right), abs=1)


def test_no_line_begins_or_ends_with_a_sign_that_must_not(style: Style) -> None:
    text = "".join(
        f"{TALK[: length % 7 + 1]}{sign}" if sign in CLOSING else f"{sign}{TALK[: length % 5 + 1]}"
        for length in range(60)
        for sign in ("。", "，", "（", "）", "《", "》", "：", "“", "”", "、", "；")
    )
    spans = re.sub("》", '<span class="name">》</span>', text)
    for html in (text, spans):
        printed = Printed(f"<p>{html}</p>", style)
        lines = [line for sheet in printed.sheets for line in printed.lines(sheet.page_number)]
        assert len(lines) > 60
        assert [line[0]["text"] for line in lines if line[0]["text"] in CLOSING] == []
        assert [line[-1]["text"] for line in lines if line[-1]["text"] in OPENING] == []


def test_a_citation_stays_with_the_letter_before_it(style: Style) -> None:
    cited = "".join(f"{TALK[:length]}。<sup>7</sup>" for length in range(1, 30))
    printed = Printed(f"<p>{cited}</p>", style)
    begins = [
        line[0]["text"]
        for sheet in printed.sheets
        for line in printed.lines(sheet.page_number)
        if any(each["size"] > 15 for each in line)
    ]
    assert len(begins) > 15
    assert set(begins) & set("7。") == set()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("签署会谈纪要", "要"),
        ("签署《会谈纪要》。", "要》。"),
        ("会谈（“纪要”）", "要”）"),
        ("共 3 项", "项"),
        ("要", "要"),
    ],
)
def test_of_chinese_one_letter_is_kept_with_a_citation(text: str, kept: str) -> None:
    said = markup(Element("p", (text, Element("sup", ("1",)))))
    assert said == f'<p>{text.removesuffix(kept)}<span class="kept">{kept}<sup>1</sup></span></p>'


def test_no_word_is_hyphenated(style: Style) -> None:
    word = "internationalisation "
    printed = Printed(f'<p lang="en">{word * 30}</p>', style, "en")
    assert "-" not in words(printed.sheets[0])
    assert words(printed.sheets[0]).count(word.strip()) == 30


# Lines that are drawn


@pytest.mark.parametrize(("role", "share"), [("motto", 1), ("issuer", 0.4)])
def test_a_rule_is_as_long_as_its_text_or_a_share_of_it(
    role: str, share: float, style: Style
) -> None:
    said = "Độc lập - Tự do - Hạnh phúc"
    printed = Printed(f'<p class="{role}" lang="vi">{said}</p>', style)
    text = printed.find(said)
    (rule,) = (each for each in printed.sheets[0].rects if each["height"] < 1)
    assert rule["width"] == pytest.approx(share * (text.right - text.left), abs=0.5)
    assert (rule["x0"] + rule["x1"]) / 2 == pytest.approx((text.left + text.right) / 2, abs=0.5)
    assert (text.left + text.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    assert rule["top"] == pytest.approx(TOP + 18 + 2, abs=0.1)
    assert rule["height"] == pytest.approx(0.75)


def test_a_rule_below_a_text_of_several_lines_is_as_long_as_these(style: Style) -> None:
    printed = Printed(f'<p class="motto">{TALK * 2}</p>', style)
    longest = max(line[-1]["x1"] - line[0]["x0"] for line in printed.lines())
    (rule,) = (each for each in printed.sheets[0].rects if each["height"] < 1)
    assert len(printed.lines()) > 1
    assert rule["top"] > printed.find(TALK[-3:]).baseline
    assert longest <= rule["width"] + 0.5 <= longest + 16


def test_a_rule_means_nothing_to_who_listens(style: Style) -> None:
    printed = Printed('<p class="motto">Độc lập</p><h1>T</h1>', style)
    assert {each["tag"] for each in printed.sheets[0].rects} == {"Artifact"}
    types = [node["type"] for node in printed.tree]
    assert "Table" not in types
    assert types[1:4] == ["P", "Span", "NonStruct"]


def test_a_line_keeps_its_distance(style: Style) -> None:
    rules = Printed('<p class="wide">甲</p>', style).rules(RIGHT - 20)
    assert rules == [pytest.approx((TOP + LINE + 6, TOP + LINE + 7), abs=0.2)]
    rules = Printed('<p class="copies">甲</p>', style).rules(RIGHT - 20)
    below = TOP + 1 + 4 + LINE + 4
    assert [top for top, _ in rules] == pytest.approx([TOP, below], abs=0.2)


TABLE = (
    '<thead><tr><th scope="col">号</th><th scope="col">名</th></tr></thead>'
    '<tbody><tr><td>一</td><td class="{}">二</td></tr></tbody></table>'
)


def test_a_grid_has_a_thin_line_around_every_cell(style: Style) -> None:
    printed = Printed(f'<table class="roster">{TABLE.format("")}', style)
    middle, edge = (LEFT + RIGHT) / 2, 0.25
    assert [bottom - top for top, bottom in printed.rules(LEFT + 100)] == pytest.approx(
        [0.5] * 3, abs=0.15
    )
    for x in (LEFT + edge, middle, RIGHT - edge):
        assert any(bottom - top > 30 for top, bottom in printed.rules(x))
    assert printed.find("二").left == pytest.approx(middle + 5, abs=1)


def test_a_grid_of_all_tables_wins_over_the_lines_of_any_cell(style: Style) -> None:
    heavy = style.roles["td"].model_copy(update={"word": "Heavy"})
    framed = style.roles["table.roster"].model_copy(update={"word": "Table"})
    roles = {**style.roles, "table": framed, "td.heavy": heavy}
    html = f"<table>{TABLE.format('heavy')}"
    printed = Printed(html, style.model_copy(update={"roles": roles}))
    assert [bottom - top for top, bottom in printed.rules(RIGHT - 50)] == pytest.approx(
        [0.5] * 3, abs=0.15
    )


def test_a_table_without_a_grid_has_the_lines_of_its_cells(style: Style) -> None:
    printed = Printed(f"<table>{TABLE.format('')}", style)
    assert [bottom - top for top, bottom in printed.rules(LEFT + 100)] == pytest.approx(
        [2, 2], abs=0.15
    )
    assert not any(bottom - top > 30 for top, bottom in printed.rules(LEFT + 0.25))


# Numbers


def starts(printed: Printed) -> list[str]:
    return ["".join(each["text"] for each in line) for line in printed.lines()]


def test_each_level_of_headings_begins_anew_in_the_one_above(style: Style) -> None:
    heads = "<h2>甲</h2><h3>乙</h3><h4>丙</h4><h4>丁</h4><h3>戊</h3><h4>己</h4>"
    rest = "<h2>庚</h2><h3>辛</h3><h4>壬</h4>"
    printed = Printed(f"<section>{heads}</section><section>{rest}</section>", style)
    assert starts(printed) == [
        "一、甲",
        "（一）乙",
        "1. 丙",
        "2. 丁",
        "（二）戊",
        "1. 己",
        "二、庚",
        "（一）辛",
        "1. 壬",
    ]
    assert printed.lines()[0][0]["x0"] == pytest.approx(LEFT + 32, abs=0.5)


def test_a_level_restarts_in_another_section_too(style: Style) -> None:
    inner = "<section><h3>乙</h3></section><section><h3>丙</h3></section>"
    printed = Printed(f"<section><h2>甲</h2>{inner}</section>" * 2, style)
    assert starts(printed) == ["一、甲", "（一）乙", "（二）丙", "二、甲", "（一）乙", "（二）丙"]


def test_roman_numbers_hang_in_their_own_colour(style: Style) -> None:
    heads = "".join(f'<h2 class="part">{TALK if at == 3 else "甲"}</h2>' for at in range(4))
    printed = Printed(f"<section>{heads}</section>", style)
    assert [line.partition(".")[0] for line in starts(printed)[:4]] == ["I", "II", "III", "IV"]
    first, *_, fourth, wrapped = printed.lines()
    assert first[0]["non_stroking_color"] == pytest.approx((0xC0 / 255, 0, 0), abs=0.01)
    assert first[-1]["non_stroking_color"] == (0, 0, 0)
    assert fourth[0]["x0"] == pytest.approx(LEFT, abs=1)
    assert [fourth[3]["x0"], wrapped[0]["x0"]] == pytest.approx([LEFT + 30] * 2, abs=0.5)


def test_chinese_numbers_go_up_to_99(style: Style) -> None:
    counted = '<li class="clause">甲</li>' * 99
    small = {**style.roles, "li.clause": style.roles["li.clause"].model_copy(update={"line": 5})}
    printed = Printed(f"<ol>{counted}</ol>", style.model_copy(update={"roles": small}))
    ones = ["", *"一二三四五六七八九"]
    tens = ["", "十", *(f"{one}十" for one in ones[2:])]
    expected = [f"（{ten}{one}）甲" for ten in tens for one in ones][1:]
    assert starts(printed) == expected
    assert {"（十）甲", "（十一）甲", "（二十）甲", "（九十九）甲"} < set(expected)


def test_items_bear_the_numbers_of_their_role_and_restart(style: Style) -> None:
    points = '<ol><li class="point">甲</li><li class="point">乙</li></ol>'
    printed = Printed(points * 2, style)
    assert starts(printed) == ["a) 甲", "b) 乙"] * 2
    assert printed.find("甲").left == pytest.approx(LEFT + 30, abs=0.5)


def test_a_number_without_a_hanging_stands_straight_before_its_text(style: Style) -> None:
    printed = Printed(f'<ol><li class="clause">{TALK * 2}</li></ol>', style)
    first, *others = printed.lines()
    assert "".join(each["text"] for each in first).startswith(f"（一）{TALK[:5]}")
    assert first[0]["x0"] == pytest.approx(LEFT + 32, abs=0.5)
    assert others[0][0]["x0"] == pytest.approx(LEFT, abs=0.5)


def test_bullets_are_those_of_the_role(style: Style) -> None:
    hanging = "<ul><li>甲</li></ul>"
    straight = '<ul><li class="recipient">乙</li></ul>'
    printed = Printed(hanging + straight, style)
    assert starts(printed) == ["– 甲", "- 乙"]
    assert printed.find("甲").left == pytest.approx(LEFT + 30, abs=0.5)
    assert printed.lines()[1][0]["x0"] == pytest.approx(LEFT, abs=0.5)


@pytest.mark.parametrize(
    "listed",
    [
        '<ol><li class="point">甲</li></ol>',
        '<ol><li class="clause">甲<ul><li>乙</li></ul></li></ol>',
        '<ul><li class="recipient">甲<ol><li class="clause">乙</li></ol></li></ul>',
    ],
)
def test_numbers_and_bullets_are_labels_of_their_items(listed: str, style: Style) -> None:
    printed = Printed(listed, style)
    items = [node for node in printed.tree if node["type"] == "LI"]
    assert items
    for item in items:
        assert [child["type"] for child in item["children"]] == ["Lbl", "LBody"]
        label, text = (printed.said(child) for child in item["children"])
        assert label.strip() in {"a)", "（一）", "–", "-"}
        assert text.startswith(("甲", "乙"))
    assert printed.failures() == []


# Sections


PAIR = (
    '<section class="pair"><section><p class="issuer">{}</p></section>'
    '<section><p class="motto">{}</p></section></section><p>后</p>'
)


def test_sections_stand_side_by_side_in_their_shares(style: Style) -> None:
    printed = Printed(PAIR.format("甲", "乙"), style)
    one, other, after = (printed.find(text) for text in "甲乙后")
    width = RIGHT - LEFT
    assert one.baseline == pytest.approx(other.baseline)
    assert one.left + 6.5 == pytest.approx(LEFT + 0.45 * width / 2, abs=0.5)
    assert other.left + 6.5 == pytest.approx(RIGHT - 0.55 * width / 2, abs=0.5)
    assert after.baseline > one.baseline + 18


def test_what_stands_in_one_section_doesn_t_reach_into_the_other(style: Style) -> None:
    printed = Printed(PAIR.format(TALK, TALK[::-1]), style)
    border = LEFT + 0.45 * (RIGHT - LEFT)
    assert printed.find(TALK[:5]).left < border < printed.find(TALK[::-1][:5]).left
    assert all(each["x1"] <= RIGHT + 0.5 for each in body(printed.sheets[0]))


def test_sections_side_by_side_are_read_one_after_the_other(style: Style) -> None:
    printed = Printed(PAIR.format(TALK, TALK[::-1]), style)
    kinds = [node["type"] for node in printed.tree]
    assert "Table" not in kinds
    assert "TD" not in kinds
    sections = [node for node in printed.tree if node["type"] == "Sect"]
    assert [printed.said(node) for node in sections] == [TALK + TALK[::-1], TALK, TALK[::-1]]
    assert printed.failures() == []


def test_long_sections_side_by_side_go_on_on_the_next_page(style: Style) -> None:
    held = "".join(f"<p>{TALK}</p>" for _ in range(20))
    html = f'<section class="pair"><section>{held}</section><section>{held}</section></section>'
    printed = Printed(html, style)
    assert len(printed.sheets) > 1
    assert "".join(words(sheet) for sheet in printed.sheets).count("签署会谈纪要") >= 20
    assert all(each["bottom"] <= BOTTOM + 6 for sheet in printed.sheets for each in body(sheet))


COLOPHON = (
    '<section class="colophon"><p class="copies">抄送</p><p class="copies">印发</p></section>'
)
COLOPHON_HEIGHT = 2 * (LINE + 2 + 8)
ANNEX = '<section class="annex"><p>附件</p></section>'


def test_a_colophon_ends_where_the_page_s_text_ends(style: Style) -> None:
    printed = Printed(f"<p>甲</p>{COLOPHON}", style)
    assert len(printed.sheets) == 1
    *_, (_, bottom) = printed.rules(RIGHT - 20)
    assert bottom == pytest.approx(BOTTOM, abs=0.2)


@pytest.mark.parametrize("count", range(17, 25))
@pytest.mark.parametrize("after", ["", ANNEX], ids=["last", "before-an-annex"])
def test_a_colophon_never_lies_over_text(count: int, after: str, style: Style) -> None:
    printed = Printed("<p>甲</p>" * count + COLOPHON + after, style)
    own = printed.sheet_with("抄送")
    is_room = LINE * (count % 22 or 22) + COLOPHON_HEIGHT <= BOTTOM - TOP
    assert own == (1 if count <= 22 and is_room else 2)
    assert printed.sheet_with("印发") == own
    letters = body(printed.sheets[own - 1])
    texts = [each for each in letters if each["text"] == "甲"]
    colophon = [each for each in letters if each["text"] in "抄送印发"]
    assert all(each["text"] in "甲抄送印发" for each in letters)
    if texts:
        assert max(each["bottom"] for each in texts) < min(each["top"] for each in colophon)
    assert words(printed.sheets[0]).count("甲") == min(count, 22)


def test_a_colophon_is_read_after_the_text_of_its_page(style: Style) -> None:
    printed = Printed(f"<p>甲</p>{COLOPHON}{ANNEX}", style)
    assert printed.said(printed.tree[0]) == "甲抄送印发附件"
    marks = [mark for node in printed.tree for mark in node.get("mcids", [])]
    assert marks == [0, 1, 2, 0]
    assert printed.failures() == []


def test_an_annex_begins_on_a_new_page_and_is_counted_from_1(style: Style) -> None:
    numbers = PageNumbers(place="right", form="bare")
    again = ANNEX.replace("附件", f"附件{TALK * 28}")
    printed = Printed(
        f"<p>{TALK * 28}</p>{again}{ANNEX}", style.model_copy(update={"page_numbers": numbers})
    )
    assert [foot_of(printed, number)[-1] for number in range(1, 6)] == ["1", "2", "1", "2", "1"]
    assert [number for number in range(1, 6) if "附件" in words(printed.sheets[number - 1])] == [
        3,
        5,
    ]


# Head and foot


def artifacts(printed: Printed, number: int) -> list[tuple[str, float, float]]:
    """The letters of a sheet's head and foot, and where they stand."""
    return [
        (each["text"], each["x0"], each["top"])
        for each in printed.sheets[number - 1].chars
        if each["tag"] == "Artifact"
    ]


def foot_of(printed: Printed, number: int) -> list[str]:
    """What stands at the foot, from left to right: the text and the number."""
    row = sorted((x, text) for text, x, top in artifacts(printed, number) if top > BOTTOM)
    parts: list[tuple[float, str]] = []
    for x, text in row:
        if parts and x - parts[-1][0] < 40:
            parts[-1] = (x, parts[-1][1] + text)
        else:
            parts.append((x, text))
    return ["".join(part.split()) for _, part in parts]


THREE = f"<p>{TALK * 55}</p>"


@pytest.mark.parametrize(
    ("numbers", "feet"),
    [
        ({}, [["Foot", "Page1of3"], ["Foot", "Page2of3"], ["Foot", "Page3of3"]]),
        ({"form": "bare", "on_first": False}, [["Foot"], ["Foot", "2"], ["Foot", "3"]]),
        (
            {"place": "outer", "form": "dashed"},
            [["Foot", "—1—"], ["—2—", "Foot"], ["Foot", "—3—"]],
        ),
        (
            {"place": "outer", "form": "dashed", "on_first": False},
            [["Foot"], ["—2—", "Foot"], ["Foot", "—3—"]],
        ),
        ({"place": "head", "form": "bare"}, [["Foot"]] * 3),
    ],
    ids=["usual", "not-on-first", "outer", "outer-not-on-first", "head"],
)
def test_pages_bear_their_numbers_where_the_style_says(
    numbers: dict[str, str], feet: list[list[str]], style: Style
) -> None:
    changed = {"page_numbers": PageNumbers.model_validate(numbers), "edition_at": "head"}
    printed = Printed(THREE, style.model_copy(update=changed))
    assert [foot_of(printed, number) for number in (1, 2, 3)] == feet


@pytest.mark.parametrize("on_first", [True, False])
def test_a_number_stands_in_the_middle_of_the_head(on_first: bool, style: Style) -> None:  # noqa: FBT001
    numbers = PageNumbers(place="head", form="bare", on_first=on_first)
    changed = {"page_numbers": numbers, "edition_at": "foot"}
    printed = Printed(THREE, style.model_copy(update=changed))
    for number in (1, 2, 3):
        head = [each for each in artifacts(printed, number) if each[2] < TOP]
        expected = [] if number == 1 and not on_first else [str(number)]
        assert [text for text, *_ in head] == expected
        for _, x, top in head:
            assert x == pytest.approx((LEFT + RIGHT) / 2, abs=8)
            assert top == pytest.approx(15 * POINT, abs=5)


def test_numbers_of_annexes_are_left_out_on_their_first_pages_too(style: Style) -> None:
    annex = ANNEX.replace("附件", TALK * 28)
    printed = Printed(f"<p>甲</p>{annex}{annex}", style)
    feet = [foot_of(printed, number) for number in range(1, 6)]
    alone, numbered = ["Shared·Foot"], ["Shared·Foot", "—2—"]
    assert feet == [alone, alone, numbered, alone, numbered]


def test_a_number_s_distance_from_the_edge_is_the_sheet_s(style: Style) -> None:
    printed = Printed(THREE, style)
    for number, edge in ((2, LEFT + 14), (3, RIGHT - 14)):
        dashes = [each for each in printed.sheets[number - 1].chars if each["text"] == "—"]
        ends = [each["x0"] for each in dashes] + [each["x1"] for each in dashes]
        assert min(abs(end - edge) for end in ends) < 1
        # Its line is 16 points high and ends 23 mm above the paper's edge.
        assert {round(each["size"]) for each in dashes} == {14}
        baseline = 297 * POINT - dashes[0]["matrix"][5]
        assert (297 - 23) * POINT - 16 < baseline < (297 - 23) * POINT


def test_the_foot_s_look_is_that_of_numbers_without_a_role_of_their_own(style: Style) -> None:
    roles = {name: role for name, role in style.roles.items() if name != "page-number"}
    printed = Printed(THREE, style.model_copy(update={"roles": roles}))
    dashes = [each for each in printed.sheets[1].chars if each["text"] == "—"]
    assert {round(each["size"]) for each in dashes} == {10}


@pytest.mark.parametrize(
    ("place", "head", "foot"),
    [("head", "Shared", "Foot"), ("foot", "", "Shared · Foot")],
)
def test_the_edition_stands_at_the_head_or_begins_the_foot(
    place: str, head: str, foot: str, style: Style
) -> None:
    changed = style.model_copy(update={"edition_at": place})
    printed = Printed("<p>甲</p>", changed)
    shown = artifacts(printed, 1)
    assert "".join(text for text, _, top in shown if top < TOP) == head
    assert foot_of(printed, 1) == ["".join(foot.split())]
    html = html_text(page_of("<p>甲</p>", changed), changed)
    assert ('<header class="running">' in html) == bool(head)
    assert f'<footer class="running">{foot}</footer>' in html


# All together


def everything() -> Iterator[str]:
    yield PAIR.format("TỈNH LẠNG SƠN", "Độc lập - Tự do - Hạnh phúc")
    yield f'<h1 id="top">会晤</h1><section><h2 id="a">甲</h2><p>{TALK * 4}<sup>1</sup></p>'
    yield f'<h3>乙</h3><h4>丙</h4><h2 class="part">丁</h2><p>{NAME * 9}</p></section>'
    yield '<ol><li class="point">甲</li></ol><ol><li class="clause">乙</li></ol>'
    yield '<ul><li>丙</li></ul><ul><li class="recipient">丁</li></ul>'
    yield f'<table class="roster">{TABLE.format("")}<p class="wide">甲</p>'
    yield '<p class="date">2026年11月22日</p><p class="reply">甲<a href="#top">乙</a></p>'
    yield COLOPHON
    yield ANNEX


def test_a_page_with_all_of_it_is_pdf_ua(style: Style) -> None:
    assert Printed("".join(everything()), style).failures() == []


def test_the_made_up_style_uses_every_token(style: Style) -> None:
    used = {token for role in style.roles.values() for token, value in role if value is not None}
    elsewhere = {"italic", "capitals", "before", "fill", "padding", "keep_together", "new_page"}
    assert set(RoleStyle.model_fields) - used == elsewhere
    lines = [line for role in style.roles.values() for line in (role.above, role.below) if line]
    assert {bool(line.share) for line in lines} == {bool(line.distance) for line in lines}


def test_a_style_without_them_has_no_rules_for_them() -> None:
    plain = load_style("plain", (TEMPLATES,))
    css = stylesheet(page_of("<p>A</p>", plain, "en"), plain)
    extra = r"ruled|counter-set|counter-style|footnote|nth\(|:is\(|justify|inherit"
    assert re.findall(extra, css) == []


def test_the_same_page_gives_the_same_bytes(style: Style) -> None:
    page = page_of("".join(everything()), style)
    assert write_pdf(page, style) == write_pdf(page, style)
