"""The blocks of a document one below another, with the space that tables keep around them."""

from collections.abc import Iterable
from decimal import Decimal

from briefgen.writers.docx.draft import Block
from briefgen.writers.docx.markup import Xml, twips, w
from briefgen.writers.docx.paragraphs import space

LEAST_GAP = Decimal(1)


def settled(blocks: Iterable[Block]) -> list[Xml]:
    """The blocks with the space after each table, which Word has no property for.

    The paragraph below a table keeps that space. Word would join two tables that touch, and needs
    a paragraph at the end of the document, so there a thin empty one stands between.
    """
    made: list[Xml] = []
    above: Block | None = None
    for block in blocks:
        if above and above.is_table:
            gap = above.tokens.after or Decimal(0)
            if block.is_table:
                made.append(thin_paragraph(gap))
            elif not block.tokens.new_page:
                space(block, before=max(gap, block.tokens.before or Decimal(0)))
        made.append(block.xml)
        above = block
    if above is None or above.is_table:
        made.append(thin_paragraph(LEAST_GAP))
    return made


def thin_paragraph(height: Decimal) -> Xml:
    """An empty paragraph that is only a space of some height."""
    line = twips(max(height, LEAST_GAP))
    spacing = w("spacing", before=0, after=0, line=line, lineRule="exact")
    size = w("rPr", w("sz", val=2), w("szCs", val=2))
    return w("p", w("pPr", spacing, size))
