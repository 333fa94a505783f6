"""Running a template within its bounds, and telling its line when it goes wrong."""

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError
from jinja2.environment import TemplateModule

from briefgen.problems import Place, Problem, TemplateError, quoted
from briefgen.register.collecting import collected
from briefgen.rendering import marking
from briefgen.rendering.memory import Memory
from briefgen.rendering.running_bounds import EXHAUSTED, RunningBounds, bounded
from briefgen.rendering.running_place import running_place

T = TypeVar("T")
MISTAKES = (
    JinjaError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a template's own mistake can raise while it runs; too deep a recursion among it."""
LONGEST_TITLE = 2_000
LONGEST = 300
"""Letters of what is said of a mistake, as Python's own words may hold a whole page."""


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
    bounds: RunningBounds,
    memory: Memory,
) -> Output:
    """A template's output; raises TemplateError with the line at which it went wrong."""
    try:
        with collected():  # what loops of a template leave behind must not pile up
            return kept(
                lambda: output_of(environment, name, variables, bounds), name, bounds, memory
            )
    except TemplateSyntaxError as error:
        place = Place(error.name or name, error.lineno, 1)
        raise TemplateError([Problem(place, "template-syntax", said(error))]) from error
    except TemplateNotFound as error:
        message = f"there is no template {quoted(str(error.name))}"
        place = running_place(error, name)
        raise TemplateError([Problem(place, "no-template", message)]) from error
    except MISTAKES as error:
        place = running_place(error, name)
        raise TemplateError([Problem(place, "template", said(error))]) from error


def kept(work: Callable[[], T], name: str, bounds: RunningBounds, memory: Memory) -> T:
    """What some work on a template gives within its bounds; raises TemplateError beyond them."""
    try:
        return bounded(work, bounds, memory)
    except EXHAUSTED as error:
        problem = Problem(running_place(error, name), "template-bounds", excess(error, bounds))
        traceback.clear_frames(error.__traceback__)
    # Raised from here, so that it doesn't hold what was too much.
    raise TemplateError([problem])


def output_of(
    environment: Environment, name: str, variables: Mapping[str, object], bounds: RunningBounds
) -> Output:
    module = environment.get_template(name).make_module(dict(variables))
    return Output(
        html=html_of(module, name, bounds),
        title=plain(module, "title", name),
        subject=plain(module, "subject", name),
        paper=str(getattr(module, "paper", "")),
    )


def html_of(module: TemplateModule, name: str, bounds: RunningBounds) -> str:
    html = str(module)
    if len(html) > bounds.letters:
        message = f"the page has {len(html):,} letters; {bounds.letters:,} is the most"
        message = f"{message}; take out what is said again and again"
        raise TemplateError([Problem(Place(name, 1, 1), "template-bounds", message)])
    return html


def plain(module: object, variable: str, name: str) -> str:
    value = getattr(module, variable, None)
    if not isinstance(value, str) or not value.strip():
        message = f"the template sets no '{variable}': {{% set {variable} = … %}}"
        raise TemplateError([Problem(Place(name, 1, 1), "template", message)])
    if len(value) > LONGEST_TITLE:
        message = f"'{variable}' has {len(value):,} letters; {LONGEST_TITLE:,} is the most"
        raise TemplateError([Problem(Place(name, 1, 1), "template-bounds", message)])
    return " ".join(marking.plain(value).split())


def excess(error: BaseException, bounds: RunningBounds) -> str:
    """What a template took too much of, and what to do."""
    if isinstance(error, MemoryError):
        most = f"{bounds.memory / (1 << 20):,.0f} MiB of memory"
        return f"the template takes more than {most}; look for a text or list that grows here"
    return (
        f"the template takes more than {bounds.seconds:g} seconds; look for a loop that goes"
        " through far too much here"
    )


def said(error: Exception) -> str:
    """What went wrong, in a sentence: some errors hold no more than a key, or nothing."""
    if isinstance(error, RecursionError):
        return "this is nested too deep, or goes round in a circle; see what calls or includes what"
    words = " ".join(str(error).split()) or type(error).__name__
    sentence = f"there is no {words}" if isinstance(error, KeyError) else words
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]}…"
