"""What a build makes again: exactly the documents that show what has changed."""

import datetime
import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from builds import ROOT, build, copied, edit, files_in, own_template, refuse, to_be_made
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import CLOCK

from briefgen.build.due import keys
from briefgen.build.due import untouched as untouched_module
from briefgen.build.due.program import program_versions
from briefgen.build.due.untouched import MANIFEST, inputs_of, untouched
from briefgen.register.limits import ALL_BYTES
from briefgen.register.workspace import Workspace

JWC = "data/mechanisms/jwc-guangxi"
SPRING = "data/mechanisms/spring-meeting-guangxi"
JWG = "data/mechanisms/jwg-yunnan"
JWC_BRIEF, JWC_MATRIX = "internal/jwc-guangxi-15-brief.en", "shared/jwc-guangxi-commitments.en"
JWC_LISTS = {f"shared/jwc-guangxi-{key}-participants.en" for key in ("10", "14")}
JWG_BRIEF, JWG_MATRIX = "internal/jwg-yunnan-11-brief.en", "shared/jwg-yunnan-commitments.en"
JWG_LIST = "shared/jwg-yunnan-10-participants.en"
CONFERENCE = "secretaries-conference-yunnan"
CONFERENCE_LIST = f"shared/{CONFERENCE}-4-participants.en"
CONFERENCE_BRIEF = f"internal/{CONFERENCE}-5-brief.en"
SPRING_BRIEF = "internal/spring-meeting-guangxi-2024-brief.en"
SPRING_LISTS = {
    f"shared/spring-meeting-guangxi-{key}-participants.en" for key in ("2019", "2021", "2023")
}
SUMMARY = "internal/2023-summary.en"
BRIEFS = {JWC_BRIEF, JWG_BRIEF, CONFERENCE_BRIEF, SPRING_BRIEF}
MATRICES = {
    *(JWC_MATRIX, JWG_MATRIX),
    *(f"shared/{CONFERENCE}-commitments.en", "shared/spring-meeting-guangxi-commitments.en"),
}
LISTS = {*JWC_LISTS, JWG_LIST, CONFERENCE_LIST, *SPRING_LISTS}
ALL = {*BRIEFS, *MATRICES, *LISTS, SUMMARY}
FEW = """
build:
  - documents: [brief]
    mechanisms: [jwg-yunnan]
    formats: [html]
  - documents: [participants, commitments]
    mechanisms: [jwc-guangxi, jwg-yunnan]
    formats: [html]
"""
Edit = tuple[str, str, str]
A_PROMISE: Edit = (f"{JWC}/14.yaml", "Go on coordinating to open", "Coordinate to open")
AN_OFFICE: Edit = (f"{JWG}/10.yaml", "en: Deputy Governor of Yunnan", "en: Governor of Yunnan")
A_SHORT_NAME: Edit = (
    "data/mechanisms/jwg-yunnan/mechanism.yaml",
    "short_name: {en: Joint Working Group",
    "short_name: {en: Working Group",
)
A_PLACE: Edit = (f"{SPRING}/2023.yaml", "\nplace: {en: Ha Giang city", "\nplace: {en: Ha Giang")
AN_AREA: Edit = ("data/areas.yaml", "{en: Waterways", "{en: Rivers")
A_NAME: Edit = ("data/people.yaml", "name: {en: Nguyen Cong Truong}", "name: {en: N. C. Truong}")
IN_CHINESE: Edit = (f"{JWC}/14.yaml", "继续协调推进口岸开放和升格", "协调推进口岸开放和升格")
EDITS = (IN_CHINESE, A_PROMISE, AN_OFFICE, A_SHORT_NAME, A_PLACE, AN_AREA, A_NAME)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace in which everything was built once."""
    space = copied(tmp_path_factory.mktemp("first"))
    ended = build(space)
    assert ended.made == ALL
    assert not ended.failed
    return space


@pytest.fixture
def built(first: Workspace, tmp_path: Path) -> Workspace:
    """A copy of it, documents included."""
    shutil.copytree(first.root, tmp_path / "space")
    return Workspace(tmp_path / "space")


def different(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """The documents whose files are not as before."""
    names = {name for name, data in after.items() if before.get(name) != data} - {MANIFEST}
    return {name.removesuffix(".html") for name in names}


def test_nothing_is_made_where_nothing_has_changed(built: Workspace) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.out.rglob("*")}
    ended = build(built, work=refuse)
    assert ended.unchanged == ALL
    assert {path: path.stat().st_mtime_ns for path in built.out.rglob("*")} == before


def test_what_no_document_shows_makes_none(built: Workspace) -> None:
    for path in built.data.rglob("*.yaml"):
        os.utime(path, (0, 0))
        path.write_text(path.read_text("utf-8") + "\n# A remark.\n", "utf-8")
    (built.root / "README.md").write_text("Made up.", "utf-8")
    (built.templates / "parts").mkdir(parents=True)
    (built.templates / "parts/of-nobody.html.j2").write_text("<p>Made up.</p>", "utf-8")
    edit(
        built,
        "data/parties.yaml",
        "\nlang-son:\n",
        "\nof-nobody: {name: No, kind: province, country: VN}\nlang-son:\n",
    )
    assert build(built, work=refuse).unchanged == ALL


SPRING_2023 = "shared/spring-meeting-guangxi-2023-participants.en"


@pytest.mark.parametrize(
    ("change", "shown_in"),
    [
        (A_PROMISE, {JWC_BRIEF, SPRING_BRIEF, JWC_MATRIX, SUMMARY}),
        (AN_OFFICE, {JWG_LIST}),
        (A_SHORT_NAME, {JWG_BRIEF, CONFERENCE_BRIEF, JWG_MATRIX, CONFERENCE_LIST, SUMMARY}),
        (A_PLACE, {SPRING_BRIEF, JWC_BRIEF, SPRING_2023, SUMMARY}),
        (AN_AREA, {JWC_BRIEF, JWC_MATRIX, SUMMARY}),
        (A_NAME, {JWC_BRIEF, SPRING_BRIEF, "shared/jwc-guangxi-10-participants.en"}),
        (IN_CHINESE, set()),
    ],
    ids=["promise", "office", "short name", "place", "area", "person", "Chinese"],
)
def test_a_changed_fact_makes_the_documents_that_show_it(
    built: Workspace, change: Edit, shown_in: set[str]
) -> None:
    before = files_in(built.out)
    edit(built, *change)
    assert build(built).made == shown_in
    assert different(before, files_in(built.out)) == shown_in
    assert build(built, work=refuse).unchanged == ALL


def test_a_fact_that_is_taken_back_makes_its_documents_again(built: Workspace) -> None:
    before = files_in(built.out)
    file, old, new = A_NAME
    edit(built, file, old, new)
    assert build(built).made
    edit(built, file, new, old)
    assert JWC_BRIEF in build(built).made
    assert files_in(built.out) == before


@pytest.mark.parametrize(
    ("name", "old", "new", "shown_in"),
    [
        ("participants.html.j2", "<table", "<p>Made up.</p><table", LISTS),
        ("parts/commitments.html.j2", "{% macro", "{# made up #}{% macro", set()),
        ("frames/plain.html.j2", "{% macro", "{# made up #}{% macro", set()),
        ("styles/plain.yaml", "margins: {top: ", "margins: {top: 1", ALL),
        ("words/vi.po", 'msgstr "', 'msgstr "', set()),
    ],
)
def test_a_changed_template_makes_the_documents_that_it_changes(
    built: Workspace, name: str, old: str, new: str, shown_in: set[str]
) -> None:
    own_template(built, name, old, new)
    assert build(built).made == shown_in


def test_changed_words_make_the_documents_in_their_language(built: Workspace) -> None:
    words = (ROOT / "templates/words/zh-Hans.po").read_text("utf-8")
    (built.templates / "words").mkdir(parents=True)
    (built.templates / "words/zh-Hans.po").write_text(words, "utf-8")
    assert build(built, work=refuse).unchanged == ALL


@pytest.mark.parametrize(
    ("told_by", "told"),
    [
        ("program_versions", {**program_versions(), "weasyprint": "70.1"}),
        ("program_versions", {**program_versions(), "briefgen": "0" * 64}),
        ("font_versions", ("Noto Serif 131073 NotoSerif-Regular.ttf 5",)),
    ],
    ids=["library", "code", "fonts"],
)
def test_another_program_or_font_makes_every_document(
    built: Workspace, monkeypatch: pytest.MonkeyPatch, told_by: str, told: object
) -> None:
    assert to_be_made(built) == set()
    monkeypatch.setattr(keys, told_by, lambda *_: told)
    assert to_be_made(built) == ALL


def test_a_letterhead_makes_every_document_of_its_style(built: Workspace) -> None:
    built.templates.mkdir()
    (built.templates / "letterhead.docx").write_bytes(b"made up")
    assert to_be_made(built) == ALL


def test_another_day_makes_every_document(built: Workspace) -> None:
    assert to_be_made(built, on=CLOCK + datetime.timedelta(1)) == ALL


@pytest.mark.parametrize("harm", ["deleted", "cut", "changed"])
def test_a_document_that_came_to_harm_is_made_again(built: Workspace, harm: str) -> None:
    before = files_in(built.out)
    path = built.out / f"{JWG_LIST}.html"
    match harm:
        case "deleted":
            path.unlink()
        case "cut":
            path.write_bytes(path.read_bytes()[:-1])
        case "changed":
            path.write_bytes(path.read_bytes().replace(b"a", b"b"))
    assert build(built).made == {JWG_LIST}
    assert files_in(built.out) == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"documents": 5}',
        b'{"documents": [{}]}',
        b"\xff\xfe",
        b"[" * 99999,
    ],
)
def test_a_manifest_that_says_nothing_clear_is_made_anew(built: Workspace, content: bytes) -> None:
    assert to_be_made(built) == set()
    (built.out / MANIFEST).write_bytes(content)
    assert to_be_made(built) == ALL


def test_everything_is_made_again_when_it_is_wanted(built: Workspace) -> None:
    assert to_be_made(built, again=True) == ALL


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace in which a few documents were built once."""
    space = copied(tmp_path_factory.mktemp("few"), FEW)
    assert len(build(space).made) == 6
    return space


