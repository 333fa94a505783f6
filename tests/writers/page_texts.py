"""What a page says, text by text, in the order in which it is read: what every format must say.

A text stands by itself: a heading, a paragraph, an item, a fact, a cell, a picture's description.
Beside it the style makes a number or a bullet; `numbered` says which.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from numerals import in_numerals

from briefgen.rendering.page import Element, Node, Page
from briefgen.rendering.style import Style
from briefgen.rendering.tokens import RoleStyle
from briefgen.rendering.vocabulary import INLINE

HEADINGS = ("h1", "h2", "h3", "h4")
BULLETS = ("•", "–")


@dataclass(frozen=True)
class Piece:
    """A stretch of a text in one language, and as the style shows it in print."""

    text: str
    language: str
    shown: str


@dataclass(frozen=True)
class Said:
    """A text of a page, the element that holds it, and the number or bullet before it."""

    element: Element
    pieces: tuple[Piece, ...]
    number: str = ""

    @property
    def text(self) -> str:
        return composed(spaced("".join(piece.text for piece in self.pieces)))

    @property
    def shown(self) -> str:
        """The text as it is printed, capitals where the style wants them."""
        return composed(spaced("".join(piece.shown for piece in self.pieces)))


@dataclass(frozen=True)
class Around:
    """What a text stands in: its language, whether in capitals, how deep in lists."""

    style: Style
    language: str
    capitals: bool = False
    depth: int = -1
    number: str = ""

    def within(self, element: Element) -> "Around":
        language = element.attributes.get("lang", self.language)
        capitals = tokens_of(element, self.style).capitals
        return replace(
            self,
            language=language,
            capitals=self.capitals if capitals is None else capitals,
            number="",
        )


def spaced(text: str) -> str:
    """A text with one space wherever there is white space."""
    return " ".join(text.split())


def bare(text: str) -> str:
    """A text without white space, where a format breaks lines in its own way."""
    return "".join(text.split())


def composed(text: str) -> str:
    """A text in the form that every file must have it in, whatever the page's is."""
    return unicodedata.normalize("NFC", text)


def said_by(page: Page, style: Style) -> list[Said]:
    """All texts of a page in their order, with their numbers."""
    around = Around(style, page.language)
    found = [said for each in page.body for said in texts(each, around)]
    return list(numbered([each for each in found if each.text], style))


def texts(element: Element, around: Around) -> Iterator[Said]:
    """The texts of an element: stretches of its own, and those of the blocks in it."""
    inner = replace(around.within(element), number=around.number)
    if element.tag in ("ul", "ol"):
        yield from items(element, replace(inner, depth=around.depth + 1))
        return
    for kind, nodes in groupby(element.children, kind_of):
        if kind == "text":
            yield Said(
                element, tuple(p for node in nodes for p in pieces(node, inner)), inner.number
            )
            inner = replace(inner, number="")
            continue
        for node in nodes:
            assert isinstance(node, Element)
            if kind == "picture":
                alt = node.attributes["alt"]
                yield Said(node, (Piece(alt, inner.language, alt),))
            else:
                yield from texts(node, inner)


def kind_of(node: Node) -> str:
    if isinstance(node, Element) and node.tag == "img":
        return "picture"
    return "text" if isinstance(node, str) or node.tag in INLINE else "block"


def pieces(node: Node, around: Around) -> Iterator[Piece]:
    if isinstance(node, str):
        yield Piece(node, around.language, node.upper() if around.capitals else node)
    elif node.tag == "br":
        yield Piece(" ", around.language, " ")
    else:
        for child in node.children:
            yield from pieces(child, around.within(node))


def items(listing: Element, around: Around) -> Iterator[Said]:
    for number, item in enumerate(listing.children, 1):
        assert isinstance(item, Element)
        sign = sign_of(listing, item, number, around)
        yield from texts(item, replace(around, number=sign))


def sign_of(listing: Element, item: Element, number: int, around: Around) -> str:
    """The bullet of an item, or its number in the form that its role gives it."""
    tokens = tokens_of(item, around.style)
    if listing.tag == "ul":
        return tokens.bullet or BULLETS[min(around.depth, 1)]
    kind = tokens.numbering if tokens.numbering not in (None, "bullet") else "decimal"
    return in_numerals(number, kind).join((tokens.number_form or "%.").split("%"))


def tokens_of(element: Element, style: Style) -> RoleStyle:
    """What a style says of an element: of its role, over what it says of its tag."""
    told: dict[str, object] = {}
    for name in reversed(element.names):
        told |= {
            key: value for key, value in style.roles.get(name, RoleStyle()) if value is not None
        }
    return RoleStyle().model_copy(update=told)


def numbered(found: list[Said], style: Style) -> Iterator[Said]:
    """The texts, with the numbers of headings; each level begins anew below one above it."""
    counts = dict.fromkeys(HEADINGS, 0)
    for said in found:
        tag = said.element.tag
        if tag in HEADINGS:
            counts |= {lower: 0 for lower in HEADINGS if lower > tag}
            yield replace(said, number=heading_number(said.element, counts, style))
        else:
            yield said


def heading_number(heading: Element, counts: dict[str, int], style: Style) -> str:
    """The number of a heading in its form, or after those above it: 1.1."""
    tokens = tokens_of(heading, style)
    if tokens.numbering in (None, "none", "bullet"):
        return ""
    counts[heading.tag] += 1
    if tokens.number_form or tokens.numbering != "decimal":
        number = in_numerals(counts[heading.tag], tokens.numbering)
        return number.join((tokens.number_form or "%").split("%")).strip()
    return ".".join(str(counts[tag]) for tag in HEADINGS if is_told(tag, heading.tag, style))


def is_told(tag: str, below: str, style: Style) -> bool:
    """Whether a number below tells that of a level."""
    roles: Mapping[str, RoleStyle] = style.roles
    return tag <= below and tag in roles and roles[tag].numbering == "decimal"
