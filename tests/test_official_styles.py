"""The official layouts: complete styles, and pages that say what the rules want said."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
from conftest import PAPERS
from makers import (
    CLOCK,
    CONTEXT,
    day,
    mechanism,
    participant,
    register,
    session,
    source,
)
from pages import elements, part

from briefgen.documents.catalogue import BRIEF, MINUTES
from briefgen.documents.orders import SessionOrder
from briefgen.register.loading import load_register
from briefgen.register.models.issuer import Issuer, Signatory, SigningForm
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.catalogues import load_words
from briefgen.rendering.house_styles import known_styles, load_style
from briefgen.rendering.issuing import official_day, roman
from briefgen.rendering.page import Element, Page, text_of, walk
from briefgen.rendering.rendering import Presentation, render_page
from briefgen.rendering.style import Style

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "templates",)
STYLES = {name: load_style(name, FOLDERS) for name in known_styles(FOLDERS)}
OFFICIAL = {"nd30": "vi", "hd36": "vi", "gbt9704": "zh-Hans"}
"""The official layouts, each with the language of the offices that it is of."""
VIETNAMESE = ("nd30", "hd36")
DAY = "2020-01-05"
NEXT, HELD = "jwc-guangxi/next", "jwc-guangxi/14"
BLANK = "……"
NOBODY = Issuer()
EVERYTHING = {
    "parent": {"vi": "Cơ quan trên", "zh-Hans": "上级机关"},
    "body": {"vi": "Văn phòng mẫu", "zh-Hans": "样本办公室"},
    "abbreviation": "VPM",
    "place": {"vi": "Nơi mẫu", "zh-Hans": "样本市"},
    "signatory": {
        "form": "deputy",
        "body": {"vi": "Chánh Văn phòng", "zh-Hans": "主任"},
        "post": {"vi": "Phó Chánh Văn phòng", "zh-Hans": "副主任"},
        "name": {"vi": "Người Mẫu", "zh-Hans": "样本"},
    },
    "addressee": {"vi": "Lãnh đạo mẫu", "zh-Hans": "样本领导"},
    "recipients": ({"vi": "Nơi thứ nhất", "zh-Hans": "第一机关"},),
    "copies": ({"vi": "Nơi thứ hai", "zh-Hans": "第二机关"},),
    "archive": {"vi": "TH", "zh-Hans": "综合"},
}
"""An office that is made up."""


def issuer(**changes: object) -> Issuer:
    return Issuer.model_validate({**EVERYTHING, **changes}, context=CONTEXT)


@pytest.fixture(scope="module")
def shipped() -> Register:
    return load_register(Workspace(ROOT), CLOCK)


def page(
    kind: Any,
    order: object,
    records: Register,
    style: str,
    by: Issuer = NOBODY,
    *,
    number: int | None = None,
    language: str | None = None,
) -> Page:
    how = look(language or OFFICIAL[style], style, by, number)
    return render_page(kind.prepare(records, order), kind.template, how)


@lru_cache
def look(language: str, style: str, by: Issuer, number: int | None) -> Presentation:
    """Kept, for its templates are compiled once then."""
    words = load_words(language, FOLDERS)
    return Presentation(language, STYLES[style], FOLDERS, words, by, number)


def brief(records: Register, style: str, by: Issuer = NOBODY, **more: Any) -> Page:
    return page(BRIEF, SessionOrder(NEXT, day(DAY), "shared"), records, style, by, **more)


def minutes(records: Register, style: str, by: Issuer = NOBODY, name: str = HELD) -> Page:
    return page(MINUTES, SessionOrder(name, day("2026-11-22"), "shared"), records, style, by)


def said(page: Page, *roles: str) -> list[str]:
    """The texts of the page's elements of these roles."""
    return [text_of(each) for each in elements(page, *roles)]


def place(page: Page, wanted: str) -> int:
    """The place of the first element that holds a text and no other element that does."""
    texts = [text_of(each) for each in walk(page.body) if each.tag in {"p", "h1", "h2", "h3", "li"}]
    return next(index for index, text in enumerate(texts) if wanted in text)


# The styles


@pytest.mark.parametrize("name", OFFICIAL)
def test_an_official_style_can_show_whatever_plain_can(name: str) -> None:
    plain, style = STYLES["plain"], STYLES[name]
    assert len(plain.roles) > 80
    assert set(plain.roles) - set(style.roles) == set()
    assert set(plain.sheets) == set(style.sheets)
    assert set(plain.cards) == set(style.cards)


