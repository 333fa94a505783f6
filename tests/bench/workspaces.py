"""Makes a workspace to measure with: `python tests/bench/workspaces.py KIND SIZE FOLDER`.

KIND is rows (a document with two tables of so many rows), delegates (a list of so many people),
sessions (a register of so many), or due (so many documents that `briefgen build` makes). Whatever
they tell is made up, and says so; the same size gives the same bytes.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from made_delegates import make_delegates
from made_registers import make_due, make_sessions
from made_rows import make_rows

MAKERS: Mapping[str, Callable[[Path, int], None]] = {
    "rows": make_rows,
    "delegates": make_delegates,
    "sessions": make_sessions,
    "due": make_due,
}
COMMANDS: Mapping[str, str] = {
    "rows": "brief talks/2",
    "delegates": "participants talks/1",
    "sessions": "brief small/next",
    "due": "build",
}
"""What is made of each; `--workspace` and `--as-of` are to follow."""
DAY = "2026-11-25"


def make_workspace(kind: str, size: int, folder: Path) -> None:
    """Writes a workspace of a kind and size into a folder, which need not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    MAKERS[kind](folder, size)


if __name__ == "__main__":
    match sys.argv[1:]:
        case [kind, size, folder] if kind in MAKERS and size.isdigit():
            make_workspace(kind, int(size), Path(folder))
            sys.stdout.write(f"briefgen {COMMANDS[kind]} --workspace {folder} --as-of {DAY}\n")
        case _:
            sys.exit(f"usage: workspaces.py {'|'.join(MAKERS)} SIZE FOLDER")
