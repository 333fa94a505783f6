"""What is done to a PDF between WeasyPrint's last step and the file, in order."""

from typing import Any

import pydyf

from briefgen.writers.pdf_boxes import made_of, structure_of
from briefgen.writers.pdf_continuations import join_continuations
from briefgen.writers.pdf_filing import finish_filing
from briefgen.writers.pdf_labels import finish_boxes
from briefgen.writers.pdf_languages import tell_languages
from briefgen.writers.pdf_structure import finish_structure
from briefgen.writers.pdf_tables import name_headers


def finish_pdf(document: Any, pdf: pydyf.PDF, language: str) -> None:
    """Makes the tags of a PDF what a screen reader wants, and the file what archives keep."""
    every = made_of(document, pdf)
    made = join_continuations(every, pdf)
    tell_languages(made, language)
    finish_boxes(made)
    elements = structure_of(every)
    finish_structure(pdf, elements)
    name_headers(elements)
    finish_filing(pdf)