@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_called_as_its_file_is(name: str) -> None:
    assert STYLES[name].name == name


@pytest.mark.parametrize("name", OFFICIAL)
def test_an_official_style_has_a_frame_and_bounds_of_its_own(name: str) -> None:
    assert STYLES[name].frame == name
    assert len(STYLES[name].bounds) > 5


def colours_in_use(style: Style) -> set[str]:
    """The colours of all words and lines."""
    named = {role.colour for role in style.roles.values()}
    named |= {role.number_colour for role in style.roles.values()}
    lines = [line for role in style.roles.values() for line in (role.above, role.below, role.grid)]
    named |= {line.colour for line in lines if line}
    return {style.colours[name] for name in named if name}


def test_all_is_black_but_the_red_head_of_chinese_documents() -> None:
    assert colours_in_use(STYLES["nd30"]) == {"000000"}
    assert colours_in_use(STYLES["hd36"]) == {"000000"}
    assert colours_in_use(STYLES["gbt9704"]) == {"000000", STYLES["gbt9704"].colours["red"]}


@pytest.mark.parametrize("name", OFFICIAL)
def test_pictures_are_grey(name: str) -> None:
    standings = [code for key, code in STYLES[name].colours.items() if key.startswith("standing-")]
    assert len(standings) == len(set(standings)) == 6
    assert all(code[:2] == code[2:4] == code[4:] for code in standings)


def test_22_lines_of_28_characters_fill_the_chinese_block_and_no_more_do() -> None:
    style = STYLES["gbt9704"]
    body, paper, points = style.roles["body"], style.page, Decimal(72) / Decimal("25.4")
    width = paper.width - paper.margins.left - paper.margins.right
    height = paper.height - paper.margins.top - paper.margins.bottom
    assert [float(width), float(height)] == [156, 225]
    size, spacing, line = (figure or Decimal(0) for figure in (body.size, body.spacing, body.line))
    advance = size + spacing
    assert 28 * advance <= width * points < 29 * advance
    assert 22 * line <= height * points < 23 * line
    assert style.roles["p"].first_line == 2 * advance


# Every document


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("style", OFFICIAL)
def test_every_document_can_be_made_in_every_official_style(
    style: str, name: str, shipped: Register
) -> None:
    kind, order = PAPERS[name]
    made = page(kind, order, shipped, style, issuer())
    assert made.title
    assert made.body


@pytest.mark.parametrize("language", ["en", "vi", "zh-Hans"])
@pytest.mark.parametrize("style", OFFICIAL)
def test_a_layout_can_be_had_in_every_language(
    style: str, language: str, shipped: Register
) -> None:
    made = brief(shipped, style, language=language)
    assert len(elements(made, "h1")) == 1
    assert made.language == language


@pytest.mark.parametrize("style", OFFICIAL)
def test_headings_go_down_step_by_step(style: str, shipped: Register) -> None:
    for made in (brief(shipped, style), minutes(shipped, style)):
        levels = [int(each.tag[1]) for each in elements(made, "h1", "h2", "h3", "h4")]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


# The head


def test_a_state_document_bears_the_motto_and_its_issuer(shipped: Register) -> None:
    made = brief(shipped, "nd30", issuer(), number=5)
    assert said(made, "p.state") == ["Cộng hòa xã hội chủ nghĩa Việt Nam"]
    assert said(made, "p.motto") == ["Độc lập - Tự do - Hạnh phúc"]
    assert said(made, "p.parent-body", "p.issuing-body") == ["Cơ quan trên", "Văn phòng mẫu"]
    assert said(made, "p.symbol") == ["Số: 05/BC-VPM"]
    assert said(made, "p.place-date") == ["Nơi mẫu, ngày 05 tháng 01 năm 2020"]
    assert said(made, "p.kind") == ["Báo cáo"]
    assert said(made, "p.addressee") == ["Kính gửi: Trưởng đoàn Lạng Sơn"]
    assert "Hội nghị lần thứ 11" in said(made, "h1")[0]


def test_letterhead_and_foot_stand_in_two_columns(shipped: Register) -> None:
    made = brief(shipped, "nd30", issuer())
    for role in ("section.letterhead", "section.letterhead-line", "section.closing"):
        (section,) = elements(made, role)
        columns = STYLES["nd30"].roles[role].columns or ()
        assert [each.tag for each in inner(section)] == ["section"] * len(columns)


