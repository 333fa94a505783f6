"""The commands of briefgen."""

import typer

from briefgen.cli.brief import brief
from briefgen.cli.check import check
from briefgen.cli.doctor import doctor
from briefgen.cli.ledger import ledger
from briefgen.cli.rotation import rotation
from briefgen.cli.schema import schema

app = typer.Typer(
    name="briefgen",
    help="Meeting documents from a register of sessions and commitments.\n\n"
    "Example: briefgen brief jwc-guangxi/next",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command()(check)
app.command()(brief)
app.command()(rotation)
app.command()(ledger)
app.command()(doctor)
app.command()(schema)