@settings(max_examples=12)
@given(rounds=st.lists(st.sets(st.sampled_from(EDITS), min_size=1), min_size=1, max_size=3))
def test_after_any_edits_all_is_as_if_it_were_made_from_nothing(
    few: Workspace, rounds: list[set[Edit]]
) -> None:
    """Each round makes its edits, or takes them back where they were made before."""
    with TemporaryDirectory() as folder:
        shutil.copytree(few.root, Path(folder) / "space")
        space = Workspace(Path(folder) / "space")
        done: set[Edit] = set()
        for edits in rounds:
            before = files_in(space.out)
            for file, old, new in sorted(edits):
                is_done = (file, old, new) in done
                edit(space, file, *((new, old) if is_done else (old, new)))
            done ^= edits
            assert build(space).made == different(before, files_in(space.out))
        entire = Path(folder) / "entire"
        build(space, entire)
        assert files_in(space.out) == files_in(entire)


# Nothing touched: told without reading the register.


def inputs(space: Workspace, on: datetime.date = CLOCK) -> str | None:
    return inputs_of(space, on, CLOCK)


def add_link(space: Workspace) -> None:
    (space.data / "linked.yaml").symlink_to(space.data / "areas.yaml")


def add_template(space: Workspace) -> None:
    space.templates.mkdir()
    (space.templates / "own.html.j2").write_text("", "utf-8")


