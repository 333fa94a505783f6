"""The numbers and bullets of headings and lists."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from briefgen.rendering.tokens import RoleStyle
from briefgen.writers.docx.formatting import indents
from briefgen.writers.docx.looks import Look, RoleName, style_id
from briefgen.writers.docx.markup import Xml, w, w_linked

Kind = Literal["decimal", "bullet", "upper-roman", "lower-letter", "chinese", "none"]
"""What stands before an item; nothing, where its text goes on below an inner list."""
NumberId = int

LEVELS = 9
HEADINGS = ("h2", "h3", "h4")
BULLETS = ("•", "–")
ITEM_TAGS = ("li", "ol li")


class Numbering:
    """The document's number definitions; each ordered list adds one, to begin at 1 again."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.definitions: list[Xml] = []
        self.numbers: list[Xml] = []
        self.of_styles: dict[RoleName, tuple[NumberId, int]] = {}
        self.definition_ids: dict[tuple[RoleName, Kind], int] = {}
        self.number_headings()
        self.number_items()

    def number_headings(self) -> None:
        """One outline for the numbered headings: 1, then 1.1."""
        roles = [h for h in HEADINGS if h in self.look.roles and self.look.roles[h].numbering]
        if not roles:
            return
        levels = [
            heading_level(depth, self.look.roles[h], self.look) for depth, h in enumerate(roles)
        ]
        number = self.add_number(self.define(levels))
        self.of_styles.update({role: (number, depth) for depth, role in enumerate(roles)})

    def number_items(self) -> None:
        """A definition for each style of list items, as its tokens number them."""
        for role, tokens in self.look.roles.items():
            if tokens.numbering and (role.partition(".")[0] in ITEM_TAGS):
                number = self.add_number(self.definition(role, tokens.numbering))
                self.of_styles[role] = (number, 0)

    def definition(self, role: RoleName, kind: Kind) -> int:
        """The definition that numbers a role's items in some way."""
        if (role, kind) not in self.definition_ids:
            levels = list(item_levels(self.look, role, kind))
            self.definition_ids[role, kind] = self.define(levels)
        return self.definition_ids[role, kind]

    def list_number(self, role: RoleName, kind: Kind, level: int) -> NumberId:
        """A number for the items of one list; an ordered one begins at 1."""
        definition = self.definition(role, kind)
        return self.add_number(definition, level if kind == "decimal" else None)

    def define(self, levels: list[Xml]) -> int:
        identifier = len(self.definitions)
        kind = w("multiLevelType", val="multilevel")
        self.definitions.append(w("abstractNum", kind, *levels, abstractNumId=identifier))
        return identifier

    def add_number(self, definition: int, restart: int | None = None) -> NumberId:
        number = len(self.numbers) + 1
        made = w("num", w("abstractNumId", val=definition), numId=number)
        if restart is not None:
            made.append(w("lvlOverride", w("startOverride", val=1), ilvl=restart))
        self.numbers.append(made)
        return number

    def root(self) -> Xml:
        """The root of the numbering part."""
        return w_linked("numbering", *self.definitions, *self.numbers)


def number_properties(number: NumberId, level: int) -> Xml:
    """The property that lets a paragraph or a style bear a number."""
    return w("numPr", w("ilvl", val=level), w("numId", val=number))


def heading_level(depth: int, tokens: RoleStyle, look: Look) -> Xml:
    text = ".".join(f"%{number}" for number in range(1, depth + 2))
    made = level_of(depth, "decimal", text, indents(tokens), tokens.word)
    return coloured(made, tokens, look)


def item_levels(look: Look, role: RoleName, kind: Kind) -> Iterator[Xml]:
    tokens, padding = look.roles[role], look.padding(role)
    # A box stays whole in Word only while all its paragraphs have the same indents.
    step = Decimal(0) if look.box(role) else tokens.hanging or Decimal(0)
    for depth in range(LEVELS):
        moved = (tokens.indent or Decimal(0)) + depth * step
        hanging = None if kind == "none" else tokens.hanging
        here = tokens.model_copy(update={"indent": moved, "hanging": hanging})
        indent = indents(here, padding)
        text = sign(kind, depth)
        word = tokens.word if depth == 0 and kind == tokens.numbering else None
        yield coloured(level_of(depth, kind, text, indent, word), tokens, look)


def sign(kind: Kind, depth: int) -> str:
    """What stands before an item at some depth: a bullet, its number or nothing."""
    match kind:
        case "bullet":
            return BULLETS[min(depth, len(BULLETS) - 1)]
        case "none":
            return ""
        case _:
            return f"%{depth + 1}."


def level_of(depth: int, kind: Kind, text: str, indent: Xml | None, word: str | None) -> Xml:
    linked = [w("pStyle", val=style_id(word))] if word else []
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        *linked,
        w("suff", val="tab" if text else "nothing"),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", *([] if indent is None else [indent])),
        ilvl=depth,
    )


def coloured(level: Xml, tokens: RoleStyle, look: Look) -> Xml:
    """A level whose numbers have a colour of their own, if its role gives them one."""
    if tokens.number_colour:
        level.append(w("rPr", w("color", val=look.style.colours[tokens.number_colour])))
    return level
