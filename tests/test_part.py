"""Documents of a mechanism come out the same, whether all files were read or those of a part."""

import datetime
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from great_registers import great_register
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import CLOCK
from odd_links import linked_register

from briefgen.cli.ledger import as_object as told
from briefgen.documents.brief import prepare_brief
from briefgen.documents.editions import Edition
from briefgen.documents.ledger import LedgerOrder, prepare_ledger
from briefgen.documents.matrix import prepare_matrix
from briefgen.documents.minutes import prepare_minutes
from briefgen.documents.orders import MatrixOrder, SessionOrder, SignInOrder, SummaryOrder
from briefgen.documents.participants import prepare_cards, prepare_participants
from briefgen.documents.rotation import RotationOrder, prepare_rotation
from briefgen.documents.sign_in import prepare_sign_in
from briefgen.documents.summary import prepare_summary
from briefgen.problems import RegisterError, UsageError
from briefgen.register.kin import Kin
from briefgen.register.loading import load_register, read_part, validated_register
from briefgen.register.part import part
from briefgen.register.part.lists import split
from briefgen.register.part.part import part_of
from briefgen.register.quick import Unusual
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace

SHIPPED = Workspace(Path(__file__).parents[1])
DAYS = (datetime.date(2010, 9, 1), datetime.date(2011, 4, 1), CLOCK)
MADE_UP = int(os.environ.get("FUZZ_EXAMPLES", "12"))
EDITIONS: tuple[Edition, ...] = ("internal", "shared")


@pytest.fixture(autouse=True, scope="module")
def _short_lists_are_split_too() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(part, "SHORT", 0)
        yield


def part_read(workspace: Workspace, mechanism: str) -> Register:
    return validated_register(
        workspace, CLOCK, part_of(workspace.data, mechanism), None, []
    ).register


def same(prepare: Callable[[Register], object], whole: Register, some: Register) -> None:
    try:
        expected: object = prepare(whole)
    except UsageError as error:
        expected = error.problems
    try:
        found: object = prepare(some)
    except UsageError as error:
        found = error.problems
    assert found == expected


def compare(whole: Register, some: Register, mechanism: str, day: datetime.date) -> None:
    """Compares everything that can be made of a mechanism as of a day."""
    same(lambda each: told(prepare_ledger(each, LedgerOrder(mechanism, day))), whole, some)
    same(lambda each: prepare_rotation(each, RotationOrder(mechanism, day)), whole, some)
    for edition in EDITIONS:
        matrix = partial(prepare_matrix, order=MatrixOrder(mechanism, day, edition))
        same(matrix, whole, some)
        summary = SummaryOrder(day.year, day, edition, None, mechanism)
        same(partial(prepare_summary, order=summary), whole, some)
    names = [each.id for each in whole.sessions_of(mechanism)]
    for name in (*names, f"{mechanism}/next"):
        compare_session(whole, some, name, day)


def compare_session(whole: Register, some: Register, name: str, day: datetime.date) -> None:
    matrix = MatrixOrder(name.partition("/")[0], day, "shared", before=name)
    same(partial(prepare_matrix, order=matrix), whole, some)
    same(partial(prepare_sign_in, order=SignInOrder(name, day, "shared")), whole, some)
    order = SessionOrder(name, day, "internal")
    for prepare in (prepare_brief, prepare_participants, prepare_cards, prepare_minutes):
        same(partial(prepare, order=order), whole, some)


@pytest.mark.parametrize("day", [datetime.date(2019, 6, 1), datetime.date(2023, 3, 1), CLOCK])
def test_of_the_shipped_register_all_documents_are_the_same(day: datetime.date) -> None:
    whole = load_register(SHIPPED, CLOCK)
    for mechanism in whole.mechanisms:
        compare(whole, part_read(SHIPPED, mechanism), mechanism, day)
        compare(whole, Kin(whole).part(mechanism), mechanism, day)


@settings(max_examples=MADE_UP, deadline=None)
@given(st.integers(0, 2**32))
def test_of_registers_of_all_kinds_of_links_all_documents_are_the_same(seed: int) -> None:
    luck = Random(seed)  # noqa: S311  no secret is made of it
    with TemporaryDirectory() as folder:
        workspace = linked_register(Path(folder), luck)
        try:
            whole = load_register(workspace, CLOCK)
        except RegisterError as error:
            raise AssertionError([*map(str, error.problems)]) from error
        for mechanism in whole.mechanisms:
            on = luck.choice(DAYS)
            compare(whole, part_read(workspace, mechanism), mechanism, on)
            compare(whole, Kin(whole).part(mechanism), mechanism, on)


# What is read, and what is told.


@pytest.fixture
def great(tmp_path: Path) -> Workspace:
    """A register of ten mechanisms that don't name one another."""
    return great_register(tmp_path, sessions=40, people=400, mechanisms=10)


def test_only_what_is_named_is_read(great: Workspace) -> None:
    register = part_read(great, "talks-3")
    assert set(register.mechanisms) == {"talks-3"}
    assert len(register.sessions) == 4
    assert len(register.people) == 8
    assert set(register.sources) == {f"source-{number}" for number in range(4)}


