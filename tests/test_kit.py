"""The kit of a session: every document, one manifest, and no two that disagree."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import HELD, NEXT, ROOT, SPRING
from makers import CLOCK, day

from briefgen.build.agreement import disagreements, facts_of
from briefgen.build.building import Rendered
from briefgen.build.kit import LISTS, Kit, build_kit
from briefgen.build.kit_documents import KitOrder, documents_of
from briefgen.build.looks import Looks
from briefgen.build.output import Output
from briefgen.documents.selection import select_session
from briefgen.problems import MachineError, TemplateError, UsageError
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace

DAY = day("2026-11-22")
KINDS = (
    *("brief", "commitments", "participants", "sign-in", "place-cards", "badges", "minutes"),
    "summary",
)


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(Workspace(ROOT), CLOCK)


def kit(space: Path, session: str, register: Register, **order: Any) -> Kit:
    output = Output(("en",), "plain", (), space / "out")
    wanted = KitOrder(session, DAY, **{"formats": ("html",), **order})
    return build_kit(wanted, register, Workspace(space), output)


def pages(session: str, register: Register, space: Path = ROOT) -> dict[str, Rendered]:
    """The documents of a kit as pages, by kind."""
    selection = select_session(register, session, DAY)
    looks = Looks(register, Workspace(space), Output(("en",), "plain", (), space))
    reader = "lang-son" if session.startswith("jwc") else None
    order = KitOrder(selection.id, DAY, perspective=reader)
    return {each.kind: each for each, _ in documents_of(order, selection, looks)}


def with_template(space: Path, name: str, old: str, new: str) -> Workspace:
    """A workspace whose own template differs in one place from the one that ships."""
    text = (ROOT / "templates" / name).read_text("utf-8")
    assert text.count(old) >= 1
    path = space / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new, 1), "utf-8")
    return Workspace(space)


# What is in it.


def test_a_kit_holds_every_kind_of_document(tmp_path: Path, register: Register) -> None:
    made = kit(tmp_path, NEXT, register)
    assert tuple(each.document for each in made.written) == KINDS
    assert {each.document for each in made.written if each.edition == "internal"} == {
        *("brief", "summary")
    }


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory, register: Register) -> Kit:
    """A kit in the formats that are usual; nobody changes it."""
    return kit(tmp_path_factory.mktemp("usual"), HELD, register, formats=None)


def test_the_manifest_tells_every_file_as_it_is(usual: Kit) -> None:
    made, folder = usual, usual.manifest.parent
    assert folder.parts[-2:] == ("out", "jwc-guangxi-14")
    assert made.manifest == folder / "manifest.json"
    told = json.loads(made.manifest.read_text("utf-8"))

    assert (told["session"], told["as_of"], told["perspective"]) == (
        *(HELD, "2026-11-22"),
        "lang-son",
    )
    files = {path for path in folder.rglob("*") if path.is_file()} - {made.manifest}
    assert {folder / each["path"] for each in told["files"]} == files
    assert len(files) == len(KINDS) * 2 + 1  # the matrix is a workbook too
    for each in told["files"]:
        assert set(each) == {
            *("path", "document", "edition", "language", "format", "bytes", "sha256")
        }
        data = (folder / each["path"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert each["path"].startswith(f"{each['edition']}/")
        assert each["path"].endswith(f"-{each['document']}.{each['language']}.{each['format']}")


def test_the_same_kit_is_the_same_to_the_byte(
    tmp_path: Path, usual: Kit, register: Register
) -> None:
    again = kit(tmp_path, HELD, register, formats=None).manifest.read_bytes()
    assert again == usual.manifest.read_bytes()


def test_an_edition_that_is_asked_for_is_that_of_all(tmp_path: Path, register: Register) -> None:
    made = kit(tmp_path, NEXT, register, edition="shared")
    assert {each.edition for each in made.written} == {"shared"}


def test_the_summary_is_of_the_year_in_which_the_mechanism_met_before(
    tmp_path: Path, register: Register
) -> None:
    for session, year in ((NEXT, "2023"), (HELD, "2019")):
        made = kit(tmp_path, session, register)
        assert [each.session for each in made.written if each.document == "summary"] == [year]


def test_before_the_first_session_there_is_no_year_to_sum_up(
    tmp_path: Path, register: Register
) -> None:
    made = kit(tmp_path, "spring-meeting-guangxi/2018", register)
    assert [each.document for each in made.written] == list(KINDS[:-1])


def test_an_unknown_session_writes_nothing(tmp_path: Path, register: Register) -> None:
    with pytest.raises(UsageError, match="no session 'jwc-guangxi/99'"):
        kit(tmp_path, "jwc-guangxi/99", register)
    assert not (tmp_path / "out").exists()


def test_all_documents_name_the_parties_in_one_order(register: Register) -> None:
    """Lang Son's copy names Lang Son first, in lists as in the brief."""
    found = pages(HELD, register)
    firsts = {
        kind: next(iter(names(found[kind])))
        for kind in ("brief", "participants", "sign-in", "place-cards", "badges", "minutes")
    }
    assert set(firsts.values()) == {"jwc-guangxi/14/participants/2/name"}


def names(document: Rendered) -> list[str]:
    return [
        fact
        for fact in facts_of(document.page)
        if "/participants/" in fact and fact.endswith("/name")
    ]


# That its documents agree.


@pytest.mark.parametrize("session", [NEXT, HELD, SPRING, "jwg-yunnan/next"])
def test_the_documents_of_real_sessions_agree(session: str, register: Register) -> None:
    assert disagreements([*pages(session, register).values()], LISTS) == []


