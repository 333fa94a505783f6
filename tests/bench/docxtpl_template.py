"""Makes the Word template that docxtpl fills: `docxtpl_template.py OUT.docx`."""

import sys

from docx.document import Document
from rival_facts import AGENDA, FIGURES, Table
from word_look import plain_document, with_widths


def main(target: str) -> None:
    document = plain_document("{{ title }}")
    document.add_paragraph("{%p for text in paragraphs %}")
    document.add_paragraph("{{ text }}")
    document.add_paragraph("{%p endfor %}")
    add_table(document, "agenda", AGENDA)
    add_table(document, "figures", FIGURES)
    document.save(target)


def add_table(document: Document, name: str, told: Table) -> None:
    document.add_heading(name.title(), 1)
    document.add_paragraph(told.caption, "Caption")
    table = with_widths(document.add_table(4, len(told.heads), "Table Grid"), told)
    cells = [f"{{{{ row[{place}] }}}}" for place in range(len(told.heads))]
    texts = (told.heads, [f"{{%tr for row in {name} %}}"], cells, ["{%tr endfor %}"])
    for row, own in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, own, strict=False):
            cell.text = text


if __name__ == "__main__":
    main(*sys.argv[1:])
