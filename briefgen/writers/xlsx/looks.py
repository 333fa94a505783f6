"""How the cells of a sheet look, by the house style's tokens for the roles that they have."""

from dataclasses import dataclass
from decimal import Decimal

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import PLAIN, RoleStyle
from briefgen.writers.xlsx.cells import Cell

FILL = "fill"
PALE = "F2F2F2"
"""The ground of head rows in a style that has no colour for it."""
CHINESE = "zh"


@dataclass(frozen=True)
class Look:
    """How a cell looks, as a spreadsheet can show it; sizes in points."""

    font: str
    size: float
    line: float
    bold: bool
    italic: bool
    colour: str
    fill: str | None
    rule: str | None
    rule_is_strong: bool
    align: str


def look_of(cell: Cell, style: Style, language: str) -> Look:
    """The look of a cell: what its roles say, and its row's where they say nothing."""
    tokens = merged(style, ("body", *reversed(cell.names)))
    row = merged(style, tuple(reversed(cell.row_names)))
    is_head = cell.names == ("th",)
    fill = row.fill or tokens.fill
    return Look(
        font=font_of(tokens, style, language),
        size=float(tokens.size or 10),
        line=float(tokens.line or (tokens.size or 10) * Decimal("1.4")),
        bold=is_head or bool(tokens.bold or row.bold),
        italic=bool(tokens.italic),
        colour=style.colours[tokens.colour or "ink"],
        fill=style.colours[fill] if fill else style.colours.get(FILL, PALE) if is_head else None,
        rule=style.colours[tokens.below.colour] if tokens.below else None,
        rule_is_strong=bool(tokens.below and tokens.below.width >= 1),
        align="center" if tokens.align == "centre" else tokens.align or "left",
    )


def merged(style: Style, names: tuple[str, ...]) -> RoleStyle:
    """The tokens of several roles: what a later one sets replaces what an earlier one set."""
    given: dict[str, object] = {}
    for name in names:
        given |= {key: value for key, value in style.roles.get(name, PLAIN) if value is not None}
    return PLAIN.model_copy(update=given)


def font_of(tokens: RoleStyle, style: Style, language: str) -> str:
    """The family that Word has for the role's font; a Chinese document's is Chinese."""
    font = style.fonts[tokens.font] if tokens.font else next(iter(style.fonts.values()))
    return font.east_asian if language.startswith(CHINESE) else font.latin
