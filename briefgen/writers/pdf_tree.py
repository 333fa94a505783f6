"""The page as the tree that WeasyPrint sets: what it would read out of the HTML."""

from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import cssselect2
from weasyprint import CSS, HTML

from briefgen.rendering import page as pages
from briefgen.rendering.style import Style
from briefgen.writers.css import stylesheet
from briefgen.writers.css_elements import ELEMENTS
from briefgen.writers.html_elements import attributes, blocks, children

UNSHOWN = "data-"
"""How the names of attributes begin that no style asks for."""


class Tree(HTML):  # type: ignore[misc]  # WeasyPrint tells no types
    """A page that needs not be written as text and read again."""

    def __init__(self, page: pages.Page, style: Style, url_fetcher: Any) -> None:
        root = tree_of(page, style)
        self.base_url = None
        self.url_fetcher = url_fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root)
        self.etree_element = root

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: ARG002, FBT001, FBT002  as WeasyPrint asks
        return [CSS(string=ELEMENTS)]


def tree_of(page: pages.Page, style: Style) -> Element:
    """The whole document."""
    root = Element("html", lang=page.language)
    head = SubElement(root, "head")
    SubElement(head, "title").text = page.title
    for name, content in told(page).items():
        SubElement(head, "meta", name=name, content=content)
    sheet = SubElement(head, "style")
    body = SubElement(root, "body")
    fill(body, tuple(blocks(page, style)))
    sheet.text = stylesheet(page, only_used(style, body))
    return root


def only_used(style: Style, body: Element) -> Style:
    """A style without the roles that nothing on the page has: each would be read and compared."""
    used = {role for each in body.iter() for role in each.get("class", "").split()}
    roles = {
        name: role
        for name, role in style.roles.items()
        if "." not in name or name.partition(".")[2] in used
    }
    return style.model_copy(update={"roles": roles})


def told(page: pages.Page) -> dict[str, str]:
    """What the document tells of itself."""
    day = page.as_of.isoformat()
    author = {"author": page.author, "description": page.subject}
    return {**author, "dcterms.created": day, "dcterms.modified": day}


def fill(parent: Element, nodes: Sequence[pages.Node]) -> None:
    """Puts nodes into an element."""
    last: Element | None = None
    for node in nodes:
        if isinstance(node, pages.Element):
            last = SubElement(parent, node.tag, shown(node))
            fill(last, children(node))
        elif last is None:
            parent.text = (parent.text or "") + node
        else:
            last.tail = (last.tail or "") + node


def shown(element: pages.Element) -> dict[str, str]:
    held = attributes(element)
    return {name: value for name, value in held.items() if not name.startswith(UNSHOWN)}
