"""The command `summary`: a year over all mechanisms."""

from typing import Annotated

import typer

from briefgen.cli.documents import (
    EditionOption,
    Formats,
    Lang,
    Out,
    StyleOption,
    Wanted,
    write,
)
from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption
from briefgen.problems import Place, Problem, UsageError

Year = Annotated[str, typer.Argument(metavar="YEAR", help="Four digits, such as 2023.")]
MechanismOption = Annotated[
    str | None, typer.Option("--mechanism", metavar="ID", help="Of one mechanism only.")
]


def summary(  # noqa: PLR0913, PLR0917  each is an option
    year: Year,
    mechanism: MechanismOption = None,
    workspace: WorkspaceOption = None,
    as_of: AsOf = None,
    edition: EditionOption = None,
    lang: Lang = "en",
    style: StyleOption = None,
    formats: Formats = None,
    out: Out = None,
    json: JsonOption = False,
) -> None:
    """Write the summary of a year: its sessions, documents, commitments, figures, next hosts.

    Example: briefgen summary 2023
    """
    from briefgen.documents.catalogue import SUMMARY
    from briefgen.documents.orders import SummaryOrder

    number = read_year(year)
    write(
        SUMMARY,
        lambda day: SummaryOrder(number, day, edition or SUMMARY.edition, mechanism),
        Wanted(workspace, as_of, lang, style, formats, out, json),
    )


def read_year(text: str) -> int:
    """A year from the command line."""
    if len(text) == 4 and text.isascii() and text.isdigit() and int(text) >= 1000:
        return int(text)
    message = "no year; write four digits, such as 2023"
    raise UsageError([Problem(Place(text or "YEAR"), "bad-year", message)])
