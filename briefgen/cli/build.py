"""The command `build`: everything that is due, only what has changed, on all cores."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.build_report import report, report_untouched
from briefgen.cli.documents import shown
from briefgen.cli.foresight import cores
from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption, read_day, workspace_at
from briefgen.problems import Place, Problem, UsageError

if TYPE_CHECKING:
    from briefgen.build.building import Written
    from briefgen.build.due.crews import Crew
    from briefgen.build.due.everything import Build, Finished
    from briefgen.register.register import Register
    from briefgen.register.workspace import Workspace

FAILED, MACHINE_FAILED = 1, 3
USUAL_FORMATS = ("docx", "pdf")


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
    if jobs is not None and scheduler is not None:
        message = (
            "this is for processes of this machine; a cluster has as many as it has: leave it out"
        )
        raise UsageError([Problem(Place("--jobs"), "two-crews", message)])
    from briefgen.build.due.untouched import MANIFEST, inputs_of, untouched

    day, space = read_day(as_of), workspace_at(workspace)
    folder = out or space.out
    asked = Asked(day, folder, jobs, scheduler, again, json)
    inputs = inputs_of(space, day, datetime.date.today())
    same = None if again else untouched(folder, inputs)
    if same is not None:
        report_untouched(same, folder / MANIFEST, json=json)
    else:
        build_changed(asked, space, inputs)


@dataclass(frozen=True)
class Asked:
    """What the command was told, once it is read."""

    day: datetime.date
    folder: Path
    jobs: int | None
    scheduler: str | None
    again: bool
    json: bool


def build_changed(asked: Asked, space: "Workspace", inputs: str | None) -> None:
    """Reads the register, and makes the documents that have changed."""
    from briefgen.build.due.beginning import BuildOrder, begin
    from briefgen.build.due.everything import Seen
    from briefgen.build.due.local_crew import call_ahead
    from briefgen.build.due.untouched import MANIFEST
    from briefgen.cli.loading import load
    from briefgen.cli.wanted import usual_languages

    if asked.scheduler is None and not (asked.folder / MANIFEST).exists():
        call_ahead(USUAL_FORMATS)  # everything is to be made
    reading = load(space, asked.day, jobs=asked.jobs or cores())
    register = reading.register
    order = BuildOrder(asked.day, usual_languages(register.languages), asked.folder, asked.again)
    begun = begin(order, register, Seen(space, reading.warnings, inputs))
    with crew_for(begun, register, space, asked) as crew:
        written = make(begun, crew, json=asked.json)
    report(begun, written, reading.warnings, json=asked.json)
    if begun.problems:
        raise typer.Exit(MACHINE_FAILED if begun.failed_by_machine else FAILED)


@contextmanager
def crew_for(
    begun: "Build", register: "Register", space: "Workspace", asked: Asked
) -> "Iterator[Crew]":
    """Processes of this machine, or a cluster where one is named and there is anything to do."""
    from briefgen.build.due.local_crew import local_crew
    from briefgen.build.due.stock import Stock

    if asked.scheduler is None or not begun.changed:
        formats = {name for job in begun.changed for name in job.formats}
        stock = Stock(register.issuer, space.templates)
        yield local_crew(asked.jobs or cores(), stock, sorted(formats))
        return
    from briefgen.build.due.cluster_crew import cluster_crew
    from briefgen.build.due.program import machine_versions
    from briefgen.build.due.stock import packed
    from briefgen.cli.cluster_worker import make_there, tell_versions

    stock = packed(space.templates, register.issuer)
    expected = tuple(machine_versions().items())
    work = partial(make_there, stock=stock, expected=expected)
    with cluster_crew(asked.scheduler, work, tell_versions) as crew:
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
