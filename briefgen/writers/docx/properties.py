"""What the file tells about itself to those who look for it, and to Word."""

from briefgen.rendering.page import Page
from briefgen.writers.docx.markup import Xml, parse_xml
from briefgen.writers.docx.names import NAMESPACES, ContentType, RelationType
from briefgen.writers.docx.package import add_part
from briefgen.writers.docx.parts import Part
from briefgen.writers.docx.pieces import SPECIAL, escaped

LONGEST = 255
"""No property may be longer in the file format."""
APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>briefgen</Application></Properties>"
)


def add_properties(package: Part, page: Page) -> None:
    """Adds the parts by which a file is found and sorted: title, author, date, language."""
    add_part(
        package,
        "/docProps/core.xml",
        ContentType.CORE_PROPERTIES,
        core_properties(page),
        RelationType.CORE_PROPERTIES,
    )
    add_part(
        package,
        "/docProps/app.xml",
        ContentType.EXTENDED_PROPERTIES,
        parse_xml(APPLICATION),
        RelationType.EXTENDED_PROPERTIES,
    )


def core_properties(page: Page) -> Xml:
    """Title, subject, author, language; dated by the page, not by the clock."""
    texts = {
        "dc:title": page.title[:LONGEST],
        "dc:subject": page.subject[:LONGEST],
        "dc:creator": page.author[:LONGEST],
        "cp:lastModifiedBy": page.author[:LONGEST],
        "dc:language": page.language,
    }
    said = "".join(f"<{name}>{escaped(text, SPECIAL)}</{name}>" for name, text in texts.items())
    midnight = f' xsi:type="dcterms:W3CDTF">{page.as_of}T00:00:00Z'
    dated = "".join(
        f"<dcterms:{name}{midnight}</dcterms:{name}>" for name in ("created", "modified")
    )
    declared = "".join(
        f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("cp", "dc", "dcterms", "xsi")
    )
    content = f"{said}{dated}<cp:revision>1</cp:revision>"
    return parse_xml(f"<cp:coreProperties{declared}>{content}</cp:coreProperties>")
