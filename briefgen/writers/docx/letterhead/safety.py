"""What no letterhead may hold or lead to, in whichever of its parts it stands."""

import re
from collections.abc import Iterator

from briefgen.writers.docx.letterhead.parts import MACROS, Parts, Relation, is_macro
from briefgen.writers.docx.letterhead.unfit import Unfit, shown

ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\\]{1,2000}", re.IGNORECASE)
ENDING = ".rels"
EMBEDDED = {
    "aFChunk": "an inserted document (altChunk)",
    "activeXControlBinary": "an ActiveX control",
    "control": "an ActiveX control",
    "frame": "a frame of a web page",
    "oleObject": "an embedded object (OLE)",
    "package": "an embedded file",
    "subDocument": "a subdocument",
}
OUTSIDE = {
    "attachedTemplate": "a Word template of its own",
    "image": "a linked picture",
    "hyperlink": "a file or program through a link",
    **EMBEDDED,
}
EMBEDS = "the letterhead holds {}; take it out, only text, tables, shapes and pictures can stay"
REACHES = "the letterhead reaches out to {} ({}); {}"
REMEDIES = {
    "attachedTemplate": "copy header and footer into a new document, and save that one",
    "hyperlink": "links may lead to web and e-mail addresses only",
    "image": "insert the picture itself in its place",
}


def is_address(target: str) -> bool:
    """Whether a link leads to the web or to e-mail."""
    return ADDRESS.fullmatch(target) is not None


def check_parts(parts: Parts) -> None:
    """Raises Unfit when a package holds a program, or anything that reaches out of the file."""
    if any(is_macro(text) for text in (*parts.members, *parts.types.values())):
        raise Unfit("macros", MACROS)
    for relation in all_relations(parts):
        check_relation(relation)


def all_relations(parts: Parts) -> Iterator[Relation]:
    for name in parts.members:
        folder, _, file = name.rpartition("_rels/")
        if file.endswith(ENDING):
            yield from parts.relations(folder + file.removesuffix(ENDING)).values()


def check_relation(relation: Relation) -> None:
    if is_macro(relation.kind):
        raise Unfit("macros", MACROS)
    if not relation.is_external:
        if relation.kind in EMBEDDED:
            raise Unfit("embedded", EMBEDS.format(EMBEDDED[relation.kind]))
        return
    if relation.kind == "hyperlink" and is_address(relation.target):
        return
    what = OUTSIDE.get(relation.kind, "another file")
    remedy = REMEDIES.get(relation.kind, "take it out")
    raise Unfit("outside", REACHES.format(what, shown(relation.target), remedy))
