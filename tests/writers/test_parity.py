"""Whoever compares a file with its page sees each word, its place, its number and its letters."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from docx_reading import page_of, plain_style
from page_texts import bare, said_by
from parity import difference
from pdf_reading import untagged
from test_docx_soundness import EVERYTHING, letters, needs
from workbook_model import workbook_texts

from briefgen.rendering.page import Element, Node, Page, text_of, walk
from briefgen.writers.catalogue import WRITERS

GOES_ON = "</ul>and on</li>"
"""Text below an inner list: a PDF reads it out before that list, which comes after its item."""
PAGE, STYLE = page_of(EVERYTHING.replace(GOES_ON, "</ul></li>")), plain_style()
Change = Callable[[Page], Page]
each_format = pytest.mark.parametrize(
    "form", [pytest.param(form, marks=[needs("qpdf")] * (form == "pdf")) for form in WRITERS]
)


@cache
def sound(form: str) -> bytes:
    return WRITERS[form](PAGE, STYLE)


def in_text(old: str, new: str) -> Change:
    """A change of some words, which must stand in the page once."""

    def changed(node: Node) -> Node:
        if isinstance(node, str):
            return node.replace(old, new)
        return replace(node, children=tuple(map(changed, node.children)))

    def change(page: Page) -> Page:
        assert sum(text_of(each).count(old) for each in page.body) == 1
        return replace(page, body=elements(map(changed, page.body)))

    return change


def elements(nodes: "map[Node]") -> tuple[Element, ...]:
    return tuple(node for node in nodes if isinstance(node, Element))


def swapped(page: Page) -> Page:
    """The kicker and the title change places."""
    first, second, *others = page.body
    return replace(page, body=(second, first, *others))


def parted(element: Element) -> tuple[Element, Element]:
    """A paragraph as two."""
    first, last = text_of(element).split(" ", 1)
    return replace(element, children=(first,)), replace(element, children=(last,))


CHANGES: dict[str, Change] = {
    "a word is dropped": in_text("for the head", "for head"),
    "a word is added": in_text("not yet set", "not yet really set"),
    "a letter is another one": in_text("What is open", "What is opem"),
    "a tone is another one": in_text("10th", "10tḥ"),
    "a Chinese letter is another one": in_text("中越合作", "中越台作"),
    "two texts change places": swapped,
    "a text is dropped": lambda page: replace(page, body=page.body[1:]),
    "a text stands twice": lambda page: replace(page, body=(page.body[0], *page.body)),
    "a text is parted": lambda page: replace(page, body=(*parted(page.body[0]), *page.body[1:])),
}


def test_no_text_of_a_page_is_left_out_of_what_files_are_compared_with() -> None:
    said = said_by(PAGE, STYLE)
    pictures = [each for each in walk(PAGE.body) if each.tag == "img"]
    described = [each.text for each in said if each.element.tag == "img"]
    assert described == [each.attributes["alt"] for each in pictures]
    texts = [each.text for each in said if each.element.tag != "img"]
    assert bare("".join(texts)) == bare("".join(map(text_of, PAGE.body)))
    cells = letters("".join("".join(row) for row in workbook_texts(PAGE)))
    assert [word for text in texts for word in text.split() if letters(word) not in cells] == []


@each_format
def test_a_file_says_what_its_page_says(form: str, tmp_path: Path) -> None:
    assert len(said_by(PAGE, STYLE)) > 30
    assert compared(form, sound(form), tmp_path) is None


@each_format
def test_text_goes_on_below_an_inner_list(form: str, tmp_path: Path) -> None:
    page = page_of(EVERYTHING)
    assert compared(form, WRITERS[form](page, STYLE), tmp_path, page) is None


@each_format
@pytest.mark.parametrize("name", CHANGES)
def test_a_difference_is_noticed(form: str, name: str, tmp_path: Path) -> None:
    """The file is written of a page that is not quite the one that it is compared with."""
    other = CHANGES[name](PAGE)
    assert other != PAGE
    assert compared(form, WRITERS[form](other, STYLE), tmp_path) is not None


def compared(form: str, data: bytes, folder: Path, page: Page = PAGE) -> object:
    path = folder / f"file.{form}"
    path.write_bytes(data)
    return difference(path, page, STYLE)


# In the file itself.


@needs("qpdf")
def test_tags_in_another_order_are_noticed_though_the_pages_look_the_same(tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    plain.write_bytes(sound("pdf"))
    command = ["qpdf", "--qdf", "--object-streams=disable", str(plain), str(tmp_path / "open.pdf")]
    subprocess.run(command, check=True)
    data = (tmp_path / "open.pdf").read_bytes()
    first_kids = re.compile(rb"(/K \[\s+)(\d+ 0 R)(\s+)(\d+ 0 R)(?=[^>]*/S /Document\b)")
    mutant, count = first_kids.subn(rb"\1\4\3\2", data)
    assert count == 1
    assert compared("pdf", mutant, tmp_path) is not None
    assert untagged(tmp_path / "file.pdf") == untagged(plain)


@pytest.mark.parametrize(
    ("form", "member", "old", "new"),
    [
        ("docx", "word/document.xml", ">Below<", ">Bellow<"),
        ("docx", "word/document.xml", 'descr="Two of', 'descr="Three of'),
        ("docx", "word/numbering.xml", '<w:lvlText w:val="%1."/>', '<w:lvlText w:val="%1)"/>'),
        (
            "docx",
            "word/numbering.xml",
            '<w:startOverride w:val="1"/>',
            '<w:startOverride w:val="2"/>',
        ),
        ("xlsx", "xl/sharedStrings.xml", ">not recorded<", ">recorded<"),
        ("xlsx", "xl/sharedStrings.xml", "[1] Báo", "[2] Báo"),
    ],
)
def test_a_change_within_an_archive_is_noticed(
    form: str, member: str, old: str, new: str, tmp_path: Path
) -> None:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound(form))) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            assert name != member or old.encode() in data
            target.writestr(name, data.replace(old.encode(), new.encode()))
    assert compared(form, result.getvalue(), tmp_path) is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<h3>Below</h3>", ""),
        ("<h3>Below</h3>", "<h3>Be</h3><h3>low</h3>"),
        ('alt="Two of', 'alt="Three of'),
        ('<footer class="running">', "<footer>"),
    ],
)
def test_a_change_of_the_html_is_noticed(old: str, new: str, tmp_path: Path) -> None:
    html = sound("html").decode()
    assert old in html
    assert compared("html", html.replace(old, new).encode(), tmp_path) is not None
