"""The paper in CSS: its size and margins, the running head and foot, numbers before headings."""

from decimal import Decimal

from briefgen.rendering.page import IN_MARGIN, Page, PageNumber
from briefgen.rendering.style import Style
from briefgen.writers.css_roles import declarations
from briefgen.writers.css_values import colour, css_string


def sheet(page: Page, style: Style) -> str:
    """The paper with the running head and foot."""
    paper, margins = style.sheet(page.paper), style.sheet(page.paper).margins
    head = "; ".join(declarations(style.roles["header"], style))
    foot = "; ".join(declarations(style.roles["footer"], style))
    number, text = page_number(page.page_number), css_string
    return f"""
@page {{
  size: {paper.width}mm {paper.height}mm;
  margin: {margins.top}mm {margins.right}mm {margins.bottom}mm {margins.left}mm;
  @top-right {{ {head}; content: {text(page.header)}; vertical-align: top;
    padding-top: {paper.header}mm; }}
  @bottom-left {{ {foot}; content: {text(page.footer)}; vertical-align: bottom; width: 75%;
    text-align: left; padding-bottom: {paper.footer}mm; }}
  @bottom-right {{ {foot}; content: {number};
    vertical-align: bottom; width: 25%;
    text-align: right; padding-bottom: {paper.footer}mm; }}
}}
"""


def page_number(number: PageNumber) -> str:
    """The number of a page and the count of pages, in each language of the page."""
    text = css_string
    told = (
        f"{text(words.before)} counter(page) {text(words.between)} counter(pages)"
        f" {text(words.after)}"
        for words in number.all
    )
    return f" {text(IN_MARGIN)} ".join(told)


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
