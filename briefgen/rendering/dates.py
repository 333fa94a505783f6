"""Dates in words: as exact as they are known, and no more."""

import datetime
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Literal

from babel.dates import format_date, format_interval, format_skeleton

from briefgen.register.dates import Date, Moment
from briefgen.register.texts import Language
from briefgen.rendering.languages import LANGUAGES

Length = Literal["long", "medium"]
SKELETONS = {
    (True, True, False): "yMMMM",
    (True, False, False): "y",
    (False, True, True): "MMMMd",
    (False, True, False): "LLLL",
}
LEAP_YEAR = 2000  # stands in for an unknown year, which is not printed


@dataclass(frozen=True)
class Dates:
    """Dates in the words and the order of one language."""

    language: Language
    words: NullTranslations

    def date(self, date: Date, length: Length = "long") -> str:
        """An EDTF date: `22 February 2023` (medium: `22 Feb 2023`), `2023–2027`."""
        if not date.is_period:
            return self.moment(date.first, length)
        if is_year(date.first) and is_year(date.last):
            first, last = (datetime.date(each.year or 0, 1, 1) for each in (date.first, date.last))
            return format_interval(first, last, "y", locale=LANGUAGES[self.language].locale)
        ends = {"first": self.moment(date.first, length), "last": self.moment(date.last, length)}
        return self.words.gettext("%(first)s – %(last)s") % ends

    def day(self, day: datetime.date) -> str:
        """A day: `22 November 2026`."""
        return self.written(day, "long")

    def month_names(self) -> tuple[str, ...]:
        """The short names of the twelve months, each by itself."""
        days = (datetime.date(LEAP_YEAR, month, 1) for month in range(1, 13))
        return tuple(self.written(day, "LLL") for day in days)

    def moment(self, moment: Moment, length: Length) -> str:
        text = self.known_part(moment, length)
        if text is None:
            return self.words.gettext("date not recorded")
        if moment.year is None:
            text = self.words.gettext("%(day)s, year not recorded") % {"day": text}
        if moment.approximate:
            text = self.words.gettext("about %(date)s") % {"date": text}
        return text

    def known_part(self, moment: Moment, length: Length) -> str | None:
        """What is known of a moment; None when that makes no date."""
        day = datetime.date(moment.year or LEAP_YEAR, moment.month or 1, moment.day or 1)
        known = (moment.year is not None, moment.month is not None, moment.day is not None)
        if all(known):
            return self.written(day, length)
        skeleton = SKELETONS.get(known)
        if skeleton is None and moment.year is not None:
            skeleton = "y"  # a day of an unknown month says no more
        return self.written(day, skeleton) if skeleton else None

    def written(self, day: datetime.date, form: str) -> str:
        """A day in a form: the language's own pattern for it, else that of its locale."""
        rules = LANGUAGES[self.language]
        # A month alone would be cut short as a skeleton.
        if form in rules.dates or form in {"long", "medium", "LLLL", "LLL"}:
            return format_date(day, rules.dates.get(form, form), locale=rules.locale)
        return format_skeleton(form, day, locale=rules.locale)


def is_year(moment: Moment) -> bool:
    return moment.year is not None and moment.month is None and not moment.approximate
