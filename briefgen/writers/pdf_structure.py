"""What a screen reader wants of a PDF's tag tree and WeasyPrint leaves to be done."""

from collections.abc import Collection, Mapping
from typing import Any, TypeAlias

import pydyf

Element: TypeAlias = pydyf.Dictionary
"""A structure element as pydyf holds it: `S` its type, `P` its parent, `K` its children."""
Elements: TypeAlias = Mapping[bytes, Element]
"""The structure elements by the references under which they name one another, parents first."""


def finish_structure(pdf: pydyf.PDF, elements: Elements) -> None:
    """Gives header cells their scope, makes facts list items, and head and foot artifacts."""
    for element in elements.values():
        match element["S"]:
            case "/TH":
                rows = elements[elements[element["P"]]["P"]]
                element["A"]["Scope"] = "/Column" if rows["S"] == "/THead" else "/Row"
            case "/L" if [child["S"] for child in children(element, elements)] == ["/L"]:
                element["S"] = "/NonStruct"  # a box around a list is no list
            case "/L" if elements[element["P"]]["S"] == "/L":
                nest(element, elements)
            case "/Div" if elements[element["P"]]["S"] == "/L":
                make_fact(element, elements)
    free_margins(pdf, elements)


def named(reference: bytes, pdf: pydyf.PDF) -> Any:
    """The object that a reference names."""
    return pdf.objects[int(reference.split()[0])]


def owners_of(pdf: pydyf.PDF) -> list[Any]:
    """The numbers of pages and of links, each followed by the elements that hold what is there."""
    root = named(pdf.catalog["StructTreeRoot"], pdf)
    owners: list[Any] = named(root["ParentTree"], pdf)["Nums"]
    return owners


def children(element: Element, elements: Elements) -> list[Element]:
    return [elements[each] for each in element["K"] if each in elements]


def nest(inner: Element, elements: Elements) -> None:
    """Moves a list that follows its item into it, after what was made before the list."""
    kids = elements[inner["P"]]["K"]
    before = [elements[kid] for kid in kids[: kids.index(inner.reference)]]
    bodies = [
        part
        for part in (children(before[-1], elements) if before else ())
        if part["S"] == "/LBody" and part.number < inner.number
    ]
    if bodies:
        kids.remove(inner.reference)
        inner["P"] = bodies[-1].reference
        bodies[-1]["K"].append(inner.reference)


def make_fact(division: Element, elements: Elements) -> None:
    """Makes a label and its values one item of a list; each was tagged as an item of its own."""
    division["S"] = "/LI"
    for index, item in enumerate(children(division, elements)):
        item["S"] = "/LBody" if index else "/Lbl"
        for body in children(item, elements):
            body["S"] = "/NonStruct"


def free_margins(pdf: pydyf.PDF, elements: Elements) -> None:
    """Makes artifacts of running heads and feet and of repeated heads of tables.

    They are tagged, but stand outside of the tree.
    """
    loose = outside(elements)
    owners_by_page = owners_of(pdf)[1::2]
    for page, owners in zip(pdf.page_references, owners_by_page, strict=False):
        freed = {number for number, owner in enumerate(owners) if owner in loose}
        make_artifacts(named(named(page, pdf)["Contents"], pdf).stream, freed)
        for number in freed:
            owners[number] = "null"
    for reference in loose:
        elements[reference].clear()


def outside(elements: Elements) -> set[bytes]:
    """The elements that name a parent without being among its children, and all in them."""
    attached = {kid for element in elements.values() for kid in element["K"]}
    loose: set[bytes] = set()
    for reference, element in elements.items():
        is_loose_child = reference not in attached and element["S"] != "/Document"
        if is_loose_child or (loose and element["P"] in loose):
            loose.add(reference)
    return loose


def make_artifacts(content: list[Any], freed: Collection[int]) -> None:
    for index, operator in enumerate(content):
        if operator == b"BDC" and content[index - 1].get("MCID") in freed:
            content[index - 2] = "/Artifact"
            content[index - 1] = pydyf.Dictionary({"Type": "/Pagination"})
