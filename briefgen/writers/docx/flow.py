"""The blocks of a document one below another, with the space that tables keep around them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefgen.rendering.tokens import PLAIN
from briefgen.writers.docx.draft import Block
from briefgen.writers.docx.markup import Twips, Xml, twips
from briefgen.writers.docx.paragraphs import space
from briefgen.writers.docx.pieces import Piece, piece, piece_of
from briefgen.writers.docx.unfinished import Paragraph

LEAST_GAP = Decimal(1)
LEAST_LETTERS = piece("rPr", piece("sz", val=2), piece("szCs", val=2))


def settled(blocks: Iterable[Block], sections: Iterator[Xml] | None = None) -> list[Piece]:
    """The blocks with the space after each table, which Word has no property for.

    The paragraph below a table keeps that space. Word would join two tables that touch, and needs
    a paragraph at the end of the document, so there a thin empty one stands between. Where pages
    are counted anew, the last paragraph before it bears the properties of the section that ends.
    """
    made: list[Block] = []
    above: Block | None = None
    for block in blocks:
        if above:
            made.extend(between(above, block))
        if above and block.restarts and sections:
            made[-1].paragraph.properties["sectPr"] = piece_of(next(sections))
        made.append(block)
        above = block
    if above is None or above.is_table:
        made.append(thin_paragraph(LEAST_GAP))
    return [block.piece for block in made]


def between(above: Block, below: Block) -> Iterator[Block]:
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


def thin_paragraph(height: Decimal) -> Block:
    """An empty paragraph that is only a space of some height."""
    line = twips(max(height, LEAST_GAP))
    spacing: dict[str, str | Twips] = {"before": 0, "after": 0, "line": line, "lineRule": "exact"}
    return Block(Paragraph({"rPr": LEAST_LETTERS}, spacing=spacing), PLAIN)
