"""A letterhead's headers and footers as parts of the document's package, with all they refer to."""

from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.letterhead.content import elements
from briefgen.writers.docx.letterhead.first_section import DEFAULT, FOOTER, HEADER
from briefgen.writers.docx.letterhead.letterhead import Head
from briefgen.writers.docx.letterhead.links import Link, Picture, is_reference
from briefgen.writers.docx.markup import Xml, w_linked
from briefgen.writers.docx.names import ContentType, RelationType, qn
from briefgen.writers.docx.parts import Part

CONTENT_TYPES = {HEADER: ContentType.HEADER, FOOTER: ContentType.FOOTER}
RELATIONSHIPS = {HEADER: RelationType.HEADER, FOOTER: RelationType.FOOTER}


def added(head: Head, draft: Draft) -> tuple[Part, Xml]:
    """Adds a header or footer; the part, and a reference to it."""
    kind, ending = head.kind, "" if head.pages == DEFAULT else f"-{head.pages}"
    name = f"/word/{kind}{ending}.xml"
    part = Part(name, CONTENT_TYPES[kind], head.root)
    reference = w_linked(f"{kind}Reference", type=head.pages)
    reference.set(qn("r:id"), draft.part.refer(RELATIONSHIPS[kind], part))
    return part, reference


def connect(head: Head, part: Part, pictures: dict[str, Part]) -> None:
    """Lets a header or footer refer to its pictures and addresses in the document's package."""
    for element in elements(head.root):
        for attribute in map(str, element.attrib):
            if is_reference(attribute):
                link = head.links[str(element.attrib[attribute])]
                element.set(attribute, connection(link, part, pictures))


def connection(link: Link, part: Part, pictures: dict[str, Part]) -> str:
    if not isinstance(link, Picture):
        return part.reference(RelationType.HYPERLINK, link)
    if link.part not in pictures:
        name = f"/word/media/letterhead{len(pictures) + 1}.{link.ending}"
        pictures[link.part] = Part(name, link.content_type, link.data)
    return part.reference(RelationType.IMAGE, pictures[link.part])


def count_drawings(root: Xml, draft: Draft) -> None:
    """Gives drawings numbers that no other of the document has."""
    for properties in root.iter(qn("wp:docPr")):
        properties.set("id", str(next(draft.picture_ids)))
