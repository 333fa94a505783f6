"""The semantic page: the only thing that writers know."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from briefgen.documents.editions import Edition
from briefgen.problems import Place

Role = str


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the page's tree, with the place in the template that made it."""

    tag: str
    children: tuple["Node", ...] = ()
    roles: tuple[Role, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    place: Place = field(default=Place("page"), compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which a style can know it, most particular first: `p.kicker`, `p`."""
        return (*(f"{self.tag}.{role}" for role in self.roles), self.tag)


Node = Element | str
IN_MARGIN = " · "
"""What stands between two languages at the head and foot of a page."""


@dataclass(frozen=True)
class PageNumber:
    """The words around the number of a page and the count of pages: `Page 1 of 4`.

    A page in two languages has those of the second one after them.
    """

    before: str
    between: str
    after: str = ""
    second: "PageNumber | None" = None

    @property
    def all(self) -> "tuple[PageNumber, ...]":
        """The words in each language of the page."""
        return (self,) if self.second is None else (self, *self.second.all)


@dataclass(frozen=True)
class WorkbookWords:
    """The words of the sheet that tells what stands outside of tables: its name, and its marks."""

    about: str = "About"
    labelled: str = "%(label)s: %(text)s"
    clauses: str = "%(before)s; %(after)s"


@dataclass(frozen=True)
class Page:
    """A document as semantic blocks, with what its files tell about themselves."""

    title: str
    subject: str
    language: str
    author: str
    as_of: datetime.date
    edition: Edition
    header: str
    footer: str
    page_number: PageNumber
    body: tuple[Element, ...]
    paper: str = ""
    """Which of the style's sheets it is printed on; none is the usual one."""
    workbook: WorkbookWords = WorkbookWords()


def walk(nodes: tuple[Node, ...]) -> Iterator[Element]:
    """All elements below some nodes, in the order of the page."""
    rest = [*reversed(nodes)]
    while rest:
        node = rest.pop()
        if isinstance(node, Element):
            yield node
            rest.extend(reversed(node.children))


def text_of(node: Node) -> str:
    """The text of a node and everything below it; a line break counts as a space."""
    if isinstance(node, str):
        return node
    if node.tag == "br":
        return " "
    return "".join(text_of(child) for child in node.children)


SHORT_TABLE_ROWS = 6
SHORT_TABLE_TEXT = 900


def is_short_table(element: Element) -> bool:
    """Whether a table has so few rows and words that it stays on one page."""
    if element.tag != "table":
        return False
    bodies = (child for child in element.children if isinstance(child, Element))
    rows = sum(len(body.children) for body in bodies if body.tag == "tbody")
    return rows <= SHORT_TABLE_ROWS and room_of(text_of(element)) <= SHORT_TABLE_TEXT


def room_of(text: str) -> int:
    """How much room a text takes, in letters: a Chinese one is as wide as two others."""
    return sum(2 if east_asian_width(letter) in "FW" else 1 for letter in text)