def test_a_session_that_names_the_mechanism_is_read_with_all_beside_it(great: Workspace) -> None:
    add(great, "talks-5/4", "held_with: talks-3/2\n")
    register = part_read(great, "talks-3")
    assert set(register.mechanisms) == {"talks-3", "talks-5"}
    assert len(register.sessions) == 8


FOLLOWING = (
    "commitments:\n- {{number: 1, area: area-0, text: More, follows: [{}], sources: [source-1]}}\n"
)
NOTED = "notes:\n- {kind: gap, about: sessions/talks-7/2, text: None, sources: [source-1]}\n"


def test_a_chain_is_followed_to_its_end(great: Workspace) -> None:
    replace(great, "talks-3/4", "talks-5/3/1")
    replace(great, "talks-5/3", "talks-7/2/1")
    assert set(part_read(great, "talks-3").mechanisms) == {"talks-3", "talks-5", "talks-7"}
    assert set(part_read(great, "talks-7").mechanisms) == {"talks-5", "talks-7"}


def replace(workspace: Workspace, session: str, followed: str) -> None:
    """Puts a commitment that follows another in the place of a session's own."""
    path = workspace.data / f"mechanisms/{session}.yaml"
    start, _, end = path.read_text().partition("commitments:\n")
    path.write_text(start + FOLLOWING.format(followed) + end.partition("\n")[2])


def test_what_a_note_of_a_session_held_with_another_is_about_is_read(great: Workspace) -> None:
    add(great, "talks-5/4", f"held_with: talks-3/2\n{NOTED}")
    assert set(part_read(great, "talks-3").mechanisms) == {"talks-3", "talks-5", "talks-7"}


def test_a_name_hidden_by_escapes_is_found(great: Workspace) -> None:
    add(great, "talks-5/4", 'held_with: "\\x74alks-3/2"\n')
    assert set(part_read(great, "talks-3").mechanisms) == {"talks-3", "talks-5"}


@pytest.mark.parametrize("post", ["from: 2001", "until: 2001"])
def test_somebody_of_a_heads_post_is_read_though_nobody_names_them(
    post: str, great: Workspace
) -> None:
    people = great.data / "people.yaml"
    text = people.read_text()
    text += (
        f"new-person:\n  name: New\n  posts:\n  - title:\n      en:\n        OFFICE\n        3\n"
        f"    party: party-a\n    {post}\n    sources: [source-39]\n"
    )
    people.write_text(text)
    register = part_read(great, "talks-3")
    assert ("new-person" in register.people) == post.startswith("from")
    assert ("source-39" in register.sources) == post.startswith("from")


WRONG_HERE = {
    "a name that is nobody's": ("talks-3/4", "held_with: talks-3/44\n"),
    "a key twice": ("talks-3/4", "status: held\n"),
}


@pytest.mark.parametrize("case", WRONG_HERE)
def test_what_is_wrong_in_what_is_read_is_told_as_of_the_whole(case: str, great: Workspace) -> None:
    add(great, *WRONG_HERE[case])
    with pytest.raises(RegisterError) as whole:
        load_register(great, CLOCK)
    with pytest.raises(RegisterError) as some:
        read_part(great, CLOCK, "talks-3")
    assert some.value.problems == whole.value.problems


def test_what_is_wrong_elsewhere_is_not_told(great: Workspace) -> None:
    add(great, "talks-5/4", "nonsense: true\n")
    assert len(read_part(great, CLOCK, "talks-3").register.sessions) == 4


ODD_LISTS = {
    "quotes that run on": 'odd: {title: "x\nsource-0: y"}\n',
    "braces that run on": "odd: {title: x,\nnote: y}\n",
    "a name in quotes": '"odd": {title: x}\n',
    "an explicit key": "? odd\n: {title: x}\n",
    "a second document": "--- # again\n",
    "a name that stands twice": "source-39: {title: x}\n",
    "lines that end otherwise": "odd: {title: x}\r\n",
}


@pytest.mark.parametrize("case", ODD_LISTS)
def test_a_list_of_unusual_form_is_not_split(case: str, great: Workspace) -> None:
    text = (great.data / "sources.yaml").read_text() + ODD_LISTS[case]
    with pytest.raises(Unusual):
        split("data/sources.yaml", text)


@pytest.mark.parametrize("stray", ["data/note.txt", "data/mechanisms/talks-5/old/1.yaml"])
def test_a_stray_file_is_told_wherever_it_stands(stray: str, great: Workspace) -> None:
    path = great.root / stray
    path.parent.mkdir(exist_ok=True)
    path.touch()
    with pytest.raises(RegisterError, match=path.name):
        read_part(great, CLOCK, "talks-3")


def add(workspace: Workspace, session: str, lines: str) -> None:
    path = workspace.data / f"mechanisms/{session}.yaml"
    path.write_text(path.read_text() + lines)
