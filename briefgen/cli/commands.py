"""The commands of briefgen."""

from typing import Annotated

import typer

from briefgen.cli.brief import brief
from briefgen.cli.build import build
from briefgen.cli.check import check
from briefgen.cli.commitments import commitments
from briefgen.cli.doctor import doctor
from briefgen.cli.import_participants import import_participants
from briefgen.cli.init import init
from briefgen.cli.kit import kit
from briefgen.cli.ledger import ledger
from briefgen.cli.minutes import minutes
from briefgen.cli.new_style import new_style
from briefgen.cli.participants import participants
from briefgen.cli.rotation import rotation
from briefgen.cli.schema import schema
from briefgen.cli.summary import summary


def tell_version(*, wanted: bool) -> None:
    """Prints the version and ends the run."""
    from importlib.metadata import version

    if wanted:
        typer.echo(f"briefgen {version('briefgen')}")
        raise typer.Exit


app = typer.Typer(
    name="briefgen",
    help="Meeting documents from a register of sessions and commitments.\n\n"
    "Example: briefgen brief jwc-guangxi/next",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


@app.callback()
def briefgen(
    asked: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda wanted: tell_version(wanted=wanted),
            is_eager=True,
            help="Print the version.",
        ),
    ] = False,
) -> None:
    """What stands before the name of a command."""


app.command()(check)
app.command()(brief)
app.command()(summary)
app.command()(participants)
app.command()(commitments)
app.command()(minutes)
app.command()(kit)
app.command()(build)
app.command()(rotation)
app.command()(ledger)
app.command()(init)
app.command("new-style")(new_style)
app.command()(doctor)
app.command()(schema)
app.command("import-participants")(import_participants)
