"""Every document in every house style and set of languages: valid and the same in every format.

The files of a style in some languages are made once; each test goes through all of them.
"""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import DAY, HELD, PAPERS, SESSIONS
from docx_faults import expected_properties, faults, midnight
from docx_reading import page_of, part, plain_style
from lxml import etree
from makers import CLOCK
from openxml_audit import FileFormat, OpenXmlValidator
from parity import difference
from pdf_faults import broken_streams, failures, qpdf_warnings
from test_docx_soundness import needs

from briefgen.build.agreement import disagreements
from briefgen.build.building import Rendered, rendered
from briefgen.build.kit import LISTS
from briefgen.build.kit_documents import KitOrder, documents_of
from briefgen.build.looks import Looks
from briefgen.build.output import Output
from briefgen.documents import catalogue
from briefgen.documents.catalogue import BRIEF, DELEGATES_FORM, DocumentKind
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
IN_KIT = {"jwc-guangxi-14", "list", "sign-in", "place-cards", "minutes-of-held"}
"""Other orders that make the same documents as those of the whole session do."""
KINDS = {kind.name for kind in vars(catalogue).values() if isinstance(kind, DocumentKind)}
OTHER_ORDERS: dict[str, tuple[DocumentKind[Any], Any]] = {
    name: order
    for name, order in {
        **{s.replace("/", "-"): (BRIEF, SessionOrder(s, DAY, "internal")) for s in SESSIONS},
        **PAPERS,
    }.items()
    if name not in IN_KIT
}
each_format = pytest.mark.parametrize(
    "form", [pytest.param(form, marks=[needs("qpdf")] * (form == "pdf")) for form in WRITERS]
)


@dataclass(frozen=True)
class Made:
    """A document and its files by format."""

    name: str
    document: Rendered
    files: Mapping[str, Path]


@cache
def register() -> Register:
    return load_register(SPACE, CLOCK)


def made_of(documents: Mapping[str, Rendered], folder: Path) -> tuple[Made, ...]:
    return tuple(
        Made(name, document, written(name, document, folder))
        for name, document in documents.items()
    )


def written(name: str, document: Rendered, folder: Path) -> dict[str, Path]:
    files = {form: folder / f"{name}.{form}" for form in WRITERS}
    for form, path in files.items():
        path.write_bytes(WRITERS[form](document.page, document.style))
    return files


def looks(languages: tuple[str, ...], style: str) -> Looks:
    return Looks(register(), SPACE, Output(languages, style, (), ROOT, number=5))


@pytest.fixture(scope="class", params=IN_LANGUAGES, ids="-".join)
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Made, ...]:
    """All documents of a session, and the form in which its delegates are told, in every format."""
    how = looks(request.param, request.cls.style)
    selection = select_session(register(), HELD, DAY)
    order = KitOrder(selection.id, DAY, perspective=select_reader(selection, None))
    kit = [document for document, _ in documents_of(order, selection, how)]
    assert disagreements(kit, LISTS) == []
    form = rendered(DELEGATES_FORM, SessionOrder(HELD, DAY, "shared"), how)
    documents = {document.kind: document for document in (*kit, form)}
    return made_of(documents, tmp_path_factory.mktemp("files"))


def test_there_are_the_styles_and_languages_that_are_promised() -> None:
    assert STYLES == ["gbt9704", "hd36", "nd30", "plain"]
    assert [*LANGUAGES] == ["en", "vi", "zh-Hans"]
    assert sorted(each.style for each in EveryDocument.__subclasses__()) == STYLES


@needs("qpdf")
def test_qpdf_notices_a_broken_stream(tmp_path: Path) -> None:
    whole = bytearray(WRITERS["pdf"](page_of("<p>Text</p>"), plain_style()))
    whole[whole.index(b"stream\n") + 12] ^= 255
    path = tmp_path / "broken.pdf"
    path.write_bytes(whole)
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
    assert checked.returncode == 2


class EveryFile:
    """What holds for every file; classes, so that the files of a style are made side by side."""

    style = ""

    @pytest.mark.parametrize("form", ["docx", "xlsx"])
    def test_every_office_file_is_valid(self, form: str, made: tuple[Made, ...]) -> None:
        validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019)
        for each in made:
            audit = validator.validate(str(each.files[form]))
            assert [str(error) for error in audit.errors] == [], each.name

    def test_every_word_file_is_accessible(self, made: tuple[Made, ...]) -> None:
        for each in made:
            found = faults(each.files["docx"].read_bytes(), each.document.page)
            assert found == [], each.name

    def test_every_workbook_tells_what_its_page_tells(self, made: tuple[Made, ...]) -> None:
        for each in made:
            core = part(each.files["xlsx"].read_bytes(), "docProps/core.xml")
            told = {etree.QName(child).localname: child.text or "" for child in core}
            expected = expected_properties(each.document.page)
            assert told == expected | {
                "created": midnight(each.document.page),
                "modified": midnight(each.document.page),
                "lastModifiedBy": expected["creator"],
            }, each.name

    def test_every_pdf_is_accessible_and_fit_for_archives(self, made: tuple[Made, ...]) -> None:
        for each in made:
            assert failures(each.files["pdf"].read_bytes()) == [], each.name

    @needs("qpdf")
    def test_every_pdf_is_sound(self, made: tuple[Made, ...]) -> None:
        for each in made:
            data = each.files["pdf"].read_bytes()
            assert [*broken_streams(data), *qpdf_warnings(data)] == [], each.name

    @each_format
    def test_every_file_says_what_its_page_says(self, form: str, made: tuple[Made, ...]) -> None:
        for each in made:
            found = difference(each.files[form], each.document.page, each.document.style)
            assert found is None, each.name


class EveryDocument(EveryFile):
    """The documents of a session, of which no kind may be forgotten."""

    def test_there_is_every_kind_of_document(self, made: tuple[Made, ...]) -> None:
        assert sorted(each.document.kind for each in made) == sorted(KINDS)
        assert {each.document.edition for each in made} == {"internal", "shared"}
        assert {each.document.style.name for each in made} == {self.style}


class TestPlain(EveryDocument):
    style = "plain"


class TestDecree30(EveryDocument):
    style = "nd30"


class TestGuidance36(EveryDocument):
    style = "hd36"


class TestGBT9704(EveryDocument):
    style = "gbt9704"


class TestOtherOrders(EveryFile):
    """Other sessions and years; in two languages, those of which there is nothing to tell."""

    style = "plain"

    @pytest.fixture(scope="class", params=[("en",), ("vi", "zh-Hans")], ids="-".join)
    @classmethod
    def made(
        cls, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
    ) -> tuple[Made, ...]:
        how = looks(request.param, cls.style)
        is_single = len(request.param) == 1
        names = [name for name in OTHER_ORDERS if is_single or "-of-no" in name]
        documents = {name: rendered(*OTHER_ORDERS[name], how) for name in names}
        return made_of(documents, tmp_path_factory.mktemp("files"))

    def test_there_are_other_orders_of_every_kind_that_may_be_empty(
        self, made: tuple[Made, ...]
    ) -> None:
        kinds = {"participants", "sign-in", "badges", "commitments", "summary"}
        assert {each.document.kind for each in made} >= kinds
        assert len(made) in (5, len(OTHER_ORDERS))
