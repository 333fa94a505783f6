"""The styles that a letterhead defines."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.writers.docx.letterhead.literal import make_literal
from briefgen.writers.docx.letterhead.parts import Parts
from briefgen.writers.docx.letterhead.properties import over, plain_paragraph, plain_words
from briefgen.writers.docx.letterhead.theme import Theme
from briefgen.writers.docx.letterhead.unfit import damaged
from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.names import qn

StyleId = str
Kind = str
"""`paragraph`, `character` or `table`."""
LONGEST_CHAIN = 30


@dataclass(frozen=True)
class StyleBook:
    """Styles by kind and id, those that count where none is named, and what all build on."""

    styles: Mapping[tuple[Kind, StyleId], Xml]
    usual: Mapping[Kind, StyleId]
    words: Xml
    paragraph: Xml

    def find(self, kind: Kind, identifier: StyleId) -> StyleId:
        """The style of that id, or else the one that counts where none is named; or none."""
        return identifier if (kind, identifier) in self.styles else self.usual.get(kind, "")

    def base(self, kind: Kind, identifier: StyleId) -> StyleId:
        """The style that one builds on; nothing if there is none."""
        named = child_value(self.styles[kind, identifier], "basedOn")
        return named if (kind, named) in self.styles else ""

    def chain(self, kind: Kind, identifier: StyleId) -> tuple[StyleId, ...]:
        """A style and those that it builds on, the most general last."""
        found: list[StyleId] = []
        while identifier:
            found.append(identifier)
            if len(found) > LONGEST_CHAIN:
                raise damaged("its styles build on one another without an end")
            identifier = self.base(kind, identifier)
        return tuple(found)


def style_book(parts: Parts, theme: Theme) -> StyleBook:
    """The styles of a letterhead, in words that need no theme."""
    name = parts.related(parts.document, "styles")
    if name is None:
        return StyleBook({}, {}, plain_words(), plain_paragraph())
    root = parts.xml(name)
    make_literal(root, theme)
    styles: dict[tuple[Kind, StyleId], Xml] = {}
    usual: dict[Kind, StyleId] = {}
    for style in root.findall(qn("w:style")):
        kind, identifier = style.get(qn("w:type"), "paragraph"), style.get(qn("w:styleId"), "")
        styles.setdefault((kind, identifier), style)
        if style.get(qn("w:default"), "0") in ("1", "true", "on"):
            usual[kind] = identifier
    words, paragraph = defaults(root, "rPr"), defaults(root, "pPr")
    return StyleBook(styles, usual, over(plain_words(), words), over(plain_paragraph(), paragraph))


def defaults(root: Xml, kind: str) -> Xml | None:
    return root.find(f"{qn('w:docDefaults')}/{qn(f'w:{kind}Default')}/{qn(f'w:{kind}')}")


def child_value(element: Xml, name: str) -> str:
    """What a child says as its value; nothing if there is no such child."""
    child = element.find(qn(f"w:{name}"))
    return "" if child is None else child.get(qn("w:val"), "")
