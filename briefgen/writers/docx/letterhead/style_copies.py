"""Styles of a letterhead under names of their own, so that they neither change nor use others."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count

from briefgen.writers.docx.letterhead.content import elements, name_of
from briefgen.writers.docx.letterhead.properties import over
from briefgen.writers.docx.letterhead.style_book import Kind, StyleBook, StyleId, child_value
from briefgen.writers.docx.letterhead.unfit import Unfit, shown
from briefgen.writers.docx.letterhead.vocabulary import W
from briefgen.writers.docx.looks import style_id
from briefgen.writers.docx.markup import Xml, w
from briefgen.writers.docx.names import qn

PREFIX = "Letterhead"
LONGEST_NAME = 100
COPIED = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
NOT_IN_STYLES = frozenset({"numPr", "outlineLvl", "divId", "sectPr"})
LIST = "its style '{}' numbers paragraphs; write numbers and bullets by hand"
Key = tuple[Kind, StyleId, StyleId]
"""A style, and the table style under which it stands, if that one sets words or paragraphs."""


@dataclass(frozen=True)
class StyleCopies:
    """The copies made so far, by what they are copies of."""

    book: StyleBook
    ids: dict[Key, StyleId] = field(default_factory=dict)
    made: dict[StyleId, Xml] = field(default_factory=dict)

    def of_paragraph(self, identifier: StyleId, table: StyleId) -> StyleId:
        """The copy for a paragraph, which may stand in a table of a style."""
        setting = table if table and self.sets_text(table) else ""
        return self.copy("paragraph", self.book.find("paragraph", identifier), setting)

    def of_words(self, identifier: StyleId) -> StyleId:
        """The copy for words; nothing for the style that sets nothing."""
        usual = self.book.usual.get("character", "")
        found = self.book.find("character", identifier)
        return "" if found in ("", usual) else self.copy("character", found)

    def of_table(self, identifier: StyleId) -> StyleId:
        """The copy for a table; nothing where the letterhead has no style for it."""
        found = self.book.find("table", identifier)
        return self.copy("table", found) if found else ""

    def sets_text(self, table: StyleId) -> bool:
        """Whether a table style also says how words and paragraphs look."""
        chain = self.book.chain("table", table)
        return any(
            self.book.styles["table", each].find(qn(f"w:{kind}")) is not None
            for each in chain
            for kind in ("pPr", "rPr")
        )

    def copy(self, kind: Kind, identifier: StyleId, table: StyleId = "") -> StyleId:
        """The id of a copy, which is made with all that it builds on when it is first wanted.

        No identifier stands for what all paragraphs build on.
        """
        key = kind, identifier, table
        if key not in self.ids:
            base = self.book.chain(kind, identifier)[1:2]
            builds_on_text = kind == "paragraph" and identifier
            above = self.copy(kind, "".join(base), table) if base or builds_on_text else ""
            self.ids[key] = self.add(key, above)
        return self.ids[key]

    def add(self, key: Key, above: StyleId) -> StyleId:
        kind, identifier, table = key
        name = " ".join((PREFIX, *self.names(key)))[:LONGEST_NAME]
        new = free(name, self.made)
        properties = copied(self.book.styles[kind, identifier]) if identifier else self.text(table)
        self.made[style_id(new)] = w(
            "style",
            w("name", val=new),
            *([w("basedOn", val=above)] if above else []),
            w("uiPriority", val=99),
            w("semiHidden"),
            *properties,
            type=kind,
            customStyle=1,
            styleId=style_id(new),
        )
        return style_id(new)

    def names(self, key: Key) -> Iterator[str]:
        kind, identifier, table = key
        if identifier:
            yield self.name(kind, identifier)
        if table:
            yield f"in {self.name('table', table)}"

    def name(self, kind: Kind, identifier: StyleId) -> str:
        said = child_value(self.book.styles[kind, identifier], "name")
        return " ".join(re.findall(r"\w+", said))

    def text(self, table: StyleId) -> list[Xml]:
        """What all paragraphs build on: the letterhead's defaults, and those of a table style."""
        words, paragraph = self.book.words, self.book.paragraph
        for identifier in reversed(self.book.chain("table", table)):
            style = self.book.styles["table", identifier]
            paragraph = over(paragraph, style.find(qn("w:pPr")))
            words = over(words, style.find(qn("w:rPr")))
        return [paragraph, words]


def free(name: str, taken: dict[StyleId, Xml]) -> str:
    if style_id(name) not in taken:
        return name
    return next(new for n in count(2) if style_id(new := f"{name} {n}") not in taken)


def copied(style: Xml) -> list[Xml]:
    """What a style sets, without marks and without the numbers of lists, which it may not have."""
    if any(is_numbered(each) for each in style.iter(qn("w:numPr"))):
        raise Unfit("list", LIST.format(shown(child_value(style, "name"))))
    made = [deepcopy(each) for each in elements(style) if is_set_by(each, style)]
    for properties in made:
        for element in elements(properties)[1:]:
            keep_known(element)
    return made


def is_set_by(element: Xml, style: Xml) -> bool:
    return element.getparent() is style and name_of(element) in {(W, each) for each in COPIED}


def is_numbered(numbering: Xml) -> bool:
    """Whether properties give a number: that of no list takes one away."""
    return child_value(numbering, "numId") != "0"


def keep_known(element: Xml) -> None:
    space, name = name_of(element)
    parent = element.getparent()
    if parent is not None and (space != W or name in NOT_IN_STYLES or name.endswith("Change")):
        parent.remove(element)
    for attribute in list(element.attrib):
        if not str(attribute).startswith(f"{{{W}}}") or str(attribute).startswith(f"{{{W}}}rsid"):
            del element.attrib[attribute]
