"""Which line of which template was running, or was being read, when an error came."""

import traceback
from collections.abc import Iterator
from types import FrameType

from jinja2 import Template
from jinja2.compiler import CodeGenerator
from jinja2.parser import Parser

from briefgen.problems import Place
from briefgen.rendering.parsing import PageParser


def running_place(error: BaseException, name: str) -> Place:
    """The place of an error; only the template's name where no line of it had come yet."""
    places = [place for place in places_in(error) if place]
    return places[-1] if places else Place(name)


def places_in(error: BaseException) -> Iterator[Place | None]:
    """The places on an error's way, the last one nearest to it."""
    for frame, line in traceback.walk_tb(error.__traceback__):
        yield place_of_running(frame, line) or place_of_reading(frame)


def place_of_running(frame: FrameType, line: int) -> Place | None:
    """The line of a template whose code runs in a frame."""
    template = frame.f_globals.get("__jinja_template__")
    if not isinstance(template, Template):
        return None
    return Place(template.name or "", template.get_corresponding_lineno(line), 1)


def place_of_reading(frame: FrameType) -> Place | None:
    """The line of a template that is read, or becomes code, in a frame."""
    local = frame.f_locals
    match local.get("self"):
        case Parser(name=str(name), stream=stream):
            return Place(name, stream.current.lineno, 1)
        case CodeGenerator(name=str(name)):
            return Place(name, getattr(local.get("node"), "lineno", 1), 1)
        case PageParser(place=place):
            return place
    if frame.f_code.co_name in {"preprocess", "compile"} and isinstance(local.get("name"), str):
        return Place(local["name"])
    return None
