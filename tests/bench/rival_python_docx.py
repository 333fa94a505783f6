"""The document of many rows with python-docx alone: `rival_python_docx.py WORKSPACE OUT.docx`.

Cell by cell, as its documentation shows: https://python-docx.readthedocs.io/en/latest/
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from docx.document import Document
from docx.table import _Row
from rival_facts import AGENDA, FIGURES, TITLE, Table, read_facts
from word_look import plain_document, with_widths


def main(workspace: str, target: str) -> None:
    facts = read_facts(Path(workspace))
    document = plain_document(TITLE)
    for text in facts.paragraphs:
        document.add_paragraph(text)
    document.add_heading("Agenda", 1)
    add_table(document, AGENDA, facts.agenda)
    document.add_heading("Figures", 1)
    add_table(document, FIGURES, facts.figures)
    document.save(target)


def add_table(document: Document, told: Table, rows: Sequence[Sequence[str]]) -> None:
    document.add_paragraph(told.caption, "Caption")
    table = with_widths(document.add_table(1, len(told.heads), "Table Grid"), told)
    fill(table.rows[0], told.heads)
    for row in rows:
        fill(table.add_row(), row)  # type: ignore[no-untyped-call]


def fill(row: _Row, texts: Sequence[str]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text


if __name__ == "__main__":
    main(*sys.argv[1:])
