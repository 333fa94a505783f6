"""A card as one row of a sheet: what both of its faces say, said once."""

from briefgen.rendering.page import Element, WorkbookWords
from briefgen.writers.grid import parts
from briefgen.writers.xlsx.about import block_lines
from briefgen.writers.xlsx.cells import Cell, Row


def card_row(card: Element, words: WorkbookWords) -> Row:
    """The lines of a card's faces in one cell; a face that says the same again adds nothing."""
    faces = ("\n".join(cell.text for cell in block_lines(face, words)) for face in parts(card))
    return (Cell("\n".join(dict.fromkeys(faces)), ("td",), (), card.place),)
