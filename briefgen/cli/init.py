"""The command `init`: a new workspace to start from."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.documents import shown
from briefgen.cli.options import JsonOption
from briefgen.cli.reporting import print_json
from briefgen.rendering.resources import packaged_templates

Folder = Annotated[
    Path,
    typer.Argument(metavar="DIR", help="A folder that is new or empty; it is made if need be."),
]
NEXT = ("briefgen check", "briefgen brief example-committee/next")


def init(folder: Folder, json: JsonOption = False) -> None:
    """Start a workspace: files with examples to replace, and comments that tell how.

    Example: briefgen init register
    """
    from briefgen.build.starting import start_workspace

    written = [shown(path) for path in start_workspace(folder, packaged_templates())]
    if json:
        print_json({"written": written})
        return
    for path in written:
        typer.echo(path)
    typer.echo("\n".join(["Next:", *(f"  {command}" for command in commands(folder))]), err=True)


def commands(folder: Path) -> tuple[str, ...]:
    """What to try next, from the current folder."""
    if folder.resolve() == Path.cwd():
        return NEXT
    return (f"cd {shlex.quote(str(folder))}", *NEXT)
