"""Every document in every language and house style: valid in both formats, without a warning."""

import datetime
import shutil
import subprocess
from pathlib import Path

import page as pdf_validator
import pytest
from docx_reading import faults
from makers import CLOCK
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.build.building import Written
from briefgen.build.kit import build_kit
from briefgen.build.kit_documents import KitOrder
from briefgen.build.output import Output
from briefgen.documents import catalogue
from briefgen.documents.catalogue import DELEGATES_FORM, DocumentKind
from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import known_styles
from briefgen.rendering.languages import LANGUAGES

ROOT = Path(__file__).parents[2]
STYLES = known_styles((ROOT / "templates",))
IN_LANGUAGES = [*((language,) for language in LANGUAGES), ("vi", "zh-Hans")]
SESSION, DAY = "jwc-guangxi/14", datetime.date(2026, 11, 22)
KINDS = {kind.name for kind in vars(catalogue).values() if isinstance(kind, DocumentKind)}


@pytest.fixture(scope="class", params=IN_LANGUAGES, ids="-".join)
def files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Written, ...]:
    """All documents of a session in a style and one or two languages; whatever is amiss, raises."""
    space = Workspace(ROOT)
    folder = tmp_path_factory.mktemp("kit")
    output = Output(request.param, request.cls.style, (), folder)
    register = load_register(space, CLOCK)
    return build_kit(KitOrder(SESSION, DAY), register, space, output).written


def of_format(files: tuple[Written, ...], wanted: str) -> list[Path]:
    found = [file for file in files if file.format == wanted]
    assert {file.document for file in found} == KINDS - {DELEGATES_FORM.name}
    return [file.path for file in found]


def test_there_are_the_styles_and_languages_that_are_promised() -> None:
    assert STYLES == ["gbt9704", "hd36", "nd30", "plain"]
    assert [*LANGUAGES] == ["en", "vi", "zh-Hans"]
    assert sorted(each.style for each in EveryDocument.__subclasses__()) == STYLES


class EveryDocument:
    """The same for each style; classes, so that they are made side by side."""

    style = ""

    def test_every_word_file_is_valid(self, files: tuple[Written, ...]) -> None:
        validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019)
        for path in of_format(files, "docx"):
            audit = validator.validate(str(path))
            assert [str(error) for error in audit.errors] == [], path.name
            assert faults(path.read_bytes()) == [], path.name

    def test_every_pdf_is_pdf_ua_and_sound(self, files: tuple[Written, ...]) -> None:
        for path in of_format(files, "pdf"):
            profile = pdf_validator.ValidationProfile.PDF_UA_1
            report = pdf_validator.validate_pdf_bytes(path.read_bytes(), profile=profile)
            assert [failure.rule_id for failure in report.failures] == [], path.name
            if shutil.which("qpdf"):
                checked = subprocess.run(
                    ["qpdf", "--check", path], capture_output=True, check=False
                )
                assert checked.returncode == 0, (path.name, checked.stdout)


class TestPlain(EveryDocument):
    style = "plain"


class TestDecree30(EveryDocument):
    style = "nd30"


class TestGuidance36(EveryDocument):
    style = "hd36"


class TestGBT9704(EveryDocument):
    style = "gbt9704"
