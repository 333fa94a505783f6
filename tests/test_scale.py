"""Great registers: ten thousand sessions are read, and ten times as much is ten times the work."""

import sys
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from types import FrameType

import pytest
from great_registers import PARTIES, great_register, name_of
from layouts import page_of as bare_page
from makers import CLOCK
from pages import STYLE, page_of

from briefgen.build.intake import participants as intake
from briefgen.build.intake.importing import ImportOrder, prepare_import
from briefgen.build.intake.people import People
from briefgen.documents.catalogue import BRIEF, COMMITMENTS, PARTICIPANTS, SUMMARY
from briefgen.documents.orders import MatrixOrder, SessionOrder, SummaryOrder
from briefgen.documents.participants import Participants
from briefgen.register.loading import load_register, read_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.functions import Functions
from briefgen.rendering.page import Element, text_of, walk
from briefgen.rules.known_people import Known
from briefgen.rules.nearness import form_of, names_of
from briefgen.rules.snapshot import snapshot
from briefgen.writers.catalogue import WRITERS

FEW, MANY = 30, 300
LINEAR = 12
"""Ten times as many are to take no more than that many times the work."""


def work_of(run: Callable[[], object]) -> int:
    """How many functions were called: the same on every machine."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return calls


def test_ten_thousand_sessions_are_read_and_looked_up(tmp_path: Path) -> None:
    workspace = great_register(tmp_path, sessions=10_000, people=10_000, mechanisms=20)
    register = load_register(workspace, CLOCK)
    assert len(register.sessions) == 10_000
    assert len(register.people) == 10_000
    assert len(snapshot(register, CLOCK).made) == 10_000


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> list[Workspace]:
    """A register of few sessions, and one of ten times as many."""
    return [
        great_register(tmp_path_factory.mktemp("sessions"), number, number)
        for number in (FEW, MANY)
    ]


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> list[Workspace]:
    """A session of few people, and one of ten times as many."""
    return [
        great_register(tmp_path_factory.mktemp("people"), 1, number, present=number)
        for number in (FEW, MANY)
    ]


def growth(workspaces: list[Workspace], run: Callable[[Workspace], object]) -> float:
    run(workspaces[0])  # what is done once only is done before
    few, many = (work_of(partial(run, workspace)) for workspace in workspaces)
    return many / few


def read(workspace: Workspace) -> object:
    return load_register(workspace, CLOCK)


def test_reading_grows_with_the_sessions(sessions: list[Workspace]) -> None:
    assert 5 < growth(sessions, read) <= LINEAR


@pytest.mark.parametrize(
    ("kind", "format_name"), [("brief", "docx"), ("matrix", "xlsx"), ("summary", "html")]
)
def test_documents_grow_with_the_sessions(
    kind: str, format_name: str, sessions: list[Workspace]
) -> None:
    def write(workspace: Workspace) -> object:
        register = load_register(workspace, CLOCK)
        match kind:
            case "brief":
                page = page_of(BRIEF, register, SessionOrder("talks-0/next", CLOCK, "internal"))
            case "matrix":
                page = page_of(COMMITMENTS, register, MatrixOrder("talks-0", CLOCK, "shared"))
            case _:
                page = page_of(SUMMARY, register, SummaryOrder(1990, CLOCK, "internal"))
        return WRITERS[format_name](page, STYLE)

    assert growth(sessions, write) <= LINEAR


def test_a_year_of_more_sessions_than_fit_a_picture_is_told_by_its_table(
    sessions: list[Workspace],
) -> None:
    order = SummaryOrder(1990, CLOCK, "internal")
    few, many = (page_of(SUMMARY, load_register(each, CLOCK), order).body for each in sessions)
    assert [pictures(few), pictures(many)] == [2, 1]  # a chart of areas in both
    assert "300th session" in " ".join(map(text_of, many))


def pictures(body: tuple[Element, ...]) -> int:
    return sum(element.tag == "img" for element in walk(body))


@pytest.mark.parametrize("format_name", ["docx", "xlsx", "html"])
def test_a_list_grows_with_the_people(format_name: str, people: list[Workspace]) -> None:
    def write(workspace: Workspace) -> object:
        order = SessionOrder("talks-0/1", CLOCK, "shared")
        page = page_of(PARTICIPANTS, load_register(workspace, CLOCK), order)
        return WRITERS[format_name](page, STYLE)

    assert 2 < growth(people, write) <= LINEAR


def test_links_grow_with_their_number() -> None:
    def write(count: int) -> bytes:
        links = "".join(f'<p><a href="https://example.org/{n}">a</a></p>' for n in range(count))
        return WRITERS["docx"](bare_page(f"<h1>Links</h1>{links}", STYLE, "en"), STYLE)

    write(1)
    assert work_of(partial(write, 1_000)) <= LINEAR * work_of(partial(write, 100))


LOOKED_UP = (
    *((Functions, "numbers"), (Participants, "entries"), (intake.Participants, "places")),
    *((People, "taken"), (People, "capacities")),
    *((Known, name) for name in ("by_name", "names", "parties", "unnamed", "present")),
)


@pytest.mark.parametrize(("owner", "name"), LOOKED_UP)
def test_what_is_looked_up_again_and_again_is_put_together_once(owner: type, name: str) -> None:
    assert isinstance(vars(owner)[name], cached_property)


# Lists of delegates.


def list_of(workspace: Workspace, numbers: range) -> Path:
    path = workspace.root / f"list-{numbers.start}.csv"
    rows = (
        f"{name_of(number)},Office {number},{PARTIES[number % 4]},member\n" for number in numbers
    )
    path.write_text("Name,Office,Delegation,Role\n" + "".join(rows))
    return path


@pytest.mark.parametrize("start", [0, 58_420], ids=["known", "new"])
def test_an_import_grows_with_the_rows(start: int, people: list[Workspace]) -> None:
    def take(workspace: Workspace) -> object:
        size = FEW if workspace is people[0] else MANY
        file = list_of(workspace, range(start, start + size))
        order = ImportOrder("talks-0/next", file, CLOCK)
        return prepare_import(order, workspace, read_register(workspace, CLOCK))

    assert 2 < growth(people, take) <= LINEAR


def test_only_names_of_near_letters_are_compared() -> None:
    names = names_of((number, name_of(number)) for number in range(5_000))
    near = [who for who, _ in names.near(form_of(f"{name_of(1_234)}e"))]
    assert 1_234 in near
    assert len(near) < 50
    assert near == sorted(near)


def test_names_of_other_spaces_are_compared_whatever_their_length() -> None:
    names = names_of([("together", "Abcdefgh"), ("apart", "Ab Cd Ef Gh"), ("other", "Xyz")])
    assert [who for who, _ in names.near(form_of("A B C D E F G H"))] == ["together", "apart"]
