"""PDFs in less work: the tree is what would be read of the HTML, and nothing is asked again."""

import gc
import os

import pydyf
import pytest
from layouts import layout_style, page_of
from weasyprint import HTML

from briefgen.problems import TemplateError
from briefgen.rendering.style import Style
from briefgen.writers import pdf_tree
from briefgen.writers.html import html_text
from briefgen.writers.machine import load_libraries, without_compilers
from briefgen.writers.pdf import write_pdf

ROWS = "<tr><th scope='row'>a</th><td><p>b</p></td><td></td></tr>" * 3
COLUMNS = "<colgroup><col data-width='1'><col data-width='2'><col data-width='3'></colgroup>"
EVERYTHING = f"""
<h1>One &amp; two</h1><p>Text <strong>strong</strong> told<sup>1</sup>, <em>more</em><br>below</p>
<section><h2 id="here">Part</h2><p><a href="#here">there</a>, <a href="https://example.org">out</a>
<span lang="vi">ở đây</span></p><h3>Three</h3>
<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ul>
<ol><li>first</li><li>second</li></ol></section><aside><h4>Four</h4><p></p></aside>
<dl><div><dt>Host</dt><dd>Party</dd><dd>Other</dd></div><div><dt>Day</dt><dd>1</dd></div></dl>
<table><caption>Table</caption>{COLUMNS}<thead><tr><th scope="col">x</th><th scope="col">y</th>
<th scope="col">z</th></tr></thead><tbody>{ROWS}</tbody></table>
"""


class Read(HTML):  # type: ignore[misc]  # WeasyPrint tells no types
    """The HTML as WeasyPrint reads it, with its own rules for all elements of HTML."""

    def __init__(self, page: object, style: Style, url_fetcher: object) -> None:
        super().__init__(string=html_text(page, style), url_fetcher=url_fetcher)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def style() -> Style:
    return layout_style()


def test_the_tree_is_set_as_the_html_would_be(
    style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(EVERYTHING, style, "en")
    ready = write_pdf(page, style)
    monkeypatch.setattr(pdf_tree, "Tree", Read)
    assert write_pdf(page, style) == ready


def asked(paragraphs: int, style: Style, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the list of all pages was made."""
    calls = []
    listed = pydyf.PDF.page_references.fget

    def count(pdf: pydyf.PDF) -> object:
        calls.append(pdf)
        return listed(pdf)

    monkeypatch.setattr(pydyf.PDF, "page_references", property(count))
    write_pdf(page_of("<p>Text</p>" * paragraphs, style, "en"), style)
    monkeypatch.undo()
    return len(calls)


def test_all_pages_are_listed_as_often_for_many_elements_as_for_few(
    style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked(200, style, monkeypatch) == asked(2, style, monkeypatch) > 0


def test_the_collector_of_garbage_is_off_only_meanwhile(style: Style) -> None:
    assert gc.isenabled()
    write_pdf(page_of("<p>Text</p>", style, "en"), style)
    assert gc.isenabled()
    with pytest.raises(TemplateError):
        write_pdf(page_of("<p>\U0001f9ff</p>", style, "en"), style)
    assert gc.isenabled()


def test_compilers_are_out_of_sight_only_meanwhile() -> None:
    path = os.environ["PATH"]
    with without_compilers():
        assert os.environ["PATH"] != path
    load_libraries()
    assert os.environ["PATH"] == path
