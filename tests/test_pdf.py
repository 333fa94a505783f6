"""The PDF of the real brief: sound, accessible, well set, and the same wherever it is made."""

import datetime
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pdfplumber
import pytest
from pdf_faults import failures, pdf_faults
from pdfplumber.page import Page as Sheet
from pdfplumber.pdf import PDF

from briefgen.problems import TemplateError
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Element, Page, PageNumber
from briefgen.rendering.style import Style
from briefgen.writers import pdf_finishing
from briefgen.writers.machine import families_of
from briefgen.writers.pdf import write_pdf

ROOT = Path(__file__).parent.parent
NAME = "internal/jwc-guangxi-15-brief.en"
HEADINGS = ("h1", "h2", "h3", "h4")
Tree = dict[str, Any]
Places = dict[tuple[int, int], list[dict[str, Any]]]
"""The letters by page and by the number that the tag tree gives them."""

TONES = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
VIETNAMESE = TONES + TONES.upper()
# The 3,755 most used characters of GB 2312.
CHINESE = "".join(
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if not (row == 0xD7 and cell > 0xF9)
)


class Reading(HTMLParser):
    """What stands in the HTML beside the PDF: its texts by element, and how many of each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str, str]] = []
        self.open: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts.append((tag, dict(attrs).get("lang") or "", ""))
        if tag not in ("br", "img", "col", "meta"):
            self.open.append(len(self.texts) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.texts[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for index in self.open:
            tag, language, text = self.texts[index]
            self.texts[index] = (tag, language, text + data)

    def of(self, *tags: str) -> list[tuple[str, str]]:
        return [(tag, " ".join(text.split())) for tag, _, text in self.texts if tag in tags]

    def in_language(self, language: str) -> list[str]:
        return [text for _, each, text in self.texts if each == language]


def write_brief(folder: Path, *options: str, **settings: str) -> Path:
    command = [sys.executable, "-m", "briefgen", "brief", "jwc-guangxi/next", *options]
    subprocess.run(
        [*command, "--as-of", "2026-11-22", "--out", str(folder)],
        cwd=ROOT,
        env={**os.environ, **settings},
        check=True,
    )
    return folder / f"{NAME}.pdf"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_brief(tmp_path_factory.mktemp("pdf"), "--format", "pdf,html")


@pytest.fixture(scope="module")
def html(path: Path) -> Reading:
    return Reading(path.with_suffix(".html").read_text("utf-8"))


@pytest.fixture(scope="module")
def pdf(path: Path) -> Iterator[PDF]:
    with pdfplumber.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def tree(pdf: PDF) -> list[Tree]:
    """Every element of the tag tree, parents first."""
    return list(all_below(pdf.structure_tree))


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style("plain", (ROOT / "templates",))


def all_below(nodes: list[Tree]) -> Iterator[Tree]:
    for node in nodes:
        yield node
        yield from all_below(node.get("children", []))


def marks(node: Tree) -> set[tuple[int, int]]:
    """The pages and numbers of all text that stands in an element of the tag tree."""
    return {
        (each["page_number"], number)
        for each in all_below([node])
        for number in each.get("mcids", [])
    }


def letters(sheet: Sheet) -> list[dict[str, Any]]:
    return [each for each in sheet.chars if each["text"].strip()]


def body_of(sheet: Sheet) -> list[dict[str, Any]]:
    return [each for each in letters(sheet) if each["tag"] != "Artifact"]


def bare(text: str) -> str:
    return "".join(text.split())


def page_of(*body: Element) -> Page:
    return Page(
        title="Title",
        subject="Subject",
        language="en",
        author="Secretariat",
        as_of=datetime.date(2026, 11, 22),
        edition="internal",
        header="Internal",
        footer="Foot",
        page_number=PageNumber("Page ", " of "),
        body=body,
    )


def paragraph(text: str) -> Element:
    return Element("p", (text,))


def text_of(data: bytes, folder: Path) -> str:
    (folder / "text.pdf").write_bytes(data)
    with pdfplumber.open(folder / "text.pdf") as opened:
        return "\n".join(bare(sheet.extract_text()) for sheet in opened.pages)


# Sound and accessible


def test_it_is_a_sound_file_for_readers_and_archives(path: Path) -> None:
    assert pdf_faults(path.read_bytes()) == []


def test_lists_of_facts_would_fail_without_our_own_tagging(
    style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact = Element("div", (Element("dt", ("Host",)), Element("dd", ("Guangxi",))))
    facts = page_of(Element("dl", (fact, fact), ("facts",)))
    assert failures(write_pdf(facts, style)) == []
    monkeypatch.setattr(pdf_finishing, "finish_structure", lambda *_: None)
    assert "PDFUA1-L-KIDS-001" in failures(write_pdf(facts, style))


def test_it_says_what_it_is(pdf: PDF) -> None:
    day = "D:20261122"
    assert {
        name: pdf.metadata[name] for name in ("Title", "Author", "CreationDate", "ModDate")
    } == {
        "Title": "Brief for the 15th session",
        "Author": "Lang Son secretariat",
        "CreationDate": day,
        "ModDate": day,
    }
    assert pdf.doc.catalog["Lang"] == b"en"
    assert pdf.doc.catalog["ViewerPreferences"]["DisplayDocTitle"] is not False


def test_its_xml_metadata_says_the_same(pdf: PDF) -> None:
    tree = ElementTree.fromstring(pdf.doc.catalog["Metadata"].resolve().get_data())  # noqa: S314  our own
    told = {element.tag.rpartition("}")[2]: "".join(element.itertext()) for element in tree.iter()}
    assert told["title"] == "Brief for the 15th session"
    assert told["creator"] == "Lang Son secretariat"
    assert told["CreateDate"] == told["ModifyDate"] == "2026-11-22"
    parts = [value for element in tree.iter() for name, value in element.items() if "pdfua" in name]
    assert parts == ["1"]


def test_its_bookmarks_are_its_headings(pdf: PDF, html: Reading) -> None:
    bookmarks = [(f"h{level}", title) for level, title, *_ in pdf.doc.get_outlines()]
    assert bookmarks == html.of(*HEADINGS)


def test_header_cells_say_what_they_head(tree: list[Tree]) -> None:
    tables = [node for node in tree if node["type"] == "Table"]
    assert tables
    for table in tables:
        for rows in table["children"]:
            scopes = {
                each["attributes"]["Scope"] for each in all_below([rows]) if each["type"] == "TH"
            }
            assert scopes <= ({"Column"} if rows["type"] == "THead" else {"Row"})


def test_data_cells_name_their_header_cells(tree: list[Tree]) -> None:
    cells = [node for node in tree if node["type"] == "TD"]
    assert all(cell["attributes"]["Headers"] for cell in cells)


def test_lists_hold_items_and_items_a_label_and_a_body(tree: list[Tree], html: Reading) -> None:
    for node in tree:
        below = [child["type"] for child in node.get("children", [])]
        if node["type"] == "L":
            assert set(below) <= {"LI", "L"}
        if node["type"] == "LI":
            assert set(below) <= {"Lbl", "LBody"}
    labels = [node for node in tree if node["type"] == "Lbl"]
    assert len(labels) == len(html.of("li", "dt"))


def test_every_link_is_described_and_leads_somewhere(pdf: PDF, html: Reading) -> None:
    links = [link["data"] for link in pdf.annots if link["data"]["Subtype"].name == "Link"]
    targets = pdf.doc.catalog["Names"]["Dests"]["Names"][::2]
    assert len(links) >= len(html.of("a")) > 0
    for link in links:
        assert link["Contents"]
        assert link.get("Dest") in targets or link["A"]["URI"].startswith(b"http")


def test_pictures_are_described(tree: list[Tree], html: Reading) -> None:
    figures = [node for node in tree if node["type"] == "Figure"]
    assert len(figures) == len(html.of("img"))
    assert all(figure["alt_text"] for figure in figures)


# Head, foot and margins


def test_it_is_printed_on_a4(pdf: PDF) -> None:
    assert {(round(sheet.width), round(sheet.height)) for sheet in pdf.pages} == {(595, 842)}


def test_every_page_tells_edition_day_and_number(pdf: PDF) -> None:
    count = len(pdf.pages)
    for number, sheet in enumerate(pdf.pages, start=1):
        lines = sheet.extract_text().splitlines()
        assert lines[0] == "INTERNAL"
        assert lines[-1] == f"Register as of 22 November 2026 Page {number} of {count}"


def test_head_and_foot_are_not_read_out_on_every_page(pdf: PDF) -> None:
    for number, sheet in enumerate(pdf.pages, start=1):
        foot = f"Registerasof22November2026Page{number}of{len(pdf.pages)}"
        assert unread(sheet).endswith(f"INTERNAL{foot}")


def unread(sheet: Sheet) -> str:
    """The text that stands on a sheet and outside of the tag tree."""
    return "".join(each["text"] for each in letters(sheet) if each["tag"] == "Artifact")


def test_all_text_stands_between_the_margins(pdf: PDF, style: Style) -> None:
    margins, point = style.page.margins, 72 / 25.4
    left, right = float(margins.left) * point, float(style.page.width - margins.right) * point
    top, bottom = float(margins.top) * point, float(style.page.height - margins.bottom) * point
    for sheet in pdf.pages:
        for each in body_of(sheet):
            assert each["x0"] >= left - 0.5, each
            assert each["x1"] <= right + 0.5, each
            # A letter's box is taller than its line: what counts is that it begins on the page.
            assert top - 3 <= each["top"] < each["bottom"] <= bottom + 3, each


# Breaks between pages


def test_no_page_ends_with_a_heading(pdf: PDF, tree: list[Tree]) -> None:
    heads = {"H1", "H2", "H3", "H4", "Caption", "THead"}
    heading_marks = set().union(*(marks(node) for node in tree if node["type"] in heads))
    for sheet in pdf.pages:
        last = max(body_of(sheet), key=lambda each: each["bottom"])
        assert (sheet.page_number, last["mcid"]) not in heading_marks


def test_tables_have_their_header_row_on_every_page_and_are_read_as_one(
    pdf: PDF, tree: list[Tree], html: Reading
) -> None:
    tables = [node for node in tree if node["type"] == "Table"]
    assert len(tables) == len(html.of("table"))
    repeated = {sheet.page_number: "" for sheet in pdf.pages}
    for table in tables:
        kinds = [child["type"] for child in table["children"] if child["type"] != "Caption"]
        assert kinds == ["THead", "TBody"]
        head = table["children"][-2]
        (first,) = {number for number, _ in marks(head)}
        for number in {number for number, _ in marks(table)} - {first}:
            repeated[number] += text_at(pdf, head)
    longest = max(len({number for number, _ in marks(table)}) for table in tables)
    assert longest >= 3, "no table goes on over three pages"
    for sheet in pdf.pages:
        text, _, _ = unread(sheet).partition("INTERNAL")
        assert text == repeated[sheet.page_number]


def text_at(pdf: PDF, node: Tree) -> str:
    return "".join(
        each["text"]
        for sheet in pdf.pages
        for each in letters(sheet)
        if (sheet.page_number, each["mcid"]) in marks(node)
    )


def test_no_row_is_split_between_pages(tree: list[Tree], html: Reading) -> None:
    bodies = [node for node in tree if node["type"] == "TBody"]
    rows = [row for body in bodies for row in body["children"]]
    header_rows = len(html.of("thead"))
    assert len(rows) == len(html.of("tr")) - header_rows
    for row in rows:
        assert len({number for number, _ in marks(row)}) == 1


def test_every_cell_s_text_stands_in_its_column(pdf: PDF, tree: list[Tree]) -> None:
    places: Places = {}
    for sheet in pdf.pages:
        for each in letters(sheet):
            places.setdefault((sheet.page_number, each["mcid"]), []).append(each)
    for table in (node for node in tree if node["type"] == "Table"):
        rows = [
            [edges(cell, places) for cell in node["children"]]
            for node in all_below([table])
            if node["type"] == "TR"
        ]
        starts = [left for left, _ in rows[0]]
        ends = [*starts[1:], float(pdf.pages[0].width)]
        for row in rows[1:]:
            for (left, right), start, end in zip(row, starts, ends, strict=True):
                assert start - 0.5 <= left
                assert right <= end


def edges(cell: Tree, places: Places) -> tuple[float, float]:
    held = [each for mark in marks(cell) for each in places.get(mark, [])]
    return min(each["x0"] for each in held), max(each["x1"] for each in held)


# Fonts and texts


def test_only_fonts_of_the_house_style_are_embedded(pdf: PDF, style: Style) -> None:
    families = [name.replace(" ", "-") for name in families_of(style)]
    variants = re.compile(rf"[A-Z]{{6}}\+({'|'.join(families)})(-Bold)?(-Italic)?")
    fonts = {each["fontname"] for sheet in pdf.pages for each in sheet.chars}
    assert [font for font in fonts if not variants.fullmatch(font)] == []


@pytest.mark.parametrize("language", ["vi", "zh-Hans"])
def test_names_in_other_scripts_can_be_copied_out(language: str, pdf: PDF, html: Reading) -> None:
    text = "".join(bare(sheet.extract_text()) for sheet in pdf.pages)
    names = html.in_language(language)
    assert names
    for name in names:
        assert unicodedata.is_normalized("NFC", name)
        assert bare(name) in text


@pytest.mark.parametrize("role", ["note", "lead"])
def test_the_vietnamese_alphabet_comes_out_as_it_went_in(
    role: str, style: Style, tmp_path: Path
) -> None:
    line = replace(paragraph(VIETNAMESE), roles=(role,), attributes={"lang": "vi"})
    assert VIETNAMESE in text_of(write_pdf(page_of(line), style), tmp_path).replace("\n", "")


@pytest.mark.parametrize("role", ["note", "lead"])
def test_chinese_comes_out_as_it_went_in(role: str, style: Style, tmp_path: Path) -> None:
    assert len(CHINESE) == 3755
    line = replace(paragraph(CHINESE), roles=(role,), attributes={"lang": "zh-Hans"})
    text = text_of(write_pdf(page_of(line), style), tmp_path)
    pages = re.sub(r"INTERNAL|Foot\s*Page\d+of\d+", "", text).replace("\n", "")
    assert CHINESE in pages


@pytest.mark.parametrize("missing", ["\U00013000", "\U0010fffd", "ก"])
def test_a_sign_that_no_font_of_the_style_has_is_an_error(missing: str, style: Style) -> None:
    with pytest.raises(TemplateError, match=f"U\\+{ord(missing):04X}|glyph"):
        write_pdf(page_of(paragraph(f"a {missing} b")), style)


def test_a_sign_that_no_font_has_leaves_nothing_written(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "briefgen.yaml", tmp_path)
    parties = tmp_path / "data/parties.yaml"
    parties.write_text(parties.read_text("utf-8").replace("Guangxi", "Guang\U00013000xi"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "brief", "jwc-guangxi/next", "--format", "html,pdf"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    (problem,) = done.stderr.splitlines()
    assert "U+13000" in problem
    assert not (tmp_path / "out").exists()
