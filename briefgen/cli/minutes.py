"""The command `minutes`: the skeleton of a session's minutes."""

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


def minutes(  # noqa: PLR0913, PLR0917  each is an option
    session: SessionArgument,
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
    """Write the skeleton of a session's minutes, to be filled in at the table.

    Example: briefgen minutes jwc-guangxi/next --format docx
    """
    from briefgen.documents.catalogue import MINUTES
    from briefgen.documents.orders import SessionOrder

    write(
        MINUTES,
        lambda day: SessionOrder(session, day, edition or MINUTES.edition, perspective),
        Wanted(workspace, as_of, lang, style, formats, out, json),
    )
