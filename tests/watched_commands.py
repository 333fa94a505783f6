"""Runs commands in this process and writes down what Python was asked to open, list or start.

    python watched_commands.py LOG '["check"]' '["brief", "talks/next"]'

A line of LOG is a JSON list: the event, and the paths or words that it is about. The first line
tells where Python looks for modules.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

OPEN = Path("/proc/self/fd")
PATHS = frozenset({"open", "os.listdir", "os.scandir", "os.chdir"})
WATCHED = (
    *PATHS,
    *("socket.", "ssl.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser."),
    *("subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.system", "pty."),
)


class Recorder:
    """An audit hook; what it asks for itself is not written down."""

    def __init__(self, log: str) -> None:
        self.log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.is_busy = False
        self.write("sys.path", *sys.path)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.is_busy or not event.startswith(WATCHED):
            return
        if event == "open" and isinstance(arguments[0], int):  # what is open already
            return
        self.is_busy = True
        try:
            words = paths(arguments[0]) if event in PATHS else map(str, arguments)
            self.write(event, *words)
        finally:
            self.is_busy = False

    def write(self, *words: str) -> None:
        os.write(self.log, f"{json.dumps(words)}\n".encode())


def paths(opened: object) -> Iterator[str]:
    """Where a path leads; a relative one may start from any folder that is open."""
    if isinstance(opened, int):
        opened = OPEN / str(opened)
    path = Path(os.fsdecode(opened or "."))  # type: ignore[arg-type]
    wholes = [path] if path.is_absolute() else [start / path for start in starts()]
    found = [whole for whole in wholes if os.path.lexists(whole)]
    yield from dict.fromkeys(os.path.realpath(whole) for whole in found or wholes)


def starts() -> Iterator[Path]:
    yield Path.cwd()
    for each in list(OPEN.iterdir()):
        if each.is_dir():
            yield each.resolve()


def main() -> None:
    log, *commands = sys.argv[1:]
    sys.addaudithook(Recorder(log))
    # Imported only now, so that this is watched too.
    from briefgen.cli.app import main as briefgen

    for command in commands:
        sys.argv[1:] = json.loads(command)
        try:
            briefgen()
        except SystemExit as end:
            if end.code:
                sys.exit(f"{command}: {end.code}")


if __name__ == "__main__":
    main()
