"""The command `build`: everything that is due, only what has changed, on all cores."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli.documents import as_object, shown
from briefgen.cli.foresight import cores
from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption, read_day, workspace_at
from briefgen.cli.reporting import as_json, counted, print_json, report_problems, report_some
from briefgen.problems import Place, Problem, UsageError

if TYPE_CHECKING:
    from briefgen.build.building import Written
    from briefgen.build.due.crews import Crew
    from briefgen.build.due.everything import Build, Finished
    from briefgen.register.register import Register
    from briefgen.register.workspace import Workspace

FAILED, MACHINE_FAILED = 1, 3


def build(  # noqa: PLR0913, PLR0917  each is an option
    workspace: WorkspaceOption = None,
    as_of: AsOf = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to write, if not to out/.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=512, help="How many processes; else one a core."),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Let a Dask cluster do it: tcp://host:port."),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Make also what has not changed.")] = False,
    json: JsonOption = False,
) -> None:
    """Write everything that is due, only what has changed, on all cores, with a manifest.

    Example: briefgen build --jobs 4
    """
    from briefgen.build.due.beginning import BuildOrder, begin
    from briefgen.build.missing_texts import warnings_of
    from briefgen.cli.loading import load
    from briefgen.cli.wanted import usual_languages

    if jobs is not None and scheduler is not None:
        message = (
            "this is for processes of this machine; a cluster has as many as it has: leave it out"
        )
        raise UsageError([Problem(Place("--jobs"), "two-crews", message)])
    day, space = read_day(as_of), workspace_at(workspace)
    reading = load(space, day, jobs=jobs or cores())
    register = reading.register
    order = BuildOrder(day, usual_languages(register.languages), out or space.out, again)
    begun = begin(order, register, space)
    with crew_for(begun, register, space, jobs, scheduler) as crew:
        written = make(begun, crew, json=json)
    warnings = warnings_of(begun.untranslated, space)
    if json:
        told = as_object(tuple(written), (*reading.warnings, *warnings))
        print_json({**told, **as_object_of(begun, unchanged(begun, written))})
    else:
        report_some(warnings)
        report_problems(begun.problems)
        typer.echo(summary(begun, unchanged(begun, written)), err=True)
    if begun.failed:
        by_machine = all(each.by_machine for each in begun.failed.values())
        raise typer.Exit(MACHINE_FAILED if by_machine else FAILED)


@contextmanager
def crew_for(
    begun: "Build",
    register: "Register",
    space: "Workspace",
    jobs: int | None,
    scheduler: str | None,
) -> "Iterator[Crew]":
    """Processes of this machine, or a cluster where one is named and there is anything to do."""
    from briefgen.build.due.local_crew import local_crew
    from briefgen.build.due.stock import Stock

    if scheduler is None or not begun.changed:
        formats = {name for job in begun.changed for name in job.formats}
        stock = Stock(register.issuer, space.templates)
        yield local_crew(jobs or cores(), stock, sorted(formats))
        return
    from briefgen.build.due.cluster_crew import cluster_crew
    from briefgen.build.due.program import machine_versions
    from briefgen.build.due.stock import packed
    from briefgen.cli.cluster_worker import make_there, tell_versions

    stock = packed(space.templates, register.issuer)
    expected = tuple(machine_versions().items())
    work = partial(make_there, stock=stock, expected=expected)
    with cluster_crew(scheduler, work, tell_versions) as crew:
        yield crew


def make(begun: "Build", crew: "Crew", *, json: bool) -> "list[Written]":
    """Makes what has changed; paths are printed as they are written."""
    from briefgen.cli.progress import progress

    written: list[Written] = []
    with progress(len(begun.changed), quiet=json) as advance:

        def tell(finished: "Finished") -> None:
            written.extend(finished.written)
            for file in () if json else finished.written:
                typer.echo(shown(file.path))
            advance(finished)

        begun.finish(crew, tell)
    return written


def unchanged(begun: "Build", written: "list[Written]") -> int:
    """How many documents were right as they were."""
    return len(begun.records) - len({file.path.with_suffix("") for file in written})


def as_object_of(begun: "Build", unchanged: int) -> dict[str, Any]:
    """How a build ended, as an object."""
    return {
        "unchanged": unchanged,
        "failed": [as_json(problem) for problem in begun.problems],
        "manifest": shown(begun.manifest),
    }


def summary(begun: "Build", unchanged: int) -> str:
    """How a build ended, in one line, such as `19 documents: 3 made, 16 unchanged`."""
    failed = len(begun.failed)
    made = len(begun.records) - unchanged
    parts = [f"{made} made", f"{unchanged} unchanged", *([f"{failed} failed"] if failed else [])]
    return f"{counted(made + unchanged + failed, 'document', 'documents')}: {', '.join(parts)}."
