"""The commands of briefgen, and what ends a run."""

import sys

import typer

from briefgen.cli.brief import brief
from briefgen.cli.check import check
from briefgen.cli.doctor import doctor
from briefgen.cli.reporting import EXIT_CODES, report_problems
from briefgen.cli.schema import schema
from briefgen.problems import BriefgenError

app = typer.Typer(
    name="briefgen",
    help="Meeting documents from a register of sessions and commitments.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command()(check)
app.command()(brief)
app.command()(doctor)
app.command()(schema)


def main() -> None:
    """Runs a command; problems go to stderr, a line each, and decide the exit code."""
    try:
        app()
    except BriefgenError as error:
        report_problems(error.problems)
        sys.exit(EXIT_CODES[type(error)])
