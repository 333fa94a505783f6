"""The commands of briefgen, each imported only when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from briefgen.cli.overview import (
    ABOUT,
    COMMANDS,
    EXAMPLE,
    NAME,
    OPTIONS,
    VERSION,
    WIDEST,
    overview,
    version_line,
)


class Commands(TyperGroup):
    """Knows all commands by name, and imports one when it is run or asked for its own help."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {name: TyperCommand(name, help=said) for name, said in COMMANDS.items()}

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | None:
        return command_named(cmd_name) if cmd_name in self.commands else None

    def format_help(self, ctx: typer.Context, formatter: Any) -> None:
        formatter.write(overview(formatter.width))


def command_named(name: str) -> TyperCommand:
    """A command as Typer reads it off the function of its name in the module of its name."""
    plain = name.replace("-", "_")
    function: Callable[..., None] = getattr(import_module(f"briefgen.cli.{plain}"), plain)
    own = new_app()
    own.command(name)(function)
    return get_command(own)


def new_app(**settings: Any) -> typer.Typer:
    """A part of the command line; rich would cost more time than most commands take."""
    return typer.Typer(
        name=NAME,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"max_content_width": WIDEST},
        **settings,
    )


def tell_version(*, wanted: bool) -> None:
    """Prints the version and ends the run."""
    if wanted:
        typer.echo(version_line())
        raise typer.Exit


app = new_app(cls=Commands, help=f"{ABOUT}\n\n{EXAMPLE}", no_args_is_help=True)


@app.callback()
def briefgen(
    asked: Annotated[
        bool,
        typer.Option(
            VERSION,
            callback=lambda wanted: tell_version(wanted=wanted),
            is_eager=True,
            help=OPTIONS[VERSION],
        ),
    ] = False,
) -> None:
    """What stands before the name of a command."""
