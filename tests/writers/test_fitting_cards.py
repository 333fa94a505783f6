"""Nothing of 300 made-up delegates is cut off: measured letter by letter, of PDF and Word."""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from delegates import COUNT, LONGEST, SHORTEST, big_register, delegates
from makers import day
from page_texts import bare
from pages import presentation
from test_pdf import all_below, marks

from briefgen.documents.catalogue import BADGES, PARTICIPANTS, PLACE_CARDS, SIGN_IN, DocumentKind
from briefgen.documents.orders import SessionOrder, SignInOrder
from briefgen.problems import TemplateError
from briefgen.register.register import Register
from briefgen.rendering.card_tokens import Card
from briefgen.rendering.fitting import fitted, width_of
from briefgen.rendering.page import Element, Page, text_of, walk
from briefgen.rendering.rendering import render_page
from briefgen.rendering.style import Style
from briefgen.writers.catalogue import WRITERS

NO_OFFICE = shutil.which("soffice") is None and not os.environ.get("CI")
ORDER = SessionOrder("talks/1", day("2026-11-22"), "shared")
POINT = 72 / 25.4
CARDS = {"place-card": PLACE_CARDS, "badge": BADGES}
SOME = 40
"""As many cards as are set in Word too, among them the longest names."""
NEAR = 14
"""How far, in points, a letter beyond its card's padding is still told to be that card's."""
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def register() -> Register:
    return big_register()


@pytest.fixture(scope="module")
def style() -> Style:
    return presentation().style


@pytest.fixture(scope="module")
def pdfs(register: Register, style: Style) -> dict[str, bytes]:
    """The cards of all delegates as PDF."""
    return {name: WRITERS["pdf"](page_of(register, kind), style) for name, kind in CARDS.items()}


def page_of(register: Register, kind: DocumentKind[SessionOrder]) -> Page:
    return render_page(kind.prepare(register, ORDER), kind.template, presentation())


def test_the_delegates_are_as_many_and_their_names_as_long_as_promised() -> None:
    everybody = delegates()
    assert len({each.id for each in everybody}) == COUNT == 300
    assert len({each.party for each in everybody}) == 9
    for language in ("en", "vi"):
        lengths = {len(each.names[language]) for each in everybody}
        assert (min(lengths), max(lengths)) == (SHORTEST, LONGEST) == (3, 60)
    assert all({"en", "vi", "zh-Hans"} == set(each.names) for each in everybody)


# Cards.


def faces_of(page: Page) -> list[list[str]]:
    """The texts of every face, line by line as the template wrote them."""
    return [
        [bare(text_of(line)) for line in face.children if isinstance(line, Element)]
        for element in page.body
        for face in element.children
        if isinstance(face, Element)
    ]


