"""The page as PDF/UA-1 (ISO 14289-1), set by WeasyPrint."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.problems import MachineError, Place, Problem, TemplateError
from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.html import html_text

VARIANT = "pdf/ua-1"
LIBRARIES = "WeasyPrint needs Pango, which is missing here; run 'briefgen doctor' to see how to get it"


def write_pdf(page: Page, style: Style) -> bytes:
    """The page as a tagged PDF; raises TemplateError on whatever WeasyPrint warns of.

    A missing glyph, an unknown CSS property, an image without text: each is only logged by
    WeasyPrint, and each would leave a fault in the file.
    """
    html = html_text(page, style)
    # Imported only when a PDF is wanted: it takes a third of a second.
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError as error:
        raise MachineError([Problem(Place("WeasyPrint"), "no-pango", LIBRARIES)]) from error
    fetcher = URLFetcher(allowed_protocols=("data",))
    with heard() as records, no_garbage_collection():
        document = HTML(string=html, url_fetcher=fetcher)
        data = document.write_pdf(pdf_variant=VARIANT)
    if records:
        place = Place(page.title)
        messages = dict.fromkeys(record.getMessage() for record in records)
        raise TemplateError(Problem(place, "pdf", message) for message in messages)
    return bytes(data or b"")


@contextmanager
def heard() -> Iterator[list[logging.LogRecord]]:
    """Everything that WeasyPrint warns of meanwhile."""
    records: list[logging.LogRecord] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    logger, listener = logging.getLogger("weasyprint"), Listener(logging.WARNING)
    logger.addHandler(listener)
    try:
        yield records
    finally:
        logger.removeHandler(listener)


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """The cyclic collector costs a quarter of a rendering and finds nothing until its end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
