"""The document while it is written: what its parts need of one another."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from briefgen.rendering.page import Element, Page, walk
from briefgen.rendering.tokens import RoleStyle
from briefgen.writers.docx.looks import Look, RoleName
from briefgen.writers.docx.markup import Twips
from briefgen.writers.docx.numbering import Numbering
from briefgen.writers.docx.parts import Part
from briefgen.writers.docx.pieces import Piece
from briefgen.writers.docx.unfinished import Paragraph

if TYPE_CHECKING:
    from briefgen.writers.docx.letterhead.letterhead import Letterhead

LONGEST_BOOKMARK = 40


@dataclass(frozen=True)
class Draft:
    """A document being written: its look, its numbers, and the names that its links lead to.

    The width is that of the text between the margins; in a column or cell, of that.
    The properties of runs are kept for the next run of the same look: there are few looks.
    """

    page: Page
    look: Look
    part: Part
    numbering: Numbering
    text_width: Twips
    bookmarks: Mapping[str, str]
    letterhead: "Letterhead | None" = None
    links: dict[str, str] = field(default_factory=dict)
    """The addresses outside that are linked to, with the relations that lead there."""
    pictures: dict[bytes, str] = field(default_factory=dict)
    """The pictures in the text, with the relations that lead to them."""
    run_looks: dict[Hashable, Piece] = field(default_factory=dict)
    bookmark_ids: Iterator[int] = field(default_factory=count)
    picture_ids: Iterator[int] = field(default_factory=lambda: count(1))


@dataclass(frozen=True)
class Setting:
    """What a block stands in: its document and language, and roles that its words take on."""

    draft: Draft
    language: str
    around: tuple[RoleName, ...] = ()

    @property
    def look(self) -> Look:
        """The look of the document."""
        return self.draft.look

    def within(self, element: Element) -> "Setting":
        """The setting of what an element holds."""
        language = element.attributes.get("lang")
        return replace(self, language=language) if language else self

    def narrowed(self, width: Twips) -> "Setting":
        """The setting in a column or cell, which has less room for text than the page has."""
        return replace(self, draft=replace(self.draft, text_width=width))


@dataclass(frozen=True)
class Block:
    """A paragraph or a table, with the tokens that say how far it stands from others.

    One that floats has a place of its own on its page; one that restarts begins the count of
    pages anew.
    """

    content: Paragraph | Piece
    tokens: RoleStyle
    floats: bool = False
    restarts: bool = False

    @property
    def is_table(self) -> bool:
        """Whether this is a table: then it has no space after itself in Word."""
        return not isinstance(self.content, Paragraph)

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that this is; nothing more can be said of a table."""
        if not isinstance(self.content, Paragraph):
            raise TypeError("a table is no paragraph")
        return self.content

    @property
    def piece(self) -> Piece:
        """What the document holds of it."""
        return self.content.piece if isinstance(self.content, Paragraph) else self.content


def bookmark_names(body: tuple[Element, ...]) -> dict[str, str]:
    """A name that Word allows for every id of the page."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for element in walk(body):
        identifier = element.attributes.get("id")
        if identifier:
            names[identifier] = free_name(identifier.replace("-", "_"), taken)
            taken.add(names[identifier])
    return names


def free_name(wanted: str, taken: set[str]) -> str:
    name = wanted[:LONGEST_BOOKMARK]
    for number in count(2):
        if name not in taken:
            break
        ending = f"_{number}"
        name = wanted[: LONGEST_BOOKMARK - len(ending)] + ending
    return name