def inner(element: Element) -> Sequence[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def test_a_party_document_names_the_party_and_bears_no_motto(shipped: Register) -> None:
    made = brief(shipped, "hd36", issuer(abbreviation="TU"), number=12)
    assert said(made, "p.party") == ["Đảng Cộng sản Việt Nam"]
    assert said(made, "p.state", "p.motto") == []
    assert said(made, "p.asterisk") == ["*"]
    assert said(made, "p.symbol") == ["Số 12-BC/TU"]


def test_a_chinese_document_has_its_red_head_and_its_number(shipped: Register) -> None:
    made = brief(shipped, "gbt9704", issuer(), number=5)
    assert said(made, "p.red-head") == ["样本办公室"]
    assert said(made, "p.symbol") == ["VPM〔2020〕5号"]
    assert said(made, "h1") == ["关于筹备联合工作委员会第十一次会晤的报告"]
    assert said(made, "p.addressee") == ["谅山代表团团长："]


def test_what_is_not_known_is_left_to_be_written_by_hand(shipped: Register) -> None:
    state, party, chinese = (brief(shipped, name) for name in OFFICIAL)
    assert said(state, "p.symbol") == [f"Số: {BLANK}/BC-{BLANK}"]
    assert said(party, "p.symbol") == [f"Số {BLANK}-BC/{BLANK}"]
    assert said(chinese, "p.symbol") == [f"{BLANK}〔2020〕{BLANK}号"]
    assert said(state, "p.place-date") == [f"{BLANK}, ngày 05 tháng 01 năm 2020"]
    assert said(state, "p.parent-body") == []
    assert said(state, "p.signing", "p.signer") == [BLANK, BLANK]
    assert said(state, "li.recipient") == ["Như trên;", f"{BLANK};", f"Lưu: VT, {BLANK}."]
    assert said(chinese, "p.copies") == []


@pytest.mark.parametrize("style", OFFICIAL)
def test_the_issuing_body_is_the_author_unless_another_is_named(
    style: str, shipped: Register
) -> None:
    role = "p.red-head" if style == "gbt9704" else "p.issuing-body"
    made = brief(shipped, style)
    assert said(made, role) == [made.author]


@pytest.mark.parametrize("style", OFFICIAL)
def test_lists_and_tables_go_to_nobody_by_name(style: str, shipped: Register) -> None:
    for name in ("list", "matrix"):
        kind, order = PAPERS[name]
        assert said(page(kind, order, shipped, style, issuer()), "p.addressee") == []


@pytest.mark.parametrize(
    ("style", "symbols"), [("nd30", [[], ["Số: 07/VPM"]]), ("hd36", [[], ["Số 07-VPM"]])]
)
def test_a_list_bears_a_number_only_when_it_is_given_one(
    style: str, symbols: list[list[str]], shipped: Register
) -> None:
    kind, order = PAPERS["list"]
    made = [page(kind, order, shipped, style, issuer(), number=number) for number in (None, 7)]
    assert [said(each, "p.symbol") for each in made] == symbols


@pytest.mark.parametrize("name", ["sign-in", "place-cards", "badges"])
@pytest.mark.parametrize("style", OFFICIAL)
def test_sheets_to_sign_and_cards_have_no_official_head(
    style: str, name: str, shipped: Register
) -> None:
    kind, order = PAPERS[name]
    made = page(kind, order, shipped, style, issuer())
    assert elements(made, "section.letterhead", "section.closing", "section.colophon") == []
    assert said(made, "p.red-head") == []


# Days and numbers


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2020-01-05", "ngày 05 tháng 01 năm 2020"),
        ("2020-02-10", "ngày 10 tháng 02 năm 2020"),
        ("2020-03-09", "ngày 09 tháng 3 năm 2020"),
        ("2020-12-31", "ngày 31 tháng 12 năm 2020"),
    ],
)
def test_days_below_ten_and_two_months_have_a_nought_in_vietnamese(date: str, text: str) -> None:
    assert official_day(day(date), "vi", "") == text


def test_in_other_languages_a_day_is_written_as_ever() -> None:
    assert official_day(day("2020-01-05"), "zh-Hans", "2020年1月5日") == "2020年1月5日"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (3, "III"), (4, "IV"), (9, "IX"), (14, "XIV"), (20, "XX")]
)
def test_annexes_are_counted_in_roman(number: int, text: str) -> None:
    assert roman(number) == text


# Who signs


