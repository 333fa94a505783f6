"""Word, PDF, HTML and the page itself hold the same text in the same order."""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
from docx_reading import text_blocks

from briefgen.rendering.page import Element, Page, text_of
from briefgen.rendering.style import Style
from briefgen.writers.catalogue import WRITERS

ROOT = Path(__file__).parents[2]
BLOCKS = {"h1", "h2", "h3", "h4", "p", "caption", "dt", "dd", "figcaption"}
HOLDERS = {"li", "td", "th"}
MARKER = re.compile(r"•|\d+\.")
"""What a list makes before its items."""
Rendered = tuple[Page, Style]


def test_word_holds_the_blocks_of_the_page_in_their_order(rendered: Rendered) -> None:
    page, style = rendered
    expected = blocks_of(page)

    assert len(expected) > 100
    assert [bare(block) for block in text_blocks(WRITERS["docx"](page, style))] == expected


def test_the_pdf_holds_the_text_of_the_page_in_its_order(rendered: Rendered) -> None:
    page, style = rendered
    expected = "".join(blocks_of(page)).casefold()

    found = "".join(bare(text) for text in pdf_texts(WRITERS["pdf"](page, style))).casefold()

    assert found[:2000] == expected[:2000]  # a short difference is easier to read
    assert found == expected


def test_the_html_holds_the_text_of_the_page_in_its_order(rendered: Rendered) -> None:
    page, style = rendered
    html = WRITERS["html"](page, style).decode()
    body = re.sub(r"<(header|footer) class=.*?</\1>", "", html.partition("<body>")[2])
    text = re.sub("<[^>]*>", "", body)

    found = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    assert bare(found) == "".join(blocks_of(page))


def test_a_lost_word_is_noticed(rendered: Rendered) -> None:
    page, style = rendered
    shorter = replace(page, body=page.body[1:])

    assert page.body[0].roles == ("kicker",)
    found = [bare(block) for block in text_blocks(WRITERS["docx"](shorter, style))]
    assert found != blocks_of(page)


def bare(text: str) -> str:
    """A text without white space, which each format breaks in its own way."""
    return "".join(unicodedata.normalize("NFC", text).split())


def blocks_of(page: Page) -> list[str]:
    """The texts of a page's blocks in reading order, empty ones left out."""
    found = (bare(text) for element in page.body for text in texts(element))
    return [text for text in found if text]


def texts(element: Element) -> Iterator[str]:
    inner = [child for child in element.children if isinstance(child, Element)]
    holds_blocks = any(child.tag in {"p", "ul", "ol"} for child in inner)
    if element.tag in BLOCKS or (element.tag in HOLDERS and not holds_blocks):
        yield text_of(element)
        return
    for child in inner:
        yield from texts(child)


def pdf_texts(data: bytes) -> Iterator[str]:
    """The texts of a PDF in the order of its structure tree, without what numbers."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        marked: dict[tuple[int, int], str] = {}
        for page in pdf.pages:
            for character in page.chars:
                mark = (page.page_number, character["mcid"])
                marked[mark] = marked.get(mark, "") + character["text"]
        for node in pdf.structure_tree:
            yield from node_texts(node, marked)


def node_texts(node: dict[str, Any], marked: dict[tuple[int, int], str]) -> Iterator[str]:
    children = node.get("children", [])
    if node["type"] == "H2":  # its number is made by the style, in Word as well
        children = [child for child in children if child["type"] != "NonStruct"]
    own = "".join(marked.get((node["page_number"], mark), "") for mark in node.get("mcids", []))
    below = [text for child in children for text in node_texts(child, marked)]
    if node["type"] == "Lbl" and MARKER.fullmatch(bare(own + "".join(below))):
        return
    yield own
    yield from below
