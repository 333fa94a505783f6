"""Numbers of pages stand where the style says, in its form, on the pages that it names."""

from decimal import Decimal
from pathlib import Path

import pytest
from docx_faults import faults
from docx_reading import R, body_of, find, one, part, text_in, value, value_at
from laid_out import laid_out, made_up_style
from test_docx_soundness import audited

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import PageNumbers, RoleStyle

FOOT = "Internal · Register as of 1 February 2024"
HTML = "<p>Text</p><section class='annex'><p>Annex</p></section>"


def style_with(**tokens: object) -> Style:
    return made_up_style(PageNumbers.model_validate(tokens))


def margins(docx: bytes) -> dict[str, list[str]]:
    """What stands at the head and foot of pages, by the kind of page."""
    relations = part(docx, "word/_rels/document.xml.rels")
    members = {each.get("Id"): each.get("Target") for each in relations}
    found = {}
    for kind in ("header", "footer"):
        for reference in find(body_of(docx), f".//w:sectPr/w:{kind}Reference"):
            root = part(docx, f"word/{members[reference.get(f'{{{R}}}id')]}")
            found[f"{kind} {value(reference, 'type')}"] = [text_in(p) for p in find(root, "w:p")]
    return found


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ({}, {"footer default": [f"{FOOT}\tPage 1 of 1"]}),
        ({"form": "bare"}, {"footer default": [f"{FOOT}\t1"]}),
        (
            {"form": "bare", "on_first": False},
            {"footer default": [f"{FOOT}\t1"], "footer first": [FOOT]},
        ),
        (
            {"place": "head", "form": "bare"},
            {"header default": ["1"], "footer default": [FOOT]},
        ),
        (
            {"place": "head", "form": "bare", "on_first": False},
            {
                "header default": ["1"],
                "header first": [""],
                "footer default": [FOOT],
                "footer first": [FOOT],
            },
        ),
        (
            {"place": "outer", "form": "dashed"},
            {"footer default": [f"{FOOT}\t— 1 —"], "footer even": [f"— 1 —\t{FOOT}"]},
        ),
        (
            {"place": "outer", "form": "dashed", "on_first": False},
            {
                "footer default": [f"{FOOT}\t— 1 —"],
                "footer first": [FOOT],
                "footer even": [f"— 1 —\t{FOOT}"],
            },
        ),
    ],
)
def test_each_kind_of_page_has_its_number(
    tokens: dict[str, object], expected: dict[str, list[str]], tmp_path: Path
) -> None:
    docx = laid_out(HTML, style=style_with(**tokens))
    assert margins(docx) == expected
    assert audited(docx, tmp_path) == []
    assert faults(docx) == []


def test_the_edition_stands_at_the_head_if_the_style_says_so() -> None:
    style = style_with(place="head", form="bare", on_first=False)
    docx = laid_out(HTML, style=style.model_copy(update={"edition_at": "head"}))
    assert margins(docx) == {
        "header default": ["Internal", "1"],
        "header first": ["Internal"],
        "footer default": ["Register as of 1 February 2024"],
        "footer first": ["Register as of 1 February 2024"],
    }


def test_a_first_page_without_number_is_said_of_every_section() -> None:
    for on_first in (True, False):
        sections = find(body_of(laid_out(HTML, style=style_with(on_first=on_first))), ".//w:sectPr")
        assert [bool(find(each, "w:titlePg")) for each in sections] == [not on_first] * 2


@pytest.mark.parametrize(("place", "differ"), [("right", 0), ("head", 0), ("outer", 1)])
def test_odd_and_even_pages_differ_only_where_numbers_stand_outside(
    place: str, differ: int
) -> None:
    settings = part(laid_out(HTML, style=style_with(place=place)), "word/settings.xml")
    assert len(find(settings, "w:evenAndOddHeaders")) == differ


def test_a_number_in_the_foot_has_the_letters_of_its_role() -> None:
    docx = laid_out(HTML, style=style_with(place="outer", form="dashed"))
    style = one(part(docx, "word/styles.xml"), "w:style[@w:styleId='NumberOfPage']")
    assert value(style, "type") == "character"
    assert value_at(style, "w:rPr/w:sz") == "28"
    for name in ("footer", "footer-even"):
        runs = find(part(docx, f"word/{name}.xml"), ".//w:r[w:fldChar or w:instrText]")
        assert len(runs) == 4
        assert {value_at(run, "w:rPr/w:rStyle") for run in runs} == {"NumberOfPage"}


def test_a_number_in_the_foot_stands_in_from_the_end_of_the_line() -> None:
    docx = laid_out(HTML, style=style_with(place="outer", form="dashed"))
    tabs = find(part(docx, "word/footer.xml"), ".//w:tab[@w:pos]")
    assert [(value(tab), value(tab, "pos")) for tab in tabs] == [
        ("right", "8791"),
        ("clear", "9071"),
    ]
    assert value_at(part(docx, "word/footer-even.xml"), ".//w:ind", "left") == "280"


def test_a_number_in_the_head_is_a_paragraph_of_its_role_in_the_middle() -> None:
    docx = laid_out(HTML, style=style_with(place="head", form="bare"))
    style = one(part(docx, "word/styles.xml"), "w:style[@w:styleId='NumberOfPage']")
    assert value(style, "type") == "paragraph"
    paragraph = one(part(docx, "word/header.xml"), "w:p")
    assert value_at(paragraph, "w:pPr/w:pStyle") == "NumberOfPage"
    assert value_at(paragraph, "w:pPr/w:jc") == "center"


def test_a_number_without_a_role_looks_as_the_foot_does() -> None:
    style = style_with(place="head", form="bare")
    roles = {name: role for name, role in style.roles.items() if name != "page-number"}
    docx = laid_out(HTML, style=style.model_copy(update={"roles": roles}))
    assert value_at(part(docx, "word/header.xml"), "w:p/w:pPr/w:pStyle") == "Footer"


def test_a_number_stands_at_the_very_end_if_its_role_says_nothing_else() -> None:
    role = RoleStyle(word="Number of Page", size=Decimal(14))
    style = made_up_style(PageNumbers(place="outer"), {"page-number": role})
    docx = laid_out(HTML, style=style)
    assert not find(part(docx, "word/footer.xml"), ".//w:pPr/w:tabs")
    assert not find(part(docx, "word/footer-even.xml"), ".//w:pPr/w:ind")
