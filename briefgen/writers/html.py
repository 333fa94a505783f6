"""The page as one HTML file that stands by itself."""

from html import escape

from briefgen.rendering.page import Element, Node, Page
from briefgen.rendering.style import Style
from briefgen.rendering.vocabulary import VOID
from briefgen.writers import html_elements
from briefgen.writers.css import stylesheet
from briefgen.writers.css_sheet import foot


def write_html(page: Page, style: Style) -> bytes:
    """The page as HTML with its style sheet inside, for a screen or a browser's printer."""
    return html_text(page, style).encode()


def html_text(page: Page, style: Style) -> str:
    """The whole HTML document."""
    body = "\n".join(map(markup, html_elements.blocks(page, style)))
    return f"""<!DOCTYPE html>
<html lang="{escape(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(page.title)}</title>
<meta name="author" content="{escape(page.author)}">
<meta name="description" content="{escape(page.subject)}">
<meta name="dcterms.created" content="{page.as_of.isoformat()}">
<meta name="dcterms.modified" content="{page.as_of.isoformat()}">
<style>
{stylesheet(page, style)}
</style>
</head>
<body>
{running_head(page, style)}{body}
<footer class="running">{escape(foot(page, style))}</footer>
</body>
</html>
"""


def running_head(page: Page, style: Style) -> str:
    """Whom the page may be shown to, where its foot doesn't say so."""
    is_here = style.edition_at == "head"
    return f'<header class="running">{escape(page.header)}</header>\n' if is_here else ""


def markup(node: Node) -> str:
    """A node of the page as HTML."""
    if isinstance(node, str):
        return escape(node, quote=False)
    start = f"<{node.tag}{attributes(node)}>"
    if node.tag in VOID:
        return start
    content = "".join(map(markup, html_elements.children(node)))
    return f"{start}{content}</{node.tag}>"


def attributes(element: Element) -> str:
    """The attributes of an element, roles first."""
    held = html_elements.attributes(element)
    return "".join(f' {name}="{escape(value)}"' for name, value in held.items())
