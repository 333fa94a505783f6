"""What each language writes by its own rules: ordinals, dates, lists, marks, amounts, months."""

from collections.abc import Mapping
from decimal import Decimal
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import day, words
from markupsafe import Markup

from briefgen.documents.figures import FigureView
from briefgen.documents.views import SessionView
from briefgen.register.dates import parse_date
from briefgen.register.numbering import Unit
from briefgen.register.texts import Language
from briefgen.rendering.dates import Dates, Length
from briefgen.rendering.filters import Filters
from briefgen.rendering.languages import LANGUAGES, ordinal
from briefgen.rendering.punctuation import Punctuation
from briefgen.rendering.spacing import without_breaks


class Told(NullTranslations):
    """A catalogue of a few words; a context stands before its message."""

    def __init__(self, told: Mapping[str, str]) -> None:
        super().__init__()
        self.told = told

    def gettext(self, message: str) -> str:
        return self.told.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return self.told.get(f"{context}|{message}", message)


ENGLISH = NullTranslations()
VIETNAMESE = Told(
    {
        "about %(date)s": "khoảng %(date)s",
        "%(day)s, year not recorded": "%(day)s, chưa ghi nhận năm",
        "%(first)s – %(last)s": "từ %(first)s đến %(last)s",
        "%(ordinal)s session": "Hội nghị %(ordinal)s",
        "%(mechanism)s %(year)s": "%(mechanism)s năm %(year)s",
        "billion": "tỷ",
    }
)
CHINESE = Told(
    {
        "about %(date)s": "约%(date)s",
        "%(day)s, year not recorded": "%(day)s（年份未记录）",
        "%(first)s – %(last)s": "%(first)s至%(last)s",
        "%(ordinal)s session": "%(ordinal)s会晤",
        "%(mechanism)s %(year)s": "%(year)s年%(mechanism)s",
        "%(number)s %(unit)s": "%(number)s%(unit)s",
        "things in a row|%(before)s, %(after)s": "%(before)s、%(after)s",
        "parts of a sentence|%(before)s, %(after)s": "%(before)s，%(after)s",
        "two sentences|%(before)s %(after)s": "%(before)s%(after)s",
        "%(before)s; %(after)s": "%(before)s；%(after)s",
        "%(label)s: %(text)s": "%(label)s：%(text)s",
        "<strong>%(label)s:</strong> %(text)s": "<strong>%(label)s：</strong>%(text)s",
        "%(text)s (%(aside)s)": "%(text)s（%(aside)s）",
        "%(sentence)s.": "%(sentence)s。",
    }
)
TOLD: Mapping[Language, NullTranslations] = {
    "en": ENGLISH,
    "vi": VIETNAMESE,
    "zh-Hans": CHINESE,
}
LATER = "talks"


def filters(language: Language) -> Filters:
    return Filters(language, TOLD[language])


def marks(language: Language) -> Punctuation:
    return filters(language).punctuation


def test_every_language_is_tested_here() -> None:
    assert set(TOLD) == set(LANGUAGES)


# Ordinals and the names of sessions.


@pytest.mark.parametrize(
    ("number", "vietnamese", "chinese"),
    [
        (1, "lần thứ nhất", "第一次"),
        (2, "lần thứ 2", "第二次"),
        (10, "lần thứ 10", "第十次"),
        (11, "lần thứ 11", "第十一次"),
        (19, "lần thứ 19", "第十九次"),
        (20, "lần thứ 20", "第二十次"),
        (21, "lần thứ 21", "第二十一次"),
        (99, "lần thứ 99", "第九十九次"),
        (100, "lần thứ 100", "第一百次"),
        (101, "lần thứ 101", "第一百零一次"),
        (110, "lần thứ 110", "第一百一十次"),
        (111, "lần thứ 111", "第一百一十一次"),
        (999, "lần thứ 999", "第九百九十九次"),
        (1000, "lần thứ 1000", "第1000次"),
    ],
)
def test_sessions_are_counted_as_each_language_counts(
    number: int, vietnamese: str, chinese: str
) -> None:
    assert (ordinal(number, "vi"), ordinal(number, "zh-Hans")) == (vietnamese, chinese)


DIGITS = {digit: place for place, digit in enumerate("零一二三四五六七八九")}


@given(st.integers(1, 999))
def test_a_chinese_ordinal_says_its_number(number: int) -> None:
    numeral = ordinal(number, "zh-Hans").removeprefix("第").removesuffix("次")
    hundreds, is_large, rest = numeral.rpartition("百")
    tens, is_ten, ones = rest.rpartition("十")
    ten = DIGITS[tens] if tens else int(bool(is_ten))
    read = DIGITS[hundreds] * 100 if is_large else 0
    assert read + ten * 10 + (DIGITS[ones[-1]] if ones else 0) == number


