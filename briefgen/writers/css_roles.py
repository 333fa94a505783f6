"""One role's tokens as CSS declarations."""

from decimal import Decimal

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import PLAIN, Line, RoleStyle
from briefgen.writers.css_values import border, colour, families, points

HEADINGS = ("h1", "h2", "h3", "h4")
ALIGNMENTS = {"left": "left", "right": "right", "centre": "center", "justified": "justify"}


def declarations(name: str, style: Style) -> list[str]:
    """The CSS of one role's own tokens."""
    role, whole = style.roles[name], entire(name, style)
    found = [
        *unasked(name, role),
        *font(role, style),
        *box(role, style),
        *spacing(role, whole),
        *flow(role),
    ]
    return [f"{name}: {value}" for name, value in found]


def unasked(name: str, role: RoleStyle) -> list[tuple[str, str]]:
    """Takes back what browsers make of headings, as Word makes nothing of them by itself."""
    found = [
        ("font-size", name in HEADINGS and role.size is None),
        ("font-weight", name in (*HEADINGS, "th") and role.bold is None),
    ]
    return [(token, "inherit") for token, is_lacking in found if is_lacking]


def entire(name: str, style: Style) -> RoleStyle:
    """A role's tokens over those of its tag: `p.note` is a `p` too."""
    general = style.roles.get(name.partition(".")[0], PLAIN)
    own = {token: value for token, value in style.roles[name] if value is not None}
    return general.model_copy(update=own)


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
        ("border-bottom", "none" if is_short(role.below) else border(role.below, style)),
        ("padding-top", points(apart(role.padding, role.above))),
        ("padding-bottom", points(apart(role.padding, role.below))),
        *sides(role),
    ]
    return [(name, value) for name, value in found if value is not None]


def is_short(line: Line | None) -> bool:
    """Whether a line is only as long as a text, or a share of it: such a one is its text's own."""
    return line is not None and line.share is not None


def apart(padding: Decimal | None, line: Line | None) -> Decimal | None:
    """How far a text stands from the edge of its box, if there is a line."""
    if line is None or not line.distance or is_short(line):
        return padding
    return (padding or Decimal(0)) + line.distance


def sides(role: RoleStyle) -> list[tuple[str, str | None]]:
    """A filled box keeps its text off its sides too."""
    padding = points(role.padding) if role.fill else None
    return [("padding-left", padding), ("padding-right", padding)]


def spacing(role: RoleStyle, whole: RoleStyle) -> list[tuple[str, str]]:
    found: list[tuple[str, str | None]] = [
        ("margin-top", points(role.before)),
        ("margin-bottom", points(role.after)),
        ("margin-left", points(role.indent)),
        ("margin-right", points(role.indent_right)),
        ("text-indent", points(first_line(whole)) if sets_first_line(role) else None),
    ]
    return [(name, value) for name, value in found if value is not None]


def sets_first_line(role: RoleStyle) -> bool:
    return any((role.numbering, role.hanging is not None, role.first_line is not None))


def first_line(role: RoleStyle) -> Decimal | None:
    """How far the first line begins from the others; a hanging one begins further left.

    A marker hangs by itself: only lines without one are pulled out.
    """
    hanging = role.hanging or Decimal(0)
    if role.numbering:
        return None if hanging else role.first_line
    if role.first_line is None:
        return -hanging if hanging else None
    return role.first_line - hanging


def flow(role: RoleStyle) -> list[tuple[str, str]]:
    """Where pages may break; a role that says no takes back what its element says."""
    found = [
        ("break-before", "page", role.new_page),
        ("break-after", "avoid", role.keep_with_next),
        ("break-inside", "avoid", role.keep_together),
    ]
    return [(name, value if on else "auto") for name, value, on in found if on is not None]
