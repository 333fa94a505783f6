"""Texts in a PDF tell their language, have the right letters, and come out as they went in."""

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from layouts import TEMPLATES, Printed, Tree, layout_style, page_of
from makers import CLOCK
from pages import brief_page

from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.fonts import load_fonts
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import text_of, walk
from briefgen.rendering.style import Style
from briefgen.rendering.tokens import Font, RoleStyle
from briefgen.writers import pdf_finishing
from briefgen.writers.pdf import write_pdf

ROOT = Path(__file__).parent.parent
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LOWER = "bcdđghklmnpqrstvx" + "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES
)
VIETNAMESE = LOWER + LOWER.upper()
# All of GB 2312: levels 1 and 2.
HANZI = "".join(
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xF8)
    for cell in range(0xA1, 0xFF)
    if not (row == 0xD7 and cell > 0xF9)
)
FONTS = load_fonts((TEMPLATES,))
TEXT_FONTS = sorted(set(FONTS) - {"signs"})
Said = tuple[str, str]
"""A language and a text in it."""


@pytest.fixture(scope="module")
def style() -> Style:
    return layout_style()


def said(printed: Printed) -> list[Said]:
    """Each text of the tag tree and its language: its own, or that of what it stands in."""
    (top,) = (node for node in printed.tree if node["type"] == "Document")
    language = printed.pdf.doc.catalog["Lang"].decode()
    return list(spoken(top, language, printed))


def spoken(node: Tree, around: str, printed: Printed) -> Iterator[Said]:
    language = node.get("lang", around)
    own = {**node, "children": []}
    if node.get("mcids"):
        yield language, printed.said(own)
    for child in node.get("children", []):
        yield from spoken(child, language, printed)


def by_language(printed: Printed) -> dict[str, str]:
    found: dict[str, str] = {}
    for language, text in said(printed):
        found[language] = found.get(language, "") + text
    return found


# Languages


def test_every_text_tells_its_language(style: Style) -> None:
    html = (
        '<p>Lang Son, <span lang="vi">Lạng Sơn</span> or <span lang="zh-Hans">谅山</span>.</p>'
        '<p lang="vi">Cao Bằng (<span lang="en">Cao Bang, <em lang="zh-Hans">高平</em></span>)</p>'
    )
    assert said(Printed(html, style, "en")) == [
        ("en", "Lang Son, "),
        ("vi", "Lạng Sơn"),
        ("en", " or "),
        ("zh-Hans", "谅山"),
        ("en", "."),
        ("vi", "Cao Bằng ("),
        ("en", "Cao Bang, "),
        ("zh-Hans", "高平"),
        ("vi", ")"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<section lang="vi"><h2>Tỉnh</h2></section>',
        '<ul><li lang="vi">Tỉnh</li></ul>',
        '<ul><li class="recipient" lang="vi">Tỉnh</li></ul>',
        '<ol lang="vi"><li class="clause">Tỉnh<ul><li lang="en">x</li></ul></li></ol>',
        '<dl lang="vi"><div><dt>Tỉnh</dt><dd>Tỉnh</dd></div></dl>',
        (
            '<table><caption>t</caption><thead><tr><th scope="col" lang="vi">Tỉnh</th></tr></thead>'
            '<tbody><tr><td>x</td></tr><tr lang="vi"><td><p>Tỉnh</p></td></tr></tbody></table>'
        ),
        '<p><a href="https://a.example" lang="vi">Tỉnh</a></p>',
        '<p><a href="https://a.example">x <span lang="vi">Tỉnh</span> y</a></p>',
        '<p class="motto" lang="vi">Tỉnh</p>',
        (
            '<section class="pair"><section lang="vi"><p>Tỉnh</p></section>'
            "<section><p>x</p></section></section>"
        ),
        '<section class="colophon" lang="vi"><p>Tỉnh</p></section>',
        '<section class="annex" lang="vi"><p>Tỉnh</p></section>',
    ],
)
def test_any_element_may_be_in_another_language(html: str, style: Style) -> None:
    found = by_language(Printed(html, style, "en"))
    assert "Tỉnh" in found["vi"]
    assert "ỉ" not in found.get("en", "")
    assert not set(found["vi"]) & set("xy")


def test_a_text_tells_its_language_on_each_page_that_it_is_on(style: Style) -> None:
    printed = Printed(f'<p lang="vi">{"Tỉnh ủy " * 900}</p>', style, "en")
    assert len(printed.sheets) > 2
    assert set(by_language(printed)) == {"vi"}
    assert by_language(printed)["vi"].count("Tỉnh") == 900