def session(key: str, unit: Unit = "ordinal") -> SessionView:
    name = words("Talks", **{"vi": "Gặp gỡ", "zh-Hans": "会晤"})
    return SessionView(LATER, name, key, unit, is_recorded=True)


@pytest.mark.parametrize(
    ("language", "by_number", "by_year"),
    [
        ("en", "10th session", "Talks 2023"),
        ("vi", "Hội nghị lần thứ 10", "Gặp gỡ năm 2023"),
        ("zh-Hans", "第十次会晤", "2023年会晤"),
    ],
)
def test_a_session_is_named_in_each_language(
    language: Language, by_number: str, by_year: str
) -> None:
    name = filters(language).session_name
    assert name(session("10")) == by_number
    assert name(session("2023", "year")) == by_year


@pytest.mark.parametrize(
    ("key", "name"),
    [("2007H1", "Talks, first half of 2007"), ("2007H2", "Talks, second half of 2007")],
)
def test_a_half_year_is_told_in_words(key: str, name: str) -> None:
    assert filters("en").session_name(session(key, "half-year")) == name


# Dates.


@pytest.mark.parametrize(
    ("edtf", "length", "vietnamese", "chinese"),
    [
        ("2023-02-22", "long", "ngày 22 tháng 2 năm 2023", "2023年2月22日"),
        ("2023-02-22", "medium", "22/02/2023", "2023年2月22日"),
        ("2023-02", "long", "tháng 2 năm 2023", "2023年2月"),
        ("2023-02", "medium", "tháng 2 năm 2023", "2023年2月"),
        ("2023", "long", "năm 2023", "2023年"),
        ("XXXX-06-12", "long", "ngày 12 tháng 6, chưa ghi nhận năm", "6月12日（年份未记录）"),
        ("XXXX-06", "long", "tháng 6, chưa ghi nhận năm", "6月（年份未记录）"),
        ("2018~", "long", "khoảng năm 2018", "约2018年"),
        ("2023-02~", "long", "khoảng tháng 2 năm 2023", "约2023年2月"),
        ("2022/2026", "long", "2022–2026", "2022–2026年"),
        (
            "2023-02-22/2023-02-24",
            "long",
            "từ ngày 22 tháng 2 năm 2023 đến ngày 24 tháng 2 năm 2023",
            "2023年2月22日至2023年2月24日",
        ),
        ("2022~/2026", "long", "từ khoảng năm 2022 đến năm 2026", "约2022年至2026年"),
    ],
)
def test_a_date_is_told_as_each_language_tells_dates(
    edtf: str, length: Length, vietnamese: str, chinese: str
) -> None:
    date = parse_date(edtf)
    assert Dates("vi", VIETNAMESE).date(date, length) == vietnamese
    assert Dates("zh-Hans", CHINESE).date(date, length) == chinese


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "22 November 2026"),
        ("vi", "ngày 22 tháng 11 năm 2026"),
        ("zh-Hans", "2026年11月22日"),
    ],
)
def test_a_day_is_told_in_each_language(language: Language, text: str) -> None:
    assert filters(language).day(day("2026-11-22")) == text


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [("en", "Jan", "Dec"), ("vi", "T1", "T12"), ("zh-Hans", "1月", "12月")],
)
def test_months_have_short_names_for_charts(language: Language, first: str, last: str) -> None:
    names = Dates(language, ENGLISH).month_names()
    assert (names[0], names[-1], len(names)) == (first, last, 12)


# Lists and marks.


@pytest.mark.parametrize(
    ("language", "two", "four"),
    [
        ("en", "A and B", "A, B, C and D"),
        ("vi", "A và B", "A, B, C và D"),
        ("zh-Hans", "A和B", "A、B、C和D"),
    ],
)
def test_things_are_listed_as_in_a_sentence(language: Language, two: str, four: str) -> None:
    listed = marks(language).listed
    assert (listed(""), listed("A"), listed("AB"), listed("ABCD")) == ("", "A", two, four)


def test_what_is_listed_is_escaped_unless_it_is_markup() -> None:
    listed = marks("en").listed([Markup("<em>A</em>"), "{B}", "C & D"])
    assert isinstance(listed, Markup)
    assert listed == "<em>A</em>, {B} and C &amp; D"


