"""Every document in every house style and set of languages: valid and the same in every format.

The files of a style in some languages are made once; each test goes through all of them.
"""

import datetime
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import page as pdf_validator
import pytest
from docx_faults import faults
from makers import CLOCK
from openxml_audit import FileFormat, OpenXmlValidator
from parity import difference
from test_docx_soundness import needs

from briefgen.build.agreement import disagreements
from briefgen.build.building import Rendered, rendered
from briefgen.build.kit import LISTS
from briefgen.build.kit_documents import KitOrder, documents_of
from briefgen.build.looks import Looks
from briefgen.build.output import Output
from briefgen.documents import catalogue
from briefgen.documents.catalogue import DELEGATES_FORM, DocumentKind
from briefgen.documents.orders import SessionOrder
from briefgen.documents.selection import select_reader, select_session
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import known_styles
from briefgen.rendering.languages import LANGUAGES
from briefgen.writers.catalogue import WRITERS

ROOT = Path(__file__).parents[2]
SPACE = Workspace(ROOT)
STYLES = known_styles((ROOT / "templates",))
IN_LANGUAGES = [*((language,) for language in LANGUAGES), ("vi", "zh-Hans")]
SESSION, DAY = "jwc-guangxi/14", datetime.date(2026, 11, 22)
KINDS = {kind.name for kind in vars(catalogue).values() if isinstance(kind, DocumentKind)}
each_format = pytest.mark.parametrize("form", [*WRITERS])


@dataclass(frozen=True)
class Made:
    """A document and its files by format."""

    document: Rendered
    files: dict[str, Path]


@cache
def register() -> Register:
    return load_register(SPACE, CLOCK)


def documents(languages: tuple[str, ...], style: str) -> Iterator[Rendered]:
    """All documents of a session, then the form in which its delegates are told."""
    selection = select_session(register(), SESSION, DAY)
    order = KitOrder(selection.id, DAY, perspective=select_reader(selection, None))
    looks = Looks(register(), SPACE, Output(languages, style, (), ROOT, number=5))
    yield from (document for document, _ in documents_of(order, selection, looks))
    yield rendered(DELEGATES_FORM, SessionOrder(SESSION, DAY, "shared"), looks)


@pytest.fixture(scope="class", params=IN_LANGUAGES, ids="-".join)
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Made, ...]:
    """All documents in a style and one or two languages, in every format."""
    folder = tmp_path_factory.mktemp("files")
    found = tuple(documents(request.param, request.cls.style))
    assert disagreements(found, LISTS) == []
    return tuple(Made(document, written(document, folder)) for document in found)


def written(document: Rendered, folder: Path) -> dict[str, Path]:
    files = {form: folder / f"{document.kind}.{form}" for form in WRITERS}
    for form, path in files.items():
        path.write_bytes(WRITERS[form](document.page, document.style))
    return files


def test_there_are_the_styles_and_languages_that_are_promised() -> None:
    assert STYLES == ["gbt9704", "hd36", "nd30", "plain"]
    assert [*LANGUAGES] == ["en", "vi", "zh-Hans"]
    assert sorted(each.style for each in EveryDocument.__subclasses__()) == STYLES


class EveryDocument:
    """The same for each style; classes, so that they are made side by side."""

    style = ""

    def test_there_is_every_kind_of_document(self, made: tuple[Made, ...]) -> None:
        assert sorted(each.document.kind for each in made) == sorted(KINDS)
        assert {each.document.edition for each in made} == {"internal", "shared"}
        assert {each.document.style.name for each in made} == {self.style}

    @pytest.mark.parametrize("form", ["docx", "xlsx"])
    def test_every_office_file_is_valid(self, form: str, made: tuple[Made, ...]) -> None:
        validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019)
        for each in made:
            audit = validator.validate(str(each.files[form]))
            assert [str(error) for error in audit.errors] == [], each.files[form].name

    def test_every_word_file_is_accessible(self, made: tuple[Made, ...]) -> None:
        for each in made:
            found = faults(each.files["docx"].read_bytes(), each.document.page)
            assert found == [], each.document.kind

    def test_every_pdf_is_pdf_ua(self, made: tuple[Made, ...]) -> None:
        profile = pdf_validator.ValidationProfile.PDF_UA_1
        for each in made:
            data = each.files["pdf"].read_bytes()
            report = pdf_validator.validate_pdf_bytes(data, profile=profile)
            assert [failure.rule_id for failure in report.failures] == [], each.document.kind

    @needs("qpdf")
    def test_every_pdf_is_sound(self, made: tuple[Made, ...]) -> None:
        for each in made:
            command = ["qpdf", "--check", each.files["pdf"]]
            checked = subprocess.run(command, capture_output=True, check=False)
            assert checked.returncode == 0, (each.document.kind, checked.stdout)

    @each_format
    def test_every_file_says_what_its_page_says(self, form: str, made: tuple[Made, ...]) -> None:
        for each in made:
            found = difference(each.files[form], each.document.page, each.document.style)
            assert found is None, each.document.kind


class TestPlain(EveryDocument):
    style = "plain"


class TestDecree30(EveryDocument):
    style = "nd30"


class TestGuidance36(EveryDocument):
    style = "hd36"


class TestGBT9704(EveryDocument):
    style = "gbt9704"
