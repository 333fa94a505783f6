"""What briefgen says of itself, at once: it imports next to nothing, so that `--help` is quick."""

from collections.abc import Iterator, Mapping, Sequence
from shutil import get_terminal_size
from textwrap import fill

NAME = "briefgen"
ABOUT = "Meeting documents from a register of sessions and commitments."
EXAMPLE = "Example: briefgen brief jwc-guangxi/next"
VERSION = "--version"
OPTIONS: Mapping[str, str] = {
    VERSION: "Print the version.",
    "--help": "Show this message and exit.",
}
COMMANDS: Mapping[str, str] = {
    "check": "Read the whole register and print every problem with its place.",
    "brief": "Write the brief for a session: what was promised, where it stands, who hosts.",
    "summary": "Write the summary of a year: its sessions, documents, commitments, figures, next"
    " hosts.",
    "participants": "Write a session's list of participants, sign-in sheets, place cards or"
    " badges.",
    "commitments": "Write the matrix of a mechanism's commitments: text, origin, due, status, last"
    " report.",
    "minutes": "Write the skeleton of a session's minutes, to be filled in at the table.",
    "kit": "Write every document that a session needs, with a manifest, into a folder of its own.",
    "build": "Write everything that is due, only what has changed, on all cores, with a manifest.",
    "rotation": "Tell who hosted each session, whose turn is next, and why.",
    "ledger": "Tell where each commitment of a mechanism stands, and how many stand so.",
    "init": "Start a workspace: files with examples to replace, and comments that tell how.",
    "new-style": "Start a house style of your own: a copy of another one's file, with its"
    " comments.",
    "doctor": "Say what this machine lacks for writing documents, and how to get it.",
    "schema": "Write JSON Schemas of the register's files, by which editors complete and check.",
    "import-participants": "Add the delegates of a spreadsheet to the register's people and to a"
    " session.",
}
"""The commands in the order of their use, each with the first sentence of its own help."""
WIDEST = 100
NARROWEST = 50
FOUND, WRONG_USE = 0, 2


def answer(arguments: Sequence[str]) -> int | None:
    """Prints what needs no command; the exit code, or None for all that does need one."""
    match arguments:
        case []:
            print(overview(width()), flush=True)
            return WRONG_USE
        case ["--help"]:
            print(overview(width()), flush=True)
            return FOUND
        case ["--version"]:
            print(version_line(), flush=True)
            return FOUND
    return None


def version_line() -> str:
    """`briefgen 1.2.3`."""
    from importlib.metadata import version

    return f"{NAME} {version(NAME)}"


def width() -> int:
    """How wide a help is: as the screen, but no wider than reads well."""
    return max(min(get_terminal_size().columns, WIDEST) - 2, NARROWEST)


def overview(columns: int) -> str:
    """The help of briefgen as a whole, its lines no longer than so many columns."""
    parts = (
        f"Usage: {NAME} [OPTIONS] COMMAND [ARGS]...",
        paragraph(ABOUT, columns),
        paragraph(EXAMPLE, columns),
        "\n".join(["Options:", *listed(OPTIONS, columns)]),
        "\n".join(["Commands:", *listed(COMMANDS, columns)]),
    )
    return "\n\n".join(parts)


def paragraph(text: str, columns: int) -> str:
    """A text of its own, moved in."""
    return wrapped(text, columns, "  ", "  ")


def listed(entries: Mapping[str, str], columns: int) -> Iterator[str]:
    """The names with what is said of each, beside them in a column of its own."""
    indent = " " * (max(map(len, entries)) + 4)
    for name, said in entries.items():
        first = f"  {name}".ljust(len(indent))
        yield wrapped(said, columns, first, indent)


def wrapped(text: str, columns: int, first: str, others: str) -> str:
    """A text in lines, each after what it starts with; ids and options stay whole."""
    return fill(
        text, columns, initial_indent=first, subsequent_indent=others, break_on_hyphens=False
    )
