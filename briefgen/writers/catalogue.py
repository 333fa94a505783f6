"""The formats that documents can be written in; each loads its libraries when it is wanted."""

from collections.abc import Callable, Mapping

from briefgen.rendering.page import Page
from briefgen.rendering.style import Style

Writer = Callable[[Page, Style], bytes]


def docx(page: Page, style: Style) -> bytes:
    """The page for Word."""
    from briefgen.writers.docx import write_docx

    return write_docx(page, style)


def pdf(page: Page, style: Style) -> bytes:
    """The page for paper and screen readers."""
    from briefgen.writers.pdf import write_pdf

    return write_pdf(page, style)


def html(page: Page, style: Style) -> bytes:
    """The page for a browser."""
    from briefgen.writers.html import write_html

    return write_html(page, style)


def xlsx(page: Page, style: Style) -> bytes:
    """The page's tables for a spreadsheet program."""
    from briefgen.writers.xlsx import write_xlsx

    return write_xlsx(page, style)


WRITERS: Mapping[str, Writer] = {"docx": docx, "pdf": pdf, "html": html, "xlsx": xlsx}