def test_english_puts_spaces_after_its_marks() -> None:
    own = marks("en")
    assert own.series("AB") == own.commas("AB") == "A, B"
    assert own.semicolons("AB") == "A; B"
    assert own.sentences(["A.", "B."]) == "A. B."
    assert own.colon("A", "B") == "A: B"
    assert own.headed("B", "A") == "<strong>A:</strong> B"
    assert own.bracketed("A", "B") == "A (B)"
    assert own.full_stop("A") == "A."


def test_chinese_has_marks_of_its_own_and_no_spaces() -> None:
    own = marks("zh-Hans")
    assert own.series("甲乙丙") == "甲、乙、丙"
    assert own.commas("甲乙") == "甲，乙"
    assert own.semicolons("甲乙") == "甲；乙"
    assert own.sentences(["甲。", "乙。"]) == "甲。乙。"
    assert own.colon("甲", "乙") == "甲：乙"
    assert own.headed("乙", "甲") == "<strong>甲：</strong>乙"
    assert own.bracketed("甲", "乙") == "甲（乙）"
    assert own.full_stop("甲") == "甲。"


def test_parts_that_are_empty_leave_no_mark() -> None:
    own = marks("en")
    assert own.commas(["", "A", None, " ", "B", Markup(" ")]) == "A, B"
    assert own.commas([]) == ""
    assert (own.headed("A", ""), own.bracketed("A", "")) == ("A", "A")


def test_a_citation_between_two_chinese_sentences_makes_no_space() -> None:
    cited = Markup('一。<sup data-at="a:1"><a>1</a></sup>')
    assert marks("zh-Hans").sentences([cited, "2022年。"]) == f"{cited}2022年。"


def test_two_english_sentences_on_a_chinese_page_keep_their_space() -> None:
    cited = Markup("One.<sup>1</sup>")
    assert marks("zh-Hans").sentences([cited, "Two.", "三。", "Four."]) == (
        "One.<sup>1</sup> Two.三。Four."
    )


# Amounts.


@pytest.mark.parametrize(
    ("value", "scale", "english", "vietnamese", "chinese"),
    [
        ("7.2", "billion", "7.2 billion unit", "7,2 tỷ unit", "72亿unit"),
        ("0.05", "billion", "0.05 billion unit", "0,05 tỷ unit", "5000万unit"),
        ("12345", None, "12,345 unit", "12.345 unit", "12345unit"),
    ],
)
def test_an_amount_is_counted_in_the_steps_of_its_language(
    value: str, scale: str | None, english: str, vietnamese: str, chinese: str
) -> None:
    unit = words("unit", **{"vi": "unit", "zh-Hans": "unit"})
    figure = FigureView(unit, Decimal(value), scale, unit, parse_date("2022"), session("1"), ())
    said = [filters(language).amount(figure) for language in ("en", "vi", "zh-Hans")]
    assert said == [english, vietnamese, chinese]


@pytest.mark.parametrize(
    ("value", "scale", "chinese"),
    [
        ("3", "thousand", "3000"),
        ("30", "thousand", "3万"),
        ("12.34", "thousand", "1.234万"),
        ("1.5", "million", "150万"),
        ("100", "million", "1亿"),
        ("123.456789", "billion", "1234.56789亿"),
        ("-2", "billion", "-20亿"),
        ("0", "billion", "0"),
    ],
)
def test_chinese_counts_by_ten_thousands_and_loses_no_digit(
    value: str, scale: str, chinese: str
) -> None:
    unit = words(**{"zh-Hans": "。"})
    figure = FigureView(unit, Decimal(value), scale, unit, parse_date("2022"), session("1"), ())
    assert filters("zh-Hans").amount(figure) == f"{chinese}。"


# Line breaks of templates.


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>甲\n  乙</p>", "<p>甲乙</p>"),
        ("<p>甲。\n<strong>乙</strong></p>", "<p>甲。<strong>乙</strong></p>"),
        ("<p>甲<sup>1</sup>\n\t乙</p>", "<p>甲<sup>1</sup>乙</p>"),
        ("<p>甲\n A</p>", "<p>甲A</p>"),
        ("<p>A\n 甲</p>", "<p>A甲</p>"),
        ("<p>A\n B</p>", "<p>A\n B</p>"),
        ("<p>甲 <span>A</span></p>", "<p>甲 <span>A</span></p>"),
        ("<li>甲</li>\n<li>A</li>", "<li>甲</li><li>A</li>"),
    ],
)
def test_a_line_break_beside_a_chinese_letter_is_no_space(html: str, expected: str) -> None:
    assert without_breaks(html) == expected