SIGNED: Mapping[str, Mapping[str, list[str]]] = {
    "nd30": {
        "head": ["Chức vụ mẫu"],
        "on-behalf": ["TM. Văn phòng mẫu", "Chức vụ mẫu"],
        "deputy": ["KT. Người đứng đầu", "Chức vụ mẫu"],
        "by-order": ["TL. Người đứng đầu", "Chức vụ mẫu"],
        "by-delegation": ["TUQ. Người đứng đầu", "Chức vụ mẫu"],
        "acting": ["Q. Chức vụ mẫu"],
    },
    "hd36": {
        "on-behalf": ["T/M Văn phòng mẫu", "Chức vụ mẫu"],
        "deputy": ["K/T Người đứng đầu", "Chức vụ mẫu"],
        "by-order": ["T/L Người đứng đầu", "Chức vụ mẫu"],
    },
}


@pytest.mark.parametrize(("style", "form"), [(s, f) for s, forms in SIGNED.items() for f in forms])
def test_a_signature_says_in_whose_name(style: str, form: str, shipped: Register) -> None:
    of_another = form in {"deputy", "by-order", "by-delegation"}
    signatory = {
        "form": form,
        "post": {"vi": "Chức vụ mẫu"},
        "name": {"vi": "Người Mẫu"},
        **({"body": {"vi": "Người đứng đầu"}} if of_another else {}),
    }
    made = brief(shipped, style, issuer(signatory=signatory))
    assert said(made, "p.signing") == SIGNED[style][form]
    assert said(made, "p.signer") == ["Người Mẫu"]


def test_recipients_end_with_the_archive(shipped: Register) -> None:
    made = brief(shipped, "nd30", issuer())
    lines = ["Như trên;", "Nơi thứ nhất;", "Nơi thứ hai;", "Lưu: VT, TH."]
    assert said(made, "li.recipient") == lines


# Annexes and the colophon


@pytest.mark.parametrize("style", VIETNAMESE)
def test_sources_are_an_annex_with_a_number_and_pages_of_its_own(
    style: str, shipped: Register
) -> None:
    made = brief(shipped, style, issuer(), number=5)
    symbol = {"nd30": "05/BC-VPM", "hd36": "05-BC/VPM"}[style]
    assert said(made, "p.annex-number") == ["Phụ lục I"]
    assert said(made, "h2.annex") == ["Nguồn"]
    reference = f"(Kèm theo Báo cáo số {symbol} ngày 05 tháng 01 năm 2020)"
    assert said(made, "p.annex-reference") == [reference]
    assert STYLES[style].roles["section.annex"].restart_pages
    assert STYLES[style].roles["h2.annex"].numbering == "none"


def test_a_chinese_document_names_its_annex_and_ends_with_the_colophon(shipped: Register) -> None:
    made = brief(shipped, "gbt9704", issuer())
    assert said(made, "p.attachment") == ["附件：来源"]
    assert said(made, "p.annex-number") == ["附件1"]
    assert said(made, "p.issuer", "p.date") == ["样本办公室", "2020年1月5日"]
    assert made.body[-1].names[0] == "section.colophon"
    assert said(made, "p.copies") == ["抄送：第一机关、第二机关。"]
    assert said(made, "p.printer", "p.printed") == ["样本办公室", "2020年1月5日印发"]


def test_recipients_are_addressed_where_nobody_else_is(shipped: Register) -> None:
    order = PAPERS["summary"][1]
    by = issuer(addressee=None)
    made = page(PAPERS["summary"][0], order, shipped, "gbt9704", by)
    assert said(made, "p.addressee") == ["第一机关："]
    assert said(made, "p.copies") == ["抄送：第二机关。"]


# Minutes


def test_state_minutes_go_from_start_to_end_in_the_order_of_the_decree(shipped: Register) -> None:
    made = minutes(shipped, "nd30", issuer())
    order = (
        "Thời gian bắt đầu:",
        "Địa điểm:",
        "Thành phần tham dự",
        "Chủ trì:",
        "Thư ký ghi biên bản:",
        "Nội dung:",
        "Nội dung thống nhất",
        "./.",
    )
    places = [place(made, text) for text in order]
    assert places == sorted(places)
    assert said(made, "p.kind") == ["Biên bản"]
    assert said(made, "p.signing") == ["Thư ký", "Chủ tọa"]
    assert said(made, "p.place-date") == []


