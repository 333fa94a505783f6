"""Every run is in the language of the page or tells its own, at the edges of pages too."""

from dataclasses import replace

import pytest
from docx_faults import faults
from docx_languages import text_of_run
from docx_reading import (
    Xml,
    body_of,
    docx_of,
    find,
    page_of,
    part,
    plain_style,
    value_at,
)
from laid_out import laid_out

from briefgen.writers.docx import write_docx

MIXED = """<p>a <span lang="en">English</span> <span lang="vi">Tiếng Việt</span>
<span lang="zh-Hans">中文 A</span></p>"""


def languages(root: Xml) -> dict[str, tuple[str | None, str | None]]:
    """What the runs with words say of their languages: of Latin and of East Asian letters."""
    return {
        text_of_run(run).strip(): (
            value_at(run, "w:rPr/w:lang"),
            value_at(run, "w:rPr/w:lang", "eastAsia"),
        )
        for run in find(root, ".//w:r[w:t]")
        if text_of_run(run).strip()
    }


@pytest.mark.parametrize(
    ("language", "english", "vietnamese", "latin_in_chinese"),
    [
        ("en", None, "vi-VN", None),
        ("vi", "en-GB", None, "en-GB"),
        ("zh-Hans", None, "vi-VN", None),
    ],
)
def test_a_run_says_its_language_where_the_page_has_another(
    language: str, english: str | None, vietnamese: str | None, latin_in_chinese: str | None
) -> None:
    assert languages(body_of(docx_of(MIXED, language))) == {
        "a": (None, None),
        "English": (english, None),
        "Tiếng Việt": (vietnamese, None),
        "中文": (None, "zh-CN"),
        "A": (latin_in_chinese, None),
    }


@pytest.mark.parametrize(
    ("language", "latin"), [("en", "en-GB"), ("vi", "vi-VN"), ("zh-Hans", "en-GB")]
)
def test_settings_and_styles_have_the_language_of_the_page(language: str, latin: str) -> None:
    docx = docx_of("<p>Text</p>", language)
    for name, path in (
        ("styles", "w:docDefaults//w:lang"),
        ("settings", "w:themeFontLang"),
    ):
        root = part(docx, f"word/{name}.xml")
        assert (value_at(root, path), value_at(root, path, "eastAsia")) == (latin, "zh-CN")


def test_chinese_at_the_edges_of_pages_is_marked_and_set_as_chinese() -> None:
    page = page_of("<p>正文</p>", "zh-Hans")
    page = replace(page, header="内部", footer="截至2024年2月1日", subject="“中越”")
    docx = write_docx(page, plain_style())
    assert languages(part(docx, "word/header.xml")) == {"内部": (None, "zh-CN")}
    foot = languages(part(docx, "word/footer.xml"))
    assert foot["截至"] == foot["年"] == (None, "zh-CN")
    assert foot["2024"] == (None, None)
    assert faults(docx) == []


def test_the_dashes_around_a_number_are_as_wide_as_chinese_ones() -> None:
    foot = part(laid_out("<p>正文</p>", "zh-Hans"), "word/footer-even.xml")
    dashes = [run for run in find(foot, ".//w:r[w:t]") if "—" in text_of_run(run)]
    assert [value_at(run, "w:rPr/w:rFonts", "hint") for run in dashes] == ["eastAsia"] * 2


@pytest.mark.parametrize(("language", "count"), [("en", 0), ("vi", 0), ("zh-Hans", 4)])
def test_chinese_lines_break_and_end_as_chinese_lines_do(language: str, count: int) -> None:
    styles = part(docx_of("<p>Text</p>", language), "word/styles.xml")
    names = ("kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN")
    found = [find(styles, f"w:docDefaults/w:pPrDefault/w:pPr/w:{name}") for name in names]
    assert sum(map(len, found)) == count


@pytest.mark.parametrize(
    ("language", "signs"), [("en", (".", ",")), ("vi", (",", ";")), ("zh-Hans", (".", ","))]
)
def test_fields_reckon_with_the_signs_of_the_language(
    language: str, signs: tuple[str, str]
) -> None:
    settings = part(docx_of("<p>Text</p>", language), "word/settings.xml")
    found = (value_at(settings, "w:decimalSymbol"), value_at(settings, "w:listSeparator"))
    assert found == signs


def test_fonts_with_chinese_names_are_known_as_chinese() -> None:
    fonts = part(laid_out("<p>Text</p>"), "word/fontTable.xml")
    charsets = {name: value_at(fonts, f"w:font[@w:name='{name}']/w:charset") for name in NAMES}
    assert charsets == {"仿宋": "86", "黑体": "86", "楷体": "86", "Times New Roman": None}


NAMES = ("仿宋", "黑体", "楷体", "Times New Roman")
