"""Numbers and amounts in words: `7.2 billion dollars`, `72亿美元`."""

from dataclasses import dataclass
from decimal import Decimal
from gettext import NullTranslations

from babel.numbers import format_decimal

from briefgen.register.texts import Language
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.words import WORDS

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


@dataclass(frozen=True)
class Amounts:
    """Numbers as one language writes them; no digit is lost."""

    language: Language
    words: NullTranslations

    def number(self, value: Decimal | int) -> str:
        """A number with all of its digits."""
        rules = LANGUAGES[self.language]
        # Who counts by ten thousands puts no mark at the thousands.
        return format_decimal(
            value,
            locale=rules.locale,
            decimal_quantization=False,
            group_separator=not rules.steps,
        )

    def scaled(self, value: Decimal, scale: str | None) -> str:
        """A number of thousands, millions or billions, by the steps in which a language counts."""
        if scale is None:
            return self.number(value)
        steps = LANGUAGES[self.language].steps
        if not steps:
            message = WORDS["scale"][scale]
            values = {"number": self.number(value), "scale": self.words.gettext(message)}
            return self.words.gettext("%(number)s %(scale)s") % values
        whole = value * SCALES[scale]
        step, word = next((each for each in steps if abs(whole) >= each[0]), (1, ""))
        return f"{self.number(whole / step)}{word}"