def test_a_document_in_one_language_says_so_once(style: Style) -> None:
    printed = Printed('<p>甲<span lang="zh-Hans">乙</span></p>', style)
    assert [node["lang"] for node in printed.tree if "lang" in node] == []
    assert by_language(printed) == {"zh-Hans": "甲乙"}


def test_without_our_own_notes_all_would_be_in_one_language(
    style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_finishing, "tell_languages", lambda *_: None)
    assert set(by_language(Printed('<p>a <span lang="vi">b</span></p>', style, "en"))) == {"en"}


def test_every_name_in_a_real_brief_tells_its_language() -> None:
    page = brief_page(load_register(Workspace(ROOT), CLOCK), "jwc-guangxi/next")
    names = {
        (each.attributes["lang"], text_of(each))
        for each in walk(page.body)
        if each.attributes.get("lang", page.language) != page.language
    }
    assert {language for language, _ in names} == {"vi", "zh-Hans"}
    found = by_language(Printed(page, load_style("plain", (TEMPLATES,))))
    for language, name in names:
        assert bare(name) in bare(found[language])
    assert not any(is_hanzi(letter) for letter in found["en"] + found["vi"])


def bare(text: str) -> str:
    return "".join(text.split())


def is_hanzi(letter: str) -> bool:
    return "CJK UNIFIED" in unicodedata.name(letter, "")


# Letters


@pytest.mark.parametrize("name", TEXT_FONTS)
def test_chinese_is_set_in_simplified_forms_in_any_language(name: str, style: Style) -> None:
    html = "".join(
        f'<p class="x" lang="{language}">骨直令 ab ặ <strong>誤化</strong> かな 。「」</p>'
        for language in ("zh-Hans", "vi", "en", "ja", "ko")
    )
    fonts = Printed(html, in_font(FONTS[name], style), "en").fonts()
    chinese = {font for font in fonts if "CJK" in font or "WenKai" in font}
    assert chinese
    assert {font for font in chinese if "CJK-SC" not in font} <= {"LXGW-WenKai", "LXGW-WenKai-Bold"}


def test_a_chinese_letter_looks_the_same_in_a_text_of_any_language(style: Style) -> None:
    own = in_font(FONTS["times"], style)
    looks = {picture("<p class='x'>骨直令</p>", own, each) for each in ("zh-Hans", "vi", "en")}
    assert len(looks) == 1
    japanese = in_font(FONTS["times"].model_copy(update={"pdf": ("Noto Serif CJK JP",)}), style)
    assert picture("<p class='x'>骨直令</p>", japanese, "en") not in looks


def picture(html: str, style: Style, language: str) -> bytes:
    image = Printed(html, style, language).sheets[0].to_image(resolution=144).original
    data: bytes = image.tobytes()
    return data


def in_font(font: Font, style: Style) -> Style:
    """The style with a role that has that font, small enough to set all letters on one page."""
    role = RoleStyle(font="x", size=Decimal(5), line=Decimal(6), first_line=Decimal(0))
    fonts = {**FONTS, "x": font}
    return style.model_copy(update={"fonts": fonts, "roles": {**style.roles, "p.x": role}})


@pytest.mark.skipif(not (shutil.which("pdftotext") or os.environ.get("CI")), reason="no pdftotext")
@pytest.mark.parametrize(
    ("name", "is_bold"),
    [*((name, False) for name in TEXT_FONTS), ("title-song", True), ("hei", True), ("times", True)],
)
def test_every_letter_comes_out_as_it_went_in(
    name: str,
    is_bold: bool,  # noqa: FBT001
    style: Style,
    tmp_path: Path,
) -> None:
    assert (len(HANZI), len(set(VIETNAMESE))) == (6763, 178)
    own = in_font(FONTS[name], style)
    texts = (
        f"<strong>{text}</strong>" if is_bold else text for text in (" ".join(VIETNAMESE), HANZI)
    )
    vietnamese, hanzi = texts
    html = f'<p class="x" lang="vi">{vietnamese}</p><p class="x">{hanzi}</p>'
    page = replace(page_of(html, own), header="", footer="")
    (tmp_path / "text.pdf").write_bytes(write_pdf(page, own))
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "text.pdf", "-"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert bare(done.stdout) == VIETNAMESE + HANZI
