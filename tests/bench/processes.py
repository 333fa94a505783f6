"""Runs a command as a whole process, and takes from the kernel what it cost."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LONGEST = 1_200.0
"""Seconds after which a run is ended."""
KIBIBYTES_A_MEBIBYTE = 1_024


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock and of the processors, and the peak of its memory in MiB.

    The processors' seconds are those of the process and of all that it waited for; the peak is
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
            _, status, used = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            wall = time.perf_counter() - start
            clock.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(
        wall=wall,
        cpu=used.ru_utime + used.ru_stime,
        memory=used.ru_maxrss / KIBIBYTES_A_MEBIBYTE,
        status=process.returncode,
        printed=printed,
    )


def reason_of(failed: Run) -> str:
    """Why a command failed, in one line of what it printed."""
    lines = (line.strip(" │╭╮╰╯─") for line in failed.text.splitlines())
    told = [line for line in lines if line and not line.startswith(("Usage:", "Try ", "Error"))]
    return told[-1] if told else f"ended with {failed.status} and said nothing"
