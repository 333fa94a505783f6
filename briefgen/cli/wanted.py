"""What the commands that write documents can be told: the options that they share."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from briefgen.build.typesetting import Typesetter, here
from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption
from briefgen.documents.editions import Edition

SessionArgument = Annotated[
    str, typer.Argument(metavar="SESSION", help="MECHANISM/KEY, or MECHANISM/next.")
]
Command = Callable[..., None]
CONTEXT = "context"
"""What Typer passes a command beside its options: it holds what sets PDFs."""
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
    typesetter: Typesetter = here
    """What sets PDFs; it may be another process."""

    @property
    def format_names(self) -> tuple[str, ...] | None:
        """The formats that are asked for, each once; None when the document's own will do."""
        return None if self.formats is None else tuple(dict.fromkeys(named(self.formats)))

    def languages(self, usual: tuple[str, ...]) -> tuple[str, ...]:
        """The languages that are asked for; without any the first usual one that is known."""
        return named(self.lang) if self.lang is not None else usual_languages(usual)


def usual_languages(usual: tuple[str, ...]) -> tuple[str, ...]:
    """The first of a register's languages that documents can be in."""
    from briefgen.rendering.languages import LANGUAGES

    known = [language for language in usual if language in LANGUAGES]
    return (*known, *LANGUAGES)[:1]


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
    context = inspect.Parameter(CONTEXT, inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    parameters = [*(each for each in own.values() if each.name != "wanted"), *shared.values()]
    parameters.append(context)

    @wraps(command)
    def run(**given: Any) -> None:
        wanted = document_options(**{name: given.pop(name) for name in shared})
        setter = given.pop(CONTEXT).obj or here
        command(**given, wanted=replace(wanted, typesetter=setter))

    # Typer reads a command's arguments and options off these two.
    vars(run)["__signature__"] = inspect.Signature(parameters)
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run
