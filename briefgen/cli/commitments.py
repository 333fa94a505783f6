"""The command `commitments`: the matrix of a mechanism's commitments."""

from briefgen.cli.documents import write
from briefgen.cli.rotation import MechanismArgument
from briefgen.cli.wanted import NumberOption, Wanted, writes_documents


@writes_documents
def commitments(mechanism: MechanismArgument, wanted: Wanted, number: NumberOption = None) -> None:
    """Write the matrix of a mechanism's commitments: text, origin, due, status, last report.

    Example: briefgen commitments jwc-guangxi --format xlsx
    """
    from briefgen.documents.catalogue import COMMITMENTS
    from briefgen.documents.orders import MatrixOrder

    readers, party = wanted.edition or COMMITMENTS.edition, wanted.perspective
    write(COMMITMENTS, lambda day: MatrixOrder(mechanism, day, readers, party), wanted, number)
