"""The command `participants`: the list, sign-in sheets, place cards and badges of a session."""

from typing import Annotated, Literal

import typer

from briefgen.cli.documents import write
from briefgen.cli.wanted import NumberOption, SessionArgument, Wanted, writes_documents
from briefgen.problems import Place, Problem, UsageError

MOST_BLANK_ROWS = 100
Layout = Literal["list", "sign-in", "place-cards", "badges"]
LayoutOption = Annotated[Layout, typer.Option("--layout", help="What is to be printed.")]
SheetOption = Annotated[
    Literal["delegation", "connection-point"],
    typer.Option("--sheet", help="What each sign-in sheet is for."),
]
BlankOption = Annotated[
    int,
    typer.Option(
        "--blank", metavar="N", min=0, max=MOST_BLANK_ROWS, help="Blank rows of a sign-in sheet."
    ),
]


@writes_documents
def participants(  # noqa: PLR0913, PLR0917  each is an option
    session: SessionArgument,
    wanted: Wanted,
    layout: LayoutOption = "list",
    sheet: SheetOption = "delegation",
    blank: BlankOption = 5,
    number: NumberOption = None,
) -> None:
    """Write a session's list of participants, sign-in sheets, place cards or badges.

    The host's delegation stands first; with --perspective, that party's.

    Example: briefgen participants jwc-guangxi/14 --layout sign-in
    """
    from briefgen.documents.catalogue import LAYOUTS, SIGN_IN
    from briefgen.documents.orders import SessionOrder, SignInOrder

    party = wanted.perspective
    if number is not None and layout != "list":
        message = "only the list bears a number; leave it out"
        raise UsageError([Problem(Place("--number"), "no-number", message)])
    if layout == "sign-in":
        readers = wanted.edition or SIGN_IN.edition
        write(SIGN_IN, lambda day: SignInOrder(session, day, readers, party, sheet, blank), wanted)
        return
    kind = LAYOUTS[layout]
    readers = wanted.edition or kind.edition
    write(kind, lambda day: SessionOrder(session, day, readers, party), wanted, number)
