"""What pydantic found, in words that an officer can act on."""

import difflib
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from pydantic_core import ErrorDetails

from briefgen.problems import quoted
from briefgen.register.forms import EXAMPLES

Phrase = Callable[[Any, Mapping[str, Any]], str]
"""What to say after the name of the value, from the value and what pydantic tells of the rule."""


def phrase(detail: ErrorDetails) -> str:
    """What is wrong with a value, to be read after its name."""
    say = PHRASES.get(detail["type"])
    if say is None:
        return f"is wrong: {detail['msg']}"
    return say(detail["input"], detail.get("ctx", {}))


def shown(value: Any) -> str:
    """A value as a message shows it."""
    match value:
        case None:
            return "empty"
        case bool():
            return "true" if value else "false"
        case int() | Decimal():
            return f"the number {value}"
        case dict():
            return "keys with values"
        case tuple():
            return "a list"
    return quoted(str(value))


def wrong_type(expected: str) -> Phrase:
    return lambda value, _: f"must {expected}, {but(value)}"


def but(value: Any) -> str:
    return "but it is empty" if value is None else f"not {shown(value)}"


def not_text(value: Any, _: Mapping[str, Any]) -> str:
    advice = "; put it in quotes" if isinstance(value, int | Decimal) else ""
    return f"must be text, {but(value)}{advice}"


def not_a_number(value: Any, _: Mapping[str, Any]) -> str:
    is_number = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10
    advice = f"; write {int(value)} without quotes" if is_number else ""
    return f"must be a whole number, {but(value)}{advice}"


def no_choice(value: Any, context: Mapping[str, Any]) -> str:
    expected = context["expected"]
    choices = expected.replace(" or ", ", ").replace("'", "").split(", ")
    near = difflib.get_close_matches(str(value)[:100], choices, n=1)
    guess = f" (did you mean '{near[0]}'?)" if near else ""
    return f"is {shown(value)}; it can be {expected}{guess}"


def wrong_form(value: Any, context: Mapping[str, Any]) -> str:
    pattern = context["pattern"]
    return f"is {shown(value)}; {EXAMPLES.get(pattern, f'it has the form {pattern}')}"


PHRASES: dict[str, Phrase] = {
    "string_type": not_text,
    "tuple_type": wrong_type("be a list such as [a, b]"),
    "dict_type": wrong_type("hold keys with values"),
    "model_type": wrong_type("hold keys with values"),
    "int_type": not_a_number,
    "bool_type": wrong_type("be true or false"),
    "is_instance_of": wrong_type("be a number"),
    "decimal_type": wrong_type("be a number"),
    "literal_error": no_choice,
    "string_pattern_mismatch": wrong_form,
    "string_too_long": lambda value, c: (
        f"has {len(value):,} characters; the most is {c['max_length']:,}"
    ),
    "too_long": lambda value, c: f"has {len(value):,} entries; the most is {c['max_length']:,}",
    "too_short": lambda *_: "is an empty list; name at least one",
    "greater_than_equal": lambda value, c: f"is {value}; the least is {c['ge']}",
    "less_than_equal": lambda value, c: f"is {value}; the most is {c['le']}",
}
CODES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "literal_error": "wrong-choice",
    "string_pattern_mismatch": "wrong-form",
    "value_error": "wrong-value",
    "string_too_long": "too-long",
    "too_long": "too-long",
    "too_short": "empty-list",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
}


def code_of(detail: ErrorDetails) -> str:
    """The problem's code for programs, free of pydantic's own words."""
    kind = detail["type"]
    return CODES.get(kind, "wrong-type" if kind in PHRASES else kind.replace("_", "-"))
