"""The commands of briefgen, each imported only when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
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
    paragraph,
    version_line,
)


class Commands(TyperGroup):
    """Knows all commands by name, and imports one when it is run or asked for its own help."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {name: TyperCommand(name, help=said) for name, said in COMMANDS.items()}

    # Typer's own name for a context, which it calls these methods with, is private.

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ARG002
        return command_named(cmd_name) if cmd_name in self.commands else None

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.default = False  # to read anything but true or false, Typer imports pydantic
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        formatter.write(overview(formatter.width))


class Command(TyperCommand):
    """A command whose example isn't broken within an option."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        for text in (self.help or "").split("\n\n"):
            formatter.write(f"\n{paragraph(text, formatter.width)}\n")


def command_named(name: str) -> TyperCommand:
    """A command as Typer reads it off the function of its name in the module of its name."""
    plain = name.replace("-", "_")
    function: Callable[..., None] = getattr(import_module(f"briefgen.cli.{plain}"), plain)
    own = new_app()
    own.command(name, cls=Command)(function)
    return cast(TyperCommand, get_command(own))  # of one command alone it makes no group


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
