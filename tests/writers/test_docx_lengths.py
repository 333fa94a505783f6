"""Texts are as long as the table of letters says: what a font's own file says too."""

import os
import string
from decimal import Decimal

import pytest
from PIL import ImageFont
from test_docx_letters import ALPHABET

from briefgen.writers.docx.advances import UNITS, advance

LETTERS = sorted({*ALPHABET, *string.printable.strip(), *" \u00a0«»§°·–—‘’“”…"})


@pytest.mark.parametrize("name", ["Regular", "Bold"])
def test_every_letter_is_as_wide_as_in_liberation_serif(name: str) -> None:
    try:
        font = ImageFont.truetype(f"LiberationSerif-{name}.ttf", UNITS)
    except OSError:
        if os.environ.get("CI"):
            raise
        pytest.skip("Liberation Serif is not installed")
    assert len(LETTERS) > 240
    widths = {letter: advance(letter, is_bold=name == "Bold") * UNITS for letter in LETTERS}
    assert widths == {letter: font.getlength(letter) for letter in LETTERS}


def test_tones_add_nothing_but_horns_do() -> None:
    assert advance("ầ", is_bold=False) == advance("a", is_bold=False)
    assert advance("ờ", is_bold=False) == advance("ơ", is_bold=False)
    assert advance("ơ", is_bold=False) > advance("o", is_bold=False)


def test_a_text_is_as_long_as_its_letters() -> None:
    assert advance("Lạng", is_bold=True) == Decimal(1366 + 1024 + 1139 + 1024) / UNITS
