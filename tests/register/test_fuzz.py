"""Whatever a file holds, the register is read or its problems are told; nothing else happens."""

import contextlib
import datetime
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import CLOCK, day

from briefgen.documents.brief import prepare_brief
from briefgen.documents.ledger import LedgerOrder, prepare_ledger
from briefgen.documents.matrix import prepare_matrix
from briefgen.documents.minutes import prepare_minutes
from briefgen.documents.orders import (
    Grouping,
    MatrixOrder,
    SessionOrder,
    SignInOrder,
    SummaryOrder,
)
from briefgen.documents.participants import prepare_cards, prepare_participants
from briefgen.documents.rotation import RotationOrder, prepare_rotation
from briefgen.documents.sign_in import prepare_sign_in
from briefgen.documents.summary import prepare_summary
from briefgen.problems import Place, Problem, RegisterError, UsageError
from briefgen.register.ids import SessionId
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace

BASE = Path(__file__).parent.parent / "wrong-base"
FILES = sorted(path.relative_to(BASE) for path in BASE.rglob("*.yaml"))
PIECES = [
    *(
        "\n",
        "\n  ",
        "\n- ",
        ": ",
        "- ",
        ", ",
        "[",
        "]",
        "{",
        "}",
        "#",
        "'",
        '"',
        "|",
        ">",
        "?",
        "!",
    ),
    *("&a ", "*a", "<<: ", "---\n", "...\n", "%YAML 1.2\n", "!!str ", "\t", "\x00", "\u202e", "\\"),
    *(
        "~",
        "null",
        "true",
        "no",
        "0",
        "-1",
        "7.2",
        "1e9",
        "2023-02-30",
        "201X",
        "XXXX/..",
        "é",
        "𠀀",
    ),
    *("all", "test-north-one", "test-meeting/1/1", "(party)", "[key]", "sources", "party", ""),
]
RICH = BASE.parent / "everything"
RICH_FILES = sorted(path.relative_to(RICH) for path in (RICH / "data").rglob("*.yaml"))
TOKEN = re.compile(r"[\w/.~-]+")
TOKENS = sorted(
    {found for path in RICH_FILES for found in TOKEN.findall((RICH / path).read_text())}
)
Edit = tuple[Path, float, int, str]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(FILES),
        st.floats(0, 1),
        st.integers(0, 40),
        st.sampled_from(PIECES) | st.text(max_size=5),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def told_of(root: Path) -> tuple[Problem, ...]:
    try:
        load_register(Workspace(root), CLOCK)
    except RegisterError as error:
        return error.problems or (Problem(Place(""), "", ""),)  # an error must tell something
    return ()


def edited(text: str, where: float, removed: int, piece: str) -> str:
    start = int(where * len(text))
    return text[:start] + piece + text[start + removed :]


@settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    database=None,
)
@given(edits=EDITS)
def test_an_edited_register_is_read_or_refused(root: Path, edits: list[Edit]) -> None:
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for file, where, removed, piece in edits:
        text = edited((root / file).read_text("utf-8"), where, removed, piece)
        (root / file).write_bytes(text.encode("utf-8", "surrogatepass"))
    assert all(problem.message and problem.place.file for problem in told_of(root))


DAYS = tuple(map(day, ("2017-01-01", "2019-06-01", "2020-06-01", "2021-03-01", "2026-11-25")))
SWAPS = st.lists(
    st.tuples(st.sampled_from(RICH_FILES), st.floats(0, 1), st.sampled_from(TOKENS)),
    min_size=1,
    max_size=2,
)


def test_rules_answer_whatever_register_is_read(root: Path) -> None:
    """Random tokens in place of others; many of these registers can be read, and all are asked."""
    rich = root / "rich"
    asked = []

    @settings(max_examples=120, derandomize=True, deadline=None, database=None)
    @given(swaps=SWAPS)
    def swap_and_ask(swaps: list[tuple[Path, float, str]]) -> None:
        shutil.copytree(RICH, rich, dirs_exist_ok=True)
        for file, where, token in swaps:
            text = (rich / file).read_text("utf-8")
            places = list(TOKEN.finditer(text))
            found = places[int(where * (len(places) - 1))]
            swapped = f"{text[: found.start()]}{token}{text[found.end() :]}"
            (rich / file).write_text(swapped, "utf-8")
        try:
            register = load_register(Workspace(rich), CLOCK)
        except RegisterError:
            return
        ask(register)
        asked.append(register)

    swap_and_ask()
    assert len(asked) >= 15


def ask(register: Register) -> None:
    """Everything that the rules answer, on several days; a wish that can't be is a UsageError."""
    for mechanism in register.mechanisms:
        names = ["next", *(session.key for session in register.sessions_of(mechanism))]
        for as_of in DAYS:
            turns = prepare_rotation(register, RotationOrder(mechanism, as_of, 6))
            assert len(turns.next) in {0, 6}
            ledger = prepare_ledger(register, LedgerOrder(mechanism, as_of))
            assert sum(ledger.totals.values()) == len(ledger.lines)
            matrix = prepare_matrix(register, MatrixOrder(mechanism, as_of, "shared"))
            assert len(matrix.commitments.lines) == len(ledger.lines)
            for name in names:
                with contextlib.suppress(UsageError):
                    ask_of_session(register, f"{mechanism}/{name}", as_of)
    for year in (2018, 2020, 2021):
        found = prepare_summary(register, SummaryOrder(year, DAYS[-1], "shared"))
        assert sum(area.all for area in found.areas) == found.total.all


def ask_of_session(register: Register, session: SessionId, as_of: datetime.date) -> None:
    order = SessionOrder(session, as_of, "shared")
    prepare_brief(register, order)
    listed = {each.number for each in prepare_participants(register, order).people}
    for grouping in get_args(Grouping):
        sheets = prepare_sign_in(register, SignInOrder(session, as_of, "shared", None, grouping))
        assert sheets.sheets or listed
    assert {each.number for each in prepare_cards(register, order).people} <= listed
    prepare_minutes(register, order)


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(root: Path, data: bytes) -> None:
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    (root / "data/areas.yaml").write_bytes(data)
    assert all(problem.message for problem in told_of(root))
