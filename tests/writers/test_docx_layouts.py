"""The tokens of official layouts become what Word has for them."""

from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from docx_faults import faults
from docx_reading import (
    Xml,
    body_of,
    find,
    one,
    outline,
    part,
    text_blocks,
    text_in,
    value,
    value_at,
)
from laid_out import PAGE, laid_out, made_up_style
from test_docx_soundness import audited

from briefgen.problems import TemplateError
from briefgen.rendering.tokens import Line, RoleStyle

TEXT_WIDTH = 9071
"""210 − 30 − 20 mm in twips."""
BESIDE = "<section class='beside'><section>{}</section><section>{}</section></section>"


def style_of(identifier: str, docx: bytes | None = None) -> Xml:
    styles = part(docx or laid_out("<p>Text</p>"), "word/styles.xml")
    return one(styles, f"w:style[@w:styleId='{identifier}']")


def styled(**roles: RoleStyle) -> bytes:
    """A document in the made-up style with other roles, whose names have `_` for their dot."""
    style = made_up_style(roles={name.replace("_", "."): role for name, role in roles.items()})
    return laid_out("<p>Text</p>", style=style)


# Paragraphs


@pytest.mark.parametrize(
    ("style", "path", "attribute", "expected"),
    [
        ("Normal", "w:pPr/w:spacing", "lineRule", "exact"),
        ("Normal", "w:pPr/w:spacing", "line", "400"),
        ("Loose", "w:pPr/w:spacing", "lineRule", "atLeast"),
        ("Loose", "w:pPr/w:spacing", "line", "480"),
        ("Header", "w:pPr/w:spacing", "lineRule", "exact"),
        ("Narrow", "w:rPr/w:spacing", "val", "-6"),
        ("Narrow", "w:pPr/w:ind", "right", "1200"),
        ("Narrow", "w:pPr/w:ind", "firstLine", "720"),
        ("BodyText", "w:pPr/w:ind", "firstLine", "720"),
        ("BodyText", "w:pPr/w:ind", "hanging", None),
        ("Flush", "w:pPr/w:ind", "firstLine", "0"),
    ],
)
def test_a_token_becomes_a_property(
    style: str, path: str, attribute: str, expected: str | None
) -> None:
    assert value_at(style_of(style), path, attribute) == expected


def test_exact_lines_have_the_height_that_the_role_derives() -> None:
    style = style_of("Tight", styled(p_tight=RoleStyle(word="Tight", exact=False)))
    assert value_at(style, "w:pPr/w:spacing", "line") == "400"
    assert value_at(style, "w:pPr/w:spacing", "lineRule") == "atLeast"


def test_a_first_line_that_hangs_less_than_it_stands_in_stands_in() -> None:
    role = RoleStyle(word="Both", first_line=Decimal(20), hanging=Decimal(12), indent=Decimal(12))
    style = style_of("Both", styled(p_both=role))
    assert value_at(style, "w:pPr/w:ind", "firstLine") == "160"


# Grids


def test_a_grid_has_lines_around_each_cell() -> None:
    lines = find(style_of("MadeUpTable"), "w:tblPr/w:tblBorders/*")
    assert [(str(line.tag).split("}")[1], value(line, "color")) for line in lines] == [
        (side, "888888") for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]


def test_the_lines_of_cells_do_not_cross_a_grid() -> None:
    docx = laid_out()
    assert not find(style_of("MadeUpTable", docx), "w:tblStylePr")
    assert len(find(body_of(docx), ".//w:tbl[w:tblPr/w:tblStyle]//w:tc")) == 6
    assert not find(body_of(docx), ".//w:tcBorders")


def test_text_in_a_grid_stands_off_the_lines_at_both_sides() -> None:
    margins = [find(style_of("MadeUpTable"), f"w:tblPr/w:tblCellMar/w:{s}") for s in SIDES]
    assert [value(each[0], "w") for each in margins] == ["80", "80"]
    wide = one(body_of(laid_out()), ".//w:tc[.//w:pStyle/@w:val='TableWide']")
    assert [value_at(wide, f"w:tcPr/w:tcMar/w:{side}", "w") for side in SIDES] == ["80", "80"]


