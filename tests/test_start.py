"""A command starts quickly: what it has no use for is not imported, and its help is whole."""

import ast
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.core import TyperOption
from typer.main import get_command

from briefgen.cli.commands import app, command_named
from briefgen.cli.overview import COMMANDS, NAME, OPTIONS, answer, overview

ROOT = Path(__file__).parents[1]
WIDTHS = [50, 80, 100, 120]
LIBRARIES = (
    *("PIL", "babel", "docx", "fontTools", "jinja2", "lxml", "matplotlib", "numpy", "openpyxl"),
    *("pydyf", "rich", "undate", "weasyprint", "xlsxwriter"),
)
FOR_HELP = (*LIBRARIES, "pydantic", "yaml", "importlib.metadata", "briefgen.register.workspace")
FOR_OVERVIEW = (*FOR_HELP, "typer", "dataclasses", "briefgen.rendering")
NEXT = "jwc-guangxi/next"
UNUSED: Mapping[tuple[str, ...], tuple[str, ...]] = {
    (): FOR_OVERVIEW,
    ("--help",): FOR_OVERVIEW,
    **{(name, "--help"): FOR_HELP for name in COMMANDS},
    ("check",): (*LIBRARIES, "briefgen.rendering.style", "briefgen.rules", "briefgen.writers"),
    ("rotation", "jwc-guangxi", "--json"): tuple({*LIBRARIES} - {"babel", "jinja2"}),
    ("ledger", "jwc-guangxi", "--json"): LIBRARIES,
    ("brief", NEXT, "--format", "html"): tuple({*LIBRARIES} - {"PIL", "babel", "jinja2"}),
    ("brief", NEXT, "--format", "docx"): (
        *({*LIBRARIES} - {"PIL", "babel", "jinja2", "lxml"}),
        *("babel.messages", "concurrent.futures", "urllib.request"),
        *("briefgen.documents.summary", "briefgen.rendering.charts", "briefgen.rendering.parallel"),
        *("briefgen.rendering.fitting", "briefgen.writers.docx.letterhead"),
    ),
    ("schema",): LIBRARIES,
}
"""By command line: what a run of it leaves out."""
LOADED = """
import sys
sys.argv = ["briefgen", *{arguments!r}]
from briefgen.cli.app import main
try:
    main()
finally:
    print(*[name for name in {names!r} if name in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", UNUSED, ids=" ".join)
def test_a_run_imports_nothing_that_it_has_no_use_for(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    here = [] if arguments[-1:] in {(), ("--help",)} else ["--workspace", str(ROOT)]
    out = ["--out", str(tmp_path)] if arguments[:1] in {("brief",), ("schema",)} and here else []
    script = LOADED.format(arguments=(*arguments, *here, *out), names=UNUSED[arguments])
    done = started(script, tmp_path)
    assert done.returncode == (0 if arguments else 2), done.stderr
    assert done.stderr.splitlines()[-1] == ""


def started(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What a script does in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


COLLECTING = """
import gc, sys
sys.argv = ["briefgen", *{arguments!r}]
from briefgen.cli.app import main
try:
    main()
finally:
    print(gc.isenabled(), file=sys.stderr)
"""


def test_garbage_is_collected_again_once_the_register_is_read(tmp_path: Path) -> None:
    arguments = ["ledger", "jwc-guangxi", "--json", "--workspace", str(ROOT)]
    for line, expected in ((arguments, "True"), (["--version"], "False")):
        done = started(COLLECTING.format(arguments=line), tmp_path)
        assert done.stderr == f"{expected}\n"


# The overview, which is made without the commands, is theirs.


def test_the_overview_lists_every_module_that_is_a_command() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "briefgen/cli").glob("*.py")]
    told = [ast.get_docstring(ast.parse(source)) or "" for source in sources]
    assert {each.split("`")[1] for each in told if each.startswith("The command `")} == {*COMMANDS}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_overview_says_of_a_command_what_its_own_help_says_first(name: str) -> None:
    command = command_named(name)
    assert command.name == name
    assert (command.help or "").partition("\n\n")[0].replace("\n", " ") == COMMANDS[name]


def test_the_overview_lists_the_options_that_there_are() -> None:
    group = get_command(app)
    params = group.get_params(group.context_class(group))
    assert {each.opts[0]: each.help for each in params if isinstance(each, TyperOption)} == OPTIONS


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_overview_is_the_same_at_once_and_through_typer(
    columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    slow = through_typer(["--help"], capsys)
    assert (answer(["--help"]), capsys.readouterr().out) == slow
    assert (answer([]), capsys.readouterr().out) == (2, slow[1])


def through_typer(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> tuple[str | int | None, str]:
    """How a run ends, and what it prints."""
    with pytest.raises(SystemExit) as ended:
        app(arguments, prog_name=NAME)
    return ended.value.code, capsys.readouterr().out


@pytest.mark.parametrize("line", ["check", "--help check", "--version check", "--verison", "-h"])
def test_all_else_is_left_to_typer(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(line.split()) is None
    assert capsys.readouterr() == ("", "")


# A help is whole, and fits the screen.


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_overview_cuts_nothing_and_fits_the_screen(columns: int) -> None:
    lines = overview(columns).splitlines()
    words = " ".join(" ".join(lines).split())
    assert max(map(len, lines)) <= columns
    for name, said in {**OPTIONS, **COMMANDS}.items():
        assert f" {name} {said}" in words


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_cuts_nothing_and_shows_its_example(
    name: str,
    columns: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    code, printed = through_typer([name, "--help"], capsys)
    words = " ".join(printed.split())
    assert code == 0
    assert max(map(len, printed.splitlines())) <= columns
    assert f"Usage: briefgen {name} [OPTIONS]" in words
    command = command_named(name)
    assert f"\n\nExample: briefgen {name}" in (command.help or "")
    assert " ".join((command.help or "").split()) in words
    for each in command.params:
        assert f" {getattr(each, 'help', None)}" in words
