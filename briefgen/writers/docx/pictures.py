"""Pictures in the line of text."""

import base64
import binascii
from io import BytesIO

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image
from docx.oxml.shape import CT_Inline
from docx.shared import Emu, Length, Twips

from briefgen.problems import Problem, TemplateError
from briefgen.rendering.page import Element
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.looks import refused
from briefgen.writers.docx.markup import Xml, w

DATA = "data:image/png;base64,"
EMU_PER_PIXEL = 9525
"""A pixel is the 96th of an inch, as on a web page, whatever the file says."""


def picture(element: Element, draft: Draft) -> Xml:
    """A picture at its own size, or as wide as the text if it is wider."""
    name, image = stored(element, draft)
    width, height = fitted(image, Twips(draft.text_width))
    number = next(draft.picture_ids)
    inline = CT_Inline.new_pic_inline(number, name, f"picture{number}.png", width, height)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")  # else some readers move it off the margin
    inline.docPr.set("descr", element.attributes.get("alt", ""))
    return w("drawing", inline)


def stored(element: Element, draft: Draft) -> tuple[str, Image]:
    source = element.attributes.get("src", "")
    if not source.startswith(DATA):
        raise refused(element, "a picture must be given as PNG data within the page")
    try:
        data = base64.b64decode(source.removeprefix(DATA), validate=True)
        return draft.part.get_or_add_image(BytesIO(data))
    except (
        binascii.Error,
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    ) as error:
        message = f"a picture's data is no PNG picture: {error}"
        raise TemplateError([Problem(element.place, "no-word-form", message)]) from error


def fitted(image: Image, text_width: Length) -> tuple[Length, Length]:
    width, height = image.px_width * EMU_PER_PIXEL, image.px_height * EMU_PER_PIXEL
    if width > text_width:
        width, height = text_width, max(1, height * text_width // width)
    return Emu(width), Emu(height)
