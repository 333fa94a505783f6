"""What the file tells about itself to those who look for it, and to Word."""

import datetime

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.parser import parse_xml

from briefgen.rendering.page import Page
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.package import add_part, package_of

LONGEST = 255
"""No property may be longer in the file format."""
APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>briefgen</Application></Properties>"
)


def add_properties(draft: Draft) -> None:
    """Adds the parts by which a file is found and sorted: title, author, date, language."""
    package = package_of(draft.part)
    add_part(
        package,
        "/docProps/core.xml",
        CONTENT_TYPE.OPC_CORE_PROPERTIES,
        core_properties(draft.page),
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
    )
    add_part(
        package,
        "/docProps/app.xml",
        CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
        parse_xml(APPLICATION),
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    )


def core_properties(page: Page) -> Xml:
    """Title, subject, author, language; dated by the page, not by the clock."""
    element = CT_CoreProperties.new()
    midnight = datetime.datetime.combine(page.as_of, datetime.time())
    properties = CoreProperties(element)
    properties.title = page.title[:LONGEST]
    properties.subject = page.subject[:LONGEST]
    properties.author = properties.last_modified_by = page.author[:LONGEST]
    properties.language = page.language
    properties.created = properties.modified = midnight
    properties.revision = 1
    return element
