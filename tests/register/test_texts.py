"""Texts in one or more languages."""

import pytest
from pydantic import TypeAdapter, ValidationError

from briefgen.register.texts import Text, Version, Wording

READ = TypeAdapter(Text)


def read(value: object, *languages: str) -> Wording:
    context = {"languages": languages} if languages else {}
    wording: Wording = READ.validate_python(value, context=context)
    return wording


def test_a_plain_text_is_in_the_first_language() -> None:
    assert read("Lạng Sơn", "vi", "en").versions == (Version("vi", "Lạng Sơn"),)


def test_versions_stand_in_the_order_of_the_register() -> None:
    wording = read({"vi": "b", "en": "a"}, "en", "vi")
    assert [version.language for version in wording.versions] == ["en", "vi"]


def test_the_best_version_is_the_first_preferred_that_there_is() -> None:
    wording = read({"en": "a", "vi": "b"}, "en", "vi")
    assert wording.best("zh-Hans", "vi").text == "b"
    assert wording.best("zh-Hans").text == "a"
    assert wording.best().text == "a"


def test_a_wording_knows_its_languages() -> None:
    wording = read({"en": "a"}, "en", "vi")
    assert wording.has("en")
    assert not wording.has("vi")


def test_space_around_a_text_is_dropped() -> None:
    assert read(" a\n").best().text == "a"
    assert read({"en": " a "}).best().text == "a"


def test_where_languages_are_not_known_any_goes() -> None:
    wording = READ.validate_python({"fr": "a"}, context={"languages": None})
    assert wording.versions == (Version("fr", "a"),)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (2023, "must be text, not the number 2023; put it in quotes"),
        (True, "must be text, not true; put it in quotes"),
        (None, "must be text, but it is empty"),
        ("  ", "must be text, but it is empty"),
        ((), "must be text, or texts by language such as .*, not a list"),
        ({}, "must be text, or texts by language"),
        ({"en": 5}, "'en' must be text, not the number 5; put it in quotes"),
        ({"en": None}, "'en' must be text, not empty"),
        ({"en": " "}, "the text in 'en' is empty; write it or remove it"),
        ({"zh-hans": "a"}, "no language 'zh-hans' .did you mean 'zh-Hans'"),
    ],
)
def test_what_is_no_text_says_what_to_write(value: object, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        read(value, "en", "vi", "zh-Hans")
