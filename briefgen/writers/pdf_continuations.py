"""One element for what runs over pages; WeasyPrint makes one on each of the pages."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

import pydyf
from weasyprint.formatting_structure.boxes import InlineLevelBox

from briefgen.writers.pdf_boxes import Box, Element, Made

Reference = bytes
Origin: TypeAlias = tuple[Reference, int, str, str]
"""The parent of an element, what it was made of in the page, and as what."""


def join_continuations(made: Iterable[Made], pdf: pydyf.PDF) -> list[Made]:
    """The elements that stay, parents first, with all that went on on later pages in them.

    The heads of a table that are repeated leave the tree, as the heads of pages do.
    """
    every = list(made)
    joined = Joined(document_of(pdf), {element.reference: element for _, element in every})
    for box, element in every:
        joined.take(box, element)
    adopt_links(every, joined)
    rename_owners(pdf, joined.wholes)
    for reference in joined.parts:
        joined.elements[reference].clear()
    return joined.made


def document_of(pdf: pydyf.PDF) -> Element:
    return next(
        item
        for item in pdf.objects
        if isinstance(item, pydyf.Dictionary) and item.get("S") == "/Document"
    )


@dataclass
class Joined:
    """What stays of the elements, and where the later parts of them went."""

    document: Element
    elements: dict[Reference, Element]
    made: list[Made] = field(default_factory=list)
    """The elements that stay."""
    parts: set[Reference] = field(default_factory=set)
    """The later parts, whose content is in the first ones."""
    attached: set[Reference] = field(default_factory=set)
    """All that some element has as a child; running heads and feet have a parent without that."""
    wholes: dict[Reference, Element] = field(default_factory=dict)
    """The elements that stay, by their own references and by those of their later parts."""
    boxes: dict[Reference, Box] = field(default_factory=dict)
    """What the elements that stay were made from."""
    latest: dict[Origin, tuple[Element, Reference]] = field(default_factory=dict)
    """The element that was made last of an origin, with the last page that it is on."""

    def __post_init__(self) -> None:
        self.wholes[self.document.reference] = self.document
        for element in (self.document, *self.elements.values()):
            self.attached.update(element["K"])

    def take(self, box: Box, element: Element) -> None:
        """Joins an element to what it goes on with, or keeps it."""
        reference = element.reference
        parent = self.wholes.get(element["P"])
        if parent is None or reference not in self.attached:
            return
        if isinstance(box, InlineLevelBox):  # what begins anew on every line
            self.keep(box, element, parent)
            return
        origin = (parent.reference, id(box.element), box.element_tag, element["S"])
        earlier, page = self.latest.get(origin, (element, element["Pg"]))
        is_later = page != element["Pg"]
        if is_later and element["S"] == "/THead":
            parent["K"].remove(reference)
        elif is_later and self.goes_on(box, element, earlier, parent):
            parent["K"].remove(reference)
            earlier["K"].extend(element["K"])
            self.wholes[reference] = earlier
            self.parts.add(reference)
            self.latest[origin] = earlier, element["Pg"]
        else:
            self.keep(box, element, parent)
            self.latest[origin] = element, element["Pg"]

    def goes_on(self, box: Box, element: Element, earlier: Element, parent: Element) -> bool:
        """Whether an element is the rest of an earlier one.

        Boxes that nothing in the page stands for are known only by their place: what an element
        holds on a page begins with the rest of what it held last on the page before.
        """
        if any(isinstance(kid, int) for kid in element["K"]):
            return False  # its marks are those of its own page
        around = self.boxes.get(parent.reference)
        if around is None or around.element is not box.element:
            return True
        place = parent["K"].index(element.reference)
        return bool(place and parent["K"][place - 1] == earlier.reference)

    def keep(self, box: Box, element: Element, parent: Element) -> None:
        element["P"] = parent.reference
        self.made.append((box, element))
        self.wholes[element.reference], self.boxes[element.reference] = element, box
        if element["S"] == "/THead":  # its first page may be a later one than the table's
            parent["K"].remove(element.reference)
            parent["K"].insert(first_row(parent, self.wholes), element.reference)


def first_row(table: Element, elements: dict[Reference, Element]) -> int:
    """The place in a table after its captions."""
    captions = (kid for kid in table["K"] if kid in elements and elements[kid]["S"] == "/Caption")
    return len(list(captions))


def adopt_links(every: Iterable[Made], joined: Joined) -> None:
    """Gives what can be clicked in a repeated head to the link in the first one."""
    links = [(box, element) for box, element in every if element["S"] == "/Link"]
    firsts = {id(box.element): link for box, link in links if link.reference in joined.wholes}
    for box, copy in links:
        first = firsts.get(id(box.element))
        if first is not None and copy.reference not in joined.wholes:
            areas = (kid for kid in copy["K"] if isinstance(kid, Reference))
            first["K"].extend(area for area in areas if area not in joined.elements)
            joined.wholes[copy.reference] = first


def rename_owners(pdf: pydyf.PDF, wholes: dict[Reference, Element]) -> None:
    """Notes which elements hold the links on the pages now."""
    objects = {item.reference: item for item in pdf.objects}
    owners = objects[objects[pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
    for index, owner in enumerate(owners):
        if isinstance(owner, Reference) and owner in wholes:
            owners[index] = wholes[owner].reference
