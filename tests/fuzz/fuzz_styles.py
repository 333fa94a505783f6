"""House styles; those that are read must do for pages."""

import datetime
from collections.abc import Iterator
from functools import cache

from fuzz_target import ROOT, Target, refused
from fuzz_tokens import mutated_text

from briefgen.problems import TemplateError
from briefgen.rendering.fonts import load_fonts
from briefgen.rendering.page import Page, PageNumber
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.style import read_style
from briefgen.rendering.tokens import Font
from briefgen.writers.docx import write_docx
from briefgen.writers.html import write_html

FOLDER = ROOT / "templates"
BODY = (
    "<h1>A</h1><section><h2>B</h2><p>C <a href='https://example.org/'>d</a></p><ul><li>E</li></ul>"
    "<table><caption>F</caption><colgroup><col data-width='1'></colgroup><tbody>"
    "<tr><td>G</td></tr></tbody></table></section>"
)
"""What stands on every page, whatever roles a style has."""


@cache
def fonts() -> dict[str, Font]:
    return dict(load_fonts((FOLDER,)))


def accepts_style(data: bytes) -> bool:
    try:
        style = read_style(data, "templates/styles/any.yaml", fonts())
        page = a_page()
        write_html(page, style)
        write_docx(page, style)
    except TemplateError as error:
        return refused(error)
    return True


def a_page() -> Page:
    return Page(
        title="A title",
        subject="A subject",
        language="en",
        author="Nobody",
        as_of=datetime.date(2026, 11, 22),
        edition="shared",
        header="Above",
        footer="Below",
        page_number=PageNumber("", "/"),
        body=parse_page(BODY, "any.html.j2", ()),
    )


def styles() -> Iterator[bytes]:
    for path in sorted((FOLDER / "styles").glob("*.yaml")):
        yield path.read_bytes()


STYLES = Target(accepts_style, styles, mutated_text)
