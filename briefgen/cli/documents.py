"""What the commands share that write documents: their options, and what they print."""

import datetime
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from briefgen.cli.loading import load
from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption, read_day, workspace_at
from briefgen.cli.reporting import as_json, print_json, report_some
from briefgen.documents.editions import Edition
from briefgen.problems import Problem

if TYPE_CHECKING:
    from briefgen.build.building import Written
    from briefgen.build.output import Output
    from briefgen.documents.catalogue import DocumentKind
    from briefgen.documents.orders import AnyOrder
    from briefgen.register.register import Register
    from briefgen.register.workspace import Workspace

SessionArgument = Annotated[
    str, typer.Argument(metavar="SESSION", help="MECHANISM/KEY, or MECHANISM/next.")
]
Order = TypeVar("Order", bound="AnyOrder")
Command = Callable[..., None]
NumberOption = Annotated[
    int | None,
    typer.Option(
        "--number", metavar="N", min=1, max=99999, help="Its number in an official layout."
    ),
]


@dataclass(frozen=True)
class Wanted:
    """What all commands that write documents can be told, as it was typed."""

    workspace: Path | None
    as_of: str | None
    edition: Edition | None
    perspective: str | None
    lang: str | None
    style: str | None
    formats: str | None
    out: Path | None
    json: bool

    @property
    def format_names(self) -> tuple[str, ...] | None:
        """The formats that are asked for, each once; None when the document's own will do."""
        return None if self.formats is None else tuple(dict.fromkeys(named(self.formats)))

    def languages(self, usual: tuple[str, ...]) -> tuple[str, ...]:
        """The languages that are asked for; without any the first usual one that is known."""
        from briefgen.rendering.languages import LANGUAGES

        known = [language for language in usual if language in LANGUAGES]
        return named(self.lang) if self.lang is not None else (*known, *LANGUAGES)[:1]


def named(text: str) -> tuple[str, ...]:
    """What is named between commas."""
    return tuple(name.strip() for name in text.split(","))


def document_options(  # noqa: PLR0913, PLR0917  each is an option
    workspace: WorkspaceOption = None,
    as_of: AsOf = None,
    edition: Annotated[
        Edition | None, typer.Option(help="Who may read it; each document has its usual one.")
    ] = None,
    perspective: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Whose copy: that party is named first.")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="en, vi, zh-Hans; with a comma two in one."),
    ] = None,
    style: Annotated[str | None, typer.Option(metavar="NAME", help="The house style.")] = None,
    formats: Annotated[
        str | None,
        typer.Option("--format", metavar="LIST", help="docx, pdf, xlsx, html; with commas."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to write, if not to out/.")
    ] = None,
    json: JsonOption = False,
) -> Wanted:
    """The options that all documents share."""
    return Wanted(workspace, as_of, edition, perspective, lang, style, formats, out, json)


def writes_documents(command: Command) -> Command:
    """A command with the options that all documents share; it is given them as `wanted`."""
    shared = inspect.signature(document_options).parameters
    own = inspect.signature(command).parameters
    parameters = [*(each for each in own.values() if each.name != "wanted"), *shared.values()]

    @wraps(command)
    def run(**given: Any) -> None:
        wanted = document_options(**{name: given.pop(name) for name in shared})
        command(**given, wanted=wanted)

    # Typer reads a command's arguments and options off these two.
    vars(run)["__signature__"] = inspect.Signature(parameters)
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run


@dataclass(frozen=True)
class Desk:
    """What a document is made from, and how: the register, read, and the options, checked."""

    day: datetime.date
    workspace: "Workspace"
    register: "Register"
    warnings: tuple[Problem, ...]
    output: "Output"


def desk(wanted: Wanted, formats: tuple[str, ...], number: int | None = None) -> Desk:
    """Reads the register of the workspace that a command works in."""
    from briefgen.build.output import Output, check_style

    day = read_day(wanted.as_of)
    space = workspace_at(wanted.workspace)
    if wanted.style is not None:
        check_style(wanted.style, space)
    reading = load(space, day)
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

    ready = desk(wanted, kind.formats, number)
    built = build(kind, order(ready.day), ready.register, ready.workspace, ready.output)
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
