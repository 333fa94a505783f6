"""Facts in words: dates as exact as they are known, ordinals, numbers, texts by language."""

from decimal import Decimal
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import day, words
from markupsafe import Markup

from briefgen.register.dates import parse_date
from briefgen.register.texts import Wording
from briefgen.rendering.dates import Dates, Length
from briefgen.rendering.filters import Filters
from briefgen.rendering.languages import ordinal

DATES = Dates("en", NullTranslations())
FILTERS = Filters("en", NullTranslations()).table()


def in_words(edtf: str, length: Length = "long") -> str:
    return DATES.date(parse_date(edtf), length)


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("2023-02-22", "22 February 2023"),
        ("2023-02", "February 2023"),
        ("2023", "2023"),
        ("XXXX-06-12", "12 June, year not recorded"),
        ("XXXX-02-29", "29 February, year not recorded"),
        ("XXXX-06", "June, year not recorded"),
        ("XXXX", "date not recorded"),
        ("2018~", "about 2018"),
        ("2018?", "about 2018"),
        ("2018%", "about 2018"),
        ("2023-02~", "about February 2023"),
        ("2023-02-22~", "about 22 February 2023"),
        ("XXXX-06-12~", "about 12 June, year not recorded"),
        ("2023-XX", "2023"),
        ("2023-02-XX", "February 2023"),
        ("2023-XX-12", "2023"),
        ("2023-02-22/2023-02-24", "22 February 2023 – 24 February 2023"),
        ("2022/2026", "2022–2026"),
        ("2022-03/2023-04", "March 2022 – April 2023"),
        ("2022~/2026", "about 2022 – 2026"),
        ("XXXX-06-12/XXXX-06-14", "12 June, year not recorded – 14 June, year not recorded"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(edtf: str, text: str) -> None:
    assert in_words(edtf) == text


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("2023-02-22", "22 Feb 2023"),
        ("2024-09-20", "20 Sept 2024"),
        ("2023-02", "February 2023"),
        ("2023", "2023"),
        ("XXXX-06-12", "12 June, year not recorded"),
    ],
)
def test_a_day_has_a_shorter_form(edtf: str, text: str) -> None:
    assert in_words(edtf, "medium") == text


def test_a_day_of_the_calendar_is_told_with_its_month_in_words() -> None:
    assert DATES.day(day("2026-11-22")) == "22 November 2026"


@given(st.dates(day("1000-01-01"), day("9999-12-31")))
def test_every_day_tells_its_day_and_its_year(value: object) -> None:
    text = in_words(f"{value}")
    year, _, number = f"{value}".split("-")
    assert text.split()[0] == str(int(number))
    assert text.split()[-1] == year


@pytest.mark.parametrize(
    ("number", "text"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th")),
        *((11, "11th"), (12, "12th"), (13, "13th"), (14, "14th"), (15, "15th")),
        *((20, "20th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (24, "24th")),
        *((100, "100th"), (101, "101st"), (102, "102nd"), (111, "111th"), (112, "112th")),
        *((113, "113th"), (121, "121st"), (1000, "1000th"), (1011, "1011th"), (1021, "1021st")),
    ],
)
def test_sessions_are_counted_as_english_counts(number: int, text: str) -> None:
    assert ordinal(number, "en") == text
    assert FILTERS["nth"](str(number)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("7.2"), "7.2"),
        (Decimal("0.12345"), "0.12345"),
        (Decimal("1234567.1234"), "1,234,567.1234"),
        (8, "8"),
        (1000, "1,000"),
        (Decimal("-3.5"), "-3.5"),
        (Decimal("1E+3"), "1,000"),
    ],
)
def test_a_number_keeps_every_digit(value: Decimal | int, text: str) -> None:
    assert FILTERS["number"](value) == text


# Texts by language.


def test_a_text_in_the_pages_language_stands_as_it_is() -> None:
    assert FILTERS["text"](words("Lang Son", vi="Lạng Sơn")) == "Lang Son"


LACKING = '<span class="other-language" lang="{}">{}</span>'
MARK = '<span class="language-mark">\u00a0[{}]</span>'


def test_a_text_that_lacks_the_language_is_marked_with_its_own() -> None:
    assert FILTERS["text"](words(vi="Lạng Sơn")) == LACKING.format("vi", "Lạng Sơn") + MARK.format(
        "vi"
    )


def test_a_name_that_lacks_the_language_bears_no_visible_mark() -> None:
    assert FILTERS["name"](words(vi="Lạng Sơn")) == LACKING.format("vi", "Lạng Sơn")


def test_a_text_in_several_other_languages_takes_the_registers_first() -> None:
    found = FILTERS["name"](words(**{"vi": "Lạng Sơn", "zh-Hans": "谅山"}))
    assert found == LACKING.format("vi", "Lạng Sơn")


@pytest.mark.parametrize(
    "wording",
    [words(vi="2021/08"), words(vi="USD", **{"zh-Hans": "USD"}), words("–", vi="—")],
)
def test_what_reads_the_same_in_all_languages_is_not_marked(wording: Wording) -> None:
    shown = wording.best("en").text
    assert FILTERS["text"](wording) == FILTERS["name"](wording) == shown


def test_what_is_marked_is_escaped_within() -> None:
    found = FILTERS["name"](words(vi="<b> & c"))
    assert isinstance(found, Markup)
    assert found == LACKING.format("vi", "&lt;b&gt; &amp; c")


def test_a_text_without_elements_loses_the_mark_too() -> None:
    assert FILTERS["plain"](FILTERS["text"](words(vi="A & <B>"))) == "A & <B>"


def test_a_name_in_a_wanted_language_is_marked_with_it() -> None:
    name = words("Guangxi", **{"vi": "Quảng Tây", "zh-Hans": "广西"})
    assert FILTERS["in_language"](name, "zh-Hans") == '<span lang="zh-Hans">广西</span>'


def test_a_name_that_is_not_known_in_a_language_is_nothing() -> None:
    assert FILTERS["in_language"](words("Guangxi"), "zh-Hans") == ""


@pytest.mark.parametrize(
    ("text", "expected"), [("in person", "In person"), ("14th", "14th"), ("", ""), ("đồng", "Đồng")]
)
def test_a_text_can_start_with_a_capital(text: str, expected: str) -> None:
    assert FILTERS["capitalised"](text) == expected
