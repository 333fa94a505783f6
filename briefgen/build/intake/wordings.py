"""A list's texts as the register writes them: plain in its first language, else by language."""

from collections.abc import Sequence

from briefgen.register.editing.values import Value
from briefgen.register.spreadsheets.delegates import Said
from briefgen.register.spreadsheets.names import Name
from briefgen.register.spreadsheets.spelling import folded, language_of
from briefgen.register.texts import Language, Wording
from briefgen.rules.attendees import texts_of

Languages = tuple[Language, ...]


def written(said: Said, languages: Languages) -> Value:
    """A cell's text; its lines as one text, or as one a language when each is in its own."""
    if said.text == said.cell.line:
        lines = said.cell.lines
        by_language = {language_of(line, languages): line for line in lines}
        if len(lines) > 1 and len(by_language) == len(lines):
            return {each: by_language[each] for each in languages if each in by_language}
    return in_language(said.text, languages)


def in_language(text: str, languages: Languages) -> Value:
    language = language_of(text, languages)
    return text if language == languages[0] else {language: text}


def by_language(names: Sequence[Name], languages: Languages) -> dict[Language, str]:
    """A name's first spelling in each language, in the register's order."""
    found: dict[Language, str] = {}
    for name in names:
        found.setdefault(language_of(name.text, languages, name.language), name.text)
    return {language: found[language] for language in languages if language in found}


def says(said: Said, wording: Wording) -> bool:
    """Whether a cell's text is a register's, in any language."""
    lines = {folded(said.text), *map(folded, said.cell.lines)}
    return not lines.isdisjoint(texts_of(wording))


def is_covered(office: str, titles: Sequence[str]) -> bool:
    """Whether an office holds nothing but titles that are known: one, or several in a row."""
    rest = folded(office)
    for title in sorted(map(folded, titles), key=len, reverse=True):
        rest = rest.replace(title, " ")
    return not any(sign.isalnum() for sign in rest)
