"""The command `kit`: every document that a session needs, with a manifest."""

import typer

from briefgen.cli.documents import as_object, desk, shown
from briefgen.cli.reporting import print_json, report_some
from briefgen.cli.wanted import SessionArgument, Wanted, writes_documents


@writes_documents
def kit(session: SessionArgument, wanted: Wanted) -> None:
    """Write every document that a session needs, with a manifest, into a folder of its own.

    Example: briefgen kit jwc-guangxi/next
    """
    from briefgen.build.kit import build_kit
    from briefgen.build.kit_documents import KitOrder

    ready = desk(wanted, ())
    order = KitOrder(session, ready.day, wanted.edition, wanted.perspective, wanted.format_names)
    made_from = (ready.register, ready.workspace, ready.output)
    made = build_kit(order, *made_from, wanted.typesetter)
    if wanted.json:
        told = as_object(made.written, (*ready.warnings, *made.warnings))
        print_json({**told, "manifest": shown(made.manifest)})
        return
    for path in (*(file.path for file in made.written), made.manifest):
        typer.echo(shown(path))
    report_some(made.warnings)
