"""Texts that lack the page's language: how they are marked, and which they are."""

import re

from markupsafe import Markup

from briefgen.register.texts import Language, Version, Wording
from briefgen.rendering.page import Page, Role, text_of, walk

OTHER_LANGUAGE: Role = "other-language"
LANGUAGE_MARK: Role = "language-mark"
MARK = re.compile(rf'<span class="{LANGUAGE_MARK}">[^<]*</span>')


def in_span(version: Version) -> Markup:
    """A text that stands in another language on purpose."""
    return Markup('<span lang="{}">{}</span>').format(version.language, version.text)


def lacking(version: Version) -> Markup:
    """A text in another language for want of the page's own."""
    made = Markup('<span class="{}" lang="{}">{}</span>')
    return made.format(OTHER_LANGUAGE, version.language, version.text)


def marked(version: Version) -> Markup:
    """The same, and the language behind it, so that a reader sees what is missing."""
    mark = Markup('<span class="{}">\u00a0[{}]</span>').format(LANGUAGE_MARK, version.language)
    return lacking(version) + mark


def is_for_all(wording: Wording) -> bool:
    """Whether a text reads the same in every language: a number, or what is known to be so."""
    texts = {version.text for version in wording.versions}
    if not any(letter.isalpha() for text in texts for letter in text):
        return True
    return len(wording.versions) > 1 and len(texts) == 1


def plain(text: str) -> str:
    """A text without elements and without the marks of languages: for titles and pictures."""
    if not isinstance(text, Markup):
        return text
    return Markup(MARK.sub("", text)).striptags()  # noqa: S704  it was markup before


def untranslated(page: Page) -> tuple[tuple[Language, str], ...]:
    """The texts of a page that lack its language, each once, with the language they are in."""
    found = (
        (element.attributes["lang"], text_of(element))
        for element in walk(page.body)
        if OTHER_LANGUAGE in element.roles
    )
    return tuple(dict.fromkeys(found))
