"""How texts that lack the page's language are marked."""

import re

from markupsafe import Markup

from briefgen.register.texts import Version, Wording
from briefgen.rendering.untranslated import MARK, OTHER_LANGUAGE

MARKS = re.compile(rf'<span class="{MARK}">[^<]*</span>')


def in_span(version: Version) -> Markup:
    """A text that stands in another language on purpose."""
    return Markup('<span lang="{}">{}</span>').format(version.language, version.text)


def lacking(version: Version) -> Markup:
    """A text in another language for want of the page's own."""
    made = Markup('<span class="{}" lang="{}">{}</span>')
    return made.format(OTHER_LANGUAGE, version.language, version.text)


def marked(version: Version) -> Markup:
    """The same, and the language behind it, so that a reader sees what is missing."""
    mark = Markup('<span class="{}">\u00a0[{}]</span>').format(MARK, version.language)
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
    return Markup(MARKS.sub("", text)).striptags()  # noqa: S704  it was markup before
