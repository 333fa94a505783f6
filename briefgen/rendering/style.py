"""A house style: one file of tokens from which the CSS and the Word styles are both made."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import (
    Field,
    PrivateAttr,
    TypeAdapter,
    ValidationInfo,
    field_validator,
    model_validator,
)

from briefgen.problems import Problem, TemplateError
from briefgen.register.forms import Id
from briefgen.register.models.entries import Number
from briefgen.register.source import read_source
from briefgen.register.wrong import wrong_at
from briefgen.rendering.bounds import breaches
from briefgen.rendering.card_tokens import Card
from briefgen.rendering.letterheads import LetterheadFile
from briefgen.rendering.reading import read_tokens
from briefgen.rendering.style_names import Steps, check_fit, check_room, require
from briefgen.rendering.tokens import (
    FileName,
    Font,
    Name,
    PageNumbers,
    RoleName,
    RoleStyle,
    Sheet,
    Tokens,
)
from briefgen.rules.standings import STANDINGS

DRAWING_COLOURS = ("paper", "ink", "muted", "rule", "accent")


class Style(Tokens):
    """A house style with its page, colours, fonts and roles (`h1`, `p.kicker`, `td`).

    `sheets` are other papers than the usual page, by name; one that bears cards has their name.
    `frame` names the template of what stands around a document: its head, its foot, its annexes.
    `bounds` are the limits that a rule sets to figures, by the keys that lead to them:
    `page.margins.left: [30, 35]`.
    """

    name: Name
    frame: Id = "plain"
    page: Sheet
    sheets: dict[Id, Sheet] = Field(default_factory=dict, max_length=50)
    cards: dict[Id, Card] = Field(default_factory=dict, max_length=50)
    page_numbers: PageNumbers = PageNumbers.model_construct()
    edition_at: Literal["head", "foot"] = "head"
    """Where each page says whom it may be shown to."""
    bounds: dict[str, tuple[Number, Number]] = Field(default_factory=dict, max_length=300)
    colours: Annotated[
        dict[Name, Annotated[str, Field(pattern="^[0-9A-F]{6}$")]], Field(max_length=200)
    ]
    fonts: Annotated[dict[Name, Font], Field(validate_default=True, max_length=50)] = Field(
        default_factory=dict
    )
    roles: Annotated[dict[RoleName, RoleStyle], Field(max_length=1000)]
    letterhead: FileName | None = None
    """The Word file whose header and footer Word documents take over, if not the usual one."""
    _letterhead_file: LetterheadFile | None = PrivateAttr(default=None)

    @property
    def letterhead_file(self) -> LetterheadFile | None:
        """The letterhead itself, once it was found; no key of the file."""
        return self._letterhead_file

    def under(self, letterhead: LetterheadFile | None) -> Self:
        """The same style with a letterhead."""
        made = self.model_copy()
        made._letterhead_file = letterhead  # noqa: SLF001  of its own class
        return made

    def sheet(self, paper: str) -> Sheet:
        """The sheet of that name; the usual page without one."""
        return self.sheets[paper] if paper else self.page

    @field_validator("fonts")
    @classmethod
    def fonts_of_all_styles(cls, own: dict[str, Font], info: ValidationInfo) -> dict[str, Font]:
        """Its own fonts over those that all styles share."""
        return {**(info.context or {}).get("fonts", {}), **own}

    @model_validator(mode="after")
    def names_are_defined(self) -> Self:
        """Every colour and font that a role names is defined in the same file."""
        for role, tokens in self.roles.items():
            lines = {"above": tokens.above, "below": tokens.below, "grid": tokens.grid}
            named: dict[Steps, Name | None] = {
                (name, "colour"): line.colour for name, line in lines.items() if line
            }
            named["colour",] = tokens.colour
            named["fill",] = tokens.fill
            named["number_colour",] = tokens.number_colour
            require("roles", role, "colour", named, self.colours)
            require("roles", role, "font", {("font",): tokens.font}, self.fonts)
        return self

    @model_validator(mode="after")
    def basic_roles_are_there(self) -> Self:
        """The text from which all other roles derive, and the running head and foot."""
        for role in ("body", "header", "footer"):
            if role not in self.roles:
                raise wrong_at(f"the style has no role '{role}'; add it", "roles", of_key=True)
        return self

    @model_validator(mode="after")
    def cards_have_their_sheets(self) -> Self:
        """A card's colours, its sheet and the roles of its texts are in the same file."""
        for name, card in self.cards.items():
            lines: dict[Steps, Name | None] = {
                ("cut", "colour"): card.cut.colour,
                ("fold", "colour"): card.fold.colour,
            }
            require("cards", name, "colour", lines, self.colours)
            if name not in self.sheets:
                message = f"the style has no sheet '{name}' for the card of that name; add it"
                raise wrong_at(message, "cards", name)
            check_room(name, card, self.sheets[name])
            for part, fit in card.fits.items():
                check_fit(name, part, fit, self.roles)
        return self

    @model_validator(mode="after")
    def colours_of_pictures_are_there(self) -> Self:
        """The colours in which pictures are drawn: ground, letters, lines, and one a status."""
        for name in (*DRAWING_COLOURS, *(f"standing-{standing}" for standing in STANDINGS)):
            if name not in self.colours:
                message = f"the style has no colour '{name}', which pictures need; add it"
                raise wrong_at(message, "colours", of_key=True)
        return self


STYLE = TypeAdapter(Style)
NO_FONTS: Mapping[str, Font] = {}


def read_style(data: bytes, name: str, fonts: Mapping[str, Font] = NO_FONTS) -> Style:
    """A style from its file's bytes, with those of the shared fonts that it uses.

    Raises TemplateError with all that is wrong in it.
    """
    style = read_tokens(STYLE, data, name, {"fonts": fonts})
    check_bounds(style, data, name)
    used = {tokens.font for tokens in style.roles.values()}
    kept = {key: font for key, font in style.fonts.items() if key in used}
    return style.model_copy(update={"fonts": kept})


def check_bounds(style: Style, data: bytes, name: str) -> None:
    """Raises TemplateError with every figure that breaks the style's bounds."""
    found = [*breaches(style, style.bounds)]
    if found:
        source = read_source(data, name)
        raise TemplateError(
            Problem(source.place(breach.steps, of_key=breach.of_key), "bounds", breach.message)
            for breach in found
        )
