"""The command line run many times cheaply: each run is a child of one warm process."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
WARM = Path(__file__).with_name("warm_commands.py")
STRICT = {"PYTHONIOENCODING": "utf-8:strict"}
"""What can be printed, as in most people's language settings."""
SECONDS = 90
"""More than a child may compute: who is still there then waits for something."""
KEPT = ExitStack()
"""What lasts until the tests end, which then close it."""


@dataclass(frozen=True)
class Run:
    """How a command ended and what it printed; its code is negative where a signal ended it."""

    code: int | str
    out: str
    err: str


@dataclass(frozen=True)
class Commands:
    """The warm process, ready to run commands."""

    process: subprocess.Popen[str]
    folder: Path

    def run(self, arguments: Sequence[str], cwd: Path, seconds: int = SECONDS) -> Run:
        """Runs `briefgen ARGUMENTS` in a folder."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        out, err = self.folder / "out", self.folder / "err"
        for path in (out, err):
            path.write_bytes(b"")  # a child that is stopped early makes none
        job = {"arguments": arguments, "cwd": cwd, "out": out, "err": err, "seconds": seconds}
        self.process.stdin.write(json.dumps(job, default=str) + "\n")
        self.process.stdin.flush()
        code = json.loads(self.process.stdout.readline())
        return Run(code, *(path.read_text("utf-8", "surrogateescape") for path in (out, err)))


@contextmanager
def warm_commands(folder: Path) -> Iterator[Commands]:
    """Starts the warm process, and ends it afterwards; `folder` holds what its children print."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **STRICT}
    command = [sys.executable, str(WARM)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=environment
    ) as process:
        yield Commands(process, folder)


@cache
def commands_of_all() -> Commands:
    """The warm process that all tests share, started for the first that asks."""
    folder = KEPT.enter_context(TemporaryDirectory())
    return KEPT.enter_context(warm_commands(Path(folder)))
