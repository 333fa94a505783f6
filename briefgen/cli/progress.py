"""How far a build has come: a bar on a terminal, a line for each document elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from briefgen.cli.reporting import fit

if TYPE_CHECKING:
    from briefgen.build.due.everything import Finished

Tell = Callable[["Finished"], None]


@contextmanager
def progress(count: int, *, quiet: bool) -> Iterator[Tell]:
    """Something to be told of each document that comes to its end; all of it goes to stderr."""
    if count == 0 or quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with bar(count) as tell:
            yield tell
    else:
        yield Lines(count)


class Lines:
    """A line for each document: `3/24 internal/jwc-guangxi-15-brief.en`."""

    def __init__(self, count: int) -> None:
        self.count, self.done = count, 0

    def __call__(self, finished: "Finished") -> None:
        """Tells of one document more."""
        self.done += 1
        mark = "" if finished.failed is None else " failed"
        typer.echo(f"{self.done}/{self.count} {fit(finished.job.path.as_posix())}{mark}", err=True)


@contextmanager
def bar(count: int) -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    screen = Console(stderr=True)
    # Paths that are printed meanwhile stand above the bar where both are on the same screen.
    both = sys.stdout.isatty()
    with Progress(*columns, console=screen, transient=True, redirect_stdout=both) as shown:
        task = shown.add_task("", total=count)

        def tell(finished: "Finished") -> None:
            shown.update(task, advance=1, description=fit(finished.job.path.as_posix()))

        yield tell
