"""What is internal never reaches a shared document, and what is dated later never an earlier one.

The register in `everything/` marks its words: Kestrel stands in every internal field, Heron in
everything dated or told after 1 June 2020, Wren in what all could read on that day.
"""

import inspect
import json
import re
import shutil
import typing
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from makers import CLOCK
from pydantic import BaseModel
from test_cli import run_warm
from typer.testing import CliRunner

from briefgen.cli.commands import app
from briefgen.documents.brief import prepare_brief
from briefgen.documents.editions import Edition, for_edition
from briefgen.documents.orders import SessionOrder
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.schemas import ADAPTERS
from briefgen.register.source import read_source
from briefgen.register.workspace import Workspace

EVERYTHING = Path(__file__).parent / "everything"
THEN, LATER = "2020-06-01", "2026-11-25"
INTERNAL, TOLD_LATER, KNOWN = "kestrel", "heron", "wren"
SESSIONS = ("test-talks/next", "test-talks/1", "test-talks/2", "test-talks/3", "test-talks/5")
FORMATS = ("docx", "pdf", "html")


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(Workspace(EVERYTHING), CLOCK)


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("everything")
    shutil.copytree(EVERYTHING, folder, dirs_exist_ok=True)
    return folder


def run(space: Path, *arguments: str) -> str:
    done = run_warm(*arguments, "--workspace", space, cwd=Path(__file__).parents[1])
    assert done.code == 0, done.err
    return done.out + done.err


# Reading everything that a file holds.


def words_in(data: bytes) -> set[str]:
    """Which of the marked words stand in a file: in its bytes, its parts, streams and text."""
    seen = "\n".join(text.casefold() for part in parts_of(data) for text in readings(part))
    return {word for word in (INTERNAL, TOLD_LATER, KNOWN) if word in seen}


