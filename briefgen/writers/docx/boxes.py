"""The box: paragraphs that Word draws as one, because their lines and indents are the same."""

from collections.abc import Sequence
from decimal import Decimal

from briefgen.rendering.page import Element
from briefgen.rendering.tokens import RoleStyle
from briefgen.writers.docx.draft import Block
from briefgen.writers.docx.looks import Look, refused, style_id
from briefgen.writers.docx.paragraphs import keep_with_next, space


def boxed(element: Element, blocks: Sequence[Block], look: Look) -> list[Block]:
    """The blocks of a box, held together on one page and set apart from what is around them."""
    box = look.roles[look.role_of(element)]
    check_members(element, blocks, box, look)
    if not blocks:
        return []
    if box.keep_together:
        for block in blocks[:-1]:
            keep_with_next(block, keep=True)
    keep_with_next(blocks[-1], keep=False)
    space(blocks[-1], after=box.after or Decimal(0))
    first = blocks[0].tokens.model_copy(update={"before": box.before})
    space(blocks[0], before=box.before or Decimal(0))
    return [Block(blocks[0].content, first), *blocks[1:]]


def check_members(element: Element, blocks: Sequence[Block], box: RoleStyle, look: Look) -> None:
    """Only what the style names after a box can stand in it: any other look would cut it in two."""
    members = {
        style_id(tokens.word)
        for role, tokens in look.roles.items()
        if tokens.word and look.box(role) is box
    }
    for block in blocks:
        if block.is_table or style_id(block.tokens.word or "") not in members:
            names = ", ".join(sorted(members))
            raise refused(
                element, f"this box can hold in Word only paragraphs of the styles {names}"
            )
