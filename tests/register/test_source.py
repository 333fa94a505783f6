"""What YAML is read as, and where each value stands."""

from decimal import Decimal

import pytest

from briefgen.problems import Place, RegisterError
from briefgen.register.source import Source, read_source

GUESSED = [
    *("no", "yes", "on", "off", "NO", "True", "Null", "=", "12:30", "010", "0x1F", "0o17", "1_000"),
    *("+5", ".5", "5.", "1e5", ".nan", "-.inf", "2023-02-22", "2001-12-14t21:59:43.10-05:00"),
]


def source(text: str) -> Source:
    return read_source(text.encode(), "a.yaml")


def value(text: str) -> object:
    return source(f"x: {text}").tree["x"]


def problems(text: str) -> list[str]:
    with pytest.raises(RegisterError) as caught:
        source(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("text", GUESSED)
def test_what_yaml_would_guess_stays_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize(("text", "expected"), [("true", True), ("false", False)])
def test_only_two_words_are_booleans(text: str, expected: bool) -> None:  # noqa: FBT001
    assert value(text) is expected


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_nothing_is_null(text: str) -> None:
    assert value(text) is None


@pytest.mark.parametrize(("text", "expected"), [("0", 0), ("7", 7), ("-12", -12)])
def test_digits_are_an_integer(text: str, expected: int) -> None:
    assert value(text) == expected
    assert type(value(text)) is int


@pytest.mark.parametrize("text", ["7.2", "0.10", "-3.50", "0.1000000000000000055511151231"])
def test_a_decimal_keeps_every_digit(text: str) -> None:
    read = value(text)
    assert isinstance(read, Decimal)
    assert str(read) == text


@pytest.mark.parametrize("quoted", ['"5"', "'5'", "|-\n  5"])
def test_what_is_in_quotes_is_text(quoted: str) -> None:
    assert value(quoted) == "5"


def test_keys_are_text() -> None:
    assert source("1: a\ntrue: b\n~: c\n").tree == {"1": "a", "true": "b", "~": "c"}


def test_lists_are_tuples() -> None:
    assert value("[a, [b, 1]]") == ("a", ("b", 1))


def test_values_and_keys_are_normalised() -> None:
    assert source("ha\u0300: Ha\u0300 Giang\n").tree == {"hà": "Hà Giang"}


def test_keys_that_look_alike_are_the_same_key() -> None:
    assert problems("ha\u0300: a\nhà: b\n") == [
        "a.yaml:2:1: the key 'hà' stands here twice; keep one"
    ]


def test_an_empty_file_holds_nothing() -> None:
    assert source("").tree is None
    assert source("# only a comment\n").tree is None


def test_a_value_has_its_place() -> None:
    read = source("# note\na:\n  - {b: c}\n  - d\n")
    assert read.place(("a", 0, "b")) == Place("a.yaml", 3, 9)
    assert read.place(("a", 0, "b"), of_key=True) == Place("a.yaml", 3, 6)
    assert read.place(("a", 1)) == Place("a.yaml", 4, 5)


def test_a_missing_value_has_the_place_of_the_nearest_above() -> None:
    read = source("a:\n  b: c\n")
    assert read.place(("a", "x")) == Place("a.yaml", 2, 3)
    assert read.place(("a", "x"), of_key=True) == Place("a.yaml", 1, 1)
    assert read.place(("x",)) == Place("a.yaml", 1, 1)


def test_a_place_is_found_by_the_normalised_key() -> None:
    assert source("a: 1\nha\u0300: b\n").place(("hà",)) == Place("a.yaml", 2, 6)


def test_an_empty_file_is_its_own_place() -> None:
    assert source("").place(("a",)) == Place("a.yaml")


def test_columns_count_letters() -> None:
    assert source("{à: ệ𠀀, b: c}").place(("b",)) == Place("a.yaml", 1, 12)


def test_all_problems_of_a_file_are_told_at_once() -> None:
    told = problems('a: 1\na: &x 2\nb: !!str 3\nc: "\\a"\n')
    assert [problem.split(": ")[0] for problem in told] == [
        "a.yaml:2:1",
        "a.yaml:2:4",
        "a.yaml:3:4",
        "a.yaml:4:4",
    ]


@pytest.mark.parametrize("text", ["!!bool yes", "!!null x", "!!int '5'", "! x", "!local x"])
def test_no_tag_changes_what_a_value_is(text: str) -> None:
    with pytest.raises(RegisterError, match="can't start with !"):
        source(f"x: {text}")


@pytest.mark.parametrize("depth", [50, 51])
def test_depth_ends_at_fifty(depth: int) -> None:
    text = "[" * depth + "]" * depth
    if depth == 50:
        assert source(text).tree
    else:
        assert "50 levels" in problems(text)[0]


def test_a_sign_to_start_the_one_document_is_allowed() -> None:
    assert source("---\na: b\n").tree == {"a": "b"}


@pytest.mark.parametrize(
    "letter", ["\u202e", "\u200e", "\u061c", "\u2028", "\ue000", "\x7f", "\x1b"]
)
def test_invisible_letters_are_refused_where_they_stand(letter: str) -> None:
    message = f"the invisible character U+{ord(letter):04X} stands here; remove it"
    assert f"a.yaml:1:5: {message}" in problems(f"a: b{letter}c\n")


@pytest.mark.parametrize("letter", ["\u200b", "\u200d", "\u00a0", "\t", "“", "𠀀"])
def test_letters_of_real_texts_are_kept(letter: str) -> None:
    assert value(f"b{letter}c") == f"b{letter}c"
