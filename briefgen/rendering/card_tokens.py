"""The tokens of cards in a house style: their size, their lines, the room of their texts."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from briefgen.register.forms import Id
from briefgen.rendering.tokens import Line, Millimetres, Tokens


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
    fits: Annotated[dict[Id, Fit], Field(max_length=20)]

    @property
    def line_length(self) -> Decimal:
        """How long a line of its text can be, in millimetres: a folded one's runs up the sheet."""
        return (self.height if self.folded else self.width) - 2 * self.padding
