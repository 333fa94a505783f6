"""The text of an element as a cell holds it, and the citations that stand in it."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from briefgen.problems import Place
from briefgen.rendering.page import Element, Node, text_of, walk
from briefgen.rendering.plain_pages import SPACES

Citation = str
"""A source's number: `12`."""
Cite = Callable[[list[Citation]], str]
"""What a cell says where a text cites sources."""
LINES = frozenset({"p", "li"})
"""Elements of a cell that stand on lines of their own."""


@dataclass(frozen=True)
class Cell:
    """One cell of a sheet: its text, the names by which a style knows it, what made it."""

    text: str = ""
    names: tuple[str, ...] = ("td",)
    row_names: tuple[str, ...] = ()
    place: Place = field(default=Place("page"), compare=False)


Row = tuple[Cell, ...]


def in_brackets(citations: list[Citation]) -> str:
    """Citations within the text: ` [1, 3]`."""
    return f" [{', '.join(citations)}]"


def nowhere(citations: list[Citation]) -> str:  # noqa: ARG001  all that cite are called alike
    """Citations that have a column of their own are not repeated in the text."""
    return ""


def cell_text(nodes: Iterable[Node], cite: Cite) -> str:
    """The text of nodes: paragraphs, items and broken lines each on a line of their own."""
    whole = "".join(piece(node, cite) for node in nodes)
    lines = (re.sub(" {2,}", " ", line).strip(" ") for line in whole.split("\n"))
    return unicodedata.normalize("NFC", "\n".join(line for line in lines if line))


def piece(node: Node, cite: Cite) -> str:
    match node:
        case str():
            return SPACES.sub(" ", node)
        case Element(tag="br"):
            return "\n"
        case Element(tag="img"):
            return node.attributes.get("alt", "")
        case Element(tag="sup"):
            return cite(citations_of([node]))
        case Element(tag="a"):
            return linked(node, cite)
        case Element(tag="ul" | "ol"):
            return "\n".join(["", *itemised(node, cite), ""])
    inner = "".join(piece(child, cite) for child in node.children)
    return f"\n{inner}\n" if node.tag in LINES else inner


def itemised(items: Element, cite: Cite) -> list[str]:
    """The items of a list: a source with the number by which it is cited, others as ordered."""
    listed = [each for each in items.children if isinstance(each, Element)]
    return [
        mark(items, item, number) + cell_text([item], cite) for number, item in enumerate(listed, 1)
    ]


def mark(items: Element, item: Element, number: int) -> str:
    if "source" in item.roles:
        return f"[{number}] "
    return f"{number}. " if items.tag == "ol" else ""


def linked(link: Element, cite: Cite) -> str:
    """The words of a link, and where it leads if that is out of the page and not said."""
    text = "".join(piece(child, cite) for child in link.children)
    target = link.attributes.get("href", "").removeprefix("mailto:")
    return text if target.startswith("#") or target in text else f"{text} ({target})"


def citations_of(nodes: Iterable[Node]) -> list[Citation]:
    """The sources cited in nodes, as they stand there."""
    raised = [each for each in walk(tuple(nodes)) if each.tag == "sup"]
    numbers = (number.strip() for each in raised for number in text_of(each).split(","))
    return [number for number in numbers if number]


def in_order(citations: Iterable[Citation]) -> str:
    """Citations of several texts together, each once, in the order of their numbers: `1, 3`."""
    return ", ".join(sorted(set(citations), key=lambda number: (len(number), number)))
