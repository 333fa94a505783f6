"""How the Word documents of rivals look: the type and the widths of columns that briefgen has."""

import docx
from docx.document import Document
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from rival_facts import Table

MARGIN = Mm(25)
WIDTH = Mm(160)
"""Of what stands between the margins of A4."""


def plain_document(title: str) -> Document:
    """A document on A4 with its title and the first heading."""
    document = docx.Document()
    section, normal = document.sections[0], document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    normal.font.name, normal.font.size = "Noto Sans", Pt(10)
    spacing = normal.paragraph_format
    spacing.space_before = spacing.space_after = Pt(3)
    document.add_heading(title, 0)
    document.add_heading("Background", 1)
    return document


def with_widths(table: WordTable, told: Table) -> WordTable:
    """A table with the widths of its columns; rows added later have them too."""
    table.autofit = False
    for column, width in zip(table.columns, told.widths, strict=True):
        column.width = WIDTH * width // 100
        for cell in column.cells:
            cell.width = WIDTH * width // 100
    return table
