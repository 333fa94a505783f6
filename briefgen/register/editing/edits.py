"""Additions as edits of a file's text; whatever they don't add stays as it is, byte for byte."""

from collections.abc import Mapping, Sequence

from briefgen.register.decoding import decode
from briefgen.register.editing.nodes import top_node
from briefgen.register.editing.placing import Edit, Editing, refused
from briefgen.register.editing.values import Addition, Value, added
from briefgen.register.editing.writing import block
from briefgen.register.source import read_source

BOM = b"\xef\xbb\xbf"
MISREAD = "what was to be added would not read back the same; write it into the file by hand"


def with_additions(data: bytes, name: str, additions: Sequence[Addition]) -> bytes:
    """A file's bytes with the additions; raises RegisterError when they can't be made safely."""
    text = decode(data, name, [])
    editing = Editing(name, text, top_node(text, name), "\r\n" if "\r\n" in text else "\n")
    edited = applied(text, editing.edits(additions))
    result = (BOM if data.startswith(BOM) else b"") + edited.encode()
    expected = added(read_source(data, name).tree, additions)
    if read_source(result, name).tree != expected:
        raise refused(name, MISREAD)
    return result


def new_file(mapping: Mapping[str, Value]) -> bytes:
    """A file that holds these keys with their values."""
    return ("\n".join(block(mapping, 0)) + "\n").encode()


def applied(text: str, edits: Sequence[Edit]) -> str:
    done: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda each: (each.start, -each.depth)):
        done += [text[at : edit.start], edit.text]
        at = max(at, edit.end)
    return "".join([*done, text[at:]])
