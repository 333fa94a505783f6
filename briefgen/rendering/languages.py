"""Languages: their locale for dates and numbers, how each counts sessions and writes dates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from babel import Locale

from briefgen.register.texts import Language
from briefgen.rendering.ordinals import chinese_ordinal, english_ordinal, vietnamese_ordinal


@dataclass(frozen=True)
class LanguageRules:
    """What a language needs beyond its words.

    `dates` are patterns where those of the locale don't read well in a sentence; `steps` are the
    words for large numbers in a language that doesn't count by thousands.
    """

    locale: Locale
    ordinal: Callable[[int], str] = str
    dates: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[tuple[int, str], ...] = ()
    spaced: bool = True
    """Whether words have spaces between them."""


VIETNAMESE_DATES = {
    "long": "'ngày' d 'tháng' M 'năm' y",
    "medium": "dd/MM/y",
    "yMMMM": "'tháng' M 'năm' y",
    "y": "'năm' y",
    "MMMMd": "'ngày' d 'tháng' M",
    "LLLL": "'tháng' M",
    "LLL": "'T'M",
}
CHINESE_STEPS = ((10**8, "亿"), (10**4, "万"))
# British English: the day stands before the month, as the documents of both sides have it.
LANGUAGES: Mapping[Language, LanguageRules] = {
    "en": LanguageRules(Locale.parse("en_GB"), english_ordinal),
    "vi": LanguageRules(Locale.parse("vi_VN"), vietnamese_ordinal, VIETNAMESE_DATES),
    "zh-Hans": LanguageRules(
        Locale.parse("zh_Hans_CN"), chinese_ordinal, {"LLLL": "M月"}, CHINESE_STEPS, spaced=False
    ),
}


def ordinal(number: int, language: Language) -> str:
    """How a language counts sessions: `10th`, `lần thứ 10`, `第十次`."""
    return LANGUAGES[language].ordinal(number)
