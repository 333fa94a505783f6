"""Runs a command as a whole process, and takes from the kernel what it cost."""

import ctypes
import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LONGEST = 1_200.0
"""Seconds after which a run is ended."""
KIBIBYTES_A_MEBIBYTE = 1_024
PR_SET_CHILD_SUBREAPER = 36
"""As Linux numbers it."""


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock and of the processors, and the peak of its memory in MiB.

    The processors' seconds are those of the process and of all that it started; the peak is
    that of the largest single process among them, and no less than what this process has itself.
    """

    wall: float
    cpu: float
    memory: float
    status: int = 0
    printed: Path | None = None

    @property
    def text(self) -> str:
        """What it printed."""
        return "" if self.printed is None else self.printed.read_text("utf-8", errors="replace")


def run(command: Sequence[str], printed: Path, longest: float = LONGEST) -> Run:
    """Runs a command to its end; what it prints, errors too, goes to a file."""
    with printed.open("wb") as file:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        clock = threading.Timer(longest, os.killpg, (process.pid, signal.SIGKILL))
        clock.start()
        try:
            _, status, own = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            used = [own, *left_behind(process.pid)]
        except KeyboardInterrupt:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            clock.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(
        wall=wall,
        cpu=sum(each.ru_utime + each.ru_stime for each in used),
        memory=max(each.ru_maxrss for each in used) / KIBIBYTES_A_MEBIBYTE,
        status=process.returncode,
        printed=printed,
    )


def left_behind(group: int) -> Iterator[resource.struct_rusage]:
    """What those took that a process has started and not waited for, once they have ended."""
    with suppress(ChildProcessError):
        while True:
            yield os.wait4(-group, 0)[2]


def adopt_orphans() -> None:
    """Makes this process the parent of what its children leave behind, so that it counts."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def reason_of(failed: Run) -> str:
    """Why a command failed, in one line of what it printed."""
    lines = (line.strip(" │╭╮╰╯─") for line in failed.text.splitlines())
    told = [line for line in lines if line and not line.startswith(("Usage:", "Try ", "Error"))]
    return told[-1] if told else f"ended with {failed.status} and said nothing"
