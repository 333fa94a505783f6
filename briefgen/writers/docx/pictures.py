"""Pictures in the line of text."""

import base64
import binascii
import struct

from briefgen.problems import Problem, TemplateError
from briefgen.rendering.page import Element
from briefgen.rendering.png_data import PREFIX, Head, head_of
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.looks import refused
from briefgen.writers.docx.markup import TWIPS_PER_INCH, Twips
from briefgen.writers.docx.names import NAMESPACES, ContentType, RelationType
from briefgen.writers.docx.parts import Part
from briefgen.writers.docx.pieces import Piece, as_value

Emu = int
"""The unit of drawings, 914,400 an inch."""
EMU_PER_TWIP = 914_400 // TWIPS_PER_INCH
EMU_PER_PIXEL = 9525
"""A pixel is the 96th of an inch, as on a web page, whatever the file says."""
DECLARED = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("wp", "a", "pic"))
# Without the distances some readers move it off the margin.
DRAWING = (
    "<w:drawing>"
    f'<wp:inline{DECLARED} distT="0" distB="0" distL="0" distR="0"><wp:extent {{size}}/>'
    '<wp:docPr id="{number}" name="Picture {number}" descr="{description}"/>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="0" name="picture{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{reference}"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
    '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)


def picture(element: Element, draft: Draft) -> Piece:
    """A picture at its own size, or as wide as the text if it is wider."""
    data = data_of(element)
    width, height = fitted(head(element, data), draft.text_width)
    return DRAWING.format(
        size=f'cx="{width}" cy="{height}"',
        number=next(draft.picture_ids),
        description=as_value(element.attributes.get("alt", "")),
        reference=stored(data, draft),
    )


def data_of(element: Element) -> bytes:
    source = element.attributes.get("src", "")
    if not source.startswith(PREFIX):
        raise refused(element, "a picture must be given as PNG data within the page")
    try:
        return base64.b64decode(source.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise broken(element) from error


def head(element: Element, data: bytes) -> Head:
    try:
        return head_of(data)
    except (struct.error, ValueError) as error:
        raise broken(element) from error


def broken(element: Element) -> TemplateError:
    message = "a picture's data is no PNG picture, or a broken one"
    return TemplateError([Problem(element.place, "no-word-form", message)])


def stored(data: bytes, draft: Draft) -> str:
    """The reference to a picture, which the file holds once."""
    if data not in draft.pictures:
        name = f"/word/media/image{len(draft.pictures) + 1}.png"
        part = Part(name, ContentType.PNG, data)
        draft.pictures[data] = draft.part.refer(RelationType.IMAGE, part)
    return draft.pictures[data]


def fitted(image: Head, text_width: Twips) -> tuple[Emu, Emu]:
    width, height = image.width * EMU_PER_PIXEL, image.height * EMU_PER_PIXEL
    room = text_width * EMU_PER_TWIP
    if width > room:
        width, height = room, max(1, height * room // width)
    return width, height
