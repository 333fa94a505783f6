"""Pieces: what a document holds by the thousand, as the text that its file will hold.

An element of a tree takes ten times as long to be made, to be placed and to be written down.
"""

from collections.abc import Iterable, Sequence

from lxml import etree

from briefgen.writers.docx.markup import LINKING_PREFIXES, Xml, parse_xml

Piece = str
"""An element with all that it holds; the root of its part says what its prefixes stand for."""
DECLARATIONS = tuple(f' xmlns:{prefix}="{name}"' for prefix, name in LINKING_PREFIXES.items())
DECLARED = "".join(DECLARATIONS)
FIRST_LINE = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
SPECIAL = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
SPECIAL_IN_VALUES = (*SPECIAL, ('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;"))


def piece(name: str, /, *content: Piece, **attributes: str | int) -> Piece:
    """The element `w:name` with `w:` attributes and content, in the order given."""
    given = "".join([f' w:{key}="{as_value(value)}"' for key, value in attributes.items()])
    inner = "".join(content)
    return f"<w:{name}{given}>{inner}</w:{name}>" if inner else f"<w:{name}{given}/>"


def as_value(value: str | int) -> str:
    """A value as it stands between its quotes."""
    return escaped(value, SPECIAL_IN_VALUES) if isinstance(value, str) else str(value)


def escaped(text: str, special: Sequence[tuple[str, str]]) -> str:
    for sign, name in special:
        text = text.replace(sign, name)
    return text


def text_piece(words: str) -> Piece:
    """A stretch of text whose outer spaces stay."""
    return f'<w:t xml:space="preserve">{escaped(words, SPECIAL)}</w:t>'


def piece_of(xml: Xml) -> Piece:
    """An element of a tree as a piece."""
    written = str(etree.tostring(xml, encoding="unicode"))
    for declaration in DECLARATIONS:
        written = written.replace(declaration, "")
    return written


def elements_of(pieces: Iterable[Piece]) -> list[Xml]:
    """Pieces as elements, for a part that is a tree."""
    return list(parse_xml(f"<w:p{DECLARED}>{''.join(pieces)}</w:p>"))


def part_of(name: str, *content: Piece) -> bytes:
    """A whole part with a root of this name."""
    root = f"<w:{name}{DECLARED}>{''.join(content)}</w:{name}>"
    return f"{FIRST_LINE}{root}".encode()
