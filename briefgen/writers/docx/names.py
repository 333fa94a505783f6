"""The names of Office Open XML: of elements, kinds of parts, and relations between parts."""

from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES: Mapping[str, str] = {
    "a": f"{DRAWING}/main",
    "cp": f"{PACKAGE}/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "pic": f"{DRAWING}/picture",
    "r": f"{OFFICE}/relationships",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": f"{DRAWING}/wordprocessingDrawing",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
"""What the usual prefixes stand for."""


class ContentType:
    """What a part is."""

    CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
    DOCUMENT = f"{WORD}.document.main+xml"
    EXTENDED_PROPERTIES = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    FONT_TABLE = f"{WORD}.fontTable+xml"
    FOOTER = f"{WORD}.footer+xml"
    HEADER = f"{WORD}.header+xml"
    NUMBERING = f"{WORD}.numbering+xml"
    PNG = "image/png"
    RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
    SETTINGS = f"{WORD}.settings+xml"
    STYLES = f"{WORD}.styles+xml"
    THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
    XML = "application/xml"


class RelationType:
    """What a part is to the one that refers to it."""

    CORE_PROPERTIES = f"{PACKAGE}/relationships/metadata/core-properties"
    DOCUMENT = f"{OFFICE}/relationships/officeDocument"
    EXTENDED_PROPERTIES = f"{OFFICE}/relationships/extended-properties"
    FONT_TABLE = f"{OFFICE}/relationships/fontTable"
    FOOTER = f"{OFFICE}/relationships/footer"
    HEADER = f"{OFFICE}/relationships/header"
    HYPERLINK = f"{OFFICE}/relationships/hyperlink"
    IMAGE = f"{OFFICE}/relationships/image"
    NUMBERING = f"{OFFICE}/relationships/numbering"
    SETTINGS = f"{OFFICE}/relationships/settings"
    STYLES = f"{OFFICE}/relationships/styles"
    THEME = f"{OFFICE}/relationships/theme"


def qn(name: str) -> str:
    """The qualified name of what a prefix is usual for: `{http://…/main}p` for `w:p`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
