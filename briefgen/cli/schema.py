"""The command `schema`: JSON Schemas for editors."""

import json
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.documents import shown
from briefgen.cli.options import WorkspaceOption, workspace_at

Out = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Where to write, if not to schemas/.")
]


def schema(workspace: WorkspaceOption = None, out: Out = None) -> None:
    """Write JSON Schemas of the register's files, by which editors complete and check.

    Example: briefgen schema
    """
    # Imported only here: the command's help does without the models.
    from briefgen.build.saving import save_all
    from briefgen.register.schemas import schemas

    folder = out or workspace_at(workspace).root / "schemas"
    files = [
        (folder / f"{name}.schema.json", json.dumps(content, ensure_ascii=False, indent=2) + "\n")
        for name, content in schemas().items()
    ]
    save_all([(path, text.encode()) for path, text in files], folder)
    for path, _ in files:
        typer.echo(shown(path))
