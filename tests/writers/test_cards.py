"""Cards, sheets and lines to fill in, as paper needs them: turned, cut, folded, parted by pages."""

import io
import os
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from conftest import Paper
from docx_reading import Xml, body_of, find, page_of, part, plain_style, value, value_at

from briefgen.problems import TemplateError
from briefgen.rendering.page import Element
from briefgen.writers.catalogue import WRITERS
from briefgen.writers.css import stylesheet

NO_OFFICE = shutil.which("soffice") is None and not os.environ.get("CI")
POINT = 72 / 25.4


def only(*names: str) -> pytest.MarkDecorator:
    """Asks for some of the papers alone."""
    return pytest.mark.parametrize("paper", names, indirect=True)


def letters(paper: Paper) -> list[list[dict[str, Any]]]:
    """The letters of each sheet's cards."""
    with pdfplumber.open(io.BytesIO(paper.files["pdf"])) as pdf:
        return [
            [
                each
                for each in sheet.chars
                if each["text"].strip() and 30 < each["top"] < sheet.height - 30
            ]
            for sheet in pdf.pages
        ]


def drawn_on(sheet: Any) -> list[dict[str, Any]]:
    """The lines and boxes of a sheet, whatever they are made of."""
    return [*sheet.rects, *sheet.lines, *sheet.curves]


# Place cards.


@only("place-cards")
def test_both_faces_of_a_place_card_have_their_letters_tops_at_the_fold(paper: Paper) -> None:
    fold = 105 * POINT
    for sheet in letters(paper):
        left = [each for each in sheet if each["x1"] < fold]
        right = [each for each in sheet if each["x0"] > fold]
        assert left
        assert len(left) == len(right)
        # A letter's matrix says where its baseline runs: down on the left, up on the right.
        assert {each["matrix"][1] < 0 for each in left} == {True}
        assert {each["matrix"][1] > 0 for each in right} == {True}
        # The name, which is bold, is nearer to the fold than the delegation below it.
        for face in (left, right):
            names = [far_from(fold, each) for each in face if "Bold" in each["fontname"]]
            others = [far_from(fold, each) for each in face if "Bold" not in each["fontname"]]
            assert min(names) < min(others)


def far_from(fold: float, letter: dict[str, Any]) -> float:
    return abs(float(letter["x0"] + letter["x1"]) / 2 - fold)


@only("place-cards")
def test_both_faces_say_the_same(paper: Paper) -> None:
    for card in paper.page.body:
        first, second = (face for face in card.children if isinstance(face, Element))
        assert first == second


@only("place-cards")
def test_in_word_a_card_is_a_row_of_its_height_with_two_turned_cells(paper: Paper) -> None:
    rows = find(body_of(paper.files["docx"]), "w:tbl/w:tr")
    assert len(rows) == len(paper.page.body)
    for row in rows:
        assert value_at(row, "w:trPr/w:trHeight", "hRule") == "exact"
        assert value_at(row, "w:trPr/w:trHeight") == str(round(136 * 1440 / 25.4))
        cells = find(row, "w:tc")
        directions = [value_at(cell, "w:tcPr/w:textDirection") for cell in cells]
        assert directions == ["tbRl", "btLr"]
        assert {value_at(cell, "w:tcPr/w:vAlign") for cell in cells} == {"center"}


def lines_of(cell: Xml) -> dict[str, str | None]:
    sides = ("top", "left", "bottom", "right")
    return {side: value_at(cell, f"w:tcPr/w:tcBorders/w:{side}") for side in sides}


@only("place-cards")
def test_cards_are_cut_along_lines_and_folded_along_a_dashed_one(paper: Paper) -> None:
    left, right = find(find(body_of(paper.files["docx"]), "w:tbl/w:tr")[0], "w:tc")
    cut = dict.fromkeys(("top", "left", "bottom", "right"), "single")
    assert lines_of(left) == {**cut, "right": "dashed"}
    assert lines_of(right) == {**cut, "left": "dashed"}
    css = stylesheet(paper.page, paper.style)
    assert "article.place-card > section:first-child > .face { border-top: 1pt dashed" in css
    with pdfplumber.open(io.BytesIO(paper.files["pdf"])) as pdf:
        ends = {round(each["x1"], 1) for each in drawn_on(pdf.pages[0])}
    fold = {end for end in ends if abs(end - 105 * POINT) < 2}
    assert len(fold) == 2  # the line lies between two boxes that differ by its width


# Badges.


@only("badges")
def test_badges_stand_two_in_a_row_and_an_odd_one_leaves_an_empty_cell(paper: Paper) -> None:
    rows = find(body_of(paper.files["docx"]), "w:tbl/w:tr")
    assert len(paper.page.body) == 5
    assert [len(find(row, "w:tc")) for row in rows] == [2, 2, 2]
    assert lines_of(find(rows[2], "w:tc")[1]) == dict.fromkeys(("top", "left", "bottom", "right"))
    assert {value_at(row, "w:trPr/w:trHeight", "hRule") for row in rows} == {"exact"}


