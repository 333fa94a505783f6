"""From which box of the layout each element of a PDF's tag tree was made."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import pydyf
from weasyprint.formatting_structure import boxes

Box: TypeAlias = Any
Element: TypeAlias = pydyf.Dictionary
Reference: TypeAlias = bytes
"""What an object is named by; pydyf makes it anew each time that it is asked."""


class Made(NamedTuple):
    """A box of the layout, and the structure element that stands for it."""

    box: Box
    element: Element
    reference: Reference


ROOTS = ("html", "body")
UNMARKED = ("dt", "dd")
ITEMS = ("li", *UNMARKED)


def made_of(document: Any, pdf: pydyf.PDF) -> list[Made]:
    """Every structure element with its box, parents first; that of the document has none.

    WeasyPrint makes the elements while it goes through the boxes and keeps no note of it; so the
    boxes are gone through in the same order once more.
    """
    elements = (
        item
        for item in pdf.objects
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem"
    )
    top = next(elements)
    found = [Made(None, top, top.reference)]
    for box in page_boxes(document):
        add_below(box, top, elements, found)
    if next(elements, None) is not None:
        raise AssertionError("WeasyPrint made more structure elements than boxes tell of")
    return found


def structure_of(made: Iterable[Made]) -> Mapping[Reference, Element]:
    """The structure elements that are left by their references, parents first."""
    return {each.reference: each.element for each in made if each.element}


def page_boxes(document: Any) -> list[Box]:
    """The layout of each page."""
    return [page._page_box for page in document.pages]  # noqa: SLF001  told of nowhere else


def add_below(box: Box, parent: Element, elements: Iterator[Element], found: list[Made]) -> None:
    """Adds the elements of a box and of all in it."""
    if is_transparent(box):
        for child in box.children:
            add_below(child, parent, elements, found)
        return
    element = add(box, elements, found)
    if is_wrapped(box, parent):
        element = add(box, elements, found)
    for child in children(box, element):
        if not isinstance(child, boxes.TextBox):
            add_below(child, element, elements, found)
        elif element["S"] != "/Link":
            add(child, elements, found)


def add(box: Box, elements: Iterator[Element], found: list[Made]) -> Element:
    element = next(elements)
    found.append(Made(box, element, element.reference))
    return element


def is_transparent(box: Box) -> bool:
    """Whether a box has no element, only those in it; a line straight in the body has one."""
    if box.element_tag in ROOTS:
        return not isinstance(box, boxes.LineBox)
    return isinstance(box, (boxes.PageBox, boxes.MarginBox))


def is_wrapped(box: Box, parent: Element) -> bool:
    """Whether an item stands in an element of its own around it, as one without a marker does."""
    if box.element_tag not in ITEMS or box.element is None or parent["S"] in ("/LI", "/LBody"):
        return False
    is_marked = "list-item" in box.style["display"] and box.style["list_style_type"] != "none"
    return box.element_tag in UNMARKED or (box.element_tag == "li" and not is_marked)


def children(box: Box, element: Element) -> Iterator[Box]:
    """What stands in a box: lines and the inner box of a table have no element of their own."""
    for child in getattr(box, "children", ()):
        is_inner_table = element["S"] == "/Table" and box.is_table_wrapper and child is inner(box)
        if isinstance(child, boxes.LineBox) or is_inner_table:
            yield from child.children
        else:
            yield child


def inner(box: Box) -> Box:
    return box.get_wrapped_table()
