"""Texts of a page that its language lacks, and that are therefore given in another one."""

from briefgen.register.texts import Version
from briefgen.rendering.page import Page, text_of, walk

OTHER_LANGUAGE, MARK = "other-language", "language-mark"
"""The roles of such a text, and of the mark after it that names its language."""


def untranslated(page: Page) -> tuple[Version, ...]:
    """The texts of a page that are there in another language only, each once, in their order."""
    found = (
        Version(each.attributes["lang"], " ".join(text_of(each).split()))
        for each in walk(page.body)
        if OTHER_LANGUAGE in each.roles and "lang" in each.attributes
    )
    return tuple(dict.fromkeys(found))
