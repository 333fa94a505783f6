"""From a file's tree to its model, or to the problems in plain words."""

import difflib
import types
import typing
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from briefgen.problems import Problem
from briefgen.register.ids import did_you_mean
from briefgen.register.source import Location, Source

T = TypeVar("T")
KEY_STEP = "[key]"
"""What pydantic appends to the location of a key that is wrong itself."""


def validate(
    adapter: TypeAdapter[T], source: Source, context: Mapping[str, Any], problems: list[Problem]
) -> T | None:
    """What a file holds, in its type; None when something is wrong, told in `problems`."""
    try:
        return adapter.validate_python(source.tree, context=dict(context))
    except ValidationError as error:
        annotation = adapter._type  # noqa: SLF001  pydantic gives no public way to it
        problems += [problem_of(detail, source, annotation) for detail in error.errors()]
        return None


def problem_of(detail: ErrorDetails, source: Source, annotation: Any) -> Problem:
    location = tuple(step for step in detail["loc"] if step != KEY_STEP)
    is_key = detail["type"] == "extra_forbidden" or KEY_STEP in detail["loc"]
    place = source.place(location, of_key=is_key)
    code = detail["type"].replace("_", "-")
    return Problem(place, code, wording(detail, location, annotation))


def wording(detail: ErrorDetails, location: Location, annotation: Any) -> str:
    """The problem in words that an officer can act on."""
    name = next((step for step in reversed(location) if isinstance(step, str)), "this file")
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return f"'{name}' is missing here"
        case "extra_forbidden":
            return f"unknown key '{name}'{did_you_mean(name, keys_at(annotation, location[:-1]))}"
        case "literal_error":
            return f"'{name}' is {shown(detail['input'])}; it can be {context['expected']}" + (
                nearest_choice(detail["input"], context["expected"])
            )
        case "value_error":
            return f"'{name}': {context['error']}"
        case "unknown-reference":
            return detail["msg"]
        case "string_pattern_mismatch":
            return f"'{name}' is {shown(detail['input'])}; it has the form {context['pattern']}"
    return f"'{name}' {PHRASES.get(detail['type'], other)(context, detail)}"


def other(context: Mapping[str, Any], detail: ErrorDetails) -> str:
    return f"is wrong: {detail['msg']}"


Phrase = Callable[[Mapping[str, Any], ErrorDetails], str]
PHRASES: dict[str, Phrase] = {
    "string_type": lambda _, d: f"must be text, not {shown(d['input'])}; put it in quotes",
    "tuple_type": lambda _, d: f"must be a list: [a, b], not {shown(d['input'])}",
    "dict_type": lambda _, d: f"must hold keys with values, not {shown(d['input'])}",
    "model_type": lambda _, d: f"must hold keys with values, not {shown(d['input'])}",
    "int_type": lambda _, d: f"must be a whole number, not {shown(d['input'])}",
    "bool_type": lambda _, d: f"must be true or false, not {shown(d['input'])}",
    "is_instance_of": lambda _, d: f"must be a number, not {shown(d['input'])}",
    "decimal_type": lambda _, d: f"must be a number, not {shown(d['input'])}",
    "too_short": lambda c, _: f"must name at least {c['min_length']}",
    "greater_than_equal": lambda c, d: f"is {shown(d['input'])}; the least is {c['ge']}",
    "less_than_equal": lambda c, d: f"is {shown(d['input'])}; the most is {c['le']}",
}


def shown(value: Any) -> str:
    match value:
        case None:
            return "empty"
        case bool():
            return "true" if value else "false"
        case dict():
            return "keys with values"
        case tuple():
            return "a list"
    text = str(value)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"


def nearest_choice(value: Any, expected: str) -> str:
    choices = expected.replace(" or ", ", ").replace("'", "").split(", ")
    near = difflib.get_close_matches(str(value), choices, n=1)
    return f" (did you mean '{near[0]}'?)" if near else ""


def keys_at(annotation: Any, location: Location) -> Collection[str]:
    """The keys that a mapping at a location may hold, read off the model's fields."""
    for step in location:
        model = model_in(annotation)
        if isinstance(step, str) and model is not None:
            fields = {field.alias or name: field for name, field in model.model_fields.items()}
            if step in fields:
                annotation = fields[step].annotation
    model = model_in(annotation)
    return [field.alias or name for name, field in model.model_fields.items()] if model else ()


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field's type comes down to: `tuple[Era, ...]`, `Era | None`."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    inner = (model_in(argument) for argument in typing.get_args(annotation))
    return next((model for model in inner if model is not None), None)
