"""What the commands share that write documents: their options, and what they print."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from briefgen.cli.loading import load
from briefgen.cli.options import read_day, workspace_at
from briefgen.cli.reporting import as_json, print_json
from briefgen.documents.editions import Edition
from briefgen.problems import Problem

if TYPE_CHECKING:
    from briefgen.build.building import Written
    from briefgen.build.output import Output
    from briefgen.documents.catalogue import DocumentKind
    from briefgen.register.register import Register

SessionArgument = Annotated[
    str, typer.Argument(metavar="SESSION", help="MECHANISM/KEY, or MECHANISM/next.")
]
EditionOption = Annotated[
    Edition | None, typer.Option("--edition", help="Who may read it; each document has its usual.")
]
Perspective = Annotated[
    str | None,
    typer.Option("--perspective", metavar="PARTY", help="Whose copy: that party is named first."),
]
Lang = Annotated[str, typer.Option("--lang", metavar="CODE", help="The document's language.")]
StyleOption = Annotated[
    str | None, typer.Option("--style", metavar="NAME", help="The house style.")
]
Formats = Annotated[
    str | None,
    typer.Option("--format", metavar="LIST", help="docx, pdf, xlsx, html; several with commas."),
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Where to write, if not to out/.")
]
Order = TypeVar("Order")


@dataclass(frozen=True)
class Wanted:
    """The options of a command that say where from, how, and where to a document is written."""

    workspace: Path | None
    as_of: str | None
    lang: str
    style: str | None
    formats: str | None
    out: Path | None
    json: bool

    @property
    def format_names(self) -> tuple[str, ...] | None:
        """The formats that are asked for, each once; None when the document's own will do."""
        if self.formats is None:
            return None
        return tuple(dict.fromkeys(name.strip() for name in self.formats.split(",")))


@dataclass(frozen=True)
class Desk:
    """What a document is made from, and how: the register, read, and the options, checked."""

    day: datetime.date
    register: "Register"
    warnings: tuple[Problem, ...]
    output: "Output"


def desk(wanted: Wanted, formats: tuple[str, ...]) -> Desk:
    """Reads the register of the workspace that a command works in."""
    from briefgen.build.output import Output, check_style

    day = read_day(wanted.as_of)
    space = workspace_at(wanted.workspace)
    if wanted.style is not None:
        check_style(wanted.style, space)
    reading = load(space, day)
    style = reading.register.style if wanted.style is None else wanted.style
    output = Output(wanted.lang, style, wanted.format_names or formats, wanted.out or space.out)
    return Desk(day, reading.register, reading.warnings, output)


def write(
    kind: "DocumentKind[Order]", order: Callable[[datetime.date], Order], wanted: Wanted
) -> None:
    """Writes one document and prints the paths of its files."""
    from briefgen.build.building import build

    space = workspace_at(wanted.workspace)
    ready = desk(wanted, kind.formats)
    written = build(kind, order(ready.day), ready.register, space, ready.output)
    report(written, ready.warnings, json=wanted.json)


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
