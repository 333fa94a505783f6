"""The paper in CSS: its size and margins, the running head and foot with the page's number."""

from briefgen.rendering.page import IN_MARGIN, Page, PageNumber
from briefgen.rendering.style import Style
from briefgen.writers.css_roles import declarations
from briefgen.writers.css_sections import restarted
from briefgen.writers.css_values import css_string

Box = str
"""What one of the page's margin boxes says: `@top-right { … }`."""
PAGE_NUMBER = "page-number"
"""The role that a page's number has the look of."""
OTHER_SIDE = {"left": "right", "right": "left"}


def sheet(page: Page, style: Style) -> str:
    """The paper with the running head and foot."""
    paper, margins = style.sheet(page.paper), style.sheet(page.paper).margins
    usual = running_head(page, style) + running_foot("right", page, style)
    mirrored = running_foot("left", page, style)
    return (
        f"""
@page {{
  size: {paper.width}mm {paper.height}mm;
  margin: {margins.top}mm {margins.right}mm {margins.bottom}mm {margins.left}mm;
{usual}}}
"""
        + (f"@page :left {{\n{mirrored}}}\n" if style.page_numbers.place == "outer" else "")
        + first_pages(style)
    )


def running_head(page: Page, style: Style) -> Box:
    """Whom the page may be shown to, and its number, if they stand there."""
    padding = f"padding-top: {style.sheet(page.paper).header}mm"
    edition = "; ".join(declarations("header", style))
    found = ""
    if style.page_numbers.place == "head":
        found += f"  @top-center {{ {number_look(style)}; content: {number(page, style)};"
        found += f" vertical-align: top;\n    text-align: center; {padding}; }}\n"
    if style.edition_at == "head":
        found += f"  @top-right {{ {edition}; content: {css_string(page.header)};"
        found += f" vertical-align: top;\n    {padding}; }}\n"
    return found


def running_foot(side: str, page: Page, style: Style) -> Box:
    """The foot's text, and at its other end the page's number, if it stands there."""
    look, text = "; ".join(declarations("footer", style)), css_string(foot(page, style))
    if style.page_numbers.place == "head":
        return foot_box("left", f"{look}; content: {text}", "100%", page, style)
    numbered = f"{number_look(style)}; content: {number(page, style)}"
    # Two languages need more room for it.
    share = 25 if page.page_number.second is None else 36
    boxes = {
        OTHER_SIDE[side]: (f"{look}; content: {text}", f"{100 - share}%"),
        side: (numbered, f"{share}%"),
    }
    return "".join(foot_box(end, *boxes[end], page, style) for end in ("left", "right"))


def foot_box(end: str, content: str, width: str, page: Page, style: Style) -> Box:
    padding = f"padding-bottom: {style.sheet(page.paper).footer}mm"
    return (
        f"  @bottom-{end} {{ {content}; vertical-align: bottom; width: {width};\n"
        f"    text-align: {end}; {padding}; }}\n"
    )


def foot(page: Page, style: Style) -> str:
    """The running foot's text; in some styles it says whom the page may be shown to."""
    edition = [page.header] if style.edition_at == "foot" else []
    return " · ".join(text for text in [*edition, page.footer] if text)


def number_look(style: Style) -> str:
    role = PAGE_NUMBER if PAGE_NUMBER in style.roles else "footer"
    return "; ".join(declarations(role, style))


def number(page: Page, style: Style) -> str:
    """The number of a page, as the style writes it."""
    match style.page_numbers.form:
        case "counted":
            return f" {css_string(IN_MARGIN)} ".join(map(counted, page.page_number.all))
        case "bare":
            return "counter(page)"
        case "dashed":
            return f"{css_string('— ')} counter(page) {css_string(' —')}"


def counted(words: PageNumber) -> str:
    """The number of a page and the count of pages in one of the page's languages."""
    text = css_string
    return (
        f"{text(words.before)} counter(page) {text(words.between)}\n"
        f"    counter(pages) {text(words.after)}"
    )


def first_pages(style: Style) -> str:
    """First pages: an annex's has the number 1, and in some styles no first page bears one."""
    annexes = [f":nth(1 of {name})" for _, name in restarted(style)]
    counts = (f"@page {first} {{ counter-reset: page 1; }}\n" for first in annexes)
    unnumbered = [] if style.page_numbers.on_first else [":first", *annexes]
    return "".join([*counts, *(without_number(first, style) for first in unnumbered)])


def without_number(pages: str, style: Style) -> str:
    boxes = {
        "right": {"": "bottom-right"},
        "head": {"": "top-center"},
        "outer": {":left": "bottom-left", ":right": "bottom-right"},
    }[style.page_numbers.place]
    return "".join(
        f"@page {pages}{side} {{ @{box} {{ content: none; }} }}\n" for side, box in boxes.items()
    )
