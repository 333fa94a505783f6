"""The numbers and bullets of headings and lists."""

from collections.abc import Iterator
from decimal import Decimal

from briefgen.writers.docx.formatting import indents
from briefgen.writers.docx.levels import Kind, Level, heading_sign, item_sign, level_xml
from briefgen.writers.docx.looks import Look, RoleName
from briefgen.writers.docx.markup import Xml, w, w_linked

NumberId = int
NO_NUMBER: NumberId = 0
"""Takes back the number that a style inherits (ISO/IEC 29500-1, 17.9.18)."""

LEVELS = 9
HEADINGS = ("h2", "h3", "h4")
ITEM_TAGS = ("li", "ol li")
UNCOUNTED = ("bullet", "none")


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

    def is_numbered(self, role: RoleName) -> bool:
        """Whether the paragraphs of a role bear numbers, and stand where these say."""
        return self.of_styles.get(role, (NO_NUMBER, 0))[0] != NO_NUMBER

    def number_headings(self) -> None:
        """One outline for the numbered headings: 1, then 1.1; or I, then 1. below it."""
        roles = [h for h in HEADINGS if h in self.look.roles and self.look.roles[h].numbering]
        if not roles:
            return
        levels = [heading_level(depth, roles, self.look) for depth in range(len(roles))]
        number = self.add_number(self.define(levels))
        self.of_styles.update({role: (number, depth) for depth, role in enumerate(roles)})

    def number_items(self) -> None:
        """A definition for each style of items, and for headings with numbers of their own."""
        for role, tokens in self.look.roles.items():
            tag, _, particular = role.partition(".")
            if tokens.numbering and tag in ITEM_TAGS:
                number = self.add_number(self.definition(role, tokens.numbering))
                self.of_styles[role] = (number, 0)
            elif not (particular and tag in HEADINGS):
                continue
            elif tokens.numbering == "none":
                self.of_styles[role] = (NO_NUMBER, 0)
            elif self.look.own(role).numbering:
                number = self.add_number(self.define([heading_level(0, [role], self.look)]))
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
        return self.add_number(definition, None if kind in UNCOUNTED else level)

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


def heading_level(depth: int, roles: list[RoleName], look: Look) -> Xml:
    tokens = look.roles[roles[depth]]
    sign = heading_sign(depth, [look.roles[role] for role in roles])
    level = Level(depth, tokens.numbering or "decimal", sign, indents(tokens), tokens.word)
    return level_xml(level, tokens, look)


def item_levels(look: Look, role: RoleName, kind: Kind) -> Iterator[Xml]:
    tokens, padding = look.roles[role], look.padding(role)
    # A box stays whole in Word only while all its paragraphs have the same indents.
    step = Decimal(0) if look.box(role) else tokens.hanging or Decimal(0)
    for depth in range(LEVELS):
        moved = (tokens.indent or Decimal(0)) + depth * step
        changes: dict[str, Decimal | None] = {"indent": moved}
        if kind == "none":
            changes |= {"hanging": None, "first_line": None}
        indent = indents(tokens.model_copy(update=changes), padding)
        word = tokens.word if depth == 0 and kind == tokens.numbering else None
        level = Level(depth, kind, item_sign(kind, depth, tokens), indent, word)
        yield level_xml(level, tokens, look)