def boxes(card: Card, style: Style, name: str) -> list[Box]:
    """Where the text of each face can stand on a sheet, in points from its top left corner."""
    sheet = style.sheet(name)
    rows = int((sheet.height - sheet.margins.top - sheet.margins.bottom) // card.height)
    halves = 2 if card.folded else 1
    width = card.width / halves
    return [
        box(sheet.margins.left + width * column, sheet.margins.top + card.height * row, width, card)
        for row in range(rows)
        for column in range(card.across * halves)
    ]


def box(left: Decimal, top: Decimal, width: Decimal, card: Card) -> Box:
    inner = (left + card.padding, top + card.padding, left + width, top + card.height)
    x0, y0, x1, y1 = (float(each) * POINT for each in inner)
    padding = float(card.padding) * POINT
    return x0, y0, x1 - padding, y1 - padding


def faces_in(data: bytes, spaces: list[Box], tolerance: float) -> Iterator[str]:
    """The text of each face of a PDF, every letter of which stands within its own."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for sheet in pdf.pages:
            held: dict[int, str] = {}
            for each in body_letters(sheet, spaces):
                place = place_of(each, spaces)
                left, top, right, bottom = spaces[place]
                assert left - tolerance <= each["x0"], each
                assert each["x1"] <= right + tolerance, each
                assert top - tolerance <= each["top"], each
                assert each["bottom"] <= bottom + tolerance, each
                held[place] = held.get(place, "") + each["text"]
            yield from (bare(held[place]) for place in sorted(held))


def body_letters(sheet: Any, spaces: list[Box]) -> Iterator[dict[str, Any]]:
    """The letters between head and foot, which stand beyond the outermost cards."""
    first, last = min(each[1] for each in spaces), max(each[3] for each in spaces)
    for each in sheet.chars:
        middle = (each["top"] + each["bottom"]) / 2
        if each["text"].strip() and first - NEAR < middle < last + NEAR:
            yield each


def place_of(letter: dict[str, Any], spaces: list[Box]) -> int:
    across, down = (letter["x0"] + letter["x1"]) / 2, (letter["top"] + letter["bottom"]) / 2
    inside = [
        place
        for place, (left, top, right, bottom) in enumerate(spaces)
        if left - NEAR < across < right + NEAR and top - NEAR < down < bottom + NEAR
    ]
    return min(inside, key=lambda place: abs(across - sum(spaces[place][::2]) / 2))


@pytest.mark.parametrize("name", CARDS)
def test_every_text_stands_whole_within_its_card(
    name: str, register: Register, style: Style, pdfs: dict[str, bytes]
) -> None:
    page = page_of(register, CARDS[name])
    expected = ["".join(face) for face in faces_of(page)]
    assert len(expected) == COUNT * (2 if style.cards[name].folded else 1)
    for each, text in names_and(page):
        assert bare(f"Dr {each.names['en']}") in text
        assert bare(f"{each.names['vi']} · {each.names['zh-Hans']}") in text

    found = list(faces_in(pdfs[name], boxes(style.cards[name], style, name), 2))

    assert sorted(map(letters_of, found)) == sorted(map(letters_of, expected))


def names_and(page: Page) -> Iterator[tuple[Any, str]]:
    """Each delegate with the text of their card."""
    texts = {
        element.attributes["data-ref"].split("/")[3]: bare(text_of(article))
        for article in page.body
        for element in walk((article,))
        if element.attributes.get("data-ref", "").endswith("/name")
    }
    for number, each in enumerate(delegates(), start=1):
        yield each, texts[str(number)]


def letters_of(text: str) -> str:
    """The letters of a text whatever their order: lines are told by place, not by sequence."""
    return "".join(sorted(text))


@pytest.mark.skipif(NO_OFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", CARDS)
def test_the_longest_names_stand_whole_within_their_cards_in_word_too(
    name: str, register: Register, style: Style, tmp_path: Path
) -> None:
    whole = page_of(register, CARDS[name])
    longest = sorted(whole.body, key=lambda card: len(text_of(card)))[-SOME:]
    page = Page(**{**vars(whole), "body": tuple(longest)})
    (tmp_path / "cards.docx").write_bytes(WRITERS["docx"](page, style))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "cards.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)

    data = (tmp_path / "cards.pdf").read_bytes()
    found = list(faces_in(data, boxes(style.cards[name], style, name), 2))

    expected = ["".join(face) for face in faces_of(page)]
    assert sorted(map(letters_of, found)) == sorted(map(letters_of, expected))


@pytest.mark.parametrize("name", CARDS)
def test_sheets_are_full_and_none_is_empty(name: str, style: Style, pdfs: dict[str, bytes]) -> None:
    halves = 2 if style.cards[name].folded else 1
    a_sheet = len(boxes(style.cards[name], style, name)) // halves
    with pdfplumber.open(io.BytesIO(pdfs[name])) as pdf:
        assert len(pdf.pages) == -(-COUNT // a_sheet)


# Lists.


@pytest.mark.parametrize("kind", [PARTICIPANTS, SIGN_IN], ids=lambda kind: kind.name)
def test_every_cell_of_the_lists_stands_whole_within_its_column(
    kind: DocumentKind[Any], register: Register, style: Style
) -> None:
    order = SignInOrder(**vars(ORDER)) if kind is SIGN_IN else ORDER
    page = render_page(kind.prepare(register, order), kind.template, presentation())
    rows = [row for row in walk(page.body) if row.tag == "tr"]
    assert len(rows) > COUNT
    expected = [[bare(text_of(cell)) for cell in row.children] for row in rows]

    with pdfplumber.open(io.BytesIO(WRITERS["pdf"](page, style))) as pdf:
        letters: dict[tuple[int, int], list[dict[str, Any]]] = {}
        for sheet in pdf.pages:
            for each in sheet.chars:
                assert each["x0"] >= 0
                assert each["x1"] <= sheet.width
                if each["mcid"] is not None:
                    letters.setdefault((sheet.page_number, each["mcid"]), []).append(each)
        found = []
        for table in (node for node in all_below(pdf.structure_tree) if node["type"] == "Table"):
            for part in table["children"]:
                if part["type"] in ("THead", "TBody"):
                    found += [in_columns(row, table, letters) for row in part["children"]]

    assert found == expected


def in_columns(
    row: dict[str, Any],
    table: dict[str, Any],
    letters: dict[tuple[int, int], list[dict[str, Any]]],
) -> list[str]:
    """The texts of a row's cells, none of which reaches into the next one's column."""
    head = next(part for part in table["children"] if part["type"] == "THead")
    starts = [
        min(each["x0"] for mark in marks(cell) for each in letters[mark])
        for cell in head["children"][0]["children"]
    ]
    texts = []
    for place, cell in enumerate(row["children"]):
        held = [each for mark in sorted(marks(cell)) for each in letters.get(mark, [])]
        shown = [each for each in held if each["text"].strip()]
        assert all(starts[place] - 0.5 <= each["x0"] for each in shown)
        if place + 1 < len(starts):
            assert all(each["x1"] <= starts[place + 1] for each in shown)
        texts.append(bare("".join(each["text"] for each in held)))
    return texts


# How large a text is set.


def test_a_short_name_is_large_and_a_long_one_smaller(style: Style) -> None:
    short = fitted("Ba Test", "place-card", "name", style)
    longer = fitted("Test Person With Quite Some Names", "place-card", "name", style)
    assert (short, longer > short) == (1, True)


def test_a_name_that_fits_one_line_a_little_smaller_takes_one_line(style: Style) -> None:
    step = fitted("Mr Test Person Long", "place-card", "name", style)
    size = style.roles[f"p.name-{step}"].size or Decimal(0)
    length = style.cards["place-card"].line_length * Decimal(str(POINT))
    assert width_of("Mr Test Person Long") * size <= length


def test_a_word_is_broken_only_where_no_size_does_without(style: Style) -> None:
    room = style.cards["badge"].fits["name"]
    unbroken = fitted("Testtesttesttesttest", "badge", "name", style)
    broken = fitted("T" * 60, "badge", "name", style)
    assert room.first <= unbroken < room.last
    assert room.first <= broken <= room.last


def test_what_fits_in_no_size_is_told(style: Style) -> None:
    with pytest.raises(TemplateError, match="doesn't fit on the card 'badge'"):
        fitted("Test " * 200, "badge", "name", style)


def test_widths_are_at_least_those_of_the_fonts() -> None:
    from PIL import ImageFont

    fonts = [
        ImageFont.truetype(f"{name}-Bold.ttf", 1000)
        for name in ("NotoSans", "NotoSerif", "LiberationSans")
    ]
    letters = [chr(code) for code in (*range(33, 127), *range(0xC0, 0x180), *range(0x1EA0, 0x1EFA))]
    letters = [letter for letter in letters if letter.isalpha() or letter.isascii()]
    assert len(letters) > 300
    too_narrow = [
        letter
        for letter in letters
        if max(font.getlength(letter) for font in fonts) / 1000 > float(width_of(letter)) + 0.001
    ]
    assert too_narrow == []
