"""Texts with a rule below that is as long as they are: what HTML needs around them."""

from collections.abc import Iterable
from dataclasses import replace

from briefgen.rendering.page import Element, Node
from briefgen.rendering.style import Style
from briefgen.writers.css_lines import RULED
from briefgen.writers.css_roles import is_short


def ruled(body: Iterable[Element], style: Style) -> tuple[Element, ...]:
    """A page's blocks, with a box around each text whose rule depends on its length."""
    names = frozenset(name for name, role in style.roles.items() if is_short(role.below))
    return tuple(boxed(element, names) for element in body) if names else tuple(body)


def boxed(element: Element, names: frozenset[str]) -> Element:
    children: tuple[Node, ...] = tuple(
        boxed(child, names) if isinstance(child, Element) else child for child in element.children
    )
    if names.intersection(element.names) and children:
        children = (Element("span", children, (RULED,), place=element.place),)
    return replace(element, children=children)
