"""Bad input is refused with a line that says where and what; nothing is written, nothing hangs.

Each command is the real one, run in a process of its own that may use so much memory and time.
"""

import json
import shutil
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import wrong_commands
import wrong_letterheads
import wrong_registers
import wrong_spreadsheets
import wrong_templates
from commands import ROOT, Commands, Run
from refusal import ANYTHING, HTML, Refusal, put

CASES: Mapping[str, Refusal] = {
    **wrong_registers.CASES,
    **wrong_templates.CASES,
    **wrong_spreadsheets.CASES,
    **wrong_letterheads.CASES,
    **wrong_commands.CASES,
}
COMPLAINT = "Error: "
"""How the complaints of the parser of the command line begin."""
Tree = Mapping[str, tuple[int, bytes]]


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


LINE = "data/areas.yaml:1:1: this is wrong"
BROKEN = {
    "a signal": Run(-11, "", LINE),
    "another code": Run(3, "", LINE),
    "a hang": Run("hung", "", LINE),
    "a traceback": Run(1, "", f"{LINE}\nTraceback (most recent call last):"),
    "something printed": Run(1, "out/x.html\n", LINE),
    "another place": Run(1, "", LINE.replace("1:1", "1:2")),
    "another complaint": Run(1, "", LINE.replace("wrong", "odd")),
    "silence": Run(1, "", ""),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_refusal_is_not_taken_for_one(kind: str) -> None:
    case = Refusal(f"data/areas.yaml:1:1: {ANYTHING}wrong", {})
    assert_refused(Run(1, "", LINE), case)
    with pytest.raises(AssertionError):
        assert_refused(BROKEN[kind], case)


def test_a_command_that_goes_on_and_on_is_told_as_hung(commands: Commands, space: Path) -> None:
    assert commands.run(("brief", "test-talks/next"), space, seconds=0).code == "hung"


def test_a_name_of_bytes_that_are_no_text_is_printed(commands: Commands, space: Path) -> None:
    arguments = (*HTML, "--out", "x\udcff")
    printed = commands.run(arguments, space)
    assert (printed.code, printed.out.partition("/")[0]) == (0, "x\udcff")
    told = json.loads(commands.run((*arguments, "--json"), space).out)
    assert (space / told["written"][0]["path"]).is_file()


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
    lines = done.err.splitlines()
    told = [line.removeprefix(COMPLAINT) for line in lines if line.startswith(COMPLAINT)]
    assert_refused(replace(done, err="\n".join(told)), case)
    assert tree(space.parent) == before


def assert_refused(done: Run, case: Refusal) -> None:
    assert done.code == case.code, done.err
    assert done.out == ""
    assert "Traceback" not in done.err
    start, _, inside = case.told.partition(ANYTHING)
    assert start
    lines = [line for line in done.err.splitlines() if line.startswith(start)]
    assert any(inside in line for line in lines), done.err
