"""The command `check`: reads everything and prints all problems."""

import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.foresight import cores
from briefgen.cli.options import JobsOption, JsonOption, WorkspaceOption, workspace_at
from briefgen.cli.reporting import as_json, counted, print_json, report_problems
from briefgen.problems import Problem, RegisterError, TemplateError

if TYPE_CHECKING:
    from briefgen.register.register import Register
    from briefgen.register.workspace import Workspace

StrictOption = Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")]


def check(
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
    strict: StrictOption = False,
    jobs: JobsOption = None,
) -> None:
    """Read the whole register and print every problem with its place.

    Example: briefgen check --json
    """
    register, problems = read(workspace_at(workspace), jobs or cores())
    if json:
        print_json({"problems": [as_json(problem) for problem in problems]})
    else:
        report_problems(problems)
        if register is not None:
            typer.echo(f"{verdict(problems)}: {summary(register)}", err=True)
    if any(strict or problem.severity == "error" for problem in problems):
        raise typer.Exit(1)


def read(workspace: "Workspace", jobs: int) -> "tuple[Register | None, tuple[Problem, ...]]":
    from briefgen.cli import loading

    try:
        reading = loading.read(workspace, datetime.date.today(), jobs=jobs)
    except (RegisterError, TemplateError) as error:  # a folder of templates may lead out
        return None, error.problems
    return reading.register, reading.warnings


def verdict(warnings: tuple[Problem, ...]) -> str:
    match len(warnings):
        case 0:
            return "No problems"
        case 1:
            return "One warning"
    return f"{len(warnings)} warnings"


def summary(register: "Register") -> str:
    """What was read, in one line."""
    commitments = sum(len(session.commitments) for session in register.sessions.values())
    counts = (
        counted(len(register.mechanisms), "mechanism", "mechanisms"),
        counted(len(register.sessions), "session", "sessions"),
        counted(commitments, "commitment", "commitments"),
        counted(len(register.people), "person", "people"),
        counted(len(register.sources), "source", "sources"),
    )
    return f"{', '.join(counts)}."