def parts_of(data: bytes) -> Iterator[bytes]:
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield archive.comment
            for member in archive.infolist():
                yield member.filename.encode()
                yield archive.read(member)
    if data.startswith(b"%PDF"):
        for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
            yield unpacked(stream)
        with pdfplumber.open(BytesIO(data)) as document:
            yield repr(document.metadata).encode()
            yield "\n".join(page.extract_text() for page in document.pages).encode()


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def readings(data: bytes) -> Iterator[str]:
    """Bytes as text of one byte and of two bytes a letter, tags within words taken out."""
    yield data.decode("latin-1")
    yield data.decode("utf-16-be", "ignore")
    yield data[1:].decode("utf-16-be", "ignore")
    yield re.sub(r"<[^>]*>", "", data.decode("utf-8", "ignore"))
    for digits in re.findall(rb"<([0-9A-Fa-f]{8,})>", data):
        yield bytes.fromhex(digits[: len(digits) // 4 * 4].decode()).decode("utf-16-be", "ignore")


# The register marks what it should.


def test_every_field_that_is_internal_is_marked(register: Register) -> None:
    contacts = [each.internal for each in register.people.values() if each.internal]
    assert len(contacts) >= 2
    assert all("kestrel" in (each.email or "") for each in contacts)
    filled = [each.internal for each in register.sessions.values() if each.internal]
    assert len(filled) >= 4
    for name in type(filled[0]).model_fields:
        texts = [text.best("en").text for each in filled for text in getattr(each, name)]
        assert texts
        assert all("Kestrel" in text for text in texts)


def models_in(annotation: object, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """All models that a type leads to, each once."""
    for argument in typing.get_args(annotation):
        yield from models_in(argument, seen)
    if typing.get_args(annotation) or not inspect.isclass(annotation):
        return
    if issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        yield annotation
        for field in annotation.model_fields.values():
            yield from models_in(field.annotation, seen)


def test_only_sessions_and_people_hold_anything_internal_and_both_are_cleared() -> None:
    seen: set[type[BaseModel]] = set()
    adapters = tuple(ADAPTERS.values())
    found = [model for each in adapters for model in models_in(each._type, seen)]  # noqa: SLF001
    assert len(found) > 20
    holding = {model.__name__ for model in found if "internal" in model.model_fields}
    assert holding == {"SessionFile", "Person"}


@pytest.mark.parametrize("word", [INTERNAL, TOLD_LATER, KNOWN])
def test_every_marked_word_stands_in_the_register_often(word: str) -> None:
    text = "\n".join(
        repr(read_source(path.read_bytes(), path.name).tree) for path in EVERYTHING.rglob("*.yaml")
    )
    assert text.casefold().count(word) >= 7


def test_the_reading_finds_words_wherever_they_hide() -> None:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.xml", "<t>Kes</t><t>trel</t>")
        made.writestr("b.xml", "Heron".encode("utf-16-be"))
    assert words_in(archive.getvalue()) == {INTERNAL, TOLD_LATER}
    assert words_in(b"<</Title <FEFF005700720065006E>>>") == {KNOWN}
    assert words_in(b"nothing") == set()


# Briefs in every format.


def documents(space: Path, name: str, as_of: str, edition: Edition) -> dict[str, bytes]:
    out = space / "made" / edition / as_of / name
    said = run(
        *(space, "brief", name, "--as-of", as_of, "--edition", edition, "--json"),
        *("--format", ",".join(FORMATS), "--out", str(out)),
    )
    told = json.loads(said)
    files = {each["format"]: Path(each["path"]).read_bytes() for each in told["written"]}
    return {**files, "json": said.encode()}


def expected(*words: str) -> dict[str, set[str]]:
    """The same words in every format."""
    return {name: {*words} for name in FORMATS}


@pytest.mark.parametrize("name", SESSIONS)
def test_a_shared_brief_of_then_holds_nothing_internal_and_nothing_later(
    space: Path, name: str
) -> None:
    found = {kind: words_in(data) for kind, data in documents(space, name, THEN, "shared").items()}
    assert found == {**expected(KNOWN), "json": set()}


@pytest.mark.parametrize("name", ["test-talks/1", "test-talks/5"])
def test_an_internal_brief_of_then_holds_what_is_internal_and_nothing_later(
    space: Path, name: str
) -> None:
    made = documents(space, name, THEN, "internal")
    found = {kind: words_in(data) for kind, data in made.items()}
    assert found == {**expected(KNOWN, INTERNAL), "json": set()}


def test_a_shared_brief_of_today_tells_what_came_later_and_nothing_internal(space: Path) -> None:
    made = documents(space, "test-talks/next", LATER, "shared")
    found = {kind: words_in(data) for kind, data in made.items()}
    assert found == {**expected(KNOWN, TOLD_LATER), "json": set()}


def test_the_other_mechanisms_brief_of_then_tells_nothing_later(space: Path) -> None:
    made = documents(space, "test-forum/next", THEN, "internal")
    assert {word for data in made.values() for word in words_in(data)} == {KNOWN}


def test_a_brief_for_a_session_of_a_later_day_tells_nothing_of_it(space: Path) -> None:
    made = documents(space, "test-talks/4", THEN, "internal")
    assert {word for data in made.values() for word in words_in(data)} == {KNOWN}


# The other documents, in every format.

OTHERS: dict[str, tuple[str, ...]] = {
    "list": ("participants", "test-talks/1"),
    "list-of-3": ("participants", "test-talks/3"),
    "list-of-later": ("participants", "test-talks/4"),
    "sign-in": ("participants", "test-talks/1", "--layout", "sign-in"),
    "sign-in-by-point": (
        *("participants", "test-talks/3", "--layout", "sign-in", "--sheet", "connection-point"),
    ),
    "place-cards": ("participants", "test-talks/1", "--layout", "place-cards"),
    "badges": ("participants", "test-talks/1", "--layout", "badges"),
    "matrix": ("commitments", "test-talks"),
    "minutes": ("minutes", "test-talks/next"),
    "minutes-of-held": ("minutes", "test-talks/1"),
    "summary": ("summary", "2020"),
    "summary-of-one": ("summary", "2018", "--mechanism", "test-talks"),
}
ALL_FORMATS = ("docx", "pdf", "html", "xlsx")
QUICK = ("docx", "html", "xlsx")
WITH_CONTACTS = {"list", "list-of-3", "sign-in", "sign-in-by-point"}
TELEPHONE = "4711 5377"


def others(
    space: Path, name: str, as_of: str, edition: Edition, formats: tuple[str, ...] = ALL_FORMATS
) -> dict[str, bytes]:
    """The files of a document by format, and what its command printed; run in this process."""
    out = space / "made" / edition / as_of / name
    options = ("--as-of", as_of, "--edition", edition, "--format", ",".join(formats), "--json")
    said = invoke(*OTHERS[name], *options, "--out", str(out), "--workspace", str(space))
    files = {path.suffix[1:]: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert set(files) >= set(formats)
    return {**files, "json": said.encode()}


def invoke(*arguments: str) -> str:
    done = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("name", OTHERS)
def test_a_shared_document_of_then_holds_nothing_internal_and_nothing_later(
    space: Path, name: str
) -> None:
    found = {kind: words_in(data) for kind, data in others(space, name, THEN, "shared").items()}
    assert found == {**in_all_formats(KNOWN), "json": set()}


def in_all_formats(*words: str) -> dict[str, set[str]]:
    return {name: {*words} for name in ALL_FORMATS}


@pytest.mark.parametrize("name", sorted(WITH_CONTACTS))
def test_contacts_stand_in_internal_lists_only(space: Path, name: str) -> None:
    made = others(space, name, THEN, "internal")
    found = {kind: words_in(data) for kind, data in made.items()}
    assert found == {**in_all_formats(KNOWN, INTERNAL), "json": set()}
    assert TELEPHONE in made["html"].decode()
    assert TELEPHONE not in others(space, name, THEN, "shared")["html"].decode()


@pytest.mark.parametrize("name", sorted(OTHERS.keys() - WITH_CONTACTS))
def test_no_other_document_tells_a_contact(space: Path, name: str) -> None:
    made = others(space, name, LATER, "internal", QUICK)
    assert {word for data in made.values() for word in words_in(data)} <= {KNOWN, TOLD_LATER}


@pytest.mark.parametrize("name", OTHERS)
def test_a_shared_document_of_today_holds_nothing_internal(space: Path, name: str) -> None:
    made = others(space, name, LATER, "shared", QUICK)
    assert INTERNAL not in {word for data in made.values() for word in words_in(data)}


@pytest.mark.parametrize("name", ["list-of-later", "matrix", "summary"])
def test_what_came_later_is_told_today(space: Path, name: str) -> None:
    made = others(space, name, LATER, "shared", QUICK)
    assert {kind for kind, data in made.items() if TOLD_LATER in words_in(data)} >= set(QUICK)


def test_a_shared_kit_of_then_holds_nothing_internal_and_nothing_later(space: Path) -> None:
    out = space / "made" / "kit"
    invoke(
        *("kit", "test-talks/3", "--as-of", THEN, "--edition", "shared", "--out", str(out)),
        *("--format", ",".join(ALL_FORMATS), "--workspace", str(space)),
    )
    files = [path for path in out.rglob("*") if path.is_file()]
    assert len(files) == 8 * len(ALL_FORMATS) + 1
    assert {word for path in files for word in words_in(path.read_bytes())} == {KNOWN}


# What the other commands print.


@pytest.mark.parametrize("arguments", [("rotation", "--next", "20"), ("ledger",)])
@pytest.mark.parametrize("form", [(), ("--json",)])
@pytest.mark.parametrize("mechanism", ["test-talks", "test-forum"])
def test_rotation_and_ledger_of_then_tell_nothing_internal_and_nothing_later(
    space: Path, mechanism: str, arguments: tuple[str, ...], form: tuple[str, ...]
) -> None:
    command, *options = arguments
    said = run(space, command, mechanism, *options, "--as-of", THEN, *form)
    assert said.strip()
    assert words_in(said.encode()) <= {KNOWN}


def test_the_ledger_of_today_tells_what_came_later(space: Path) -> None:
    said = run(space, "ledger", "test-talks", "--as-of", LATER, "--json")
    assert words_in(said.encode()) == {KNOWN, TOLD_LATER}


# The view that documents are made from.


def test_a_shared_edition_is_made_from_a_register_that_holds_nothing_internal(
    register: Register,
) -> None:
    shared = for_edition(register, "shared")
    assert INTERNAL not in repr(shared).casefold()
    assert INTERNAL in repr(register).casefold()
    assert for_edition(register, "internal") is register


@pytest.mark.parametrize("name", SESSIONS)
def test_the_document_itself_holds_none_of_it(register: Register, name: str) -> None:
    order = SessionOrder(name, CLOCK.replace(year=2020, month=6, day=1), "shared")
    held = repr(prepare_brief(register, order)).casefold()
    assert KNOWN in held
    assert (INTERNAL in held, TOLD_LATER in held) == (False, False)


def test_a_template_that_asks_for_internal_points_finds_none(space: Path) -> None:
    folder = space / "templates/parts"
    folder.mkdir(parents=True)
    (folder / "internal.html.j2").write_text(
        "<section><h2>All</h2><p>{{ document }}</p></section>\n", "utf-8"
    )
    made = documents(space, "test-talks/5", THEN, "shared")
    shutil.rmtree(space / "templates")
    assert words_in(made["html"]) == {KNOWN}
