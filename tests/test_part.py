"""Documents of a mechanism come out the same, whether all files were read or those of a part."""

import datetime
import os
from collections.abc import Callable, Iterator
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
from briefgen.documents.ledger import LedgerOrder, prepare_ledger
from briefgen.documents.matrix import prepare_matrix
from briefgen.documents.minutes import prepare_minutes
from briefgen.documents.orders import MatrixOrder, SessionOrder, SignInOrder, SummaryOrder
from briefgen.documents.participants import prepare_cards, prepare_participants
from briefgen.documents.rotation import RotationOrder, prepare_rotation
from briefgen.documents.sign_in import prepare_sign_in
from briefgen.documents.summary import prepare_summary
from briefgen.problems import RegisterError, UsageError
from briefgen.register import loading
from briefgen.register.loading import load_register, read_part, settled
from briefgen.register.part import part
from briefgen.register.part.part import part_of
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace

SHIPPED = Workspace(Path(__file__).parents[1])
DAYS = (datetime.date(2010, 9, 1), datetime.date(2011, 4, 1), CLOCK)
MADE_UP = int(os.environ.get("FUZZ_EXAMPLES", "12"))
EDITIONS = ("internal", "shared")


@pytest.fixture(autouse=True, scope="module")
def _short_lists_are_split_too() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(part, "SHORT", 0)
        yield


def part_read(workspace: Workspace, mechanism: str) -> Register:
    return settled(workspace, CLOCK, part_of(workspace.data, mechanism), None, []).register


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
        matrix = MatrixOrder(mechanism, day, edition)
        same(lambda each: prepare_matrix(each, matrix), whole, some)
        year = SummaryOrder(day.year, day, edition, None, mechanism)
        same(lambda each: prepare_summary(each, year), whole, some)
    names = [each.id for each in whole.sessions_of(mechanism)]
    for name in (*names, f"{mechanism}/next"):
        compare_session(whole, some, name, day)


def compare_session(whole: Register, some: Register, name: str, day: datetime.date) -> None:
    matrix = MatrixOrder(name.partition("/")[0], day, "shared", before=name)
    same(lambda each: prepare_matrix(each, matrix), whole, some)
    sheets = SignInOrder(name, day, "shared")
    same(lambda each: prepare_sign_in(each, sheets), whole, some)
    order = SessionOrder(name, day, "internal")
    for prepare in (prepare_brief, prepare_participants, prepare_cards, prepare_minutes):
        same(lambda each, make=prepare: make(each, order), whole, some)  # type: ignore[misc]


@pytest.mark.parametrize("day", [datetime.date(2019, 6, 1), datetime.date(2023, 3, 1), CLOCK])
def test_of_the_shipped_register_all_documents_are_the_same(day: datetime.date) -> None:
    whole = load_register(SHIPPED, CLOCK)
    for mechanism in whole.mechanisms:
        compare(whole, part_read(SHIPPED, mechanism), mechanism, day)


@settings(max_examples=MADE_UP, deadline=None)
@given(st.integers(0, 2**32))
def test_of_registers_of_all_kinds_of_links_all_documents_are_the_same(seed: int) -> None:
    with TemporaryDirectory() as folder:
        workspace = linked_register(Path(folder), Random(seed))  # noqa: S311  no secret
        try:
            whole = load_register(workspace, CLOCK)
        except RegisterError as error:
            raise AssertionError([*map(str, error.problems)]) from error
        for mechanism in whole.mechanisms:
            some = part_read(workspace, mechanism)
            for day in DAYS:
                compare(whole, some, mechanism, day)
