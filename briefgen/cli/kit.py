"""The command `kit`: every document that a session needs, with a manifest."""

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
    as_object,
    desk,
    shown,
)
from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption, workspace_at
from briefgen.cli.reporting import print_json


def kit(  # noqa: PLR0913, PLR0917  each is an option
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
    """Write every document that a session needs, with a manifest, into a folder of its own.

    Example: briefgen kit jwc-guangxi/next
    """
    from briefgen.build.kit import KitOrder, build_kit

    wanted = Wanted(workspace, as_of, lang, style, formats, out, json)
    ready = desk(wanted, ())
    order = KitOrder(session, ready.day, edition, perspective, wanted.format_names)
    made = build_kit(order, ready.register, workspace_at(workspace), ready.output)
    if json:
        told = as_object(made.written, ready.warnings)
        print_json({**told, "manifest": shown(made.manifest)})
        return
    for path in (*(file.path for file in made.written), made.manifest):
        typer.echo(shown(path))