SIDES = ("left", "right")


# Rules below texts


def rules(docx: bytes) -> list[tuple[int, int]]:
    """How far each short rule is from the sides of what it stands in."""
    found = find(body_of(docx), ".//w:p[w:pPr/w:pBdr/w:top][not(w:r)]/w:pPr/w:ind")
    return [(int(value(each, "left") or 0), int(value(each, "right") or 0)) for each in found]


def test_a_rule_as_long_as_its_text_stands_below_it() -> None:
    (left, right), *_ = rules(laid_out("<p class='motto'>Han</p>"))
    # H 1593, a 1024, n 1139 of 2048 at 13 points
    assert TEXT_WIDTH - left - right == round(20 * 13 * 3756 / 2048)
    assert abs(left - right) <= 1


def test_a_rule_is_a_share_of_the_longest_line_in_capitals() -> None:
    (left, right), *_ = rules(laid_out("<p class='issuer'>a<br>tw<br>b</p>"))
    # T 1366, W 2048, at 14 points
    assert TEXT_WIDTH - left - right == pytest.approx(20 * 14 * 3414 / 2048 * 0.4, abs=1)


@pytest.mark.parametrize(
    ("align", "start"), [("left", 0), ("right", TEXT_WIDTH - 280), ("centre", 4395)]
)
def test_a_rule_is_centred_below_its_text_wherever_that_stands(
    align: Literal["left", "right", "centre"], start: int
) -> None:
    line = Line(width=Decimal(1), colour="ink", share=Decimal("0.5"))
    role = RoleStyle(word="Ruled", align=align, first_line=Decimal(0), below=line)
    docx = laid_out("<p class='ruled'>—</p>", style=made_up_style(roles={"p.ruled": role}))
    assert rules(docx) == [(start + 70, TEXT_WIDTH - start - 210)]


def test_a_rule_keeps_within_the_indents_of_its_text() -> None:
    line = Line(width=Decimal(1), colour="ink", share=Decimal(1))
    role = RoleStyle(
        word="Ruled", align="centre", indent=Decimal(50), indent_right=Decimal(30), below=line
    )
    docx = laid_out(
        f"<p class='ruled'>{'—' * 99}</p>", style=made_up_style(roles={"p.ruled": role})
    )
    assert rules(docx) == [(1000, 600)]


def test_a_text_longer_than_its_column_counts_as_wide_as_the_column() -> None:
    html = BESIDE.format(f"<p class='motto'>{'long ' * 40}</p>", "<p>b</p>")
    assert rules(laid_out(html)) == [(0, 0)]


def test_words_of_another_look_count_with_their_own_size() -> None:
    html = "<p class='motto'><span class='small'>—</span></p>"
    (left, right), *_ = rules(laid_out(html))
    assert TEXT_WIDTH - left - right == 140


def test_han_letters_are_as_wide_as_they_are_high() -> None:
    (left, right), *_ = rules(laid_out("<p class='motto'>独立自由</p>", "zh-Hans"))
    assert TEXT_WIDTH - left - right == 4 * 13 * 20


def test_a_rule_stands_close_to_its_text_and_keeps_the_distance_of_its_role() -> None:
    text, rule, *_ = find(body_of(laid_out("<p class='motto'>a</p><p>b</p>")), "w:p")
    assert find(text, "w:pPr/w:keepNext")
    assert value_at(text, "w:pPr/w:spacing", "after") == "0"
    spacing = one(rule, "w:pPr/w:spacing")
    assert (value(spacing, "before"), value(spacing, "after")) == ("40", "60")
    assert value(spacing, "lineRule") == "exact"


