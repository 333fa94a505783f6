"""Rules below texts that are only as long as the text, or a share of it.

Word draws a paragraph's line over its whole width. So such a rule is a thin paragraph of its own,
whose indents leave as much of its upper line as is wanted.
"""

from decimal import Decimal

from briefgen.rendering.page import Element
from briefgen.rendering.tokens import PLAIN, Line, RoleStyle
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.flow import LEAST_LETTERS
from briefgen.writers.docx.formatting import border
from briefgen.writers.docx.lengths import longest_line
from briefgen.writers.docx.markup import Twips, twips, w
from briefgen.writers.docx.paragraphs import KEPT, keep_with_next, paragraph, space
from briefgen.writers.docx.pieces import piece, piece_of
from briefgen.writers.docx.unfinished import Paragraph

THIN = Decimal(1)
"""The height of the paragraph that is no more than its line."""


def ruled(element: Element, setting: Setting) -> list[Block]:
    """An element's paragraph, with the rule below it if its role has a short one."""
    text = paragraph(element, setting)
    line = text.tokens.below
    if line is None or line.share is None:
        return [text]
    sides = ends(longest_line(element, setting), line.share, text.tokens, setting)
    keep_with_next(text, keep=True)
    space(text, after=Decimal(0))
    return [text, rule(line, sides, text.tokens, setting)]


def ends(
    length: Decimal, share: Decimal, tokens: RoleStyle, setting: Setting
) -> tuple[Twips, Twips]:
    """How far a rule's ends are from the sides: its middle is that of the text's longest line."""
    outer, inner = twips(tokens.indent or tokens.hanging), twips(tokens.indent_right)
    width = setting.draft.text_width
    room = max(0, width - outer - inner)
    text = min(twips(length), room)
    starts = {"centre": outer + (room - text) // 2, "right": outer + room - text}
    long = int(text * share)
    left = starts.get(tokens.align or "left", outer) + (text - long) // 2
    return left, width - left - long


def rule(line: Line, sides: tuple[Twips, Twips], tokens: RoleStyle, setting: Setting) -> Block:
    """The rule below a text; it keeps the distance that its text has from what is below."""
    left, right = sides
    spacing: dict[str, str | Twips] = {
        "before": twips(line.distance),
        "after": twips(tokens.after),
        "line": twips(THIN),
        "lineRule": "exact",
    }
    upper = border("top", line.model_copy(update={"distance": Decimal(0)}), setting.look.style)
    properties = {
        **({"keepNext": KEPT} if tokens.keep_with_next else {}),
        "pBdr": piece_of(w("pBdr", upper)),
        "ind": piece("ind", left=left, right=right, firstLine=0),
        "jc": piece("jc", val="left"),
        "rPr": LEAST_LETTERS,
    }
    kept = {"after": tokens.after, "keep_with_next": tokens.keep_with_next}
    of_rule = PLAIN.model_copy(update={"before": line.distance, **kept})
    return Block(Paragraph(properties, spacing=spacing), of_rule)
