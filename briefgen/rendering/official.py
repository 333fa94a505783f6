"""Which languages are official in a country, and what commands call a language."""

from collections.abc import Sequence

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from briefgen.register.texts import Language


def own_first(languages: Sequence[Language], country: str | None) -> tuple[Language, ...]:
    """The same languages, those that are official in a country first."""
    return tuple(sorted(languages, key=lambda each: not is_official(each, country or "")))


def is_official(language: Language, country: str) -> bool:
    """Whether a language is official in a country: `vi` in `VN`."""
    official = {tag.partition("_")[0] for tag in get_official_languages(country.upper())}
    return language.partition("-")[0] in official


def english_name(language: Language) -> str:
    """What commands call a language: `Vietnamese`."""
    try:
        return Locale.parse(language, sep="-").get_language_name("en") or language
    except (UnknownLocaleError, ValueError):
        return language
