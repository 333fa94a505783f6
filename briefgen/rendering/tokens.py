"""The tokens of a house style: sheets of paper, fonts, lines, the look of a role, cards."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from briefgen.register.models.entries import Number

Points = Annotated[Number, Field(ge=0, le=100)]
Millimetres = Annotated[Number, Field(ge=0, le=500)]
Name = str
"""The name of a colour or a font that the same file defines."""


class Tokens(BaseModel):
    """A group of tokens: known keys only, unchanging."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Margins(Tokens):
    """The page's margins in millimetres."""

    top: Millimetres
    right: Millimetres
    bottom: Millimetres
    left: Millimetres


class Sheet(Tokens):
    """The paper, and how far header and footer stand from its edge; in millimetres."""

    width: Millimetres
    height: Millimetres
    margins: Margins
    header: Millimetres
    footer: Millimetres


class Font(Tokens):
    """A font role: families embedded in PDF in order of preference, and families that Word has."""

    pdf: Annotated[tuple[str, ...], Field(min_length=1)]
    generic: Literal["serif", "sans-serif"]
    latin: str
    east_asian: str


class Line(Tokens):
    """A line above or below something; width and distance from the text in points."""

    width: Points
    colour: Name
    distance: Points = Decimal(0)


class RoleStyle(Tokens):
    """How one role looks: one CSS rule and one Word style; sizes and distances in points."""

    word: str | None = None
    font: Name | None = None
    size: Points | None = None
    line: Points | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    raised: bool | None = None
    spacing: Points | None = None
    colour: Name | None = None
    fill: Name | None = None
    align: Literal["left", "right", "centre", "justified"] | None = None
    before: Points | None = None
    after: Points | None = None
    indent: Points | None = None
    hanging: Points | None = None
    padding: Points | None = None
    keep_with_next: bool | None = None
    keep_together: bool | None = None
    new_page: bool | None = None
    above: Line | None = None
    below: Line | None = None
    numbering: Literal["decimal", "bullet"] | None = None
    number_colour: Name | None = None


class Fit(Tokens):
    """The room that a text has on a card, in millimetres, and the roles to choose from.

    Of the part `name` these are `p.name-1`, `p.name-2` and so on, the largest letters first.
    """

    height: Millimetres
    first: Annotated[int, Field(ge=1, le=20)]
    last: Annotated[int, Field(ge=1, le=20)]


class Card(Tokens):
    """A card to be cut out; a folded one has two faces, each to be read from its own side."""

    width: Millimetres
    height: Millimetres
    across: Annotated[int, Field(ge=1, le=10)]
    padding: Millimetres
    folded: bool = False
    cut: Line
    fold: Line
    fits: dict[str, Fit]

    @property
    def line_length(self) -> Decimal:
        """How long a line of its text can be, in millimetres: a folded one's runs up the sheet."""
        return (self.height if self.folded else self.width) - 2 * self.padding
