"""Bombs: templates that would take all time or memory are refused, each with its line."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from bombs import BOMBS

TESTS = Path(__file__).parent
Ended = tuple[int, str]
"""How a bomb's process ended, and what was said."""


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Ended]:
    """All of them, in a process that couldn't harm this one."""
    folder = tmp_path_factory.mktemp("bombs")
    done = subprocess.run(
        [sys.executable, TESTS / "bombs.py", folder],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": f"{TESTS.parent}:{TESTS}", "LANG": "C.UTF-8"},
        timeout=300,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {name: (status, said) for name, status, said in lines}


def test_there_are_enough_bombs() -> None:
    assert len(BOMBS) > 60


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_with_its_line_and_the_process_lives_on(
    name: str, ended: Mapping[str, Ended]
) -> None:
    status, said = ended[name]
    assert status == 0
    assert said.startswith("paper.html.j2:")
    assert said.split(":")[1].isdigit()
    assert BOMBS[name][1] in said
    assert len(said) < 400
