"""How results and problems reach the screen."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import typer

from briefgen.problems import (
    BriefgenError,
    MachineError,
    Problem,
    RegisterError,
    TemplateError,
    UsageError,
)
from briefgen.register.decoding import REFUSED

EXIT_CODES: Mapping[type[BriefgenError], int] = {
    RegisterError: 1,
    TemplateError: 1,
    UsageError: 2,
    MachineError: 3,
}
MOST_WARNINGS = 20
MOST_PROBLEMS = 1000
LONGEST = 2000
UNSEEN = rf"[\t\n\r]|{REFUSED.pattern}"


def report_problems(problems: Sequence[Problem]) -> None:
    """Prints problems to stderr, a line each; of very many the first."""
    print_first(problems, MOST_PROBLEMS, "briefgen check --json lists all")


def fit(text: str) -> str:
    """A text that may hold whatever was typed, made fit for a line of any screen."""
    seen = re.sub(UNSEEN, escaped, text[: LONGEST + 1])
    return seen if len(text) <= LONGEST else f"{seen[:LONGEST]}…"


def escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    is_byte = 0xDC80 <= code <= 0xDCFF  # how Python holds a byte of a name that is no text
    return f"\\x{code - 0xDC00:02x}" if is_byte else ascii(found[0])[1:-1]


def report_some(warnings: Sequence[Problem]) -> None:
    """Prints the first few warnings, and how many more there are."""
    print_first(warnings, MOST_WARNINGS, "--json lists all")


def print_first(problems: Sequence[Problem], most: int, hint: str) -> None:
    for problem in problems[:most]:
        prefix = "" if problem.severity == "error" else f"{problem.severity}: "
        typer.echo(f"{prefix}{fit(str(problem.place))}: {fit(problem.message)}", err=True)
    if len(problems) > most:
        typer.echo(f"… and {len(problems) - most:,} more; {hint}", err=True)


def print_json(value: Mapping[str, Any]) -> None:
    """Prints one JSON object to stdout."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    # Names of files may hold bytes that are no text; JSON has an escape for what stands for them.
    typer.echo(text.encode("utf-8", "backslashreplace").decode())


def print_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints a table to stdout, as wide as the screen; a cell's text wraps, none is cut off."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def counted(number: int, one: str, many: str) -> str:
    """`1 person`, `2 people`."""
    return f"{number} {one if number == 1 else many}"


def as_json(problem: Problem) -> dict[str, Any]:
    """A problem as an object."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
    }
