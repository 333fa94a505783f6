"""The first section of a letterhead: which headers and footers it has, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefgen.writers.docx.letterhead.content import is_on, name_of
from briefgen.writers.docx.letterhead.parts import PartName, Parts
from briefgen.writers.docx.letterhead.unfit import Unfit, damaged
from briefgen.writers.docx.letterhead.vocabulary import STRICT
from briefgen.writers.docx.markup import Twips, Xml
from briefgen.writers.docx.names import qn

HEADER, FOOTER = "header", "footer"
Pages = Literal["default", "first", "even"]
"""On which pages a header stands; the default is on all that have no other."""
DEFAULT: Pages = "default"
FIRST: Pages = "first"
EVEN: Pages = "even"
GREATEST = 31_680
"""Word has no longer distances, of 22 inches."""
IS_STRICT = "this is Strict Open XML; save the letterhead as a Word document (.docx), not strict"
NO_HEADER = (
    "the letterhead's first section has neither a header nor a footer with anything in it; "
    "put the letterhead into the header or footer, not into the text"
)


@dataclass(frozen=True)
class Distances:
    """How far header, footer and text stand from the edges of the sheet; None is not said."""

    top: Twips | None
    bottom: Twips | None
    header: Twips | None
    footer: Twips | None


@dataclass(frozen=True)
class FirstSection:
    """What the first section says, and the parts of its headers and footers."""

    distances: Distances
    pages: tuple[Pages, ...]
    parts: tuple[tuple[str, Pages, PartName], ...]


def first_section(parts: Parts, settings: Xml | None) -> FirstSection:
    """The first section of a letterhead; raises Unfit when it has no header and no footer."""
    root = parts.xml(parts.document)
    if name_of(root)[0].startswith(STRICT):
        raise Unfit("no-docx", IS_STRICT)
    found = (each for each in root.iter(qn("w:sectPr")) if not is_former(each))
    section = next(found, None)
    if section is None:
        raise Unfit("no-header", NO_HEADER)
    pages = tuple(pages_of(section, settings))
    return FirstSection(distances(section), pages, tuple(references(section, pages, parts)))


def is_former(section: Xml) -> bool:
    """Whether these are the properties that a section had before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == qn("w:sectPrChange")


def pages_of(section: Xml, settings: Xml | None) -> Iterator[Pages]:
    """The kinds of pages that have headers of their own."""
    yield DEFAULT
    if is_on(section.find(qn("w:titlePg"))):
        yield FIRST
    if settings is not None and is_on(settings.find(qn("w:evenAndOddHeaders"))):
        yield EVEN


def references(
    section: Xml, pages: tuple[Pages, ...], parts: Parts
) -> Iterator[tuple[str, Pages, PartName]]:
    """The headers and footers that show; Word keeps others when they are switched off."""
    relations = parts.relations(parts.document)
    for kind in (HEADER, FOOTER):
        for reference in section.findall(qn(f"w:{kind}Reference")):
            relation = relations.get(reference.get(qn("r:id"), ""))
            if relation is None or relation.kind != kind or relation.is_external:
                raise damaged(f"its {kind} is missing")
            on = reference.get(qn("w:type"), DEFAULT)
            yield from ((kind, each, relation.target) for each in pages if each == on)


def distances(section: Xml) -> Distances:
    margins = section.find(qn("w:pgMar"))
    said = ("" if margins is None else margins.get(qn(f"w:{side}"), "") for side in SIDES)
    return Distances(*(twips_of(text) for text in said))


SIDES = ("top", "bottom", HEADER, FOOTER)


def twips_of(text: str) -> Twips | None:
    """A distance; one less than nothing is as long, but lets the header run into the text."""
    found = re.fullmatch(r"-?(\d{1,6})", text)
    return min(int(found[1]), GREATEST) if found else None
