"""The parts of a letterhead's package: what they are, and what they refer to."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from lxml import etree

from briefgen.writers.docx.letterhead.archive import DOCTYPE, NO_DOCX, Members
from briefgen.writers.docx.letterhead.unfit import Unfit, damaged, shown
from briefgen.writers.docx.markup import Xml, parse_xml

CONTENT_TYPES = "[Content_Types].xml"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT, TEMPLATE = f"{WORD}.document.main+xml", f"{WORD}.template.main+xml"
IS_TEMPLATE = "this is a Word template (.dotx); save it as a Word document (.docx)"
MACRO = re.compile("macroenabled|vba(project|data)", re.IGNORECASE)
MACROS = "the letterhead holds macros; save it as a Word document without macros (.docx)"

PartName = str
"""The name of a part as the archive has it: `word/header1.xml`."""


@dataclass(frozen=True)
class Relation:
    """What a part refers to; `kind` is `image`, `header`, `hyperlink` and so on."""

    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class Parts:
    """The parts of a package by their names."""

    members: Members

    def xml(self, name: PartName) -> Xml:
        """The root of a part, without comments and instructions to programs."""
        if name not in self.members:
            raise damaged(f"its part {shown(name)} is missing")
        try:
            root = parse_xml(self.members[name])
        except etree.XMLSyntaxError as error:
            raise damaged(f"its part {shown(name)} is no XML") from error
        if root.getroottree().docinfo.doctype:  # in an encoding that hid it before
            raise Unfit("doctype", DOCTYPE.format(shown(name)))
        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
        return root

    def relations(self, name: PartName) -> Mapping[str, Relation]:
        """What a part refers to, by the ids that it uses."""
        folder, _, base = name.rpartition("/")
        file = posixpath.join(folder, "_rels", f"{base}.rels")
        if file not in self.members:
            return {}
        found = cast(list[Xml], list(self.xml(file).iter(RELATIONSHIP)))
        return {each.get("Id", ""): relation(each, folder) for each in found}

    def related(self, name: PartName, kind: str) -> PartName | None:
        """The part of a kind that a part refers to, if there is one."""
        found = (each.target for each in self.relations(name).values() if each.kind == kind)
        return next((target for target in found if target in self.members), None)

    @cached_property
    def document(self) -> PartName:
        """The main part; raises Unfit when the package is no Word document."""
        name = self.related("", "officeDocument")
        kind = self.content_type(name) if name else ""
        if kind == TEMPLATE:
            raise Unfit("no-docx", IS_TEMPLATE)
        if name is None or kind != DOCUMENT:
            raise Unfit("macros", MACROS) if is_macro(kind) else Unfit("no-docx", NO_DOCX)
        return name

    def content_type(self, name: PartName) -> str:
        """What kind of part a name stands for."""
        ending = name.rpartition(".")[2].lower()
        return self.types.get(f"/{name}".lower(), self.types.get(ending, ""))

    @cached_property
    def types(self) -> Mapping[str, str]:
        """The kinds of parts, by `/name` or by ending."""
        if CONTENT_TYPES not in self.members:
            raise Unfit("no-docx", NO_DOCX)
        root = cast(list[Xml], list(self.xml(CONTENT_TYPES)))
        keys = {f"{TYPES}Override": "PartName", f"{TYPES}Default": "Extension"}
        return {
            each.get(keys[each.tag], "").lower(): each.get("ContentType", "")
            for each in root
            if each.tag in keys
        }


def relation(element: Xml, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relation(kind, target, is_external=True)
    path = posixpath.normpath(posixpath.join("/", folder, target))
    return Relation(kind, path.removeprefix("/"), is_external=False)


def is_macro(text: str) -> bool:
    """Whether a name or a kind of part tells of macros."""
    return MACRO.search(text) is not None
