"""The blocks of a document one below another, with the space that tables keep around them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefgen.writers.docx.draft import Block
from briefgen.writers.docx.markup import Xml, give_property, twips, w
from briefgen.writers.docx.paragraphs import space

LEAST_GAP = Decimal(1)


def settled(blocks: Iterable[Block], sections: Iterator[Xml] | None = None) -> list[Xml]:
    """The blocks with the space after each table, which Word has no property for.

    The paragraph below a table keeps that space. Word would join two tables that touch, and needs
    a paragraph at the end of the document, so there a thin empty one stands between. Where pages
    are counted anew, the last paragraph before it bears the properties of the section that ends.
    """
    made: list[Xml] = []
    above: Block | None = None
    for block in blocks:
        if above:
            made.extend(between(above, block))
        if above and block.restarts and sections:
            give_property(made[-1], "sectPr", next(sections))
        made.append(block.xml)
        above = block
    if above is None or above.is_table:
        made.append(thin_paragraph(LEAST_GAP))
    return made


def between(above: Block, below: Block) -> Iterator[Xml]:
    """The thin paragraph that parts two blocks, if they need one; else the space between them."""
    if not above.is_table:
        return
    gap = above.tokens.after or Decimal(0)
    if below.is_table or below.restarts or above.floats:
        yield thin_paragraph(gap)
        if above.floats and below.restarts:  # LibreOffice lets no table float before a section ends
            yield thin_paragraph(LEAST_GAP)
    elif not below.tokens.new_page:
        space(below, before=max(gap, below.tokens.before or Decimal(0)))


def thin_paragraph(height: Decimal) -> Xml:
    """An empty paragraph that is only a space of some height."""
    line = twips(max(height, LEAST_GAP))
    spacing = w("spacing", before=0, after=0, line=line, lineRule="exact")
    size = w("rPr", w("sz", val=2), w("szCs", val=2))
    return w("p", w("pPr", spacing, size))
