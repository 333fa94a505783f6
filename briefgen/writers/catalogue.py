"""The formats that documents can be written in."""

from collections.abc import Callable, Mapping

from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.docx import write_docx
from briefgen.writers.html import write_html
from briefgen.writers.pdf import write_pdf

Writer = Callable[[Page, Style], bytes]

WRITERS: Mapping[str, Writer] = {"docx": write_docx, "pdf": write_pdf, "html": write_html}
