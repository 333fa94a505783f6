"""Lines in CSS that are no box's own: rules as long as a text, grids of tables; exact pitches."""

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import Line
from briefgen.writers.css_roles import entire, is_short
from briefgen.writers.css_values import border, points, rule

RULED = "ruled"
"""The class of the box around a text that has a rule below, as wide as its longest line."""
INLINE = f"a, em, span:not(.{RULED}), strong, sup"
CELL_SIDES = 4
"""Points between a cell's text and the lines at its sides, where a grid doesn't say."""


def lines(style: Style) -> str:
    """The rules below texts, the grids and the exact lines of a style."""
    return short_rules(style) + grids(style) + exact_lines(style)


def short_rules(style: Style) -> str:
    found = {name: role.below for name, role in style.roles.items() if is_short(role.below)}
    if not found:
        return ""
    box = rule(f".{RULED}", ["display: inline-block", "text-indent: 0"])
    return box + "".join(
        rule(f"{name} > .{RULED}", box_of(name, style))
        + rule(f"{name} > .{RULED}::after", short_rule(line, style))
        for name, line in found.items()
        if line is not None
    )


def box_of(name: str, style: Style) -> list[str]:
    """WeasyPrint takes condensed letters to need less room than it then wants to set them in."""
    own = entire(name, style).spacing
    spacing = style.roles["body"].spacing if own is None else own
    return ["letter-spacing: 0"] if spacing is not None and spacing < 0 else []


def short_rule(line: Line, style: Style) -> list[str]:
    """A rule in the middle below a text, a share of it in length."""
    return [
        'content: ""',
        "display: block",
        f"width: {100 * (line.share or 1):.2f}%",
        f"margin: {points(line.distance)} auto 0",
        f"border-bottom: {border(line, style)}",
    ]


def grids(style: Style) -> str:
    """Lines around the cells of tables, whatever lines the cells' own roles have."""
    return "".join(
        rule(f"{name} th, {name} td", grid(role.grid, style))
        for name, role in style.roles.items()
        if role.grid
    )


def grid(line: Line, style: Style) -> list[str]:
    sides = points(line.distance) if line.distance else f"{CELL_SIDES}pt"
    return [
        f"border: {border(line, style)} !important",
        f"padding-left: {sides}",
        f"padding-right: {sides}",
    ]


def exact_lines(style: Style) -> str:
    """Lines that don't grow: letters of another font within a text take no room of their own."""
    return "".join(
        rule(f"{name} :is({INLINE})", [f"line-height: {0 if role.exact else 'inherit'}"])
        for name, role in style.roles.items()
        if role.exact is not None
    )