@only("badges", "place-cards")
def test_a_sheet_of_cards_has_the_papers_own_margins(paper: Paper) -> None:
    margins = {"badges": 21, "place-cards": 12}[paper.name]
    top = value_at(body_of(paper.files["docx"]), "w:sectPr/w:pgMar", "top")
    assert top == str(round(margins * 1440 / 25.4))
    with pdfplumber.open(io.BytesIO(paper.files["pdf"])) as pdf:
        edges = [each["top"] for each in drawn_on(pdf.pages[0])]
        assert abs(min(edges) - margins * POINT) < 1


FACE = "<section><p>Somebody made up</p></section>"


@pytest.mark.parametrize("writer", ["docx", "pdf", "html"])
@pytest.mark.parametrize(
    ("card", "faces", "message"),
    [
        ("badge", 2, "this card has 2 faces in the template, but 1 in the style"),
        ("place-card", 1, "this card has 1 faces in the template, but 2 in the style"),
    ],
)
def test_a_card_with_other_faces_than_the_style_has_is_told(
    writer: str, card: str, faces: int, message: str
) -> None:
    page = page_of(f'<article class="{card}">{FACE * faces}</article>')
    with pytest.raises(TemplateError, match=message):
        WRITERS[writer](page, plain_style())


# Sheets and lines.


@only("sign-in", "sign-in-of-nobody")
def test_each_sign_in_sheet_begins_a_page(paper: Paper) -> None:
    heads = [each for each in paper.page.body if each.tag == "h1"]
    assert len(heads) == 5
    with pdfplumber.open(io.BytesIO(paper.files["pdf"])) as pdf:
        found = ["Sign-in sheet: " in sheet.extract_text() for sheet in pdf.pages]
    assert found == [True] * 5
    styles = part(paper.files["docx"], "word/styles.xml")
    (sheet,) = find(styles, "w:style[@w:styleId='SheetKicker']")
    assert find(sheet, "w:pPr/w:pageBreakBefore")
    kickers = [value_at(p, "w:pPr/w:pStyle") for p in find(body_of(paper.files["docx"]), "w:p")]
    assert [each for each in kickers if each in {"Kicker", "SheetKicker"}] == [
        "Kicker",
        *["SheetKicker"] * 4,
    ]


@pytest.mark.skipif(NO_OFFICE, reason="LibreOffice is not installed")
@only("sign-in")
def test_in_word_too_each_sign_in_sheet_is_one_page(paper: Paper, tmp_path: Path) -> None:
    (tmp_path / "sheets.docx").write_bytes(paper.files["docx"])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "sheets.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    with pdfplumber.open(tmp_path / "sheets.pdf") as pdf:
        texts = [sheet.extract_text() for sheet in pdf.pages]
    assert ["Sign-in sheet: " in text for text in texts] == [True] * 5


def test_wide_papers_lie_on_their_side(paper: Paper) -> None:
    with pdfplumber.open(io.BytesIO(paper.files["pdf"])) as pdf:
        is_wide = {sheet.width > sheet.height for sheet in pdf.pages}
        assert {round(max(sheet.width, sheet.height) / POINT) for sheet in pdf.pages} == {297}
    wide = paper.name.startswith(("sign-in", "matrix"))
    assert is_wide == {wide}
    size = find(body_of(paper.files["docx"]), "w:sectPr/w:pgSz")[0]
    assert (value(size, "orient") == "landscape") == wide


@only("minutes")
def test_lines_to_fill_in_are_all_drawn(paper: Paper) -> None:
    paragraphs = find(body_of(paper.files["docx"]), "w:p")
    lines = [each for each in paragraphs if value_at(each, "w:pPr/w:pStyle") == "BlankLine"]
    assert len(lines) > 20
    styles = part(paper.files["docx"], "word/styles.xml")
    (style,) = find(styles, "w:style[@w:styleId='BlankLine']")
    assert find(style, "w:pPr/w:pBdr/w:bottom")
    assert find(style, "w:pPr/w:pBdr/w:between")  # Word draws one line for several without it
    with pdfplumber.open(io.BytesIO(paper.files["pdf"])) as pdf:
        boxes = [
            each
            for sheet in pdf.pages
            for each in drawn_on(sheet)
            if each["width"] > 160 * POINT and abs(each["height"] - 24.5) < 0.1
        ]
    assert len(boxes) == len(lines)


@only("sign-in-of-nobody")
def test_empty_cells_are_as_high_as_filled_ones(paper: Paper) -> None:
    with pdfplumber.open(io.BytesIO(paper.files["pdf"])) as pdf:
        lines = sorted(
            {round(each["bottom"]) for each in drawn_on(pdf.pages[0]) if each["height"] < 1}
        )
    gaps = [below - above for above, below in pairwise(lines)]
    assert sum(26 <= gap <= 29 for gap in gaps) >= 5
