"""Files are read alike by one process and by several."""

import os
from pathlib import Path

import pytest
from great_registers import great_register
from makers import CLOCK

from briefgen.problems import RegisterError
from briefgen.register import processes
from briefgen.register.loading import read_register
from briefgen.register.processes import read_each
from briefgen.register.workspace import Workspace

OWN = os.getpid()
NAMES = [str(number) for number in range(9)]


@pytest.fixture(autouse=True)
def _few_files_are_shared_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FEWEST", 2)
    monkeypatch.setattr(processes, "TOGETHER", 2)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return great_register(tmp_path, sessions=30, people=30, mechanisms=3)


def test_a_register_read_by_several_is_the_same(workspace: Workspace) -> None:
    one, several = (read_register(workspace, CLOCK, jobs=jobs) for jobs in (1, 3))
    assert several == one
    assert list(several.register.sessions) == list(one.register.sessions)


def test_problems_found_by_several_are_told_in_their_order(workspace: Workspace) -> None:
    for number, key in ((2, 1), (0, 3), (1, 7), (1, 2)):
        path = workspace.data / f"mechanisms/talks-{number}/{key}.yaml"
        path.write_text(path.read_text() + "status: held\nnonsense: 1\n")
    told = []
    for jobs in (1, 3):
        with pytest.raises(RegisterError) as caught:
            read_register(workspace, CLOCK, jobs=jobs)
        told.append(caught.value.problems)
    assert told[0] == told[1]
    assert len(told[0]) == 8


def named(name: str) -> tuple[str, bool]:
    return name, os.getpid() == OWN


def test_others_read_and_all_comes_in_order() -> None:
    found = list(read_each(NAMES, named, 2))
    assert [name for name, _ in found] == NAMES
    assert {is_own for _, is_own in read_each(NAMES, named, 1)} == {True}
    assert False in {is_own for _, is_own in found}


def only_here(name: str) -> str:
    if os.getpid() != OWN:
        os._exit(1)
    return name


def test_what_a_process_that_ended_has_not_read_is_read_here() -> None:
    assert list(read_each(NAMES, only_here, 2)) == NAMES


def refusing(name: str) -> str:
    if name == "4":
        raise ValueError(name)
    return name


def test_what_goes_wrong_in_another_process_goes_wrong_here() -> None:
    with pytest.raises(ValueError, match="4"):
        list(read_each(NAMES, refusing, 2))
