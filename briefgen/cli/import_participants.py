"""The command `import-participants`: delegates from a spreadsheet into the register."""

import datetime
import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.documents import shown
from briefgen.cli.options import JsonOption, WorkspaceOption, workspace_at
from briefgen.cli.reporting import as_json, counted, print_json, report_problems
from briefgen.problems import Place, Problem, RegisterError, UsageError

if TYPE_CHECKING:
    from briefgen.build.intake.importing import FileChange, Import

Session = Annotated[
    str, typer.Argument(metavar="SESSION", help="MECHANISM/KEY, or MECHANISM/next.")
]
File = Annotated[
    Path | None, typer.Argument(metavar="FILE", help="The list: .xlsx or .csv.", show_default=False)
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the change, write nothing.")]
Accept = Annotated[
    bool, typer.Option("--accept", help="People whose names are near are the same people.")
]
New = Annotated[
    list[str] | None,
    typer.Option("--new", metavar="CELL", help="A cell or name of somebody new; repeatable."),
]
Template = Annotated[
    bool, typer.Option("--template", help="Write an empty list to FILE, or to out/, instead.")
]
Source = Annotated[
    str | None, typer.Option("--source", metavar="ID", help="The register's source of the list.")
]


def import_participants(  # noqa: PLR0913, PLR0917  each is an option
    session: Session,
    file: File = None,
    workspace: WorkspaceOption = None,
    dry_run: DryRun = False,
    accept: Accept = False,
    new: New = None,
    source: Source = None,
    template: Template = False,
    json: JsonOption = False,
) -> None:
    """Add the delegates of a spreadsheet to the register's people and to a session.

    Example: briefgen import-participants jwc-guangxi/next delegates.xlsx --dry-run
    """
    # Imported only here: other commands do without spreadsheets.
    from briefgen.build.intake.importing import ImportOrder, prepare_import
    from briefgen.build.intake.saving import save_together
    from briefgen.cli.loading import load
    from briefgen.rules.decisions import Decisions

    today = datetime.date.today()
    space = workspace_at(workspace)
    reading = load(space, today)
    if template:
        from briefgen.cli.delegates_form import write_form

        write_form(session, file, space, reading.register, json=json)
        return
    if file is None:
        message = (
            "name the list of delegates, an .xlsx or .csv file; --template writes an empty one"
        )
        raise UsageError([Problem(Place("FILE"), "no-file", message)])
    order = ImportOrder(session, file, today, Decisions(accept, tuple(new or ())), source)
    try:
        found = prepare_import(order, space, reading)
    except RegisterError as error:
        if json:
            print_json(refusal(error.problems))
        raise
    undone = () if dry_run else save_together(space.root, found.files)
    report_problems([*undone, *found.near, *found.warnings])
    paths = [shown(space.root / name) for name in found.files]
    if json:
        print_json(result(found, paths))
    else:
        typer.echo("".join(diff(found.files) if dry_run else lines(paths)), nl=False)
    typer.echo(summary(found, dry_run=dry_run), err=True)


def lines(paths: list[str]) -> Iterator[str]:
    return (f"{path}\n" for path in paths)


def result(found: "Import", paths: list[str]) -> Mapping[str, object]:
    """What was changed, as an object."""
    return {
        "changed": paths,
        "added": vars(found.added),
        "matched": found.matched,
        "near": [as_json(problem) for problem in found.near],
        "warnings": [as_json(problem) for problem in found.warnings],
    }


def refusal(problems: tuple[Problem, ...]) -> Mapping[str, object]:
    """That nothing was changed and why, as an object of the same form."""
    near = [problem for problem in problems if problem.code == "near-match"]
    return {
        "changed": [],
        "added": {"people": 0, "participants": 0, "posts": 0},
        "matched": 0,
        "near": [as_json(problem) for problem in near],
        "warnings": [as_json(each) for each in problems if each.severity == "warning"],
        "problems": [
            as_json(each) for each in problems if each.severity == "error" and each not in near
        ],
    }


def summary(found: "Import", *, dry_run: bool) -> str:
    """What was done, in one line."""
    if not found.files:
        return f"Nothing to add: {found.session} holds all of the list already."
    counts = (
        f"{counted(found.added.people, 'new person', 'new people')},"
        f" {counted(found.added.participants, 'participant', 'participants')},"
        f" {counted(found.added.posts, 'post', 'posts')} added to {found.session};"
        f" {found.matched} of the list known before"
    )
    return f"{counts}. Nothing was written." if dry_run else f"{counts}."


def diff(files: "Mapping[str, FileChange]") -> Iterator[str]:
    """The change as a unified diff."""
    for name, change in files.items():
        before = (change.before or b"").decode("utf-8", "replace").splitlines(keepends=True)
        after = change.after.decode("utf-8", "replace").splitlines(keepends=True)
        old = "/dev/null" if change.before is None else f"a/{name}"
        for line in difflib.unified_diff(before, after, old, f"b/{name}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
