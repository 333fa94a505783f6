"""From a house style to CSS: one rule a role, and the page with its running head and foot."""

from decimal import Decimal

from briefgen.rendering.page import Page
from briefgen.rendering.style import Font, Line, RoleStyle, Style

ALIGNMENTS = {"left": "left", "right": "right", "centre": "center", "justified": "justify"}
# What the elements are, whatever the house style: how boxes of facts, lists and tables are built.
STRUCTURE = """
* { margin: 0; padding: 0; box-sizing: border-box; }
html { hyphens: none; }
p, li, td, th, dd { orphans: 2; widows: 2; }
a { text-decoration: none; }
sup { line-height: 0; vertical-align: super; font-size: 70%; }
dl { display: table; table-layout: fixed; width: 100%; }
dl > div { display: table-cell; vertical-align: top; padding-right: 8pt; }
dt, dd { display: block; break-inside: avoid; }
table { table-layout: fixed; width: 100%; border-collapse: collapse; }
table.short, dl, tr { break-inside: avoid; }
caption { text-align: left; break-after: avoid; }
thead { display: table-header-group; break-after: avoid; }
th, td { text-align: left; vertical-align: top; overflow-wrap: break-word; padding-right: 8pt; }
td > p:last-child, li > :last-child { margin-bottom: 0; }
figure { break-inside: avoid; }
img { max-width: 100%; }
.running { display: none; }
"""
SCREEN = """
@media screen {
  body { max-width: 46em; margin: 2em auto; padding: 0 1em; }
  .running { display: block; }
}
"""


def stylesheet(page: Page, style: Style) -> str:
    """The whole CSS of a page in a house style."""
    roles = "".join(
        rule(selector(name), declarations(tokens, style)) for name, tokens in style.roles.items()
    )
    return sheet(page, style) + STRUCTURE + roles + numbering(style) + SCREEN


def selector(name: str) -> str:
    """`aside.glance` as it is; the running head and foot are the elements of that name."""
    return {"header": "header.running", "footer": "footer.running"}.get(name, name)


def rule(subject: str, lines: list[str]) -> str:
    return f"{subject} {{ {'; '.join(lines)}; }}\n" if lines else ""


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
    found = [
        ("break-after", "avoid" if role.keep_with_next else None),
        ("break-inside", "avoid" if role.keep_together else None),
    ]
    return [(name, value) for name, value in found if value is not None]


def numbering(style: Style) -> str:
    """Numbers before the headings that a style counts, hanging by the role's own distance."""
    counted = [
        (name, role)
        for name, role in style.roles.items()
        if role.numbering == "decimal" and name.startswith("h")
    ]
    rules = []
    for name, role in counted:
        hanging = role.hanging or Decimal(0)
        rules.append(f"{name} {{ counter-increment: {name}; padding-left: {hanging}pt; ")
        rules.append(f"text-indent: -{hanging}pt; }}\n")
        rules.append(f"{name}::before {{ content: counter({name}); display: inline-block; ")
        rules.append(f"width: {hanging}pt; text-indent: 0; ")
        rules.append(
            f"color: {colour(role.number_colour, style)}; }}\n" if role.number_colour else "}\n"
        )
    resets = " ".join(name for name, _ in counted)
    return "".join([f"body {{ counter-reset: {resets}; }}\n" if counted else "", *rules])


def sheet(page: Page, style: Style) -> str:
    """The paper with the running head and foot."""
    paper, margins = style.page, style.page.margins
    head = "; ".join(declarations(style.roles["header"], style))
    foot = "; ".join(declarations(style.roles["footer"], style))
    number, text = page.page_number, css_string
    return f"""
@page {{
  size: {paper.width}mm {paper.height}mm;
  margin: {margins.top}mm {margins.right}mm {margins.bottom}mm {margins.left}mm;
  @top-right {{ {head}; content: {text(page.header)}; vertical-align: top;
    padding-top: {paper.header}mm; }}
  @bottom-left {{ {foot}; content: {text(page.footer)}; vertical-align: bottom; width: 75%;
    text-align: left; padding-bottom: {paper.footer}mm; }}
  @bottom-right {{ {foot}; content: {text(number.before)} counter(page) {text(number.between)}
    counter(pages) {text(number.after)}; vertical-align: bottom; width: 25%;
    text-align: right; padding-bottom: {paper.footer}mm; }}
}}
"""


def points(value: Decimal | None) -> str | None:
    return None if value is None else f"{value}pt"


def colour(name: str, style: Style) -> str:
    return f"#{style.colours[name]}"


def border(line: Line | None, style: Style) -> str | None:
    return f"{line.width}pt solid {colour(line.colour, style)}" if line else None


def families(tokens: Font, style: Style) -> str:
    """The role's own families, then the style's others: what one lacks, another may have."""
    others = sorted(style.fonts.values(), key=lambda font: font.generic != tokens.generic)
    names = dict.fromkeys(name for font in (tokens, *others) for name in font.pdf)
    return ", ".join([*map(css_string, names), tokens.generic])


def css_string(text: str) -> str:
    """A text as CSS writes it, safe whatever it holds."""
    escaped = "".join(
        character if character.isalnum() or character in " .,-·–/():" else f"\\{ord(character):x} "
        for character in text
    )
    return f'"{escaped}"'
