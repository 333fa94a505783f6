"""No letter of Vietnamese or Chinese is lost or altered on its way through a Word file."""

import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx_faults import faults
from docx_reading import body_of, find, part, text_in, value_at
from laid_out import laid_out, made_up_style
from test_docx_soundness import needs

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import RoleStyle

FONTS = ("times", "song", "title-song", "fangsong", "hei", "kai")
VOWELS, CONSONANTS = "aăâeêioôơuưy", "bcdđghklmnpqrstvx"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = [
    *(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES),
    *CONSONANTS,
]
ALPHABET = " ".join([*VIETNAMESE, *map(str.upper, VIETNAMESE)])
ROWS = range(0xB0, 0xF8)
"""The lead bytes of the two levels of hanzi in GB 2312; the last row of the first is shorter."""
HANZI = "".join(
    bytes((row, cell)).decode("gb2312")
    for row in ROWS
    for cell in range(0xA1, 0xFF if row != 0xD7 else 0xFA)
)
MARKS = "，。、；：？！“”‘’（）《》〔〕【】—…·"


def in_all_fonts() -> Style:
    roles = {f"p.{font}": RoleStyle(word=f"In {font}", font=font) for font in FONTS}
    return made_up_style(roles=roles)


def in_each_font(text: str) -> str:
    return "".join(f"<p class='{font}'>{text}</p>" for font in FONTS)


@pytest.fixture(scope="module")
def letters() -> bytes:
    """All letters in each font, a paragraph for each alphabet."""
    texts = in_each_font(ALPHABET) + in_each_font(f"<span lang='zh-Hans'>{HANZI}{MARKS}</span>")
    return laid_out(texts, "vi", in_all_fonts())


def test_there_are_as_many_letters_as_the_alphabets_have() -> None:
    assert len(set(ALPHABET) - {" "}) == 2 * (12 * 6 + 17)
    assert len(HANZI) == len(set(HANZI)) == 6763
    assert (HANZI[0], HANZI[-1]) == ("啊", "齄")


def test_another_library_reads_every_letter(letters: bytes) -> None:
    read = [each.text for each in docx.Document(BytesIO(letters)).paragraphs]
    assert read == [ALPHABET] * len(FONTS) + [HANZI + MARKS] * len(FONTS)


def test_every_letter_is_set_in_the_font_of_its_script(letters: bytes) -> None:
    assert faults(letters) == []
    latin, east_asian = find(body_of(letters), "w:p")[:6], find(body_of(letters), "w:p")[6:]
    assert {value_at(run, "w:rPr/w:rFonts", "hint") for p in latin for run in find(p, "w:r")} == {
        None
    }
    for paragraph in east_asian:
        (run,) = find(paragraph, "w:r")
        assert value_at(run, "w:rPr/w:rFonts", "hint") == "eastAsia"
        assert text_in(paragraph) == HANZI + MARKS
    styles = part(letters, "word/styles.xml")
    fonts = {
        font: value_at(styles, f"w:style[w:name/@w:val='In {font}']/w:rPr/w:rFonts", "eastAsia")
        for font in FONTS
    }
    assert fonts == {
        "times": "SimSun",
        "song": "SimSun",
        "title-song": "方正小标宋简体",
        "fangsong": "仿宋",
        "hei": "黑体",
        "kai": "楷体",
    }


@needs("soffice")
def test_libreoffice_reads_every_letter(letters: bytes, tmp_path: Path) -> None:
    (tmp_path / "letters.docx").write_bytes(letters)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    kind = ["--convert-to", "txt:Text (encoded):UTF8"]
    command = ["soffice", profile, "--headless", *kind, "letters.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    read = (tmp_path / "letters.txt").read_text(encoding="utf-8-sig").splitlines()
    assert read == [ALPHABET] * len(FONTS) + [HANZI + MARKS] * len(FONTS)


@needs("soffice")
@needs("pdftotext")
def test_a_pdf_made_of_the_file_holds_every_letter_of_a_sample(tmp_path: Path) -> None:
    sample = HANZI[::100]
    texts = in_each_font(ALPHABET) + in_each_font(f"<span lang='zh-Hans'>{sample}</span>")
    (tmp_path / "sample.docx").write_bytes(laid_out(texts, "vi", in_all_fonts()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "sample.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    command = ["pdftotext", "sample.pdf", "-"]
    read = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    words = "".join(unicodedata.normalize("NFC", read.stdout.decode()).split())
    assert words.count(ALPHABET.replace(" ", "")) == len(FONTS)
    assert words.count(sample) == len(FONTS)
