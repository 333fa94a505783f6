"""Whole pages in the other languages: their marks, their spaces, and the texts that they lack."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import PAPERS
from makers import CLOCK, words
from makers import register as made_register
from makers import session as made_session
from pages import brief_page, page_of, page_text

from briefgen.documents.catalogue import DELEGATES_FORM
from briefgen.documents.orders import SessionOrder
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.catalogues import load_words
from briefgen.rendering.page import Element, Page, walk
from briefgen.rendering.untranslated import OTHER_LANGUAGE, untranslated
from briefgen.writers.xlsx.about import about_rows
from briefgen.writers.xlsx.writing import named_sheets

ROOT = Path(__file__).parents[1]
NAMES = ["brief", "delegates", *PAPERS]
HAN = "\u2e80-\u2fff\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
FULL = "\u3001-\u3004\u3008-\u301f\uff00-\uffef"
SPACE = re.compile(f"[{HAN}{FULL}] (?=[{HAN}{FULL}])|[{FULL}] | [{FULL}]")
HALF = re.compile(f"[{HAN}][,:;()!?](?!/)|[{HAN}]\\.(?![0-9])|[,;](?=[{HAN}])")
"""A mark for Latin letters beside a Chinese one; an address may follow without a space."""


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(Workspace(ROOT), CLOCK)


def page(name: str, register: Register, language: str) -> Page:
    if name == "brief":
        return brief_page(register, "jwc-guangxi/next", language=language)
    order: Any
    kind, order = PAPERS.get(name, (DELEGATES_FORM, None))
    if order is None:
        order = SessionOrder("jwc-guangxi/next", CLOCK, "shared")
    return page_of(kind, register, order, language)


def blocks(page: Page) -> Iterator[str]:
    """The text of each block by itself; a text in another language stands as `x`, citations out."""
    for element in walk(page.body):
        if any(isinstance(child, str) for child in element.children) or element.tag in "p li td":
            yield own_text(element)
        yield element.attributes.get("alt", "")


def own_text(element: Element) -> str:
    if element.tag == "sup":
        return ""
    if "lang" in element.attributes:
        return "x"
    parts = (each if isinstance(each, str) else own_text(each) for each in element.children)
    return "".join(parts)


@pytest.mark.parametrize("name", NAMES)
def test_a_chinese_page_has_no_space_and_no_latin_mark_beside_a_chinese_letter(
    name: str, register: Register
) -> None:
    made = page(name, register, "zh-Hans")
    texts = [made.title, made.subject, made.header, made.footer, *blocks(made)]
    assert sum(len(re.findall(f"[{HAN}]", text)) for text in texts) > 40
    for text in texts:
        assert not SPACE.search(text), text
        assert not HALF.search(text), text


@pytest.mark.parametrize("name", NAMES)
def test_a_vietnamese_page_has_one_space_between_words(name: str, register: Register) -> None:
    made = page(name, register, "vi")
    texts = [made.title, made.subject, made.header, made.footer, *blocks(made)]
    assert any(re.search("[ăâđêôơưạảấầậếệịọộớợụủứừữ]", text) for text in texts)
    for text in texts:
        assert not re.search(r"  | [,;:.)]|\( ", text), text


@pytest.mark.parametrize(
    ("language", "parties"),
    [
        ("en", "Lang Son, Quang Ninh, Cao Bang, Ha Giang and Guangxi"),
        ("vi", "Lạng Sơn, Quảng Ninh, Cao Bằng, Hà Giang và Quảng Tây"),
        ("zh-Hans", "谅山、广宁、高平、河江和广西"),
    ],
)
def test_parties_are_listed_in_each_language(
    language: str, parties: str, register: Register
) -> None:
    assert parties in page_text(page("brief", register, language))


# Texts that a page's language lacks.


def brief_of_texts(language: str) -> Page:
    agreed = words("Made up in English only.")
    note = words("Made up in two languages.", vi="Đặt ra bằng hai thứ tiếng.")
    facts = tuple(
        {"text": text, "sources": ("source-a",)} for text in (agreed, note, words("2021/08"))
    )
    records = made_register(made_session("1", date="2020-03-01", results=facts))
    return brief_page(records, "talks/next", language=language)


def test_a_text_that_lacks_the_language_is_marked_where_it_stands() -> None:
    text = page_text(brief_of_texts("vi"))
    assert "Made up in English only.\u00a0[en]" in text
    assert "Đặt ra bằng hai thứ tiếng." in text
    assert "Made up in two languages." not in text
    assert "2021/08\u00a0[en]" not in text


def test_the_texts_that_a_page_lacks_are_told_once_each() -> None:
    assert "Made up in English only." not in [
        each.text for each in untranslated(brief_of_texts("en"))
    ]
    lacking = untranslated(brief_of_texts("zh-Hans"))
    told = [(each.language, each.text) for each in lacking]
    assert ("en", "Made up in English only.") in told
    assert ("en", "Made up in two languages.") in told
    assert ("en", "2021/08") not in told
    assert len(told) == len(set(told))


def test_names_that_lack_the_language_are_told_and_not_marked() -> None:
    made = brief_of_texts("vi")
    (name, *_) = (each for each in walk(made.body) if OTHER_LANGUAGE in each.roles)
    assert name.attributes["lang"] == "en"
    assert "Party A\u00a0[en]" not in page_text(made)
    assert ("en", "Party A") in [(each.language, each.text) for each in untranslated(made)]


def test_titles_are_without_marks() -> None:
    made = brief_of_texts("zh-Hans")
    assert "[en]" not in made.title + made.subject


@pytest.mark.parametrize("language", ["vi", "zh-Hans"])
def test_numbers_of_pages_are_words_around_both_numbers(language: str) -> None:
    found = load_words(language, (ROOT / "templates",)).gettext("Page %(page)s of %(pages)s")
    number = page("minutes", load_register(Workspace(ROOT), CLOCK), language).page_number
    assert found == f"{number.before}%(page)s{number.between}%(pages)s{number.after}"


def test_a_workbook_calls_its_last_sheet_in_the_pages_language(register: Register) -> None:
    made = page("list", register, "vi")
    names = [sheet.name for sheet in named_sheets(made)]
    assert (names[0], names[-1]) == ("Đại biểu", "Thông tin chung")
    (facts,) = (row for row in about_rows(made) if row[0].text.startswith("Thời gian: 22/02/2023"))
    assert "; trực tiếp kết hợp trực tuyến" in facts[0].text
