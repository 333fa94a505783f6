"""Bad input is refused with a line that says where and what; nothing is written, nothing hangs.

Each command is the real one, run in a process of its own that may use so much memory and time.
"""

import shutil
import stat
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import wrong_commands
import wrong_letterheads
import wrong_registers
import wrong_spreadsheets
import wrong_templates
from commands import ROOT, Commands, Run, warm_commands
from refusal import ANYTHING, Refusal, put

CASES: Mapping[str, Refusal] = {
    **wrong_registers.CASES,
    **wrong_templates.CASES,
    **wrong_spreadsheets.CASES,
    **wrong_letterheads.CASES,
    **wrong_commands.CASES,
}
BOXES = str.maketrans(dict.fromkeys("│╭╮╰╯─"))
"""What stands around the complaints of the parser of the command line."""
Tree = Mapping[str, tuple[int, bytes]]


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    with warm_commands(tmp_path_factory.mktemp("printed")) as warm:
        yield warm


@pytest.fixture
def space(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/everything", tmp_path / "space"))


def tree(folder: Path) -> Tree:
    """Everything in a folder: what it is, and what files hold."""
    return {
        path.relative_to(folder).as_posix(): (
            stat.S_IFMT(mode := path.lstat().st_mode),
            path.read_bytes() if stat.S_ISREG(mode) else b"",
        )
        for path in folder.rglob("*")
    }


def test_there_are_many() -> None:
    assert len(CASES) >= 80


def test_what_is_right_is_taken(commands: Commands, space: Path) -> None:
    assert commands.run(("check", "--strict"), space).code == 0
    written = commands.run(("brief", "test-talks/next", "--format", "html"), space)
    assert (written.code, written.err) == (0, "")
    assert (space / written.out.strip()).is_file()


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_refused_in_a_line(name: str, commands: Commands, space: Path) -> None:
    case = CASES[name]
    put(case.files, space)
    before = tree(space.parent)
    done = commands.run(case.arguments, space)
    assert_refused(done, case)
    assert tree(space.parent) == before


@pytest.mark.parametrize("name", wrong_commands.PARSED)
def test_what_is_no_command_line_is_refused(name: str, commands: Commands, space: Path) -> None:
    case = wrong_commands.PARSED[name]
    before = tree(space.parent)
    done = commands.run(case.arguments, space)
    unboxed = replace(done, err=done.err.translate(BOXES).replace("\n ", "\n"))
    assert_refused(unboxed, case)
    assert tree(space.parent) == before


def assert_refused(done: Run, case: Refusal) -> None:
    assert done.code == case.code, done.err
    assert done.out == ""
    assert "Traceback" not in done.err
    start, _, inside = case.told.partition(ANYTHING)
    assert start
    lines = [line for line in done.err.splitlines() if line.startswith(start)]
    assert any(inside in line for line in lines), done.err
