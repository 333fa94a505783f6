"""The parts of a Word file, and what each of them refers to."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.names import PACKAGE
from briefgen.writers.docx.pieces import FIRST_LINE, as_value

Address = str
"""What lies outside of the file."""


@dataclass(frozen=True)
class Relation:
    """That a part refers to another one, or to an address."""

    kind: str
    target: "Part | Address"


@dataclass(eq=False)
class Part:
    """A part by its name in the package, `/word/document.xml`; the package itself is `/`."""

    name: str
    content_type: str
    content: Xml | bytes = b""
    relations: dict[str, Relation] = field(default_factory=dict)
    """What it refers to, by the ids that it uses."""

    @property
    def data(self) -> bytes:
        """What the file holds of it."""
        if isinstance(self.content, bytes):
            return self.content
        return bytes(etree.tostring(self.content, encoding="UTF-8", standalone=True))

    def refer(self, kind: str, target: "Part | Address") -> str:
        """Lets it refer to something; the id of the reference."""
        identifier = f"rId{len(self.relations) + 1}"
        self.relations[identifier] = Relation(kind, target)
        return identifier

    def reference(self, kind: str, target: "Part | Address") -> str:
        """The same, once for each target."""
        wanted = Relation(kind, target)
        known = (name for name, relation in self.relations.items() if relation == wanted)
        return next(known, None) or self.refer(kind, target)

    def parts(self) -> Iterator["Part"]:
        """All that it refers to and that these refer to in turn."""
        for relation in self.relations.values():
            if isinstance(relation.target, Part):
                yield relation.target
                yield from relation.target.parts()

    @property
    def relations_name(self) -> str:
        """The name of the member that tells its relations."""
        folder, base = posixpath.split(self.name)
        return posixpath.join(folder, "_rels", f"{base}.rels")

    @property
    def relations_data(self) -> bytes:
        """What that member holds."""
        folder = posixpath.dirname(self.name)
        told = "".join(told_of(name, each, folder) for name, each in self.relations.items())
        space = f"{PACKAGE}/relationships"
        return f'{FIRST_LINE}<Relationships xmlns="{space}">{told}</Relationships>'.encode()


def told_of(identifier: str, relation: Relation, folder: str) -> str:
    """A relation as the member of relations tells it."""
    target = relation.target
    if isinstance(target, Part):
        to, mode = posixpath.relpath(target.name, folder), ""
    else:
        to, mode = target, ' TargetMode="External"'
    given = f'Id="{identifier}" Type="{relation.kind}" Target="{as_value(to)}"{mode}'
    return f"<Relationship {given}/>"
