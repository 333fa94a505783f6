"""Dates in words: as exact as they are known, and no more."""

import datetime
from gettext import NullTranslations
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton

from briefgen.register.dates import Date, Moment

Length = Literal["long", "medium"]
SKELETONS = {
    (True, True, False): "yMMMM",
    (True, False, False): "y",
    (False, True, True): "MMMMd",
}
LEAP_YEAR = 2000  # stands in for an unknown year, which is not printed


def date_in_words(
    date: Date, locale: Locale, words: NullTranslations, length: Length = "long"
) -> str:
    """An EDTF date in words: `22 February 2023` (medium: `22 Feb 2023`), `2023–2027`."""
    first = moment_in_words(date.first, locale, words, length)
    if not date.is_period:
        return first
    last = moment_in_words(date.last, locale, words, length)
    return f"{first}–{last}" if first.isdigit() and last.isdigit() else f"{first} – {last}"


def moment_in_words(moment: Moment, locale: Locale, words: NullTranslations, length: Length) -> str:
    text = known_part(moment, locale, length)
    if text is None:
        return words.gettext("date not recorded")
    if moment.year is None:
        text = words.gettext("%(day)s, year not recorded") % {"day": text}
    if moment.approximate:
        text = words.gettext("about %(date)s") % {"date": text}
    return text


def known_part(moment: Moment, locale: Locale, length: Length) -> str | None:
    """What is known of a moment; None when that makes no date."""
    day = datetime.date(moment.year or LEAP_YEAR, moment.month or 1, moment.day or 1)
    known = (moment.year is not None, moment.month is not None, moment.day is not None)
    if all(known):
        return format_date(day, length, locale=locale)
    if known == (False, True, False):
        return format_date(day, "LLLL", locale=locale)  # as a skeleton it would be cut short
    skeleton = SKELETONS.get(known)
    if skeleton is None and moment.year is not None:
        skeleton = "y"  # a day of an unknown month says no more
    return format_skeleton(skeleton, day, locale=locale) if skeleton else None


def day_in_words(day: datetime.date, locale: Locale) -> str:
    """A day in words: `22 November 2026`."""
    return format_date(day, "long", locale=locale)
