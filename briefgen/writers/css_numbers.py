"""Numbers before headings in CSS, as a style counts them."""

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import RoleStyle
from briefgen.writers.css_roles import HEADINGS, entire
from briefgen.writers.css_values import colour, css_string, rule

KINDS = {
    "decimal": "decimal",
    "upper-roman": "upper-roman",
    "lower-letter": "lower-alpha",
    "chinese": "chinese",
}
DIGITS = "一二三四五六七八九"


def numerals(style: Style) -> str:
    """The numbers that a style counts with and CSS doesn't know: Chinese ones, up to 99."""
    if not any(role.numbering == "chinese" for role in style.roles.values()):
        return ""
    tens = [f"{10 * ten} {DIGITS[ten - 1] if ten > 1 else ''}十" for ten in range(9, 0, -1)]
    ones = [f"{one} {DIGITS[one - 1]}" for one in range(9, 0, -1)]
    symbols = ", ".join([*tens, *ones])
    system = ["system: additive", "range: 1 99", f"additive-symbols: {symbols}"]
    return rule("@counter-style chinese", system)


def headings(style: Style) -> str:
    """Numbers before the headings that a style counts; each level begins anew in the one above."""
    counted = [name for name, role in style.roles.items() if tag(name) and role.numbering in KINDS]
    if not counted:
        return ""
    resets = " ".join(map(counter, counted))
    rules = [heading(name, counted, style) for name in counted]
    rules += [unnumbered(name, style) for name in style.roles if is_unnumbered(name, style)]
    return f"body {{ counter-reset: {resets}; }}\n{''.join(rules)}{restarts(counted)}"


def tag(name: str) -> str:
    """The heading that a role is of: `h2` for `h2.part`; nothing for other roles."""
    found = name.partition(".")[0]
    return found if found in HEADINGS else ""


def counter(name: str) -> str:
    return name.replace(".", "-")


def heading(name: str, counted: list[str], style: Style) -> str:
    """The rules of one kind of heading: its number hangs, or stands straight before its text."""
    role = entire(name, style)
    number = [f"content: {content(number_of(name, counted, style), role)}"]
    inked = [f"color: {colour(role.number_colour, style)}"] if role.number_colour else []
    counts = [f"counter-increment: {counter(name)}"]
    if role.hanging:
        first = (role.first_line or 0) - role.hanging
        counts += [f"padding-left: {role.hanging}pt", f"text-indent: {first}pt"]
        number += ["display: inline-block", f"width: {role.hanging}pt", "text-indent: 0"]
    return rule(name, counts) + rule(f"{name}::before", [*number, *inked])


def is_unnumbered(name: str, style: Style) -> bool:
    return tag(name) != "" and style.roles[name].numbering == "none"


def unnumbered(name: str, style: Style) -> str:
    """A kind of heading that takes back the number of its tag, and the room for it."""
    first = entire(name, style).first_line or 0
    room = ["padding-left: 0", f"text-indent: {first}pt"]
    taken_back = rule(name, ["counter-increment: none", *room])
    return taken_back + rule(f"{name}::before", ["content: none"])


def number_of(name: str, counted: list[str], style: Style) -> str:
    """A heading's number in CSS; one without a form tells those above it too: `1.2`."""
    plain = not entire(name, style).number_form
    above = [one for one in counted if plain and tag(one) < tag(name)]
    kinds = {one: KINDS[style.roles[one].numbering or "decimal"] for one in counted}
    return ' "." '.join(value(counter(one), kinds[one]) for one in [*above, name])


def value(name: str, kind: str) -> str:
    """What a counter says in some kind of numbers."""
    return f"counter({name})" if kind == "decimal" else f"counter({name}, {kind})"


def content(number: str, role: RoleStyle) -> str:
    """A number and the signs that its form sets around it; without a form, it is parted."""
    form = role.number_form or ("%" if role.hanging else "% ")
    before, _, after = form.partition("%")
    signs = [css_string(text) if text else "" for text in (before, after)]
    return " ".join(part for part in (signs[0], number, signs[1]) if part)


def restarts(counted: list[str]) -> str:
    """Each level is counted from 1 again below any heading of a level above it."""
    found = []
    for level in HEADINGS[1:]:
        deeper = [f"{counter(name)} 0" for name in counted if tag(name) > level]
        found.append(rule(level, [f"counter-set: {' '.join(deeper)}"] if deeper else []))
    return "".join(found)
