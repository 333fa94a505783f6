"""The page as PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) at once, set by WeasyPrint."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.collecting import uncollected
from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.machine import families_of, require_fonts, require_typesetter


def write_pdf(page: Page, style: Style) -> bytes:
    """The page as a tagged PDF; raises TemplateError on whatever WeasyPrint warns of.

    A missing glyph, an unknown CSS property, an image without text: each is only logged by
    WeasyPrint, and each would leave a fault in the file.
    """
    with uncollected():
        require_typesetter()
        return set_pdf(page, style)


def load() -> None:
    """Loads ahead of time what setting a PDF takes, where the libraries are there."""
    for name in ("file", "finishing", "fonts", "justification", "requests", "tagging", "tree"):
        import_module(f"briefgen.writers.pdf_{name}")


def set_pdf(page: Page, style: Style) -> bytes:
    # Imported only when a PDF is wanted: it takes a quarter of a second.
    from briefgen.writers.pdf_file import file_of
    from briefgen.writers.pdf_finishing import finish_pdf
    from briefgen.writers.pdf_fonts import cut_down_fonts
    from briefgen.writers.pdf_justification import fill_lines
    from briefgen.writers.pdf_requests import Requests
    from briefgen.writers.pdf_tagging import drawn
    from briefgen.writers.pdf_tree import Tree

    requests = Requests()
    with heard() as records:
        document = Tree(page, style, requests).render()
        if any(role.align == "justified" for role in style.roles.values()):
            fill_lines(document)
        pdf = drawn(document)
        check_fonts(document.fonts.values(), page, style)
        cut_down_fonts(document, pdf, records)
        finish_pdf(document, pdf, page.language)
    requests.require_none_outside(page.title)
    require_silence(records, page, style)
    return file_of(pdf)


def require_silence(records: Sequence[logging.LogRecord], page: Page, style: Style) -> None:
    """Raises an error when WeasyPrint had anything to say."""
    if records:
        require_fonts(style)
        messages = dict.fromkeys(record.getMessage() for record in records)
        raise TemplateError(Problem(Place(page.title), "pdf", message) for message in messages)


def check_fonts(fonts: Iterable[Any], page: Page, style: Style) -> None:
    """Raises an error when the machine lent a font: another machine would lend another one."""
    lent = {
        character: font.family
        for font in fonts
        if font.family not in families_of(style)
        for text in font.to_unicode.values()
        for character in text
    }
    if not lent:
        return
    require_fonts(style)
    raise TemplateError(
        Problem(
            Place(page.title),
            "no-glyph",
            f"no font of the house style '{style.name}' has the character '{character}'"
            f" (U+{ord(character):04X}); name one that has it there, such as '{family}'",
        )
        for character, family in lent.items()
    )


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
