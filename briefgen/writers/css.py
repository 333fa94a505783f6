"""From a house style to CSS: one rule a role, and the page with its running head and foot."""

from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.css_cards import cards
from briefgen.writers.css_items import items
from briefgen.writers.css_lines import lines
from briefgen.writers.css_numbers import headings, numerals
from briefgen.writers.css_roles import declarations
from briefgen.writers.css_sections import sections
from briefgen.writers.css_sheet import PAGE_NUMBER, sheet
from briefgen.writers.css_values import rule

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
td:empty::before, p:empty::before { content: "\\a0"; }
td > p:last-child, li > :last-child { margin-bottom: 0; }
figure { break-inside: avoid; }
img { max-width: 100%; vertical-align: bottom; }
.kept { white-space: nowrap; }
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
        rule(selector(name), declarations(name, style))
        for name in style.roles
        if name != PAGE_NUMBER
    )
    numbers = numerals(style) + headings(style) + items(style)
    structures = lines(style) + numbers + sections(style) + cards(style)
    return sheet(page, style) + STRUCTURE + roles + structures + SCREEN


def selector(name: str) -> str:
    """`aside.glance` as it is; the running head and foot are the elements of that name."""
    return {"header": "header.running", "footer": "footer.running"}.get(name, name)
