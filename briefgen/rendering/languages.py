"""Languages: their locale for dates and numbers, and how each counts sessions."""

from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale

from briefgen.register.texts import Language


@dataclass(frozen=True)
class LanguageRules:
    """What a language needs beyond its words."""

    locale: Locale
    ordinal_suffixes: Mapping[str, str]
    """By plural category of CLDR's ordinal rules; empty where a language writes no suffix."""


# British English: the day stands before the month, as the documents of both sides have it.
LANGUAGES: Mapping[Language, LanguageRules] = {
    "en": LanguageRules(
        Locale.parse("en_GB"), {"one": "st", "two": "nd", "few": "rd", "other": "th"}
    ),
    "vi": LanguageRules(Locale.parse("vi_VN"), {}),
    "zh-Hans": LanguageRules(Locale.parse("zh_Hans_CN"), {}),
}


def ordinal(number: int, language: Language) -> str:
    """`10th`, `21st`."""
    rules = LANGUAGES[language]
    return f"{number}{rules.ordinal_suffixes.get(rules.locale.ordinal_form(number), '')}"
