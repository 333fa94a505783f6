"""What the commands that write documents do alike: they read, build, and tell what they wrote."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from briefgen.cli.foresight import cores
from briefgen.cli.options import read_day, workspace_at
from briefgen.cli.reporting import as_json, print_json, report_some
from briefgen.cli.wanted import Wanted
from briefgen.problems import Problem

if TYPE_CHECKING:
    from briefgen.build.building import Written
    from briefgen.build.output import Output
    from briefgen.documents.catalogue import DocumentKind
    from briefgen.documents.orders import AnyOrder
    from briefgen.register.ids import MechanismId
    from briefgen.register.register import Register
    from briefgen.register.workspace import Workspace

Order = TypeVar("Order", bound="AnyOrder")


@dataclass(frozen=True)
class Desk:
    """What a document is made from, and how: the register, read, and the options, checked."""

    day: datetime.date
    workspace: "Workspace"
    register: "Register"
    warnings: tuple[Problem, ...]
    output: "Output"


def desk(
    wanted: Wanted,
    formats: tuple[str, ...],
    number: int | None = None,
    mechanism: "MechanismId | None" = None,
) -> Desk:
    """Reads the register of the workspace that a command works in, or what concerns a mechanism."""
    from briefgen.build.output import Output, check_style
    from briefgen.cli.loading import load

    day = read_day(wanted.as_of)
    space = workspace_at(wanted.workspace)
    if wanted.style is not None:
        check_style(wanted.style, space)
    reading = load(space, day, mechanism, jobs=cores())
    output = Output(
        languages=wanted.languages(reading.register.languages),
        style=wanted.style,
        formats=wanted.format_names or formats,
        folder=wanted.out or space.out,
        number=number,
    )
    return Desk(day, space, reading.register, reading.warnings, output)


def write(
    kind: "DocumentKind[Order]",
    order: Callable[[datetime.date], Order],
    wanted: Wanted,
    number: int | None = None,
) -> None:
    """Writes one document and prints the paths of its files."""
    from briefgen.build.building import build
    from briefgen.documents.orders import mechanism_of
    from briefgen.register.collecting import uncollected

    asked = order(read_day(wanted.as_of))
    ready = desk(wanted, kind.formats, number, mechanism_of(asked))
    made_from = (ready.register, ready.workspace, ready.output)
    with uncollected():  # what is made for one document lasts until the end
        built = build(kind, asked, *made_from, wanted.typesetter)
    report(built.written, (*ready.warnings, *built.warnings), json=wanted.json)
    if not wanted.json:
        report_some(built.warnings)


def report(files: "tuple[Written, ...]", warnings: tuple[Problem, ...], *, json: bool) -> None:
    """Prints what was written: a path a line, or one JSON object."""
    if not json:
        for file in files:
            typer.echo(shown(file.path))
        return
    print_json(as_object(files, warnings))


def as_object(files: "tuple[Written, ...]", warnings: tuple[Problem, ...]) -> dict[str, Any]:
    """What was written, as an object."""
    return {
        "written": [{**vars(file), "path": shown(file.path)} for file in files],
        "warnings": [as_json(warning) for warning in warnings],
    }


def shown(path: Path) -> str:
    """A path from the current folder where it lies below it."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
