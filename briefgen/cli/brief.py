"""The command `brief`: the brief for a session."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption, read_day, workspace_at
from briefgen.cli.reporting import as_json, print_json
from briefgen.documents.editions import Edition
from briefgen.problems import Problem

if TYPE_CHECKING:
    from briefgen.build.building import Written

Session = Annotated[
    str, typer.Argument(metavar="SESSION", help="MECHANISM/KEY, or MECHANISM/next.")
]
EditionOption = Annotated[Edition, typer.Option("--edition", help="Who may read it.")]
Perspective = Annotated[
    str | None,
    typer.Option("--perspective", metavar="PARTY", help="Whose copy: that party is named first."),
]
Lang = Annotated[str, typer.Option("--lang", metavar="CODE", help="The document's language.")]
StyleOption = Annotated[
    str | None, typer.Option("--style", metavar="NAME", help="The house style.")
]
Formats = Annotated[
    str, typer.Option("--format", metavar="LIST", help="docx, pdf, html; several with commas.")
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Where to write, if not to out/.")
]


def brief(  # noqa: PLR0913, PLR0917  each is an option
    session: Session,
    workspace: WorkspaceOption = None,
    as_of: AsOf = None,
    edition: EditionOption = "internal",
    perspective: Perspective = None,
    lang: Lang = "en",
    style: StyleOption = None,
    formats: Formats = "docx,pdf",
    out: Out = None,
    json: JsonOption = False,
) -> None:
    """Write the brief for a session: what was promised, where it stands, who hosts.

    Example: briefgen brief jwc-guangxi/next --format docx,pdf
    """
    # Imported only when a document is wanted: other commands do without templates.
    from briefgen.build.building import Output, build, check_style
    from briefgen.cli.loading import load
    from briefgen.documents.brief import BriefOrder

    day = read_day(as_of)
    space = workspace_at(workspace)
    if style is not None:
        check_style(style, space)
    reading = load(space, day)
    register = reading.register
    order = BriefOrder(session, day, edition, perspective)
    names = tuple(dict.fromkeys(name.strip() for name in formats.split(",")))
    output = Output(lang, register.style if style is None else style, names, out or space.out)
    report(build("brief", order, register, space, output), reading.warnings, json)


def report(files: "tuple[Written, ...]", warnings: tuple[Problem, ...], json: bool) -> None:
    """Prints what was written: a path a line, or one JSON object."""
    if not json:
        for file in files:
            typer.echo(shown(file.path))
        return
    print_json(
        {
            "written": [{**vars(file), "path": shown(file.path)} for file in files],
            "warnings": [as_json(warning) for warning in warnings],
        }
    )


def shown(path: Path) -> str:
    """A path from the current folder where it lies below it."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
