"""Texts in one or more languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, WithJsonSchema

from briefgen.problems import quoted
from briefgen.register.guesses import guesses_of
from briefgen.register.limits import NAME
from briefgen.register.wording import shown
from briefgen.register.wrong import wrong_at

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
    context = info.context or {}
    languages: tuple[Language, ...] | None = context.get("languages", ("en",))
    match value:
        case Wording():
            return value
        case str() if value.strip():
            return Wording((Version(languages[0] if languages else "en", value.strip()),))
        case dict() if value:
            return Wording(versions_in_order(value, languages or tuple(value), info))
        case int() | Decimal():
            raise ValueError(f"must be text, not {shown(value)}; put it in quotes")
        case None | str():
            raise ValueError("must be text, but it is empty")
    expected = "text, or texts by language such as {en: …, vi: …}"
    raise ValueError(f"must be {expected}, not {shown(value)}")


def versions_in_order(
    value: Mapping[str, Any], languages: tuple[Language, ...], info: ValidationInfo
) -> tuple[Version, ...]:
    for language, text in value.items():
        if language not in languages:
            near = guesses_of(info).did_you_mean(language, languages)
            message = f"the register has no language {quoted(language)}{near}"
            message += f"; it is kept in {', '.join(languages)}"
            raise wrong_at(message, language, of_key=True)
        if not isinstance(text, str):
            message = f"'{language}' must be text, not {shown(text)}; put it in quotes"
            raise wrong_at(message, language)
        if not text.strip():
            raise wrong_at(f"the text in '{language}' is empty; write it or remove it", language)
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


def check_name(name: Wording) -> Wording:
    for version in name.versions:
        if len(version.text) > NAME.most:
            message = f"is a name of more than {NAME} characters; shorten it"
            raise ValueError(f"{quoted(version.text)} {message}")
    return name


Name = Annotated[Text, AfterValidator(check_name)]
"""A text that names something, and has to find its place in a line."""
