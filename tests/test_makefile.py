import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TARGETS = ["brief", "test", "check", "fix", "fuzz", "bench", "words"]

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is missing")


def test_make_alone_lists_the_eight_targets_with_a_line_each() -> None:
    listed = re.findall(r"^  (\S+) +(\S.*)$", make(), re.MULTILINE)
    assert [target for target, _ in listed] == ["setup", *TARGETS]


def test_make_alone_runs_nothing_else() -> None:
    assert "pip" not in make("--dry-run")


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_runs_what_setup_installed(target: str) -> None:
    assert ".venv/bin/" in make("--dry-run", target)


def make(*arguments: str) -> str:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=outside, check=True, capture_output=True, encoding="utf-8"
    ).stdout
