"""One role's tokens as CSS declarations."""

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import RoleStyle
from briefgen.writers.css_values import border, colour, families, points

ALIGNMENTS = {"left": "left", "right": "right", "centre": "center", "justified": "justify"}


def declarations(role: RoleStyle, style: Style) -> list[str]:
    """The CSS of one role's tokens."""
    found = [*font(role, style), *box(role, style), *spacing(role), *flow(role)]
    return [f"{name}: {value}" for name, value in found]


def font(role: RoleStyle, style: Style) -> list[tuple[str, str]]:
    found: list[tuple[str, str | None]] = [
        ("font-family", role.font and families(style.fonts[role.font], style)),
        ("font-size", points(role.size)),
        ("line-height", points(role.line)),
        ("font-weight", None if role.bold is None else "bold" if role.bold else "normal"),
        ("font-style", None if role.italic is None else "italic" if role.italic else "normal"),
        ("text-transform", "uppercase" if role.capitals else None),
        ("letter-spacing", points(role.spacing)),
        ("color", role.colour and colour(role.colour, style)),
        ("text-align", role.align and ALIGNMENTS[role.align]),
    ]
    return [(name, value) for name, value in found if value is not None]


def box(role: RoleStyle, style: Style) -> list[tuple[str, str]]:
    found: list[tuple[str, str | None]] = [
        ("background-color", role.fill and colour(role.fill, style)),
        ("border-top", border(role.above, style)),
        ("border-bottom", border(role.below, style)),
        ("padding-top", points(role.padding)),
        ("padding-bottom", points(role.padding)),
        *sides(role),
    ]
    return [(name, value) for name, value in found if value is not None]


def sides(role: RoleStyle) -> list[tuple[str, str | None]]:
    """A filled box keeps its text off its sides too."""
    padding = points(role.padding) if role.fill else None
    return [("padding-left", padding), ("padding-right", padding)]


def spacing(role: RoleStyle) -> list[tuple[str, str]]:
    found: list[tuple[str, str | None]] = [
        ("margin-top", points(role.before)),
        ("margin-bottom", points(role.after)),
        ("margin-left", points(role.indent)),
        # A marker hangs by itself; only lines without one are pulled out.
        ("text-indent", None if role.numbering or not role.hanging else f"-{role.hanging}pt"),
    ]
    return [(name, value) for name, value in found if value is not None]


def flow(role: RoleStyle) -> list[tuple[str, str]]:
    """Where pages may break; a role that says no takes back what its element says."""
    found = [
        ("break-before", "page", role.new_page),
        ("break-after", "avoid", role.keep_with_next),
        ("break-inside", "avoid", role.keep_together),
    ]
    return [(name, value if on else "auto") for name, value, on in found if on is not None]
