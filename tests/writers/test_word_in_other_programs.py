"""Files for Word in every house style, as other programs open them: no word is lost on the way."""

import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pdfplumber
import pytest
from conftest import DAY, HELD, ROOT
from docx_reading import body_of, docx_of, find, text_in
from makers import CLOCK
from page_texts import bare
from parity import html_texts
from pdf_reading import pdf_texts
from test_docx_soundness import EVERYTHING, needs

from briefgen.build.building import Rendered, rendered
from briefgen.build.looks import Looks
from briefgen.build.output import Output
from briefgen.documents.catalogue import BRIEF
from briefgen.documents.orders import SessionOrder
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import known_styles
from briefgen.writers.catalogue import WRITERS

LANGUAGES = {"plain": "en", "nd30": "vi", "hd36": "vi", "gbt9704": "zh-Hans"}
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
each_file = pytest.mark.parametrize("name", [*LANGUAGES, "everything"])


@cache
def register() -> Register:
    return load_register(Workspace(ROOT), CLOCK)


def brief(style: str) -> Rendered:
    output = Output((LANGUAGES[style],), style, (), ROOT)
    order = SessionOrder(HELD, DAY, "internal")
    return rendered(BRIEF, order, Looks(register(), Workspace(ROOT), output))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A brief in each style, and a page of all that a page can hold."""
    folder = tmp_path_factory.mktemp("briefs")
    made = {style: brief(style) for style in LANGUAGES}
    paths = {style: folder / f"{style}.docx" for style in made}
    for style, document in made.items():
        paths[style].write_bytes(WRITERS["docx"](document.page, document.style))
    (folder / "everything.docx").write_bytes(docx_of(EVERYTHING))
    return {**paths, "everything": folder / "everything.docx"}


@pytest.fixture(scope="module")
def printed(files: Mapping[str, Path]) -> Mapping[str, Path]:
    """What LibreOffice makes of them; it is started once for all."""
    folder = files["plain"].parent
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", TAGGED, *map(str, files.values())]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=240)
    return {style: path.with_suffix(".pdf") for style, path in files.items()}


def test_there_is_a_brief_in_each_style() -> None:
    assert sorted(LANGUAGES) == known_styles((ROOT / "templates",))


@needs("qpdf")
@needs("soffice")
@each_file
def test_libreoffice_reads_every_text_in_its_order(
    name: str, files: Mapping[str, Path], printed: Mapping[str, Path]
) -> None:
    # LibreOffice says that all went well even when it wrote nothing.
    assert printed[name].stat().st_size > 10_000
    said = "".join(read.text for read in pdf_texts(printed[name]))
    assert lost(texts(files[name]), said) == []


@needs("soffice")
def test_libreoffice_repeats_the_head_of_a_table_on_every_page(
    printed: Mapping[str, Path],
) -> None:
    with pdfplumber.open(printed["plain"]) as pdf:
        sheets = [f"\n{sheet.extract_text()}" for sheet in pdf.pages]
    checked = [text for text in sheets if "\nDoubt " in text]
    assert len(checked) > 1
    assert all("What to check" in text for text in checked)


@needs("pandoc")
@each_file
def test_pandoc_reads_every_text_in_its_order(name: str, files: Mapping[str, Path]) -> None:
    command = ["pandoc", "--from", "docx", "--to", "html", "--wrap", "none", str(files[name])]
    read = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    assert lost(texts(files[name]), "".join(html_texts(f"<body>{read}"))) == []


def texts(docx: Path) -> list[str]:
    """The texts as they stand in the file, those of each table row by row."""
    found = [text_in(each) for each in find(body_of(docx.read_bytes()), ".//w:p")]
    assert len(found) > 40
    return [text for text in found if bare(text)]


def lost(texts: Sequence[str], said: str) -> list[str]:
    """The texts that aren't said after those before them; what else is said are numbers."""
    said, at, missing = bare(said).casefold(), 0, []
    for text in texts:
        wanted = bare(text).casefold()
        place = said.find(wanted, at)
        if place < 0:
            missing.append(text)
        else:
            at = place + len(wanted)
    return missing


def test_a_lost_text_is_noticed() -> None:
    assert lost(["One", "two"], "1. one 2. Two") == []
    assert lost(["One", "two"], "1. two 2. One") == ["two"]
    assert lost(["One", "two"], "one") == ["two"]
