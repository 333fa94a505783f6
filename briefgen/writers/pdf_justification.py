"""Which lines of a PDF are filled to the margin: Chinese ones too, which WeasyPrint leaves ragged.

It widens spaces only, of which Chinese has none.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, TypeAlias

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes

from briefgen.writers.pdf_boxes import Box, page_boxes
from briefgen.writers.pdf_widening import is_wide, texts, widen

Pixels: TypeAlias = float


def fill_lines(document: Any) -> None:
    """Fills the justified Chinese lines of a document that is laid out and not yet drawn."""
    for line, right in justified_lines(document):
        if any(is_wide(letter) for box in texts(line) for letter in box.text):
            widen(line, right - end_of(line))
    # Links lie where the words were.
    document.pages = [Page(box) for box in page_boxes(document)]


def justified_lines(document: Any) -> Iterator[tuple[Box, Pixels]]:
    """The lines that are to be filled, each with its right edge: all but the last of a text."""
    for block, goes_on in blocks(document):
        lines = [child for child in block.children if isinstance(child, boxes.LineBox)]
        right = block.content_box_x() + block.width
        for line in lines if goes_on else lines[:-1]:
            is_broken = any(box.element_tag == "br" for box in line.descendants())
            if line.style["text_align_all"] == "justify" and not is_broken:
                yield line, right


def blocks(document: Any) -> Iterator[tuple[Box, bool]]:
    """The boxes that hold lines, and whether each goes on on the next page."""
    found = [
        (number, box)
        for number, page in enumerate(page_boxes(document))
        for box in page.children[0].descendants()
        if any(isinstance(child, boxes.LineBox) for child in getattr(box, "children", ()))
    ]
    for (number, block), (next_number, following) in pairwise([*found, (None, None)]):
        is_same = following is not None and block.element is following.element
        yield block, is_same and number != next_number


def end_of(line: Box) -> Pixels:
    """Where the last word of a line ends."""
    *_, last = (child for child in line.children if child.is_in_normal_flow())
    return float(last.position_x + last.margin_width())
