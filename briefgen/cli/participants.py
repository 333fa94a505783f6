"""The command `participants`: the list, sign-in sheets, place cards and badges of a session."""

from typing import Annotated, Literal

import typer

from briefgen.cli.documents import (
    EditionOption,
    Formats,
    Lang,
    Out,
    Perspective,
    SessionArgument,
    StyleOption,
    Wanted,
    write,
)
from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption

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


def participants(  # noqa: PLR0913, PLR0917  each is an option
    session: SessionArgument,
    layout: LayoutOption = "list",
    sheet: SheetOption = "delegation",
    blank: BlankOption = 5,
    workspace: WorkspaceOption = None,
    as_of: AsOf = None,
    edition: EditionOption = None,
    perspective: Perspective = None,
    lang: Lang = "en",
    style: StyleOption = None,
    formats: Formats = None,
    out: Out = None,
    json: JsonOption = False,
) -> None:
    """Write a session's list of participants, sign-in sheets, place cards or badges.

    The host's delegation stands first; with --perspective, that party's.

    Example: briefgen participants jwc-guangxi/14 --layout sign-in
    """
    from briefgen.documents.catalogue import LAYOUTS, SIGN_IN
    from briefgen.documents.orders import SessionOrder, SignInOrder

    wanted = Wanted(workspace, as_of, lang, style, formats, out, json)
    if layout == "sign-in":
        readers = edition or SIGN_IN.edition
        write(
            SIGN_IN,
            lambda day: SignInOrder(session, day, readers, perspective, sheet, blank),
            wanted,
        )
        return
    kind = LAYOUTS[layout]
    write(
        kind, lambda day: SessionOrder(session, day, edition or kind.edition, perspective), wanted
    )
