"""What templates can reckon: operators whose result can't be huge."""

import operator
import re
from collections.abc import Callable, Mapping

from jinja2.exceptions import SecurityError

from briefgen.problems import quoted
from briefgen.rendering.weighing import MOST, MOST_BITS, weighed

MOST_LETTERS = 1 << 24
"""Of a text that an operator makes."""
MOST_PLACES = 30
"""To which a number is rounded."""
PLACEHOLDER = re.compile(
    r"%(?:%|(?:\([A-Za-z_]\w*\))?[-+ #]?0?[1-9]?[0-9]?(?:\.[0-9]{1,2})?[sdifFeEgGxXo])"
)
OPERATORS: Mapping[str, Callable[[object, object], object]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "**": operator.pow,
    "%": operator.mod,
}


def reckoned(sign: str, left: object, right: object) -> object:
    """What an operator gives; raises SecurityError if that, or what it takes, is too large."""
    match sign, left, right:
        case _, int(), int():
            check_numbers(sign, left, right)
        case "*", (str() | list() | tuple()), int():
            check_length(left, len(left) * right)
        case "*", int(), (str() | list() | tuple()):
            check_length(right, len(right) * left)
        case "+", (str() | list() | tuple()), (str() | list() | tuple()):
            check_length(left, len(left) + len(right))
        case "%", str(), _:
            checked_format(left)
    return OPERATORS[sign](left, right)


def check_numbers(sign: str, left: int, right: int) -> None:
    bits, more = left.bit_length(), right.bit_length()
    result = {"*": bits + more, "**": bits * max(right, 1)}.get(sign, bits)
    if max(bits, more, result) > MOST_BITS:
        raise SecurityError(f"the result of {sign} has too many digits")


def check_length(value: str | list[object] | tuple[object, ...], length: int) -> None:
    most = MOST_LETTERS if isinstance(value, str) else MOST
    if length > most:
        what = "letters" if isinstance(value, str) else "values"
        raise SecurityError(f"this makes {length:,} {what}; {most:,} is the most")


def checked_format(text: str) -> str:
    """A text with placeholders such as `%(name)s` or `%02d`, none of which makes it huge."""
    rest = PLACEHOLDER.sub("", text)
    if "%" in rest:
        shown = quoted(rest[rest.index("%") :])
        message = f"{shown} is no placeholder such as %(name)s or %02d; write a percent sign as %%"
        raise SecurityError(message)
    return text


def check_places(value: object, precision: int) -> None:
    """Raises SecurityError if rounding to so many places would make, or take, a huge number."""
    if abs(precision) > MOST_PLACES:
        raise SecurityError(f"a number can be rounded to {MOST_PLACES} places at the most")
    weighed(value)
