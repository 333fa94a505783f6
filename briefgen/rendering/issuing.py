"""What official layouts write in forms of their own: the codes of documents, and their days."""

import datetime
from collections.abc import Mapping

from briefgen.register.texts import Language

KIND_CODES: Mapping[str, str] = {"brief": "BC", "summary": "BC", "minutes": "BB"}
"""The kinds of documents in the symbols of Vietnamese bodies (Decree 30/2020/NĐ-CP, Annex III).
Lists and tables have none: they go with another document, or bear no number."""
PADDED_MONTHS = 2
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def kind_code(kind: str) -> str:
    """`BC` for a report, `BB` for minutes; nothing for a kind that bears no number."""
    return KIND_CODES.get(kind, "")


def official_day(day: datetime.date, language: Language, usual: str) -> str:
    """A document's day: in Vietnamese `ngày 05 tháng 01 năm 2020`, else as dates are written.

    Days below 10 and the months 1 and 2 have a nought before them (Decree 30/2020/NĐ-CP, Annex I),
    lest anybody add a figure.
    """
    if language != "vi":
        return usual
    month = f"{day.month:02d}" if day.month <= PADDED_MONTHS else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def roman(number: int) -> str:
    """A number in Roman numerals, as annexes bear it: `IV`."""
    made = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        made += sign * count
    return made
