"""The levels of number definitions: what stands before a heading or item, and what follows it."""

from dataclasses import dataclass
from typing import Literal
from unicodedata import east_asian_width

from briefgen.rendering.tokens import RoleStyle
from briefgen.writers.docx.formatting import no_indents
from briefgen.writers.docx.looks import Look, style_id
from briefgen.writers.docx.markup import Xml, w

Kind = Literal["decimal", "bullet", "upper-roman", "lower-letter", "chinese", "none"]
"""What stands before an item; nothing, where its text goes on below an inner list."""
BULLETS = ("•", "–")
FORMATS: dict[Kind, str] = {
    "upper-roman": "upperRoman",
    "lower-letter": "lowerLetter",
    "chinese": "chineseCountingThousand",
}
"""What Word calls a kind of numbers, where it has another name for it."""
WIDE = "FW"


@dataclass(frozen=True)
class Level:
    """One level: its depth, its numbers, what is written before a text, where the text begins."""

    depth: int
    kind: Kind
    sign: str
    indent: Xml | None
    word: str | None
    """The Word style whose paragraphs bear its numbers."""


def heading_sign(depth: int, levels: list[RoleStyle]) -> str:
    """What stands before a heading: its number in its form, or after those above it: 1.1."""
    form = levels[depth].number_form
    if form or levels[depth].numbering != "decimal":
        return formed(form or "%", depth)
    bare = [n for n, each in enumerate(levels[: depth + 1]) if is_bare(each)]
    return ".".join(formed("%", number) for number in bare)


def is_bare(tokens: RoleStyle) -> bool:
    return tokens.numbering == "decimal" and not tokens.number_form


def item_sign(kind: Kind, depth: int, tokens: RoleStyle) -> str:
    """What stands before an item at some depth: a bullet, its number or nothing."""
    match kind:
        case "bullet":
            return tokens.bullet or BULLETS[min(depth, len(BULLETS) - 1)]
        case "none":
            return ""
        case _:
            return formed(tokens.number_form or "%.", depth)


def formed(form: str, depth: int) -> str:
    """A form with Word's sign for the number of a level."""
    return form.replace("%", f"%{depth + 1}")


def level_xml(level: Level, tokens: RoleStyle, look: Look) -> Xml:
    """A level as Word has it; numbers have a colour of their own if their role gives them one."""
    linked = [w("pStyle", val=style_id(level.word))] if level.word else []
    indent = level.indent
    if indent is None and has_form(level, tokens):
        indent = no_indents()
    made = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=FORMATS.get(level.kind, level.kind)),
        *linked,
        w("suff", val=followed_by(level, tokens)),
        w("lvlText", val=level.sign),
        w("lvlJc", val="left"),
        w("pPr", *([] if indent is None else [indent])),
        ilvl=level.depth,
    )
    letters = (
        [] if level.sign.isascii() or level.kind == "bullet" else [w("rFonts", hint="eastAsia")]
    )
    if tokens.number_colour:
        letters.append(w("color", val=look.style.colours[tokens.number_colour]))
    if letters:
        made.append(w("rPr", *letters))
    return made


def has_form(level: Level, tokens: RoleStyle) -> bool:
    """Whether the style says how the number or the bullet itself is written."""
    return bool(tokens.bullet if level.kind == "bullet" else tokens.number_form)


def followed_by(level: Level, tokens: RoleStyle) -> str:
    """What parts a number from its text: a wide mark needs no space after it."""
    if not level.sign:
        return "nothing"
    if tokens.hanging or not has_form(level, tokens):
        return "tab"
    is_parted = level.sign.endswith(" ") or east_asian_width(level.sign[-1]) in WIDE
    return "nothing" if is_parted else "space"
