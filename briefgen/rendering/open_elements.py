"""The elements of a page while it is read, until each one's end comes."""

import re
from dataclasses import dataclass, field

from briefgen.problems import Place, Problem, TemplateError
from briefgen.rendering.page import Node, Role
from briefgen.rendering.vocabulary import BODY, VOCABULARY, Rule

PLACE = re.compile(r"(.{1,300}):([0-9]{1,9})")
ANYTHING = Rule(frozenset(VOCABULARY), text=True)
"""What an unknown element may hold: it was told itself, what it holds need not be."""


@dataclass
class Open:
    """An element whose end has not come yet."""

    tag: str
    place: Place
    roles: tuple[Role, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def rule(self) -> Rule:
        return VOCABULARY.get(self.tag, ANYTHING) if self.tag else BODY


def too_many(place: Place) -> TemplateError:
    """That a page has more elements than anybody reads."""
    message = "the page has too many elements; make documents of its parts"
    return TemplateError([Problem(place, "template-bounds", message)])


def place_from(text: str, otherwise: Place) -> Place:
    found = PLACE.fullmatch(text)
    return Place(found[1], int(found[2]), 1) if found else otherwise


def trim_end(children: list[Node]) -> None:
    while children and isinstance(children[-1], str):
        trimmed = children[-1].rstrip(" ")
        if trimmed:
            children[-1] = trimmed
            return
        children.pop()
