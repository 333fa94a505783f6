"""Running a template, and telling its line when it goes wrong."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError

from briefgen.problems import Place, Problem, TemplateError
from briefgen.rendering import marking

MISTAKES = (
    JinjaError,
    SecurityError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template's own mistake can raise while it runs."""


@dataclass(frozen=True)
class Output:
    """What a template gave: its text, the title and subject that it sets, the paper it wants."""

    html: str
    title: str
    subject: str
    paper: str


def run(
    environment: Environment,
    name: str,
    variables: Mapping[str, object],
    folders: tuple[Path, ...],
) -> Output:
    """A template's output; raises TemplateError with the line at which it went wrong."""
    try:
        module = module_of(environment, name, variables)
    except TemplateSyntaxError as error:
        place = Place(error.name or name, error.lineno, 1)
        raise TemplateError([Problem(place, "template-syntax", str(error.message))]) from error
    except TemplateNotFound as error:
        message = f"there is no template '{error.name}'"
        place = place_in_template(error, name, folders)
        raise TemplateError([Problem(place, "no-template", message)]) from error
    except MISTAKES as error:
        place = place_in_template(error, name, folders)
        raise TemplateError([Problem(place, "template", said(error))]) from error
    return Output(
        html=str(module),
        title=plain(module, "title", name),
        subject=plain(module, "subject", name),
        paper=str(getattr(module, "paper", "")),
    )


def module_of(environment: Environment, name: str, variables: Mapping[str, object]) -> object:
    template = environment.get_template(name)
    try:
        return template.make_module(dict(variables))
    except MISTAKES:
        environment.handle_exception()  # raises it again, with the template's lines for Python's


def plain(module: object, variable: str, name: str) -> str:
    value = getattr(module, variable, None)
    if not isinstance(value, str) or not value.strip():
        message = f"the template sets no '{variable}': {{% set {variable} = … %}}"
        raise TemplateError([Problem(Place(name, 1, 1), "template", message)])
    return " ".join(marking.plain(value).split())


def place_in_template(error: BaseException, name: str, folders: tuple[Path, ...]) -> Place:
    """The line of the template that was running when an error came."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        (Path(frame.filename).relative_to(folder).as_posix(), frame.lineno)
        for frame in frames
        for folder in folders
        if frame.lineno and Path(frame.filename).is_relative_to(folder)
    ]
    return Place(lines[-1][0], lines[-1][1], 1) if lines else Place(name)


def said(error: Exception) -> str:
    """What went wrong, in a sentence: some errors hold no more than a key."""
    return f"there is no {error}" if isinstance(error, KeyError) else str(error)
