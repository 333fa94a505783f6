"""The command `commitments`: the matrix of a mechanism's commitments."""

from briefgen.cli.documents import (
    EditionOption,
    Formats,
    Lang,
    Out,
    Perspective,
    StyleOption,
    Wanted,
    write,
)
from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption
from briefgen.cli.rotation import MechanismArgument


def commitments(  # noqa: PLR0913, PLR0917  each is an option
    mechanism: MechanismArgument,
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
    """Write the matrix of a mechanism's commitments: text, origin, due, status, last report.

    Example: briefgen commitments jwc-guangxi --format xlsx
    """
    from briefgen.documents.catalogue import COMMITMENTS
    from briefgen.documents.orders import MatrixOrder

    write(
        COMMITMENTS,
        lambda day: MatrixOrder(mechanism, day, edition or COMMITMENTS.edition, perspective),
        Wanted(workspace, as_of, lang, style, formats, out, json),
    )
