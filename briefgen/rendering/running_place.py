"""Which line of which template was running, or was being read, when an error came."""

import traceback
from types import FrameType

from jinja2 import Template, nodes
from jinja2.parser import Parser

from briefgen.problems import Place
from briefgen.rendering.parsing import PageParser
from briefgen.rendering.plain_pages import PlainReader
from briefgen.rendering.sandbox import Sandbox

READING = Sandbox.compile.__name__


def running_place(error: BaseException, name: str) -> Place:
    """The place of an error; only the template's name where no line of it had come yet."""
    place = Place(name)
    for frame, line in traceback.walk_tb(error.__traceback__):
        place = place_of_running(frame, line) or place_of_reading(frame, place) or place
    return place


def place_of_running(frame: FrameType, line: int) -> Place | None:
    """The line of a template whose code runs in a frame."""
    template = frame.f_globals.get("__jinja_template__")
    if not isinstance(template, Template):
        return None
    return Place(template.name or "", template.get_corresponding_lineno(line), 1)


def place_of_reading(frame: FrameType, before: Place) -> Place | None:
    """The line of a template that is read, or becomes code, or of a page that is read."""
    match frame.f_locals:
        case {"self": Parser(name=str(name), stream=stream)}:
            return Place(name, stream.current.lineno, 1)
        case {"self": nodes.Node(lineno=int(line))} | {"node": nodes.Node(lineno=int(line))}:
            return Place(before.file, line, 1)
        case {"self": PageParser(place=place) | PlainReader(place=place)}:
            return place
        case {"self": Sandbox(), "name": str(name)} if frame.f_code.co_name == READING:
            return Place(name, 1, 1)
    return None
