"""What templates can do to a fact: put it into the page's language."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from gettext import NullTranslations

from markupsafe import Markup

from briefgen.documents.figures import FigureView
from briefgen.documents.turns import TurnView
from briefgen.documents.views import SessionView
from briefgen.register.dates import Date
from briefgen.register.texts import Language, Version, Wording
from briefgen.rendering.amounts import Amounts
from briefgen.rendering.dates import Dates, Length
from briefgen.rendering.issuing import kind_code, official_day
from briefgen.rendering.languages import LANGUAGES, ordinal
from briefgen.rendering.marking import in_span, is_for_all, lacking, marked, plain
from briefgen.rendering.punctuation import Punctuation, filled
from briefgen.rendering.reasons import Reasons
from briefgen.rendering.words import SIGNS, WORDS

Filter = Callable[..., str | list[Markup]]


@dataclass(frozen=True)
class Filters:
    """The filters of templates, for one language."""

    language: Language
    words: NullTranslations

    @property
    def punctuation(self) -> Punctuation:
        """The marks between texts."""
        return Punctuation(self.words, LANGUAGES[self.language].locale)

    def text(self, wording: Wording) -> str:
        """A text in the page's language, or marked with the language that it is in."""
        version = self.version(wording)
        return version.text if version.language == self.language else marked(version)

    def name(self, wording: Wording) -> str:
        """A name, or a text on a card: in another language it bears no visible mark."""
        version = self.version(wording)
        return version.text if version.language == self.language else lacking(version)

    def version(self, wording: Wording) -> Version:
        """The best version; one that reads the same in all languages counts as the page's own."""
        best = wording.best(self.language)
        return replace(best, language=self.language) if is_for_all(wording) else best

    def in_language(self, wording: Wording, language: Language) -> str:
        """A text in another language; empty where it is not known in it, or shown so already."""
        shown, version = wording.best(self.language), wording.best(language)
        is_known = version.language == language
        return in_span(version) if is_known and version.text != shown.text else ""

    def other_scripts(self, wording: Wording) -> list[Markup]:
        """The other versions of a text, such as a name in its own script, each marked."""
        shown = wording.best(self.language).text
        others = {each.text: each for each in reversed(wording.versions) if each.text != shown}
        return [in_span(version) for version in reversed(others.values())]

    def date(self, value: Date, length: Length = "long") -> str:
        """A date in words, as exact as it is known."""
        return Dates(self.language, self.words).date(value, length)

    def day(self, value: datetime.date) -> str:
        """A day in words."""
        return Dates(self.language, self.words).day(value)

    def official_day(self, value: datetime.date) -> str:
        """A day as official layouts write it."""
        return official_day(value, self.language, self.day(value))

    def number(self, value: Decimal | int) -> str:
        """A number with all of its digits."""
        return Amounts(self.language, self.words).number(value)

    def amount(self, figure: FigureView) -> Markup:
        """A figure's value with its unit: `7.2 billion dollars`."""
        number = Amounts(self.language, self.words).scaled(figure.value, figure.scale)
        message = self.words.gettext("%(number)s %(unit)s")
        return filled(message, number=number, unit=self.text(figure.unit))

    def word(self, value: str, kind: str) -> str:
        """The word for a fixed term of the register."""
        return self.words.gettext(WORDS[kind][value])

    def nth(self, key: str) -> str:
        """An ordinal: `10th`."""
        return ordinal(int(key), self.language)

    def session_name(self, session: SessionView) -> Markup:
        """`15th session`; one counted by years carries its mechanism's name: `Talks 2023`."""
        if session.unit == "ordinal":
            message = self.words.gettext("%(ordinal)s session")
            return filled(message, ordinal=self.nth(session.key))
        message, mechanism = self.by_year(session.key), self.name(session.mechanism_name)
        return filled(message, mechanism=mechanism, year=session.key[:4])

    def by_year(self, key: str) -> str:
        """The message for a session counted by years or half-years."""
        if key.endswith("H1"):
            return self.words.gettext("%(mechanism)s, first half of %(year)s")
        if key.endswith("H2"):
            return self.words.gettext("%(mechanism)s, second half of %(year)s")
        return self.words.gettext("%(mechanism)s %(year)s")

    def reason(self, turn: TurnView) -> Markup:
        """Why a turn is somebody's."""
        return self.reasons.reason(turn)

    def basis(self, turn: TurnView) -> Markup:
        """What the order that gives a turn rests on."""
        return self.reasons.basis(turn)

    @property
    def reasons(self) -> Reasons:
        """The words for the reasons of turns."""
        return Reasons(self.words, self.punctuation, self.text, self.name, self.session_name)

    def table(self) -> Mapping[str, Filter]:
        """The filters by the names that templates use."""
        return {
            "text": self.text,
            "name": self.name,
            "plain": plain,
            "in_language": self.in_language,
            "other_scripts": self.other_scripts,
            "date": self.date,
            "day": self.day,
            "official_day": self.official_day,
            "kind_code": kind_code,
            "number": self.number,
            "amount": self.amount,
            "word": self.word,
            "nth": self.nth,
            "session_name": self.session_name,
            "reason": self.reason,
            "basis": self.basis,
            "sign": sign,
            **self.punctuation.table(),
        }


def english() -> Filters:
    """The words of commands, which speak English."""
    return Filters("en", NullTranslations())


def sign(standing: str) -> str:
    """The sign of a commitment's status."""
    return SIGNS[standing]