def test_the_style_of_a_text_with_a_short_rule_has_no_line_itself() -> None:
    assert not find(style_of("Motto"), "w:pPr/w:pBdr")
    assert find(style_of("ColophonLast"), "w:pPr/w:pBdr/w:bottom")


def test_a_short_rule_takes_the_place_of_the_line_that_a_role_derives() -> None:
    whole = Line(width=Decimal(1), colour="ink")
    roles = {
        "p": made_up_style().roles["p"].model_copy(update={"below": whole}),
        "p.short": RoleStyle(
            word="Short", below=whole.model_copy(update={"share": Decimal("0.5")})
        ),
    }
    docx = laid_out("<p>Text</p>", style=made_up_style(roles=roles))
    assert value_at(style_of("BodyText", docx), "w:pPr/w:pBdr/w:bottom") == "single"
    assert value_at(style_of("Short", docx), "w:pPr/w:pBdr/w:bottom") == "nil"


@pytest.mark.parametrize(
    ("role", "token"), [("td", "below"), ("li", "below"), ("p", "above"), ("table", "grid")]
)
def test_a_short_rule_where_word_has_none_is_an_error(role: str, token: str) -> None:
    line = Line(width=Decimal(1), colour="ink", share=Decimal(1))
    wrong = made_up_style().roles[role].model_copy(update={token: line})
    with pytest.raises(TemplateError, match=f"'{role}' can't have a share of a line as its"):
        styled(**{role: wrong})


# Numbers


def test_headings_and_items_are_numbered_as_their_roles_say() -> None:
    lines = outline(laid_out())
    assert [line for line in lines if line.startswith(("Heading", "Part"))] == [
        "Heading 1 | 一、 First",
        "Heading 2 | （一） Below",
        "Heading 3 | 1. Deeper",
        "Heading 3 | 2. Deeper",
        "Heading 2 | （二） Below",
        "Heading 3 | 1. Again",
        "Heading 1 | 二、 Second",
        "Heading 2 | （一） Below again",
        "Part | Part I Annex",
    ]
    assert [line for line in lines if line.startswith(("List", "Point", "Clause", "Item"))] == [
        "List Bullet | - a dash",
        "List Bullet | - another dash",
        "Point | a) a letter",
        "Point | b) another",
        "Clause | I. inner",
        "Item | （1） a number",
    ]


@pytest.mark.parametrize(
    ("style", "suffix"),
    [
        ("Heading1", "nothing"),
        ("Heading2", "nothing"),
        ("Heading3", "space"),
        ("Part", "space"),
        ("ListBullet", "space"),
        ("Point", "tab"),
        ("Clause", "space"),
        ("Item", "nothing"),
    ],
)
def test_a_number_is_parted_from_its_text_as_its_form_needs(style: str, suffix: str) -> None:
    numbering = part(laid_out(), "word/numbering.xml")
    level = find(numbering, f"w:abstractNum/w:lvl[w:pStyle/@w:val='{style}']")[0]
    assert value_at(level, "w:suff") == suffix


def test_the_first_line_of_a_numbered_text_stands_in_as_its_level_says() -> None:
    numbering = part(laid_out(), "word/numbering.xml")
    indents = [
        [value_at(each, "w:pPr/w:ind", name) for name in ("left", "firstLine", "hanging")]
        for style in ("Heading1", "Heading3", "ListBullet", "Point")
        for each in find(numbering, f"w:abstractNum/w:lvl[w:pStyle/@w:val='{style}']")
    ]
    assert indents == [
        ["0", "720", None],
        ["0", "0", None],
        ["0", "400", None],
        ["800", None, "400"],
    ]


def test_headings_without_a_form_count_those_without_one_above_them() -> None:
    plain = {
        "h2": RoleStyle(word="heading 1", numbering="upper-roman", number_form="%."),
        "h3": RoleStyle(word="heading 2", numbering="decimal"),
        "h4": RoleStyle(word="heading 3", numbering="decimal"),
    }
    html = "<section><h2>a</h2><h3>b</h3><h4>c</h4></section>"
    assert outline(laid_out(html, style=made_up_style(roles=plain))) == [
        "Heading 1 | I. a",
        "Heading 2 | 1 b",
        "Heading 3 | 1.1 c",
    ]


