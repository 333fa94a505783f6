"""The languages of words, and which words are East Asian."""

import re
from collections.abc import Iterator

from briefgen.writers.docx.markup import Xml, w

LANGUAGES = {"en": "en-GB", "vi": "vi-VN", "zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
EAST_ASIAN_LANGUAGES = ("zh", "ja", "ko")
LATIN, EAST_ASIAN = "en-GB", "zh-CN"

IDEOGRAPHS = (
    "\u2e80-\u2fdf\u2ff0-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3200-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
SHARED_MARKS = "‘’“”…—·"
"""Marks of both scripts, which are as wide as an ideograph in East Asian text."""
ANYWHERE = f"([{IDEOGRAPHS}]+)"
IN_EAST_ASIAN_TEXT = f"([{IDEOGRAPHS}{SHARED_MARKS}]+)"
"""Compiled only for a text in question: sets of so many letters take long."""


def is_east_asian(language: str) -> bool:
    """Whether a language is written in East Asian letters."""
    return language.partition("-")[0] in EAST_ASIAN_LANGUAGES


def word_language(language: str) -> str:
    """The tag by which Word knows a language."""
    return LANGUAGES.get(language, language)


def default_language(language: str) -> Xml:
    """The languages of a document's Latin and East Asian words."""
    east_asian = word_language(language) if is_east_asian(language) else EAST_ASIAN
    return w("lang", val=latin_language(language), eastAsia=east_asian)


def latin_language(language: str) -> str:
    """The tag of the language of Latin words in a text: Chinese has none of its own."""
    return LATIN if is_east_asian(language) else word_language(language)


def stretches(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """Text in stretches of one script each, and whether each is East Asian.

    Word sets a run's accented Latin letters in the East Asian font too once the run is marked as
    East Asian, so no run may hold both.
    """
    if text.isascii():
        return iter([(text, False)] if text else ())
    return mixed(text, language)


def mixed(text: str, language: str) -> Iterator[tuple[str, bool]]:
    pattern = IN_EAST_ASIAN_TEXT if is_east_asian(language) else ANYWHERE
    for number, words in enumerate(re.split(pattern, text)):
        if words:
            yield words, bool(number % 2)


def run_language(language: str, page_language: str, *, east_asian: bool) -> Xml | None:
    """The language that a run has to name, if it isn't the one that all text has."""
    if east_asian:
        tag = word_language(language) if is_east_asian(language) else EAST_ASIAN
        return w("lang", eastAsia=tag)
    tag = latin_language(language)
    return None if tag == latin_language(page_language) else w("lang", val=tag)
