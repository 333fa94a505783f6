"""Sweeps run in a process of their own, and what they have seen."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from breaking import Broken
from sweeps import Seen

ROOT = Path(__file__).parents[1]
MEMORY = Path("/dev/shm")  # noqa: S108  a disk in memory, where syncing takes no time


def environment() -> dict[str, str]:
    """What a child process needs to find briefgen, and to write nothing beside what is asked."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def sweep(scene: str, *hows: str) -> Mapping[str, Sequence[Seen]]:
    """What was seen of a scene in `sweeps`, by how it was broken at each of its steps."""
    with TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as around:
        done = subprocess.run(
            [sys.executable, ROOT / "tests/sweeps.py", scene, around, *hows],
            env=environment(),
            capture_output=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads(done.stdout)
    return {
        how: [Seen(**{**each, "broken": Broken(**each["broken"])}) for each in told[how]]
        for how in hows
    }


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """A disk put in place of a folder; the test is skipped where that is not allowed."""
    folder.mkdir(exist_ok=True)
    mounting = ["mount", *options, str(folder)]
    if os.getuid() or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("disks can't be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk in memory with so much room."""
    with mounted(folder, "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs") as disk:
        yield disk


@contextmanager
def read_only(folder: Path, at: Path) -> Iterator[Path]:
    """A folder as it is seen where its disk can only be read."""
    with mounted(at, "--bind", str(folder)) as seen:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(seen)], check=True)
        yield seen
