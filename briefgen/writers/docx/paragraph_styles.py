"""What the Word style of a paragraph role says."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.rendering.tokens import RoleStyle
from briefgen.writers.docx.formatting import (
    ALIGNMENTS,
    indents,
    line_spacing,
    no_indents,
    paragraph_borders,
    shading,
    word_properties,
)
from briefgen.writers.docx.looks import TEXT, Look, RoleName, merged
from briefgen.writers.docx.markup import Twips, Xml, switch, w
from briefgen.writers.docx.numbering import Numbering, number_properties

NONE = Decimal(0)
CELL_TOKENS = ("fill", "above", "below", "padding")
INDENT_TOKENS = ("indent", "indent_right", "hanging", "first_line", "padding")
BORDER_TOKENS = ("fill", "above", "below", "padding")


def paragraph_words(role: RoleName, look: Look) -> Iterator[Xml]:
    """The look of a paragraph's words; its background is the paragraph's own."""
    own = look.own(role).model_copy(update={"fill": None})
    return word_properties(own, look.style)


def paragraph_properties(
    role: RoleName, look: Look, numbering: Numbering, text_width: Twips
) -> Iterator[Xml]:
    """The properties of a paragraph style, in the order of the schema."""
    own, tokens = paragraph_tokens(look.own(role), role), paragraph_tokens(look.roles[role], role)
    if own.keep_with_next is not None:
        yield switch("keepNext", on=own.keep_with_next)
    if own.keep_together is not None:
        yield switch("keepLines", on=own.keep_together)
    if own.new_page is not None:
        yield switch("pageBreakBefore", on=own.new_page)
    if role in numbering.of_styles:
        yield number_properties(*numbering.of_styles[role])
    if sets_any(own, BORDER_TOKENS):
        yield from surroundings(role, tokens, look)
    if role == "footer":
        yield w("tabs", w("tab", val="right", pos=text_width))
    yield from placement(role, own, tokens, look, numbering)


def paragraph_tokens(tokens: RoleStyle, role: RoleName) -> RoleStyle:
    """The tokens that a paragraph bears itself: lines and background of a cell are the cell's."""
    if role.partition(".")[0] in ("th", "td"):
        return tokens.model_copy(update=dict.fromkeys(CELL_TOKENS))
    return tokens


def sets_any(tokens: RoleStyle, names: tuple[str, ...]) -> bool:
    return any(value is not None for name, value in tokens if name in names)


def surroundings(role: RoleName, tokens: RoleStyle, look: Look) -> Iterator[Xml]:
    borders = paragraph_borders(tokens, look.padding(role), look.style)
    base = look.base(role)
    of_base = paragraph_borders(look.roles[base], NONE, look.style) if base else None
    if borders is None and of_base is not None:
        borders = w("pBdr", *(w(side, val="nil") for side in ("top", "bottom", "between")))
    if borders is not None:
        yield borders
    if tokens.fill:
        yield shading(look.style.colours[tokens.fill])


def placement(
    role: RoleName, own: RoleStyle, tokens: RoleStyle, look: Look, numbering: Numbering
) -> Iterator[Xml]:
    spacing = line_spacing(own, merged(look.roles[TEXT], tokens))
    if spacing is not None:
        yield spacing
    # A numbered paragraph takes its indents from its level, which its list may change.
    boxed = look.box(role) is not None
    if boxed or (sets_any(own, INDENT_TOKENS) and not numbering.is_numbered(role)):
        indent = indents(tokens, look.padding(role))
        if indent is not None:
            yield indent
        elif sets_any(own, ("indent", "hanging", "indent_right", "first_line")):
            yield no_indents()
    if own.align:
        yield w("jc", val=ALIGNMENTS[own.align])
    outline = re.fullmatch(r"heading ([1-9])", tokens.word or "")
    if outline:
        yield w("outlineLvl", val=int(outline[1]) - 1)
