"""The command `brief`: the brief for a session."""

from briefgen.cli.documents import write
from briefgen.cli.wanted import NumberOption, SessionArgument, Wanted, writes_documents


@writes_documents
def brief(session: SessionArgument, wanted: Wanted, number: NumberOption = None) -> None:
    """Write the brief for a session: what was promised, where it stands, who hosts.

    Example: briefgen brief jwc-guangxi/next --format docx,pdf
    """
    # Imported only when a document is wanted: other commands do without templates.
    from briefgen.documents.catalogue import BRIEF
    from briefgen.documents.orders import SessionOrder

    readers = wanted.edition or BRIEF.edition
    party = wanted.perspective
    write(BRIEF, lambda day: SessionOrder(session, day, readers, party), wanted, number)