def test_there_is_much_to_agree_on(register: Register) -> None:
    found = {kind: facts_of(each.page) for kind, each in pages(HELD, register).items()}
    shared = {
        fact: [kind for kind, facts in found.items() if fact in facts]
        for facts in found.values()
        for fact in facts
    }
    several = {fact: kinds for fact, kinds in shared.items() if len(kinds) > 1}
    assert len(several) > 40
    endings = {fact.rsplit("/", 1)[1] for fact in several}
    assert {"name", "office", "role", "date", "host", "place", "text", "status"} <= endings
    assert {"people", "all", "open", "number"} <= endings
    assert several["jwc-guangxi/name"] == ["brief", "participants", "sign-in", "minutes"]
    cards = [kinds for fact, kinds in several.items() if fact.endswith("participants/1/name")]
    assert cards == [["brief", "participants", "sign-in", "place-cards", "badges", "minutes"]]


DIFFERENCES = {
    "another name on badges": (
        "badges.html.j2",
        "{{ person }}</p>",
        "{{ person | upper }}</p>",
        "participants/1/name: 'MR HOANG GIA LONG' here (badges), but 'Mr Hoang Gia Long' in brief",
    ),
    "a name without its honorific on place cards": (
        "place-cards.html.j2",
        '/name">{{ person }}</p>',
        '/name">{{ each.person.name | text }}</p>',
        "'Hoang Gia Long' here (place-cards)",
    ),
    "another office on badges": (
        "badges.html.j2",
        '/office">{{ office }}</p>',
        "/office\">{{ office | replace('Vice ', '') }}</p>",
        "participants/1/office: 'Chairman of the Ha Giang",
    ),
    "another count in minutes": (
        "minutes.html.j2",
        "occasion.count_fact(session, people,",
        "occasion.count_fact(session, people + 1,",
        "participants/people: '6 people' here (minutes), but '5 people' in participants",
    ),
    "another count of commitments": (
        "commitments.html.j2",
        "{{ commitments.open | length }}",
        "{{ commitments.open | length - 1 }}",
        "commitments/open: '9' here (commitments), but '10' in brief",
    ),
    "another host in sign-in sheets": (
        "sign-in.html.j2",
        "{{ occasion.host_fact(session, document.occasion.hosting) }}",
        '<div><dt>Host</dt><dd data-ref="{{ session.id }}/host">Guangxi</dd></div>',
        "jwc-guangxi/14/host: 'Guangxi' here (sign-in), but 'Ha Giang' in brief",
    ),
    "a person who has no badge": (
        "badges.html.j2",
        "{% for each in delegation.participants %}",
        "{% for each in delegation.participants if each.number != 1 %}",
        "badges: jwc-guangxi/14/participants/2/name is missing here, but stands in place-cards",
    ),
    "a participant whom the list leaves out": (
        "participants.html.j2",
        "{% for each in delegation.participants %}",
        "{% for each in delegation.participants if each.number != 9 %}",
        "participants: jwc-guangxi/14/participants/5/name is missing here",
    ),
    "a commitment that the matrix leaves out": (
        "commitments.html.j2",
        "{% for line in commitments.lines %}",
        "{% for line in commitments.lines[1:] %}",
        "commitments: jwc-guangxi/10/1/text is missing here, but stands in brief",
    ),
}


@pytest.mark.parametrize("case", DIFFERENCES)
def test_a_kit_whose_documents_disagree_is_not_written(
    case: str, tmp_path: Path, register: Register
) -> None:
    template, old, new, message = DIFFERENCES[case]
    with_template(tmp_path, template, old, new)
    with pytest.raises(TemplateError) as caught:
        kit(tmp_path, HELD, register)
    told = [str(problem) for problem in caught.value.problems]
    assert [each for each in told if message in each], told
    assert not (tmp_path / "out").exists()


def test_a_difference_is_told_at_its_line(tmp_path: Path, register: Register) -> None:
    space = with_template(
        tmp_path, "badges.html.j2", "{{ person }}</p>", "{{ person | upper }}</p>"
    )
    text = (space.templates / "badges.html.j2").read_text("utf-8")
    line = text[: text.index("{{ person | upper }}")].count("\n") + 1
    with pytest.raises(TemplateError) as caught:
        kit(tmp_path, HELD, register)
    places = {(problem.place.file, problem.place.line) for problem in caught.value.problems}
    assert places == {("badges.html.j2", line)}


def test_an_error_in_one_document_leaves_the_whole_kit_unwritten(
    tmp_path: Path, register: Register
) -> None:
    with_template(tmp_path, "minutes.html.j2", '<dl class="facts">', '<blink><dl class="facts">')
    with pytest.raises(TemplateError, match="blink"):
        kit(tmp_path, HELD, register)
    assert not (tmp_path / "out").exists()


def test_a_file_that_cannot_be_written_leaves_the_kit_as_it_was(
    tmp_path: Path, register: Register
) -> None:
    made = kit(tmp_path, HELD, register)
    folder = made.manifest.parent
    stuck = folder / "shared/jwc-guangxi-14-minutes.en.html"
    stuck.unlink()
    stuck.mkdir()
    (stuck / "kept.txt").write_text("kept", "utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(MachineError, match=r"minutes\.en\.html"):
        kit(tmp_path, HELD, register, edition="shared")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_workspace_of_its_own_makes_a_kit(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates" / "starter", tmp_path, dirs_exist_ok=True)
    own = load_register(Workspace(tmp_path), CLOCK)
    (mechanism,) = own.mechanisms
    made = kit(tmp_path, f"{mechanism}/next", own)
    assert {each.document for each in made.written} == set(KINDS)
