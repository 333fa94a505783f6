"""How a sheet is printed: the paper, its margins, and what stands at head and foot."""

from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from briefgen.rendering.page import IN_MARGIN, Page
from briefgen.rendering.style import Style
from briefgen.rendering.tokens import RoleStyle
from briefgen.rendering.tokens import Sheet as Paper
from briefgen.writers.xlsx.looks import font_of, merged
from briefgen.writers.xlsx.names import units

A4 = 9
INCH = Decimal("25.4")
LONGEST = 255
"""No head or foot may be longer in the file format, its codes included."""


def set_up_printing(worksheet: Worksheet, page: Page, style: Style) -> None:
    """Sets a sheet on the page's paper, as wide as one sheet and as long as it needs to be."""
    paper = style.sheet(page.paper)
    margins = paper.margins
    worksheet.set_paper(A4)
    if is_landscape(paper):
        worksheet.set_landscape()
    worksheet.set_margins(
        *(float(side / INCH) for side in (margins.left, margins.right, margins.top, margins.bottom))
    )
    worksheet.fit_to_pages(1, 0)
    worksheet.set_header(head(page, style), distance(paper.header))
    worksheet.set_footer(foot(page, style), distance(paper.footer))


def is_landscape(paper: Paper) -> bool:
    return paper.width > paper.height


def distance(millimetres: Decimal) -> dict[str, object]:
    """How far a head or foot stands from the edge; its letters keep their size on any scale."""
    return {"margin": float(millimetres / INCH), "scale_with_doc": False}


def head(page: Page, style: Style) -> str:
    """The page's title, cut if need be, and whom it may be shown to."""
    codes = font_codes("header", page, style)
    edition = f"&R{codes}{literal(page.header)}"
    title = literal(page.title)
    while units(f"&L{codes}{title}{edition}") > LONGEST and title:
        title = title.rstrip("…")[:-2].removesuffix("&") + "…"
    return f"&L{codes}{title}{edition}"


def foot(page: Page, style: Style) -> str:
    """The day of the register, and the number of the page."""
    codes = font_codes("footer", page, style)
    number = IN_MARGIN.join(
        f"{literal(words.before)}&P{literal(words.between)}&N{literal(words.after)}"
        for words in page.page_number.all
    )
    return f"&L{codes}{literal(page.footer)}&R{codes}{number}"


def font_codes(role: str, page: Page, style: Style) -> str:
    """The codes of a font; the family stands last, so that no digit of the text joins the size."""
    tokens: RoleStyle = merged(style, ("body", role))
    family = font_of(tokens, style, page.language).replace('"', "")
    return f'&{round(tokens.size or 9)}&"{family},{"Bold" if tokens.bold else "Regular"}"'


def literal(text: str) -> str:
    """A text of which no sign is taken for a code."""
    return text.replace("&", "&&")