def touched(space: Workspace) -> None:
    for path in space.data.rglob("*.yaml"):
        os.utime(path, (0, 0))
    (space.root / "README.md").write_text("Made up.", "utf-8")


@pytest.mark.parametrize(
    ("change", "is_other"),
    [
        (touched, False),
        (add_template, True),
        (lambda space: edit(space, *AN_AREA), True),
        (lambda space: edit(space, "briefgen.yaml", "style: plain", "style: nd30"), True),
        (lambda space: (space.data / "areas.yaml").rename(space.data / "area.yaml"), True),
    ],
)
def test_what_stands_for_all_inputs_changes_with_each(
    built: Workspace,
    change: Callable[[Workspace], object],
    is_other: bool,  # noqa: FBT001
) -> None:
    before = inputs(built)
    assert before is not None
    change(built)
    assert (inputs(built) != before) is is_other
    assert inputs(built, CLOCK + datetime.timedelta(1)) != before


def test_where_links_stand_the_register_is_always_read(built: Workspace) -> None:
    add_link(built)
    assert inputs(built) is None
    assert untouched(built.out, None) is None


def test_what_is_too_large_is_not_read_for_it(built: Workspace) -> None:
    with (built.data / "large.yaml").open("wb") as file:
        file.truncate(ALL_BYTES.most + 1)
    assert inputs(built) is None


def test_what_vanishes_meanwhile_is_left_to_those_who_read(
    built: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = [("data/gone.yaml", built.data / "gone.yaml")]
    monkeypatch.setattr(untouched_module, "files_of", lambda _: gone)
    assert inputs(built) is None


def test_a_format_that_is_wanted_no_more_is_listed_no_more(tmp_path: Path) -> None:
    due = "\nbuild:\n  - {documents: [commitments], formats: [html, xlsx]}\n"
    space = copied(tmp_path / "space", due)
    assert len(build(space).made) == 4
    edit(space, "briefgen.yaml", "[html, xlsx]", "[html]")
    assert len(build(space).unchanged) == 4
    build(space, tmp_path / "entire")
    told = (space.out / MANIFEST).read_bytes()
    assert told == (tmp_path / "entire" / MANIFEST).read_bytes()


def test_a_build_whose_files_all_stand_is_untouched(built: Workspace) -> None:
    assert untouched(built.out, inputs(built)) is None  # it was built without them
    made = build(built, again=True, inputs=inputs(built))
    assert made.made == ALL
    same = untouched(built.out, inputs(built))
    assert same is not None
    assert same.documents == len(ALL)

    (built.out / f"{JWG_LIST}.html").write_bytes(b"harmed")
    assert untouched(built.out, inputs(built)) is None


def test_a_build_of_which_something_failed_is_never_untouched(built: Workspace) -> None:
    own_template(built, "commitments.html.j2", "{%", "{% made up %}{%")
    assert build(built, inputs=inputs(built)).failed == MATRICES
    assert untouched(built.out, inputs(built)) is None


@pytest.mark.parametrize("path", ["/etc/hostname", "../briefgen.yaml"])
def test_a_manifest_that_leads_elsewhere_is_not_followed(built: Workspace, path: str) -> None:
    build(built, again=True, inputs=inputs(built))
    told = json.loads((built.out / MANIFEST).read_text("utf-8"))
    data = (built.out / path).read_bytes()
    file = {"path": path, "format": "html", "bytes": len(data)}
    file["sha256"] = hashlib.sha256(data).hexdigest()
    told["documents"][0]["files"] = [file]
    (built.out / MANIFEST).write_text(json.dumps(told), "utf-8")
    assert untouched(built.out, inputs(built)) is None
