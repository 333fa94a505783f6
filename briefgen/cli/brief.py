"""The command `brief`: the brief for a session."""

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


def brief(  # noqa: PLR0913, PLR0917  each is an option
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
    """Write the brief for a session: what was promised, where it stands, who hosts.

    Example: briefgen brief jwc-guangxi/next --format docx,pdf
    """
    # Imported only when a document is wanted: other commands do without templates.
    from briefgen.documents.catalogue import BRIEF
    from briefgen.documents.orders import SessionOrder

    write(
        BRIEF,
        lambda day: SessionOrder(session, day, edition or BRIEF.edition, perspective),
        Wanted(workspace, as_of, lang, style, formats, out, json),
    )
