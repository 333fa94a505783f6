"""Files in the official layouts: sound, valid, and with every word of their page."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import page as pdf_validator
import pytest
from conftest import DAY, PAPERS, ROOT
from docx_reading import faults, text_blocks
from makers import CLOCK
from openxml_audit import FileFormat, OpenXmlValidator
from test_parity import bare, blocks_of, pdf_texts

from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.catalogues import load_words
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Page
from briefgen.rendering.rendering import Presentation, render_page
from briefgen.rendering.style import Style
from briefgen.writers.catalogue import WRITERS

FOLDERS = (ROOT / "templates",)
LANGUAGES = {"nd30": "vi", "hd36": "vi", "gbt9704": "zh-Hans"}
MADE = [(style, name) for style in LANGUAGES for name in ("minutes-of-held", "list")]


@dataclass(frozen=True)
class Paper:
    """A document in an official layout; its files are made when they are asked for."""

    page: Page
    style: Style

    @cached_property
    def docx(self) -> bytes:
        return WRITERS["docx"](self.page, self.style)

    @cached_property
    def pdf(self) -> bytes:
        return WRITERS["pdf"](self.page, self.style)


@pytest.fixture(scope="module", params=MADE, ids=" ".join)
def official(request: pytest.FixtureRequest) -> Paper:
    name, document = request.param
    kind, order = PAPERS[document]
    register = load_register(Workspace(ROOT), CLOCK)
    style, language = load_style(name, FOLDERS), LANGUAGES[name]
    words = load_words(language, FOLDERS)
    how = Presentation(language, style, FOLDERS, words, register.issuer, 5)
    made = render_page(kind.prepare(register, order), kind.template, how)
    assert made.as_of == DAY
    return Paper(made, style)


def test_the_word_file_is_valid(official: Paper, tmp_path: Path) -> None:
    path = tmp_path / "official.docx"
    path.write_bytes(official.docx)
    audit = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
    assert [str(error) for error in audit.errors] == []
    assert faults(official.docx) == []


def test_the_pdf_is_pdf_ua(official: Paper) -> None:
    profile = pdf_validator.ValidationProfile.PDF_UA_1
    report = pdf_validator.validate_pdf_bytes(official.pdf, profile=profile)
    assert [failure.rule_id for failure in report.failures] == []
    assert report.is_compliant


def test_word_holds_the_blocks_of_the_page_in_their_order(official: Paper) -> None:
    expected = blocks_of(official.page)
    assert len(expected) > 40
    assert [bare(block) for block in text_blocks(official.docx)] == expected


def test_the_pdf_holds_the_blocks_of_the_page_in_their_order(official: Paper) -> None:
    """What stands between them are numbers and bullets, which the style gives."""
    text = "".join(bare(each) for each in pdf_texts(official.pdf)).casefold()
    expected = [block.casefold() for block in blocks_of(official.page)]
    at, between = 0, ""
    for block in expected:
        found = text.find(block, at)
        assert found >= 0, block
        between += text[at:found]
        at = found + len(block)
    assert set(between) <= set("-·.（）1234567890ivx一二三四五六七八九十、"), between
