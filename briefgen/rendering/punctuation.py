"""How texts are put together: lists, brackets and the marks between phrases, by the language."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from gettext import NullTranslations

from babel import Locale
from babel.lists import format_list
from jinja2 import Undefined
from markupsafe import Markup, escape

from briefgen.rendering.spacing import WIDE

Pair = str
"""A message that joins what stands before with what comes after."""
SPACED: Pair = "%(before)s %(after)s"
UNSEEN = re.compile(r"<sup\b.*?</sup>|<[^>]*>")
"""Citations, and the marks of elements."""


@dataclass(frozen=True)
class Punctuation:
    """The marks of one language: a message each, so that a catalogue tells them.

    Parts that are empty, or that a template leaves undefined, are left out.
    """

    words: NullTranslations
    locale: Locale

    def listed(self, parts: Iterable[object]) -> Markup:
        """`A, B and C`."""
        present = stripped(parts)
        pattern = format_list([f"{{{place}}}" for place in range(len(present))], locale=self.locale)
        return escape(pattern).format(*present)

    def series(self, parts: Iterable[object]) -> Markup:
        """`A, B, C`: things of one kind in a row."""
        return joined(self.words.pgettext("things in a row", "%(before)s, %(after)s"), parts)

    def commas(self, parts: Iterable[object]) -> Markup:
        """Parts of one sentence, with commas between them."""
        return joined(self.words.pgettext("parts of a sentence", "%(before)s, %(after)s"), parts)

    def semicolons(self, parts: Iterable[object]) -> Markup:
        """Clauses, with semicolons between them."""
        return joined(self.words.gettext("%(before)s; %(after)s"), parts)

    def sentences(self, parts: Iterable[object]) -> Markup:
        """Whole sentences after one another; two without a Chinese letter never without a space."""
        pair = self.words.pgettext("two sentences", "%(before)s %(after)s")
        made, *others = stripped(parts) or [Markup("")]
        for part in others:
            beside = UNSEEN.sub("", made)[-1:] + UNSEEN.sub("", part)[:1]
            made = filled(pair if re.search(WIDE, beside) else SPACED, before=made, after=part)
        return made

    def colon(self, label: object, text: object) -> Markup:
        """A label and what it is of: `Agenda: not recorded`."""
        return filled(self.words.gettext("%(label)s: %(text)s"), label=label, text=text)

    def headed(self, text: object, label: object) -> Markup:
        """A text after a strong label; alone where the label is empty."""
        if not stripped([label]):
            return escape(text).strip()
        said = self.words.gettext("<strong>%(label)s:</strong> %(text)s")
        return filled(said, label=label, text=text)

    def bracketed(self, text: object, aside: object) -> Markup:
        """A text with an aside in brackets; alone where the aside is empty."""
        if not stripped([aside]):
            return escape(text).strip()
        return filled(self.words.gettext("%(text)s (%(aside)s)"), text=text, aside=aside)

    def full_stop(self, sentence: object) -> Markup:
        """A sentence with its end."""
        return filled(self.words.gettext("%(sentence)s."), sentence=sentence)

    def table(self) -> Mapping[str, Callable[..., str]]:
        """The filters by the names that templates use."""
        return {
            "listed": self.listed,
            "series": self.series,
            "commas": self.commas,
            "semicolons": self.semicolons,
            "sentences": self.sentences,
            "colon": self.colon,
            "headed": self.headed,
            "bracketed": self.bracketed,
            "full_stop": self.full_stop,
            "capitalised": capitalised,
        }


def joined(pair: Pair, parts: Iterable[object]) -> Markup:
    present = stripped(parts)
    made = present[0] if present else Markup("")
    for part in present[1:]:
        made = filled(pair, before=made, after=part)
    return made


def filled(message: str, **values: object) -> Markup:
    """A message, which may hold elements of the page, with values that stand in it."""
    said = Markup(message)  # noqa: S704  a catalogue is part of the templates
    return said % {name: escape(value).strip() for name, value in values.items()}


def stripped(parts: Iterable[object]) -> list[Markup]:
    given = (part for part in parts if part is not None and not isinstance(part, Undefined))
    return [text for part in given if (text := escape(part).strip())]


def capitalised(text: str) -> str:
    """A text whose first letter is a capital; one that starts with a mark stays as it is."""
    return text[:1].upper() + text[1:]
