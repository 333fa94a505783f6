"""The command `summary`: a year over all mechanisms."""

from typing import Annotated

import typer

from briefgen.cli.documents import write
from briefgen.cli.wanted import NumberOption, Wanted, writes_documents
from briefgen.problems import Place, Problem, UsageError

Year = Annotated[str, typer.Argument(metavar="YEAR", help="Four digits, such as 2023.")]
MechanismOption = Annotated[
    str | None, typer.Option("--mechanism", metavar="ID", help="Of one mechanism only.")
]


@writes_documents
def summary(
    year: Year,
    wanted: Wanted,
    mechanism: MechanismOption = None,
    number: NumberOption = None,
) -> None:
    """Write the summary of a year: its sessions, documents, commitments, figures, next hosts.

    Example: briefgen summary 2023
    """
    from briefgen.documents.catalogue import SUMMARY
    from briefgen.documents.orders import SummaryOrder

    of_year = read_year(year)
    readers, party = wanted.edition or SUMMARY.edition, wanted.perspective
    write(
        SUMMARY, lambda day: SummaryOrder(of_year, day, readers, party, mechanism), wanted, number
    )


def read_year(text: str) -> int:
    """A year from the command line."""
    if len(text) == 4 and text.isascii() and text.isdigit() and int(text) >= 1000:
        return int(text)
    message = "no year; write four digits, such as 2023"
    raise UsageError([Problem(Place(text or "YEAR"), "bad-year", message)])
