"""What stands before the items of lists in CSS, where a style says more than number or bullet."""

from unicodedata import east_asian_width

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import RoleStyle
from briefgen.writers.css_numbers import KINDS, content, counter, value
from briefgen.writers.css_roles import entire
from briefgen.writers.css_values import colour, css_string, rule

COUNTER = "list-item"
"""What browsers and WeasyPrint count the items of each list with, from 1."""
USUAL_FORM = "%. "
INNER_BULLET = "–"
"""As in Word, where browsers would draw a ring that not every font has."""
USUAL = frozenset({None, "bullet", "decimal"})


def items(style: Style) -> str:
    """The bullets of inner lists, then all numbers and bullets that have a form of their own."""
    inner = rule("li ul", [f"list-style-type: {css_string(parted(INNER_BULLET))}"])
    return inner + "".join(
        item(name, style) for name in style.roles if name.partition(".")[0] == "li"
    )


def item(name: str, style: Style) -> str:
    role, found = entire(name, style), ""
    if role.bullet:
        found += before(f"ul > {name}", css_string(parted(role.bullet)), role, style)
    if role.number_form or role.numbering not in USUAL:
        sign = counter(name) if role.hanging else content(value(COUNTER, kind(role)), formed(role))
        found += hanging_numbers(name, role) + before(f"ol > {name}", sign, role, style)
    return found


def before(subject: str, sign: str, role: RoleStyle, style: Style) -> str:
    """A sign that hangs before its item, or begins the item's text."""
    inked = [f"color: {colour(role.number_colour, style)}"] if role.number_colour else []
    if role.hanging:
        return rule(subject, [f"list-style-type: {sign}"]) + rule(f"{subject}::marker", inked)
    begins = rule(f"{subject}::before", [f"content: {sign}", *inked])
    return rule(subject, ["list-style: none"]) + begins


def hanging_numbers(name: str, role: RoleStyle) -> str:
    """The numbers of one kind of item, which CSS wants to know by a name where they hang."""
    if not role.hanging:
        return ""
    prefix, _, suffix = (formed(role).number_form or USUAL_FORM).partition("%")
    signs = [f"prefix: {css_string(prefix)}", f"suffix: {css_string(parted(suffix))}"]
    return rule(f"@counter-style {counter(name)}", [f"system: extends {kind(role)}", *signs])


def kind(role: RoleStyle) -> str:
    """The numbers of an ordered list; where the role has bullets, these are of unordered ones."""
    return KINDS.get(role.numbering or "", "decimal")


def formed(role: RoleStyle) -> RoleStyle:
    return role if role.number_form else role.model_copy(update={"number_form": USUAL_FORM})


def parted(sign: str) -> str:
    """A sign with the space that parts it from words; wide signs bring their own."""
    is_wide = sign.endswith(" ") or (sign != "" and east_asian_width(sign[-1]) in "FW")
    return sign if is_wide else f"{sign} "