# Sections


def test_columns_are_the_cells_of_a_table_that_says_no_more() -> None:
    docx = laid_out(BESIDE.format("<p>a</p>", "<p>b</p>") + "<p>c</p>")
    table = one(body_of(docx), "w:tbl")
    assert [value(each, "w") for each in find(table, "w:tblGrid/w:gridCol")] == ["4081", "4990"]
    told = {str(each.tag).split("}")[1] for each in find(table, "w:tblPr/*")}
    assert told == {"tblW", "tblInd", "tblLayout", "tblCellMar"}
    assert find(table, "w:tr/w:trPr/w:cantSplit")
    assert text_blocks(docx) == ["a", "b", "c"]


def test_columns_keep_their_distance() -> None:
    html = "<p>above</p>" + BESIDE.format("<p>a</p>", "<p>b</p>") + "<p>below</p>"
    _, gap, _, below = find(body_of(laid_out(html)), "w:p | w:tbl")
    assert value_at(gap, "w:pPr/w:spacing", "line") == "80"
    assert value_at(below, "w:pPr/w:spacing", "before") == "200"


def test_columns_and_what_stands_at_the_bottom_can_have_lines_above_and_below() -> None:
    line = Line(width=Decimal(1), colour="red", distance=Decimal(3))
    roles = {
        "section.pair": RoleStyle(columns=(1, 1), below=line),
        "section.foot": RoleStyle(at_bottom=True, above=line, padding=Decimal(2)),
    }
    pair = BESIDE.format("<p>a</p>", "<p>b</p>").replace("beside", "pair")
    docx = laid_out(f"<section class='foot'>{pair}</section>", style=made_up_style(roles=roles))
    outer, inner = find(body_of(docx), ".//w:tbl")
    for table, side, other in ((outer, "top", "bottom"), (inner, "bottom", "top")):
        lines = find(table, "w:tblPr/w:tblBorders/*")
        assert [(str(each.tag).split("}")[1], value(each, "color")) for each in lines] == [
            (side, "C00000")
        ]
        room = value_at(table, f"w:tblPr/w:tblCellMar/w:{side}", "w")
        none = value_at(table, f"w:tblPr/w:tblCellMar/w:{other}", "w")
        assert (room, none) == (("100", "40") if table is outer else ("60", "0"))


def test_columns_may_part_and_stay_with_what_is_below_if_the_style_says_so() -> None:
    html = "<section class='thirds'>{}</section><p>b</p>".format("<section><p>a</p></section>" * 3)
    table = one(body_of(laid_out(html)), "w:tbl")
    assert [value(each, "w") for each in find(table, "w:tblGrid/w:gridCol")] == [
        *("3023", "3024", "3024"),
    ]
    assert not find(table, ".//w:cantSplit")
    assert len(find(table, ".//w:p/w:pPr/w:keepNext")) == 3


def test_a_table_in_a_column_is_as_wide_as_the_column_and_has_a_paragraph_below() -> None:
    inner = "<table><tbody><tr><td>a</td></tr></tbody></table>"
    cell = find(body_of(laid_out(BESIDE.format(inner, "<p>b</p>"))), "w:tbl/w:tr/w:tc")[0]
    assert value_at(cell, "w:tbl/w:tblPr/w:tblW", "w") == "4081"
    assert [str(each.tag).split("}")[1] for each in cell] == ["tcPr", "tbl", "p"]


