"""One bad input: what is put into a workspace, which command meets it, and what is told."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Content = bytes | str | Callable[[Path], None]
"""What a file holds, or what is done to its path."""
HTML = ("brief", "test-talks/next", "--format", "html")
WORD = ("brief", "test-talks/next", "--format", "docx")
ANYTHING = "***"
CHECK = ("check",)


@dataclass(frozen=True)
class Refusal:
    """`told` begins a line of stderr, with `ANYTHING` where any text may stand."""

    told: str
    files: Mapping[str, Content]
    arguments: tuple[str, ...] = CHECK
    code: int = 1


def put(files: Mapping[str, Content], space: Path) -> None:
    """Puts files into a workspace, in the place of those that are there."""
    for name, content in files.items():
        path = space / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(content):
            path.unlink(missing_ok=True)
            content(path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def made(make: Callable[[], bytes]) -> Content:
    """What is made only when it is put somewhere."""

    def write(path: Path) -> None:
        path.write_bytes(make())

    return write


def pipe(path: Path) -> None:
    """Nobody ever writes into it."""
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def endless(path: Path) -> None:
    """A link to a device that has no end."""
    path.symlink_to("/dev/zero")
