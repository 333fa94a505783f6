"""From a file's tree to its model, or to the problems in plain words."""

import inspect
import typing
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from briefgen.problems import Place, Problem, quoted
from briefgen.register.ids import did_you_mean
from briefgen.register.limits import PROBLEMS, PROBLEMS_OF_FILE
from briefgen.register.source import Location, Source
from briefgen.register.wording import code_of, phrase
from briefgen.register.wrong import WRONG_VALUE

T = TypeVar("T")
MANY = "too-many-problems"
MORE = "{:,} more problems of this file are not told; put these right first"
TOO_MANY = "{:,} problems are in this file, too many to tell; look at what its entries share"
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
        problems += told_of(error, source, annotation)
        return None


def told_of(error: ValidationError, source: Source, annotation: Any) -> Iterator[Problem]:
    """What is wrong in a file, up to a number; nothing in particular where that is far too much."""
    if error.error_count() > PROBLEMS.most:
        yield Problem(Place(source.name), MANY, TOO_MANY.format(error.error_count()))
        return
    found = error.errors(include_url=False)
    details = [each for each in found if not is_echo(each)] or found
    told = details[: PROBLEMS_OF_FILE.most]
    yield from (problem_of(detail, source, annotation) for detail in told)
    if left := len(details) - len(told):
        yield Problem(Place(source.name), MANY, MORE.format(left))


def is_echo(detail: ErrorDetails) -> bool:
    """Whether a list counts as too short only because its items are wrong, told on their own."""
    return detail["type"] == "too_short" and bool(detail["input"])


def problem_of(detail: ErrorDetails, source: Source, annotation: Any) -> Problem:
    place, message = told(detail, source, annotation)
    return Problem(place, code_of(detail), message)


def told(detail: ErrorDetails, source: Source, annotation: Any) -> tuple[Place, str]:
    """Where something is wrong and what; a missing key is told at what it is missing in."""
    location = source.existing(detail["loc"])
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            missing = f"'{detail['loc'][-1]}' is missing; add it to {owner(location)}"
            return source.place(location, of_key=True), missing
        case "extra_forbidden":
            name = str(location[-1]) if location else ""
            near = did_you_mean(name, keys_at(annotation, location[:-1]))
            return source.place(location, of_key=True), f"unknown key {quoted(name)}{near}"
        case kind if kind == WRONG_VALUE:
            of_key = context["of_key"] or KEY_STEP in detail["loc"]
            return source.place((*location, *context["steps"]), of_key=of_key), context["message"]
        case "value_error":
            is_key = KEY_STEP in detail["loc"]
            sentence = str(context["error"]) if is_key else said(str(context["error"]), location)
            return source.place(location, of_key=is_key), sentence
    if source.tree is None:
        return Place(source.name), EMPTY[detail["type"] == "dict_type"]
    is_key = KEY_STEP in detail["loc"]
    what = "this key" if is_key else subject(location)
    return source.place(location, of_key=is_key), f"{what} {phrase(detail)}"


EMPTY = {
    True: "this file is empty; write {} in it if there are no entries",
    False: "this file is empty; write its keys and values",
}


def said(sentence: str, location: Location) -> str:
    """A validator's own sentence, after the value's name where it has one of its own."""
    if sentence.startswith("must "):
        return f"{subject(location)} {sentence}"
    has_name = location and isinstance(location[-1], str)
    return f"{subject(location)}: {sentence}" if has_name else sentence


def subject(location: Location) -> str:
    match location:
        case ():
            return "this file"
        case (*_, str(name)):
            return quoted(name)
    return owner(location).replace("this", "an", 1)


def owner(location: Location) -> str:
    match location:
        case ():
            return "this file"
        case (*_, str(name)):
            return quoted(name)
    while location and not isinstance(location[-1], str):
        location = location[:-1]
    return f"this entry of {owner(location)}"


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
    if inspect.isclass(annotation) and typing.get_origin(annotation) is None:
        return annotation if issubclass(annotation, BaseModel) else None
    inner = (model_in(argument) for argument in typing.get_args(annotation))
    return next((model for model in inner if model is not None), None)
