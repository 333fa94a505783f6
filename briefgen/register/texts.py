"""Texts in one or more languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from briefgen.register.ids import did_you_mean

Language = str
"""A BCP 47 tag: en, vi, zh-Hans."""


@dataclass(frozen=True)
class Version:
    """One text in one language."""

    language: Language
    text: str


@dataclass(frozen=True)
class Wording:
    """The same text in the languages it is known in, the register's first language first."""

    versions: tuple[Version, ...]

    def best(self, *preferred: Language) -> Version:
        """The version in the first of the preferred languages that there is, else the first."""
        by_language = {version.language: version for version in self.versions}
        found = (by_language[language] for language in preferred if language in by_language)
        return next(found, self.versions[0])

    def has(self, language: Language) -> bool:
        """Whether it is known in a language."""
        return any(version.language == language for version in self.versions)


def read_text(value: Any, info: ValidationInfo) -> Wording:
    """A text from what YAML holds: a plain text is in the register's first language."""
    languages: tuple[Language, ...] = info.context["languages"] if info.context else ("en",)
    match value:
        case Wording():
            return value
        case str() if value.strip():
            return Wording((Version(languages[0], value.strip()),))
        case dict() if value:
            return Wording(versions_in_order(value, languages))
    raise ValueError("must be text, or texts by language such as {en: …, vi: …}")


def versions_in_order(
    value: Mapping[str, Any], languages: tuple[Language, ...]
) -> tuple[Version, ...]:
    for language, text in value.items():
        if language not in languages:
            near = did_you_mean(language, languages)
            raise ValueError(f"no language '{language}'{near}; known: {', '.join(languages)}")
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"the text in '{language}' is empty or no text; put it in quotes")
    known = (language for language in languages if language in value)
    return tuple(Version(language, value[language].strip()) for language in known)


Text = Annotated[
    Wording,
    BeforeValidator(read_text),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": {"type": "string", "minLength": 1},
                },
            ],
            "description": "A text, or the same text by language: {en: …, vi: …, zh-Hans: …}",
        }
    ),
]
