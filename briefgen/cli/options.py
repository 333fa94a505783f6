"""Options that several commands share, and how their values are read."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.problems import Place, Problem, UsageError

if TYPE_CHECKING:
    from briefgen.register.workspace import Workspace

WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", metavar="DIR", help="The folder with briefgen.yaml, if not here."),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Use nothing dated later; today by default."),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs", metavar="N", min=1, max=64, help="Processes for a great register; all cores."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def workspace_at(folder: Path | None) -> "Workspace":
    """The named workspace, else the nearest one upwards from the current folder."""
    # Imported only when a workspace is wanted: a command's help does without.
    from briefgen.register.workspace import find_workspace, open_workspace

    return find_workspace(Path.cwd()) if folder is None else open_workspace(folder)


def read_day(text: str | None) -> datetime.date:
    """A day from the command line; today without one."""
    if text is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        message = "not a day; write it as 2026-11-22"
        raise UsageError([Problem(Place(text or "--as-of"), "bad-date", message)]) from error
