"""Reading files of tokens: what is wrong in them is told with its place."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter

from briefgen.problems import Problem, RegisterError, TemplateError
from briefgen.register.source import read_source
from briefgen.register.validation import validate

T = TypeVar("T")


def read_tokens(adapter: TypeAdapter[T], data: bytes, name: str, context: Mapping[str, Any]) -> T:
    """What a file of tokens holds; raises TemplateError with all that is wrong in it."""
    problems: list[Problem] = []
    try:
        made = validate(adapter, read_source(data, name), context, problems)
    except RegisterError as error:
        raise TemplateError(error.problems) from error
    if made is None:
        raise TemplateError(problems)
    return made
