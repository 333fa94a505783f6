"""The package: the parts of a Word file, and the zip archive that holds them."""

from collections.abc import Iterable, Iterator

from briefgen.writers.archive import archive
from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.names import PACKAGE, ContentType, RelationType
from briefgen.writers.docx.parts import Part
from briefgen.writers.docx.pieces import FIRST_LINE, Piece, part_of, piece

DOCUMENT = "/word/document.xml"
TYPES = "/[Content_Types].xml"
PICTURES = {"gif": "image/gif", "jpg": "image/jpeg", "png": ContentType.PNG}
"""The types of pictures, which their endings tell."""


def new_package() -> tuple[Part, Part]:
    """An empty package, and the empty document in it."""
    package, document = Part("/", ""), Part(DOCUMENT, ContentType.DOCUMENT)
    package.refer(RelationType.DOCUMENT, document)
    return package, document


def add_part(owner: Part, name: str, content_type: str, root: Xml, relation: str) -> str:
    """Adds a part to what refers to it; the id of the reference."""
    return owner.refer(relation, Part(name, content_type, root))


def packed(package: Part, body: Iterable[Piece]) -> bytes:
    """The package as a zip archive that depends on its content only; the body is its document's."""
    parts = {part.name: part for part in package.parts()}
    parts[DOCUMENT].content = part_of("document", piece("body", *body))
    others = sorted(members(parts.values()))
    first = ((TYPES, types_of(parts.values())), (package.relations_name, package.relations_data))
    return archive((name.removeprefix("/"), data) for name, data in (*first, *others))


def members(parts: Iterable[Part]) -> Iterator[tuple[str, bytes]]:
    for part in parts:
        yield part.name, part.data
        if part.relations:
            yield part.relations_name, part.relations_data


def types_of(parts: Iterable[Part]) -> bytes:
    """The member that tells what each part is: by its ending, else by its name."""
    endings = {"rels": ContentType.RELATIONS, "xml": ContentType.XML}
    names: dict[str, str] = {}
    for part in parts:
        ending = part.name.rpartition(".")[2]
        if PICTURES.get(ending) == part.content_type:
            endings[ending] = part.content_type
        else:
            names[part.name] = part.content_type
    told = [
        *(
            f'<Default Extension="{each}" ContentType="{endings[each]}"/>'
            for each in sorted(endings)
        ),
        *(f'<Override PartName="{each}" ContentType="{names[each]}"/>' for each in sorted(names)),
    ]
    return f'{FIRST_LINE}<Types xmlns="{PACKAGE}/content-types">{"".join(told)}</Types>'.encode()
