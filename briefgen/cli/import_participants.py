"""The command `import-participants`: delegates from a spreadsheet into the register."""

import datetime
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.documents import report, shown
from briefgen.cli.options import JsonOption, WorkspaceOption, workspace_at
from briefgen.cli.reporting import as_json, print_json, report_problems
from briefgen.problems import Place, Problem, RegisterError, UsageError
from briefgen.register.workspace import Workspace

if TYPE_CHECKING:
    from briefgen.build.intake.importing import FileChange, Import
    from briefgen.register.loading import Reading

Session = Annotated[
    str, typer.Argument(metavar="SESSION", help="MECHANISM/KEY, or MECHANISM/next.")
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="The list: .xlsx or .csv.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the change, write nothing.")]
Accept = Annotated[
    bool, typer.Option("--accept", help="People whose names are near are the same people.")
]
New = Annotated[
    list[str] | None,
    typer.Option("--new", metavar="CELL", help="A cell or name of somebody new; repeatable."),
]
Template = Annotated[
    bool, typer.Option("--template", help="Write an empty list to FILE instead, to be filled in.")
]
Source = Annotated[
    str | None, typer.Option("--source", metavar="ID", help="The register's source of the list.")
]


def import_participants(  # noqa: PLR0913, PLR0917  each is an option
    session: Session,
    file: File,
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
        write_template(session, file, space, reading, json=json)
        return
    order = ImportOrder(session, file, today, Decisions(accept, tuple(new or ())), source)
    try:
        found = prepare_import(order, space, reading)
    except RegisterError as error:
        if json:
            print_json(refusal(error.problems))
        raise
    if not dry_run:
        save_together(space.root, found.files)
    report_problems([*found.near, *found.warnings])
    paths = [shown(space.root / name) for name in found.files]
    if json:
        print_json(result(found, paths))
    elif dry_run:
        typer.echo("".join(diff(found.files)), nl=False)
    else:
        for path in paths:
            typer.echo(path)
    typer.echo(summary(found, dry_run=dry_run), err=True)


def write_template(
    session: str, file: Path, space: Workspace, reading: "Reading", *, json: bool
) -> None:
    """Writes an empty list with the heads that are understood; never over another file."""
    from briefgen.build.building import files_of, presentation_of, rendered, save_file
    from briefgen.build.output import Output
    from briefgen.documents.catalogue import DELEGATES_FORM
    from briefgen.documents.orders import SessionOrder

    if file.suffix.lower() != ".xlsx":
        message = "the empty list is a workbook; give it a name that ends in .xlsx"
        raise UsageError([Problem(Place(str(file)), "bad-name", message)])
    if file.exists():
        message = "there is such a file already; give another name or move it away"
        raise UsageError([Problem(Place(str(file)), "file-exists", message)])
    order = SessionOrder(session, datetime.date.today(), DELEGATES_FORM.edition)
    output = Output("en", reading.register.style, DELEGATES_FORM.formats, file.parent)
    how = presentation_of(space, output)
    (made,) = files_of(rendered(DELEGATES_FORM, order, reading.register, how), how, output)
    report((save_file(replace(made, path=file)),), (), json=json)


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


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def diff(files: "Mapping[str, FileChange]") -> Iterator[str]:
    """The change as a unified diff."""
    for name, change in files.items():
        before = (change.before or b"").decode("utf-8", "replace").splitlines(keepends=True)
        after = change.after.decode("utf-8", "replace").splitlines(keepends=True)
        old = "/dev/null" if change.before is None else f"a/{name}"
        for line in difflib.unified_diff(before, after, old, f"b/{name}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
