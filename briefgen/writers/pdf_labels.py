"""Tags that only the layout's boxes tell of: labels of items, and boxes that mean nothing."""

from collections.abc import Iterable, Mapping

from weasyprint.formatting_structure.boxes import TextBox

from briefgen.writers.pdf_boxes import Box, Element, Made

LABEL = "li::before"
REPEATED = ("/Sect", "/Span")
"""Tags of boxes that WeasyPrint may make several of for one element."""


def finish_boxes(made: Iterable[Made]) -> None:
    """Makes numbers in texts labels, and boxes around boxes of the same element nothing."""
    elements: dict[bytes, Element] = {}
    boxes: dict[bytes, Box] = {}
    for box, element, reference in made:
        elements[reference], boxes[reference] = element, box
        around = boxes.get(element["P"])
        if box.element_tag == LABEL and around is not None and around.element_tag != LABEL:
            make_label(element, reference, elements)
        elif element["S"] in REPEATED and is_repeated(box, around):
            element["S"] = "/NonStruct"


def is_repeated(box: Box, around: Box | None) -> bool:
    """Whether two boxes, one around the other, were made for one and the same element."""
    if around is None or isinstance(box, TextBox):
        return False
    same_element: bool = box.element is around.element
    return same_element and box.element_tag == around.element_tag


def make_label(label: Element, reference: bytes, elements: Mapping[bytes, Element]) -> None:
    """Moves a number from the text of an item to the beginning of the item."""
    elements[label["P"]]["K"].remove(reference)
    item = elements[label["P"]]
    while item["S"] != "/LI":
        item = elements[item["P"]]
    label["S"], label["P"] = "/Lbl", item.reference
    item["K"].insert(0, reference)
