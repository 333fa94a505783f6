"""The package: the parts of a Word file, and the zip archive that holds them."""

from collections.abc import Iterable
from io import BytesIO
from typing import cast
from zipfile import ZipFile

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package
from docx.parts.document import DocumentPart

from briefgen.writers.archive import archive
from briefgen.writers.docx.markup import Xml, w
from briefgen.writers.docx.pieces import Piece, part_of, piece

DOCUMENT = "word/document.xml"
FIRST_MEMBERS = ("[Content_Types].xml", "_rels/.rels")


def new_document() -> DocumentPart:
    """An empty document in a package of its own, without the parts of a stock template."""
    package = Package()
    name = PackURI(f"/{DOCUMENT}")
    part = DocumentPart(name, CONTENT_TYPE.WML_DOCUMENT_MAIN, w("document"), package)
    package.relate_to(part, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    return part


def add_part(
    owner: DocumentPart | Package, name: str, content_type: str, root: Xml, relationship: str
) -> str:
    """Adds a part to what refers to it; the id of the reference."""
    package = owner if isinstance(owner, Package) else package_of(owner)
    part = XmlPart(PackURI(name), content_type, root, package)
    return owner.relate_to(part, relationship)


def package_of(part: Part) -> Package:
    """The package that a part belongs to."""
    return cast(Package, part.package)


def packed(package: Package, body: Iterable[Piece]) -> bytes:
    """The package as a zip archive that depends on its content only.

    The document's body is text, which the package itself doesn't hold, lest it be packed twice.
    """
    document = part_of("document", piece("body", *body))
    written = BytesIO()
    package.save(written)
    with ZipFile(written) as source:
        names = sorted(source.namelist(), key=place_in_archive)
        return archive(
            (name, document if name == DOCUMENT else source.read(name)) for name in names
        )


def place_in_archive(name: str) -> tuple[int, str]:
    first = FIRST_MEMBERS.index(name) if name in FIRST_MEMBERS else len(FIRST_MEMBERS)
    return first, name