@pytest.mark.parametrize("style", VIETNAMESE)
def test_points_keep_their_own_numbers_alone(style: str, shipped: Register) -> None:
    made = minutes(shipped, style)
    points = said(made, "h3.point")
    assert [text.partition(".")[0] for text in points] == ["1", "2", "3", "4"]
    assert STYLES[style].roles["h3.point"].numbering == "none"


def test_minutes_say_that_they_are_a_skeleton_in_every_style(shipped: Register) -> None:
    told = {"nd30": "Dự thảo khung", "hd36": "Dự thảo khung", "gbt9704": "草稿"}
    for style, word in told.items():
        assert word in said(minutes(shipped, style), "p.subtitle")[0]


def attended(**fields: Any) -> Register:
    people = (
        participant("person-a", "party-a", "head", attendance="present"),
        participant("person-b", "party-a", "member", attendance="absent"),
        participant("person-x", "party-x", "head", attendance="online"),
        participant("person-y", "party-x", "guest", attendance="present"),
    )
    held = session("1", date="2020-01-01", participants=people, **fields)
    return register(held, mechanisms={"talks": mechanism()}, sources={"source-a": source()})


def test_chinese_minutes_tell_who_was_present_excused_and_sat_in() -> None:
    made = minutes(attended(), "gbt9704", name="talks/1")
    present, excused, sat_in = said(made, "p.present", "p.also-present")
    assert present.startswith("出席：Person A")
    assert "Person X" in present
    assert "Person Y" not in present
    assert excused.startswith("请假：Person B")
    assert sat_in.startswith("列席：Person Y")
    assert said(made, "span.present-label") == ["出席：", "请假：", "列席："]
    assert said(made, "p.issuer", "p.red-head") == []


def test_chinese_minutes_of_nobody_leave_room_for_names() -> None:
    made = minutes(register(session("1", date="2020-01-01")), "gbt9704", name="talks/1")
    assert said(made, "p.present") == [f"出席：{BLANK}"]
    assert said(made, "p.also-present") == []
    assert "Person" not in text_of(part(made, "attendance"))


def test_chinese_minutes_are_called_so_in_red(shipped: Register) -> None:
    made = minutes(shipped, "gbt9704")
    (title,) = said(made, "h1.minutes-head")
    assert title.endswith("第十四次会晤会谈纪要")
    assert STYLES["gbt9704"].roles["h1.minutes-head"].colour == "red"


@pytest.mark.parametrize("style", OFFICIAL)
def test_minutes_name_the_same_people_in_every_style(style: str, shipped: Register) -> None:
    def names(made: Page) -> set[str]:
        refs = {each.attributes.get("data-ref", "") for each in walk(made.body)}
        return {ref for ref in refs if ref.endswith("/name")}

    plain = page(
        MINUTES,
        SessionOrder(HELD, day("2026-11-22"), "shared"),
        shipped,
        "plain",
        language=OFFICIAL[style],
    )
    assert len(names(plain)) > 5
    assert names(minutes(shipped, style)) == names(plain)


# Which style a document has


def test_a_mechanism_s_style_goes_before_an_edition_s() -> None:
    settings = {"editions": {"shared": "nd30"}, "mechanisms": {"talks": "hd36"}}
    records = register(session("1"))
    styles = type(records.styles).model_validate(settings, context=CONTEXT)
    records = replace(records, styles=styles)
    assert records.styles.style_of("talks", "shared") == "hd36"
    assert records.styles.style_of("talks", "internal") == "hd36"
    assert records.styles.style_of("others", "shared") == "nd30"
    assert records.styles.style_of(None, "shared") == "nd30"
    assert records.styles.style_of("others", "internal") is None


# What the docs tell


TOLD = (ROOT / "docs/styles.md").read_text("utf-8")


def test_the_docs_name_every_style_with_its_fonts() -> None:
    fonts = {key: font for style in OFFICIAL for key, font in STYLES[style].fonts.items()}
    assert {"times", "fangsong", "hei", "kai"} <= set(fonts)
    for name in STYLES:
        assert f"| `{name}` |" in TOLD
    for key, font in fonts.items():
        (row,) = (line for line in TOLD.splitlines() if line.startswith(f"| {key} |"))
        assert font.pdf[0] in row
        assert font.east_asian in row


def test_the_docs_tell_every_setting_of_an_issuer_and_every_form() -> None:
    keys = {*Issuer.model_fields, *Signatory.model_fields}
    assert {"abbreviation", "copies", "form"} <= keys
    assert {key for key in keys if f"{key}:" not in TOLD} == set()
    assert {form for form in get_args(SigningForm) if form not in TOLD} == set()
