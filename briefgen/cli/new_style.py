"""The command `new-style`: a house style of one's own, copied from another."""

from typing import Annotated

import typer

from briefgen.cli.documents import shown
from briefgen.cli.options import JsonOption, WorkspaceOption, workspace_at
from briefgen.cli.reporting import print_json

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the new style.")]
Source = Annotated[
    str, typer.Option("--from", metavar="STYLE", help="The style that it is copied from.")
]


def new_style(
    name: Name,
    source: Source = "plain",
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Start a house style of your own: a copy of another one's file, with its comments.

    Example: briefgen new-style our-office --from nd30
    """
    # Imported only when a style is wanted: other commands do without.
    from briefgen.build import new_style as building

    path = shown(building.new_style(name, source, workspace_at(workspace)))
    if json:
        print_json({"written": [path]})
    else:
        typer.echo(path)
