"""WordprocessingML elements, and the units that they count in."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from lxml import etree
from lxml.etree import _Element

from briefgen.writers.docx.names import NAMESPACES

Xml = _Element
Twips = int
"""A twentieth of a point, in which Word counts lengths."""

MILLIMETRES_PER_INCH = Decimal("25.4")
PARSER = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
"""Takes nothing from outside of what it parses."""
W = f"{{{NAMESPACES['w']}}}"
PREFIXES = {"w": NAMESPACES["w"]}
LINKING_PREFIXES = {"w": NAMESPACES["w"], "r": NAMESPACES["r"]}
TWIPS_PER_INCH = 1440
TWIPS_PER_POINT = 20


def w(name: str, /, *children: Xml, **attributes: str | int) -> Xml:
    """The element `w:name` with `w:` attributes and children, in the order given."""
    return built(PREFIXES, name, children, attributes)


def w_linked(name: str, /, *children: Xml, **attributes: str | int) -> Xml:
    """The same for an element that refers to other parts: with the prefix of such references."""
    return built(LINKING_PREFIXES, name, children, attributes)


def built(
    prefixes: Mapping[str, str],
    name: str,
    children: Iterable[Xml],
    attributes: Mapping[str, str | int],
) -> Xml:
    given = {f"{W}{key}": str(value) for key, value in attributes.items()}
    made = PARSER.makeelement(f"{W}{name}", given, dict(prefixes))
    made.extend(children)
    return made


def switch(name: str, *, on: bool) -> Xml:
    """A property that is on by standing there, or said to be off."""
    return w(name) if on else w(name, val=0)


def parse_xml(text: str | bytes) -> Xml:
    """The root of an XML text."""
    return etree.fromstring(text, PARSER)


def properties_of(paragraph: Xml) -> Xml:
    """The properties of a paragraph, which stand first in it."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = w("pPr")
        paragraph.insert(0, properties)
    return properties


def twips(points: Decimal | None) -> Twips:
    """Points in twips; none is nought."""
    return whole((points or Decimal(0)) * TWIPS_PER_POINT)


def twips_of_millimetres(millimetres: Decimal) -> Twips:
    """Millimetres in twips."""
    return whole(millimetres * TWIPS_PER_INCH / MILLIMETRES_PER_INCH)


def half_points(points: Decimal) -> int:
    """Points in half points, in which Word counts the size of letters."""
    return whole(points * 2)


def eighths(points: Decimal) -> int:
    """Points in eighths, in which Word counts the width of lines; a line is never thinner."""
    return max(2, whole(points * 8))


def whole(number: Decimal) -> int:
    return int(number.to_integral_value(ROUND_HALF_UP))
