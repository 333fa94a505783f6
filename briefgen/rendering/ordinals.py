"""How sessions are counted: the 10th, lần thứ 10, 第十次."""

from babel import Locale

ENGLISH = Locale.parse("en_GB")
SUFFIXES = {"one": "st", "two": "nd", "few": "rd", "other": "th"}
"""By the plural category of CLDR's ordinal rules."""
DIGITS = "零一二三四五六七八九"
LARGEST_IN_WORDS = 999


def english_ordinal(number: int) -> str:
    """`10th`, `21st`."""
    return f"{number}{SUFFIXES[ENGLISH.ordinal_form(number)]}"


def vietnamese_ordinal(number: int) -> str:
    """`lần thứ 10`; the first one has a word of its own."""
    return f"lần thứ {'nhất' if number == 1 else number}"


def chinese_ordinal(number: int) -> str:
    """`第十次`; above 999 in digits."""
    return f"第{chinese_numeral(number) if number <= LARGEST_IN_WORDS else number}次"


def chinese_numeral(number: int) -> str:
    """A number from 1 to 999: 十, 二十一, 一百零五, 一百一十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    before = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        before += f"{'' if number < 20 else DIGITS[tens]}十"
    elif before and ones:
        before += "零"
    return before + (DIGITS[ones] if ones else "")
