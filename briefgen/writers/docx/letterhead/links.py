"""What a header or footer refers to: its pictures, and addresses on the web."""

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image
from lxml import etree

from briefgen.writers.docx.letterhead.content import elements
from briefgen.writers.docx.letterhead.parts import PartName, Parts, Relation
from briefgen.writers.docx.letterhead.safety import is_address
from briefgen.writers.docx.letterhead.unfit import Unfit, damaged, shown
from briefgen.writers.docx.letterhead.vocabulary import MC, W14, WP14, O, R, W
from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.names import qn

NOT_TAKEN = frozenset(
    {(W14, "paraId"), (W14, "textId"), (WP14, "anchorId"), (WP14, "editId"), (O, "gfxdata")}
    | {(MC, "MustUnderstand"), (MC, "ProcessContent")}
    | {(W, name) for name in ("anchor", "docLocation", "tgtFrame")}
)
REFERRING = frozenset({(R, "id"), (R, "embed"), (R, "pict"), (O, "relid")})
LEADING_OUT = frozenset({"href", "src", "althref"})
KINDS = {
    b"\x89PNG\r\n\x1a\n": ("image/png", "png"),
    b"\xff\xd8\xff": ("image/jpeg", "jpg"),
    b"GIF8": ("image/gif", "gif"),
}
MOST_PIXELS = 50_000_000
BROKEN_PICTURE = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    ArithmeticError,
    LookupError,
    ValueError,
    struct.error,
)
OTHER_KIND = "its picture '{}' is no PNG, JPEG or GIF; insert it anew as one of these"
NO_PICTURE = "its picture '{}' is broken; insert it anew"
TOO_MANY_PIXELS = "its picture '{}' has too many pixels; make it smaller"
LINKED = "header or footer shows a linked picture or file; insert the picture itself in its place"


@dataclass(frozen=True)
class Picture:
    """A picture of the letterhead: the part it was, its bytes and their kind."""

    part: PartName
    data: bytes
    content_type: str
    ending: str


Address = str
Link = Picture | Address


def is_reference(name: str) -> bool:
    """Whether an attribute holds the id of what the part refers to."""
    return split(name) in REFERRING


def links(root: Xml, part: PartName, parts: Parts) -> Mapping[str, Link]:
    """All that a header or footer refers to, by id; attributes that aren't taken over go."""
    known = parts.relations(part)
    found: dict[str, Link] = {}
    for element in elements(root):
        for attribute in list(element.attrib):
            name, value = split(str(attribute)), str(element.attrib[attribute])
            if name in REFERRING:
                found[value] = found.get(value) or link(element, known.get(value), parts)
            elif is_left_out(name, value):
                del element.attrib[attribute]
            elif name[0] == R or name[1] in LEADING_OUT:
                raise Unfit("outside", LINKED)
    return found


def split(attribute: str) -> tuple[str, str]:
    name = etree.QName(attribute)
    return name.namespace or "", name.localname


def is_left_out(name: tuple[str, str], value: str) -> bool:
    space, local = name
    is_mark = space == W and re.match("rsid", local) is not None
    return is_mark or name in NOT_TAKEN or (local == "href" and is_address(value))


def link(element: Xml, relation: Relation | None, parts: Parts) -> Link:
    is_link = element.tag == qn("w:hyperlink")
    if relation is None or relation.kind != ("hyperlink" if is_link else "image"):
        raise damaged("header or footer refers to a part that isn't there")
    if is_link:
        return relation.target
    if relation.target not in parts.members:
        raise damaged(f"its picture {shown(relation.target)} is missing")
    return picture(relation.target, parts.members[relation.target])


def picture(part: PartName, data: bytes) -> Picture:
    """A picture of a kind that every Word shows; raises Unfit for others and for broken ones."""
    name = shown(part.rpartition("/")[2])
    kind = next((KINDS[start] for start in KINDS if data.startswith(start)), None)
    if kind is None:
        raise Unfit("picture", OTHER_KIND.format(name))
    try:
        image = Image.from_blob(data)
        pixels = image.px_width * image.px_height
    except BROKEN_PICTURE as error:
        raise Unfit("picture", NO_PICTURE.format(name)) from error
    if pixels > MOST_PIXELS:
        raise Unfit("picture", TOO_MANY_PIXELS.format(name))
    return Picture(part, data, *kind)
