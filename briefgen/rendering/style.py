"""A house style: one file of tokens from which the CSS and the Word styles are both made."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from briefgen.problems import Problem, RegisterError, TemplateError, quoted
from briefgen.register.ids import did_you_mean
from briefgen.register.models.entries import Number
from briefgen.register.source import read_source
from briefgen.register.validation import validate
from briefgen.register.wrong import wrong_at
from briefgen.rules.ledger import STANDINGS

Points = Annotated[Number, Field(ge=0, le=100)]
Millimetres = Annotated[Number, Field(ge=0, le=500)]
Name = str
"""The name of a colour or a font that the same file defines."""
Steps = tuple[str, ...]
"""The keys that lead to a token within its role."""


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
    above: Line | None = None
    below: Line | None = None
    numbering: Literal["decimal", "bullet"] | None = None
    number_colour: Name | None = None


class Style(Tokens):
    """A house style with its page, colours, fonts and roles (`h1`, `p.kicker`, `td`)."""

    name: str
    page: Sheet
    colours: dict[str, Annotated[str, Field(pattern="^[0-9A-F]{6}$")]]
    fonts: dict[str, Font]
    roles: dict[str, RoleStyle]

    @model_validator(mode="after")
    def names_are_defined(self) -> Self:
        """Every colour and font that a role names is defined in the same file."""
        for role, tokens in self.roles.items():
            lines = {"above": tokens.above, "below": tokens.below}
            named: dict[Steps, Name | None] = {
                (name, "colour"): line.colour for name, line in lines.items() if line
            }
            named["colour",] = tokens.colour
            named["fill",] = tokens.fill
            named["number_colour",] = tokens.number_colour
            require(role, "colour", named, self.colours)
            require(role, "font", {("font",): tokens.font}, self.fonts)
        return self

    @model_validator(mode="after")
    def basic_roles_are_there(self) -> Self:
        """The text from which all other roles derive, and the running head and foot."""
        for role in ("body", "header", "footer"):
            if role not in self.roles:
                raise wrong_at(f"the style has no role '{role}'; add it", "roles", of_key=True)
        return self

    @model_validator(mode="after")
    def colours_of_pictures_are_there(self) -> Self:
        """The colours in which pictures are drawn: their ground, and one a status."""
        for name in ("paper", *(f"standing-{standing}" for standing in STANDINGS)):
            if name not in self.colours:
                message = f"the style has no colour '{name}', which pictures need; add it"
                raise wrong_at(message, "colours", of_key=True)
        return self


def require(
    role: str, kind: str, named: Mapping[Steps, Name | None], known: Mapping[str, object]
) -> None:
    for steps, name in named.items():
        if name is not None and name not in known:
            message = f"the role '{role}' names no {kind} of this style: {quoted(name)}"
            near = did_you_mean(name, list(known))
            raise wrong_at(f"{message}{near}", "roles", role, *steps)


STYLE = TypeAdapter(Style)


def read_style(data: bytes, name: str) -> Style:
    """A style from its file's bytes; raises TemplateError with all that is wrong in it."""
    problems: list[Problem] = []
    try:
        style = validate(STYLE, read_source(data, name), {}, problems)
    except RegisterError as error:
        raise TemplateError(error.problems) from error
    if style is None:
        raise TemplateError(problems)
    return style