def test_pages_are_counted_anew_in_a_section_of_word() -> None:
    html = (
        "<p>a</p><section class='annex'><p>b</p></section><section class='annex'><p>c</p></section>"
    )
    docx = laid_out(html)
    first, second, last = find(body_of(docx), ".//w:sectPr")
    assert [text_in(p) for p in find(body_of(docx), "w:p[w:pPr/w:sectPr]")] == ["a", "b"]
    assert len(find(first, "w:footerReference")) == 3
    assert not find(first, "w:type | w:pgNumType")
    for each in (second, last):
        assert value_at(each, "w:type") == "nextPage"
        assert value_at(each, "w:pgNumType", "start") == "1"
        assert not find(each, "w:footerReference | w:headerReference")
    assert all(find(each, "w:titlePg") for each in (first, second, last))


def test_a_document_that_begins_with_such_a_section_has_no_empty_page_before_it() -> None:
    docx = laid_out("<section class='annex'><p>a</p></section><p>b</p>")
    assert len(find(body_of(docx), ".//w:sectPr")) == 1


def test_a_section_of_word_never_ends_in_a_table() -> None:
    html = BESIDE.format("<p>a</p>", "<p>b</p>") + "<section class='annex'><p>c</p></section>"
    (ending,) = find(body_of(laid_out(html)), "w:p[w:pPr/w:sectPr]")
    assert not find(ending, "w:r")
    assert value_at(ending, "w:pPr/w:spacing", "line") == "200"


def test_what_stands_at_the_bottom_floats_there_as_wide_as_the_text() -> None:
    html = "<p>a</p><section class='colophon'><p>b</p><p>c</p></section><p>d</p>"
    docx = laid_out(html)
    table = one(body_of(docx), "w:tbl")
    place = one(table, "w:tblPr/w:tblpPr")
    assert (value(place, "vertAnchor"), value(place, "tblpYSpec")) == ("margin", "bottom")
    assert (value(place, "horzAnchor"), value(place, "tblpX")) == ("page", "1701")
    assert value_at(table, "w:tblPr/w:tblW", "w") == str(TEXT_WIDTH)
    assert [text_in(p) for p in find(table, "w:tr/w:tc/w:p")] == ["b", "c"]
    assert find(body_of(docx), "w:tbl/following-sibling::*[1][self::w:p][not(w:r)]")
    assert text_blocks(docx) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<section class='beside'><section><p>a</p></section></section>", "must hold 2 sections"),
        ("<section class='beside'><p>a</p><p>b</p></section>", "must hold 2 sections"),
        (BESIDE.format("<section class='annex'></section>", ""), "can't stand within"),
        (BESIDE.format("<section class='colophon'></section>", ""), "can't stand within"),
        (
            "<section class='colophon'><section class='annex'></section></section>",
            "'section.annex' can't stand within 'section.colophon'",
        ),
        ("<section class='annex beside'><p>a</p></section>", "can have one role in Word, not 2"),
    ],
)
def test_a_layout_that_has_no_form_in_word_is_an_error(html: str, message: str) -> None:
    with pytest.raises(TemplateError, match=message):
        laid_out(html)


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        ({"bold": True}, "'section.odd' can't have a look of its own in Word"),
        (
            {"at_bottom": True, "fill": "red"},
            "restart_pages, at_bottom, above, below, padding, not fill",
        ),
        ({"restart_pages": True, "after": Decimal(2)}, "restart_pages, at_bottom, not after"),
    ],
)
def test_a_section_with_a_look_of_its_own_is_an_error(
    tokens: dict[str, object], message: str
) -> None:
    role = RoleStyle().model_copy(update=tokens)
    style = made_up_style(roles={"section.odd": role})
    with pytest.raises(TemplateError, match=message):
        laid_out("<section class='odd'><p>a</p></section>", style=style)


# The whole


@pytest.mark.parametrize("language", ["en", "vi", "zh-Hans"])
def test_a_page_with_every_token_is_valid(language: str, tmp_path: Path) -> None:
    docx = laid_out(PAGE, language)
    assert audited(docx, tmp_path) == []
    assert faults(docx) == []
