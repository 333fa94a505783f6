"""What templates can do to a fact: put it into the page's language."""

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from gettext import NullTranslations

from babel.numbers import format_decimal
from markupsafe import Markup

from briefgen.register.dates import Date
from briefgen.register.texts import Language, Wording
from briefgen.rendering.dates import Length, date_in_words, day_in_words
from briefgen.rendering.languages import LANGUAGES, ordinal
from briefgen.rendering.words import SIGNS, WORDS


def filters(
    language: Language, words: NullTranslations
) -> Mapping[str, Callable[..., str]]:
    """The filters of templates, for one language."""
    locale = LANGUAGES[language].locale

    def text(wording: Wording) -> str:
        version = wording.best(language)
        if version.language == language:
            return version.text
        return Markup('<span lang="{}">{}</span>').format(version.language, version.text)

    def in_language(wording: Wording, other: Language) -> str:
        version = wording.best(other)
        if version.language != other:
            return ""
        return Markup('<span lang="{}">{}</span>').format(other, version.text)

    def date(value: Date, length: Length = "long") -> str:
        return date_in_words(value, locale, words, length)

    def day(value: datetime.date) -> str:
        return day_in_words(value, locale)

    def number(value: Decimal | int) -> str:
        return format_decimal(value, locale=locale)

    def word(value: str, kind: str) -> str:
        return words.gettext(WORDS[kind][value])

    def sign(standing: str) -> str:
        return SIGNS[standing]

    def nth(key: str) -> str:
        return ordinal(int(key), language)

    def capitalised(text: str) -> str:
        return text[:1].upper() + text[1:]

    return {
        "text": text,
        "in_language": in_language,
        "date": date,
        "day": day,
        "number": number,
        "word": word,
        "sign": sign,
        "nth": nth,
        "capitalised": capitalised,
    }
