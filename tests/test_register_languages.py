"""The shipped register's own texts: known in all three languages, each in its own letters."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from makers import CLOCK
from pydantic import BaseModel

from briefgen.register.loading import load_register
from briefgen.register.texts import Wording
from briefgen.register.workspace import Workspace

ROOT = Path(__file__).parents[1]
HAN = "\u4e00-\u9fff"
NUMBER = re.compile(r"\d+")
IN_HUNDREDS_OF_MILLIONS = "7.2 billion"
"""Chinese counts these by 亿: 72亿."""
Found = tuple[str, Wording]


def texts_in(value: object, path: str) -> Iterator[Found]:
    """Every text of an entry, with the keys that lead to it."""
    match value:
        case Wording():
            yield path, value
        case BaseModel():
            for name in type(value).model_fields:
                yield from texts_in(getattr(value, name), f"{path}/{name}")
        case Mapping():
            for name, each in value.items():
                yield from texts_in(each, f"{path}/{name}")
        case tuple():
            for index, each in enumerate(value):
                yield from texts_in(each, f"{path}/{index}")


def is_as_written(path: str) -> bool:
    """Names of people, titles of sources and aliases stand as the sources write them."""
    first, *_, last = path.split("/")
    return (first, last) in {("people", "name"), ("sources", "title")} or "/aliases/" in path


@pytest.fixture(scope="module")
def texts() -> list[Found]:
    register = load_register(Workspace(ROOT), CLOCK)
    parts = ("parties", "people", "areas", "sources", "mechanisms", "sessions")
    found = [each for part in parts for each in texts_in(getattr(register, part), part)]
    kept = [(path, text) for path, text in found if not is_as_written(path)]
    assert len(kept) > 350
    assert len(found) - len(kept) > 20
    return kept


def test_every_text_is_known_in_all_languages(texts: list[Found]) -> None:
    languages = {"en", "vi", "zh-Hans"}
    lacking = [
        path for path, text in texts if {each.language for each in text.versions} != languages
    ]
    assert lacking == []


def test_chinese_has_its_own_marks_and_no_spaces(texts: list[Found]) -> None:
    written = [(path, text.best("zh-Hans").text) for path, text in texts]
    assert sum(bool(re.search(f"[{HAN}]", text)) for _, text in written) > 350
    narrow = re.compile(f"[{HAN}][,;:?!]|[{HAN}] +[{HAN}]|[{HAN}] *[(]")
    assert [path for path, text in written if narrow.search(text)] == []


def test_vietnamese_and_english_hold_no_chinese(texts: list[Found]) -> None:
    for language in ("vi", "en"):
        written = [(path, text.best(language).text) for path, text in texts]
        assert [path for path, text in written if re.search(f"[{HAN}]", text)] == []


def test_vietnamese_is_spelt_with_its_marks(texts: list[Found]) -> None:
    long = [text.best("vi").text for _, text in texts if len(text.best("vi").text) > 60]
    assert len(long) > 100
    assert [text for text in long if text.isascii()] == []


@pytest.mark.parametrize("language", ["vi", "zh-Hans"])
def test_numbers_are_the_same_in_every_language(language: str, texts: list[Found]) -> None:
    wrong = [
        (path, text.best("en").text, text.best(language).text)
        for path, text in texts
        if not numbers(text.best("en").text) <= numbers(text.best(language).text)
        and IN_HUNDREDS_OF_MILLIONS not in text.best("en").text
    ]
    assert wrong == []


def numbers(text: str) -> set[str]:
    """The numbers of a text in figures; ordinals may be written out."""
    return set(NUMBER.findall(re.sub(r"\d+(st|nd|rd|th)\b", "", text)))
