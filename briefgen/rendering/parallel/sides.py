"""The two languages of a parallel page, and the elements that set them apart."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefgen.problems import Place
from briefgen.register.texts import Language
from briefgen.rendering.page import Element, Node

SECOND, GAP = "second", "gap"
"""The roles of a second text within one element, and of what stands for a text that is missing."""
Nodes = tuple[Node, ...]


@dataclass(frozen=True)
class Side:
    """One of the two languages, and what it says in the place of a text that it lacks."""

    language: Language
    gap: str

    def gap_at(self, place: Place) -> Element:
        """What stands for a missing text."""
        return Element("span", (self.gap,), (GAP,), {"lang": self.language}, place)

    def spoken(self, element: Element) -> Element:
        """An element that says it is in this language, unless it is in one of its own."""
        if element.tag in {"br", "col", "colgroup"} or "lang" in element.attributes:
            return element
        return replace(element, attributes={**element.attributes, "lang": self.language})


@dataclass(frozen=True)
class Sides:
    """The language that stands first, and the second one."""

    first: Side
    second: Side


def with_children(element: Element, children: Iterable[Node]) -> Element:
    """The same element around other children."""
    return replace(element, children=tuple(children))


def attributes_of(first: Element, second: Element) -> Mapping[str, str]:
    """The attributes of an element that stands for two; the second's language is not its own."""
    added = {name: value for name, value in second.attributes.items() if name != "lang"}
    return {**added, **first.attributes}


def ids_below(nodes: Iterable[Node]) -> Iterator[str]:
    """The ids of some nodes and of all below them."""
    for node in nodes:
        if isinstance(node, Element):
            if identifier := node.attributes.get("id"):
                yield identifier
            yield from ids_below(node.children)
