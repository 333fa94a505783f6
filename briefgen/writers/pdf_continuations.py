"""One element for what runs over pages; WeasyPrint makes one on each of the pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pydyf
from weasyprint.formatting_structure.boxes import InlineLevelBox

from briefgen.writers.pdf_boxes import Element, Made, Reference
from briefgen.writers.pdf_structure import owners_of

Origin: TypeAlias = tuple[Reference, int, str, str]
"""The parent of an element, what it was made of in the page, and as what."""


def join_continuations(every: Sequence[Made], pdf: pydyf.PDF) -> list[Made]:
    """The elements that stay, parents first, with all that went on on later pages in them.

    The heads of a table that are repeated leave the tree, as the heads of pages do.
    """
    joined = Joined(every[0], {each.reference: each.element for each in every})
    for each in every:
        joined.take(each)
    adopt_links(every, joined)
    rename_owners(pdf, joined.wholes)
    for reference in joined.parts:
        joined.elements[reference].clear()
    return joined.made


@dataclass
class Joined:
    """What stays of the elements, and where the later parts of them went."""

    document: Made
    elements: dict[Reference, Element]
    made: list[Made] = field(default_factory=list)
    """The elements that stay."""
    parts: set[Reference] = field(default_factory=set)
    """The later parts, whose content is in the first ones."""
    attached: set[Reference] = field(default_factory=set)
    """All that some element has as a child; running heads and feet have a parent without that."""
    wholes: dict[Reference, Made] = field(default_factory=dict)
    """The elements that stay, by their own references and by those of their later parts."""
    latest: dict[Origin, tuple[Made, Reference]] = field(default_factory=dict)
    """The element that was made last of an origin, with the last page that it is on."""

    def __post_init__(self) -> None:
        self.wholes[self.document.reference] = self.document
        for element in self.elements.values():
            self.attached.update(element["K"])

    def take(self, made: Made) -> None:
        """Joins an element to what it goes on with, or keeps it."""
        box, element, reference = made
        parent = self.wholes.get(element["P"])
        if parent is None or reference not in self.attached:
            return
        if isinstance(box, InlineLevelBox):  # what begins anew on every line
            self.keep(made, parent)
            return
        origin = (parent.reference, id(box.element), box.element_tag, element["S"])
        earlier, page = self.latest.get(origin, (made, element["Pg"]))
        is_later = page != element["Pg"]
        if is_later and element["S"] == "/THead":
            parent.element["K"].remove(reference)
        elif is_later and goes_on(made, earlier, parent):
            parent.element["K"].remove(reference)
            earlier.element["K"].extend(element["K"])
            self.wholes[reference] = earlier
            self.parts.add(reference)
            self.latest[origin] = earlier, element["Pg"]
        else:
            self.keep(made, parent)
            self.latest[origin] = made, element["Pg"]

    def keep(self, made: Made, parent: Made) -> None:
        made.element["P"] = parent.reference
        self.made.append(made)
        self.wholes[made.reference] = made
        if made.element["S"] == "/THead":  # its first page may be a later one than the table's
            kids = parent.element["K"]
            kids.remove(made.reference)
            kids.insert(first_row(kids, self.wholes), made.reference)


def goes_on(made: Made, earlier: Made, parent: Made) -> bool:
    """Whether an element is the rest of an earlier one.

    Boxes that nothing in the page stands for are known only by their place: what an element
    holds on a page begins with the rest of what it held last on the page before.
    """
    if any(isinstance(kid, int) for kid in made.element["K"]):
        return False  # its marks are those of its own page
    if parent.box is None or parent.box.element is not made.box.element:
        return True
    kids = parent.element["K"]
    place = kids.index(made.reference)
    return bool(place and kids[place - 1] == earlier.reference)


def first_row(kids: Iterable[object], wholes: Mapping[Any, Made]) -> int:
    """The place among the kids of a table after its captions."""
    captions = (kid for kid in kids if kid in wholes and wholes[kid].element["S"] == "/Caption")
    return len(list(captions))


def adopt_links(every: Iterable[Made], joined: Joined) -> None:
    """Gives what can be clicked in a repeated head to the link in the first one."""
    links = [each for each in every if each.element["S"] == "/Link"]
    firsts = {id(each.box.element): each for each in links if each.reference in joined.wholes}
    for box, copy, reference in links:
        first = firsts.get(id(box.element))
        if first is not None and reference not in joined.wholes:
            areas = (kid for kid in copy["K"] if isinstance(kid, Reference))
            first.element["K"].extend(area for area in areas if area not in joined.elements)
            joined.wholes[reference] = first


def rename_owners(pdf: pydyf.PDF, wholes: Mapping[Reference, Made]) -> None:
    """Notes which elements hold the links on the pages now."""
    owners = owners_of(pdf)
    for index, owner in enumerate(owners):
        if isinstance(owner, Reference) and owner in wholes:
            owners[index] = wholes[owner].reference
