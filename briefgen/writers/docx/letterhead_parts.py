"""A letterhead's headers and footers as parts of the document's package, with all they refer to."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.letterhead.content import elements
from briefgen.writers.docx.letterhead.first_section import DEFAULT, FOOTER, HEADER
from briefgen.writers.docx.letterhead.letterhead import Head
from briefgen.writers.docx.letterhead.links import Link, Picture, is_reference
from briefgen.writers.docx.markup import Xml, w_linked
from briefgen.writers.docx.package import add_part, package_of

CONTENT_TYPES = {HEADER: CONTENT_TYPE.WML_HEADER, FOOTER: CONTENT_TYPE.WML_FOOTER}
RELATIONSHIPS = {HEADER: RELATIONSHIP_TYPE.HEADER, FOOTER: RELATIONSHIP_TYPE.FOOTER}


def added(head: Head, draft: Draft) -> tuple[Part, Xml]:
    """Adds a header or footer; the part, and a reference to it."""
    kind, ending = head.kind, "" if head.pages == DEFAULT else f"-{head.pages}"
    name = f"/word/{kind}{ending}.xml"
    identifier = add_part(draft.part, name, CONTENT_TYPES[kind], head.root, RELATIONSHIPS[kind])
    reference = w_linked(f"{kind}Reference", type=head.pages)
    reference.set(qn("r:id"), identifier)
    return draft.part.related_parts[identifier], reference


def connect(head: Head, part: Part, pictures: dict[str, Part]) -> None:
    """Lets a header or footer refer to its pictures and addresses in the document's package."""
    for element in elements(head.root):
        for attribute in map(str, element.attrib):
            if is_reference(attribute):
                link = head.links[str(element.attrib[attribute])]
                element.set(attribute, connection(link, part, pictures))


def connection(link: Link, part: Part, pictures: dict[str, Part]) -> str:
    if not isinstance(link, Picture):
        return part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    if link.part not in pictures:
        name = PackURI(f"/word/media/letterhead{len(pictures) + 1}.{link.ending}")
        pictures[link.part] = Part(name, link.content_type, link.data, package_of(part))
    return part.relate_to(pictures[link.part], RELATIONSHIP_TYPE.IMAGE)


def count_drawings(root: Xml, draft: Draft) -> None:
    """Gives drawings numbers that no other of the document has."""
    for properties in root.iter(qn("wp:docPr")):
        properties.set("id", str(next(draft.picture_ids)))
