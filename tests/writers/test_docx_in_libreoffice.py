"""Where the tokens of official layouts put things once a program lays the pages out."""

import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypedDict, cast

import pdfplumber
import pytest
from laid_out import laid_out
from pdfplumber.page import Page
from test_docx_soundness import needs

MILLIMETRE = 72 / 25.4
PARAGRAPH = f"<p>{'Some words of a text that goes on for long. ' * 3}</p>"
COLOPHON = """<section class="colophon"><p class="first-line">Copies: all</p>
<section class="beside"><section><p class="left">Office</p></section>
<section><p class="right">1 February 2024</p></section></section>
<p class="last-line">Printed</p></section>"""
HEAD = """<section class="beside"><section><p class="issuer">Ủy ban nhân dân<br>tỉnh</p></section>
<section><p class="motto">Độc lập - Tự do - Hạnh phúc</p></section></section><h1>Báo cáo</h1>"""
SHORT = f"""{HEAD}{PARAGRAPH}<section><h2>First</h2><h3>Below</h3></section>{COLOPHON}
<section class="annex"><h2 class="part">Annex</h2>{PARAGRAPH * 16}</section>"""
LONG = f"{HEAD}{PARAGRAPH * 11}{COLOPHON}<section class='annex'><p>Annex</p></section>"


class Line(TypedDict):
    """A line of text in a PDF."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[Page]]]:
    """The pages that LibreOffice makes of a short document and of a longer one."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, html in (("short", SHORT), ("long", LONG)):
        (folder / f"{name}.docx").write_bytes(laid_out(html))
    convert(folder, "short.docx", "long.docx")
    with (
        pdfplumber.open(folder / "short.pdf") as short,
        pdfplumber.open(folder / "long.pdf") as long,
    ):
        yield {"short": short.pages, "long": long.pages}


def convert(folder: Path, *names: str) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)


def lines_of(page: Page) -> list[Line]:
    return cast(list[Line], page.extract_text_lines())


def line_with(text: str, page: Page) -> Line:
    (found,) = [line for line in lines_of(page) if text in line["text"]]
    return found


def words_at(text: str, page: Page) -> Line:
    (found,) = cast(list[Line], page.search(text))
    return found


def rule_below(line: Line, page: Page) -> tuple[float, float]:
    """The ends of the nearest horizontal line below some words."""
    drawn = [*page.lines, *page.rects]
    below = [each for each in drawn if 0 < each["top"] - line["bottom"] < 12]
    within = [each for each in below if each["x1"] > line["x0"] and each["x0"] < line["x1"]]
    return within[0]["x0"], within[0]["x1"]


@needs("soffice")
@pytest.mark.parametrize(("text", "share"), [("Độc lập - Tự do - Hạnh phúc", 1), ("BÁO CÁO", 0.5)])
def test_a_rule_is_as_long_as_its_share_of_the_text_and_in_its_middle(
    text: str, share: float, pages: dict[str, list[Page]]
) -> None:
    page = pages["short"][0]
    words = words_at(text, page)
    left, right = rule_below(words, page)
    assert right - left == pytest.approx((words["x1"] - words["x0"]) * share, abs=2)
    assert (left + right) / 2 == pytest.approx((words["x0"] + words["x1"]) / 2, abs=1)


@needs("soffice")
def test_columns_stand_side_by_side_in_their_shares(pages: dict[str, list[Page]]) -> None:
    page = pages["short"][0]
    left, right = words_at("ỦY BAN NHÂN DÂN", page), words_at("Độc lập - Tự do", page)
    assert left["top"] == pytest.approx(right["top"], abs=2)
    assert (left["x0"] + left["x1"]) / 2 == pytest.approx((30 + 160 * 0.225) * MILLIMETRE, abs=1)


@needs("soffice")
def test_lines_are_exactly_as_far_apart_as_the_role_says(pages: dict[str, list[Page]]) -> None:
    tops = [line["top"] for line in lines_of(pages["short"][0]) if "words" in line["text"]]
    assert len(tops) >= 2
    assert [b - a for a, b in pairwise(tops)] == pytest.approx([20] * (len(tops) - 1), abs=0.2)


@needs("soffice")
def test_the_numbers_of_headings_are_chinese(pages: dict[str, list[Page]]) -> None:
    assert "一、First\n（一）Below" in pages["short"][0].extract_text()


@needs("soffice")
@pytest.mark.parametrize(("name", "number"), [("short", 0), ("long", 1)])
def test_what_stands_at_the_bottom_ends_with_the_text_of_its_page(
    name: str, number: int, pages: dict[str, list[Page]]
) -> None:
    page = pages[name][number]
    last = line_with("Printed", page)
    assert last["bottom"] == pytest.approx((297 - 25) * MILLIMETRE, abs=10)
    assert last["x0"] == pytest.approx(30 * MILLIMETRE, abs=1)
    right = words_at("1 February 2024", page.crop((0, 0, page.width, last["top"])))
    assert right["x1"] == pytest.approx((210 - 20) * MILLIMETRE, abs=1)


@needs("soffice")
def test_no_line_runs_into_what_stands_at_the_bottom(pages: dict[str, list[Page]]) -> None:
    for page in pages["long"]:
        text = page.crop((0, 0, page.width, (297 - 25) * MILLIMETRE))
        lines = lines_of(text)
        assert lines
        assert all(a["bottom"] <= b["top"] + 1 for a, b in pairwise(lines)), page


@needs("soffice")
def test_pages_of_an_annex_are_counted_anew_and_bear_no_number_on_the_first(
    pages: dict[str, list[Page]],
) -> None:
    short = pages["short"]
    assert "Part I Annex" in short[1].extract_text()
    assert ["—" in page.extract_text() for page in short] == [False, False, True]
    number, text = words_at("— 2 —", short[2]), words_at("Internal · Register", short[2])
    assert number["x0"] == pytest.approx(30 * MILLIMETRE + 14, abs=1)
    assert text["x0"] > number["x1"]
