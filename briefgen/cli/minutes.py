"""The command `minutes`: the skeleton of a session's minutes."""

from briefgen.cli.documents import write
from briefgen.cli.wanted import NumberOption, SessionArgument, Wanted, writes_documents


@writes_documents
def minutes(session: SessionArgument, wanted: Wanted, number: NumberOption = None) -> None:
    """Write the skeleton of a session's minutes, to be filled in at the table.

    Example: briefgen minutes jwc-guangxi/next --format docx
    """
    from briefgen.documents.catalogue import MINUTES
    from briefgen.documents.orders import SessionOrder

    readers = wanted.edition or MINUTES.edition
    party = wanted.perspective
    write(MINUTES, lambda day: SessionOrder(session, day, readers, party), wanted, number)
