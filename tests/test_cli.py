"""The command line, run as people run it: what it prints, how it ends, what it leaves."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from commands import Commands, commands_of_all

ROOT = Path(__file__).parent.parent
SESSION = ("brief", "jwc-guangxi/next", "--as-of", "2026-11-22")
HTML = (*SESSION, "--format", "html")
BRIEF = "jwc-guangxi-15-brief.en"
INTERRUPTED = 130


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def problems(self) -> list[str]:
        return self.err.splitlines()


def run(*arguments: str | Path, cwd: Path, **settings: str) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", *map(str, arguments)],
        cwd=cwd,
        env={**environment(), **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Run(done.returncode, done.stdout, done.stderr)


def environment() -> dict[str, str]:
    """The tests' own, finding the package from any folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}


USUAL = environment()


def run_warm(*arguments: str | Path, cwd: Path, **settings: str) -> Run:
    """As `run`, but in a child of the warm process, unless the surroundings are not the usual."""
    now = {name: value for name, value in environment().items() if name != "PYTEST_CURRENT_TEST"}
    if settings or now != USUAL:
        return run(*arguments, cwd=cwd, **settings)
    done = commands_of_all().run([*map(str, arguments)], cwd)
    assert isinstance(done.code, int), done.code
    assert "Traceback" not in done.err, done.err
    (done.out + done.err).encode()  # nothing that is no UTF-8
    return Run(done.code, done.out, done.err)


def files_below(folder: Path) -> Mapping[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def workspace(folder: Path) -> Path:
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copy(ROOT / "briefgen.yaml", folder)
    return folder


@pytest.fixture
def space(tmp_path: Path) -> Path:
    return workspace(tmp_path)


def with_template(space: Path, line: str) -> int:
    """Puts the packaged brief into a workspace with one more line; returns its number."""
    text = (ROOT / "templates/brief.html.j2").read_text("utf-8")
    (space / "templates").mkdir()
    (space / "templates/brief.html.j2").write_text(f"{text}{line}\n", "utf-8")
    return text.count("\n") + 1


def with_style(space: Path, name: str, line: str) -> int:
    """Puts the packaged style into a workspace with one more line; returns its number."""
    text = (ROOT / "templates/styles/plain.yaml").read_text("utf-8")
    (space / "templates/styles").mkdir(parents=True)
    (space / f"templates/styles/{name}.yaml").write_text(f"{text}{line}\n", "utf-8")
    return text.count("\n") + 1


# What it writes


def test_a_brief_prints_the_two_paths_it_wrote(space: Path) -> None:
    before = set(files_below(space))
    done = run(*SESSION, cwd=space)
    assert (done.code, done.err) == (0, "")
    assert done.lines == [f"out/internal/{BRIEF}.docx", f"out/internal/{BRIEF}.pdf"]
    assert set(files_below(space)) - before == set(done.lines)


def test_a_brief_as_json_tells_size_and_hash_of_what_it_wrote(space: Path) -> None:
    done = run(*SESSION, "--format", "pdf,html", "--json", cwd=space)
    told: dict[str, Any] = json.loads(done.out)
    assert set(told) == {"written", "warnings"}
    assert told["warnings"] == []
    assert [file["path"] for file in told["written"]] == [
        f"out/internal/{BRIEF}.pdf",
        f"out/internal/{BRIEF}.html",
    ]
    for file in told["written"]:
        data = (space / file["path"]).read_bytes()
        assert file == {
            "path": file["path"],
            "document": "brief",
            "session": "jwc-guangxi/15",
            "language": "en",
            "format": Path(file["path"]).suffix[1:],
            "edition": "internal",
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        }


def test_a_shared_edition_stands_in_its_own_folder_and_says_so(space: Path) -> None:
    done = run(*HTML, "--edition", "shared", cwd=space)
    assert done.lines == [f"out/shared/{BRIEF}.html"]
    text = (space / done.lines[0]).read_text("utf-8")
    assert '<header class="running">Shared edition</header>' in text


def test_the_party_whose_copy_it_is_stands_first(space: Path) -> None:
    (path,) = run(*HTML, "--perspective", "guangxi", cwd=space).lines
    text = (space / path).read_text("utf-8")
    kicker = text.partition('<p class="kicker">')[2].partition("</p>")[0]
    assert kicker.split(" · ")[1].startswith("Guangxi, ")
    assert "Prepared for the head of the Guangxi delegation" in text


def test_a_brief_goes_where_it_is_told(space: Path) -> None:
    done = run(*HTML, "--out", "elsewhere", cwd=space)
    assert done.lines == [f"elsewhere/internal/{BRIEF}.html"]
    assert not (space / "out").exists()


def test_a_workspace_can_be_named_from_another_folder(tmp_path: Path) -> None:
    here, there = tmp_path / "here", workspace(tmp_path / "there")
    here.mkdir()
    done = run(*HTML, "--workspace", there, cwd=here)
    assert done.lines == [str(there / f"out/internal/{BRIEF}.html")]
    assert Path(done.lines[0]).is_file()
    assert list(here.iterdir()) == []


def test_the_workspace_is_found_upwards(space: Path) -> None:
    done = run(*HTML, cwd=space / "data/mechanisms")
    assert done.lines == [str(space / f"out/internal/{BRIEF}.html")]


def test_names_with_spaces_and_accents_do_no_harm(tmp_path: Path) -> None:
    space = workspace(tmp_path / "Sổ theo dõi năm 2026")
    done = run(*HTML, "--out", "Tài liệu – 广西 văn bản", cwd=space)
    assert done.lines == [f"Tài liệu – 广西 văn bản/internal/{BRIEF}.html"]
    assert (space / done.lines[0]).is_file()


def test_writing_again_leaves_the_same_bytes_and_nothing_else(space: Path) -> None:
    run(*HTML, cwd=space)
    first = files_below(space)
    run(*HTML, cwd=space)
    assert files_below(space) == first


# The other commands


def test_a_locale_without_utf8_changes_no_word(space: Path) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    here, there = (run("rotation", "jwc-guangxi", cwd=space, **each) for each in ({}, ascii_only))
    assert not here.out.isascii()
    assert there == here


def test_check_tells_what_it_read_and_prints_nothing(space: Path) -> None:
    done = run("check", cwd=space)
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("No problems: 4 mechanisms, ")


def test_check_as_json_is_one_object(space: Path) -> None:
    assert json.loads(run("check", "--json", cwd=space).out) == {"problems": []}


def test_check_as_json_tells_each_problem_with_its_place(space: Path) -> None:
    (space / "data/areas.yaml").write_text("Bad Id: {name: x}\n", "utf-8")
    done = run("check", "--json", cwd=space)
    problems = json.loads(done.out)["problems"]
    assert done.code == 1
    assert {*problems[0]} == {"file", "line", "column", "severity", "code", "message"}
    assert ("data/areas.yaml", 1, 1) in [(p["file"], p["line"], p["column"]) for p in problems]


def test_schema_writes_a_schema_for_each_kind_of_file(space: Path) -> None:
    done = run("schema", cwd=space)
    assert done.code == 0
    assert "schemas/session.schema.json" in done.lines
    for path in done.lines:
        assert isinstance(json.loads((space / path).read_bytes()), dict)


def test_doctor_finds_all_that_the_tests_need(tmp_path: Path) -> None:
    done = run("doctor", cwd=tmp_path)
    assert done.code == 0
    assert all(line.startswith("ok ") for line in done.lines)
    findings = json.loads(run("doctor", "--json", cwd=tmp_path).out)["findings"]
    assert len(findings) == len(done.lines)
    assert {*findings[0]} == {"name", "found", "detail", "remedy"}


@pytest.mark.parametrize("command", ["check", "brief", "doctor", "schema", None])
def test_help_shows_an_example(command: str | None, tmp_path: Path) -> None:
    done = run(*([command] if command else []), "--help", cwd=tmp_path)
    assert done.code == 0
    assert f"Example: briefgen {command or ''}" in done.out


def test_the_version_is_that_of_the_project(tmp_path: Path) -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    done = run("--version", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, f"briefgen {told}\n", "")


# Wrong use

WRONG_USE = {
    "an unknown session": (
        ["brief", "jwc-guangxi/99"],
        "jwc-guangxi/99: no session 'jwc-guangxi/99' (did you mean 'jwc-guangxi/9'?)",
    ),
    "a session of an unknown mechanism": (
        ["brief", "jwc-guanxi/next"],
        "jwc-guanxi/next: no mechanism 'jwc-guanxi' (did you mean 'jwc-guangxi'?)",
    ),
    "a mechanism without a session": (
        ["brief", "jwc-guangxi"],
        "jwc-guangxi: name a session too: jwc-guangxi/next",
    ),
    "an unknown party": (
        [*SESSION, "--perspective", "guanxi"],
        "guanxi: no party of 'jwc-guangxi' (did you mean 'guangxi'?)",
    ),
    "a party that does not take part": (
        [*SESSION, "--perspective", "yunnan"],
        "yunnan: no party of 'jwc-guangxi'",
    ),
    "an unknown format": (
        [*SESSION, "--format", "html,pfd"],
        "pfd: no format 'pfd' (did you mean 'pdf'?); known: docx, pdf, html",
    ),
    "no format": ([*SESSION, "--format", ""], "nothing: no format ''"),
    "an unknown language": ([*HTML, "--lang", "eng"], "eng: no language 'eng'"),
    "an unknown style": (
        [*HTML, "--style", "plian"],
        "plian: no style 'plian' (did you mean 'plain'?); known: gbt9704, hd36, nd30, plain",
    ),
    "a style outside of the folder of styles": (
        [*HTML, "--style", "../styles/plain"],
        "../styles/plain: no style '../styles/plain'",
    ),
    "a word for a day": (
        ["brief", "jwc-guangxi/next", "--as-of", "yesterday"],
        "yesterday: not a day; write it as 2026-11-22",
    ),
    "a day that no month has": (
        ["brief", "jwc-guangxi/next", "--as-of", "2026-02-30"],
        "2026-02-30: not a day",
    ),
    "a day before everything": (
        ["brief", "jwc-guangxi/next", "--as-of", "1900-01-01"],
        "jwc-guangxi/next: no session of 'jwc-guangxi' is recorded as held",
    ),
    "a folder that is no workspace": (
        [*HTML, "--workspace", "data"],
        "data: this folder holds no briefgen.yaml",
    ),
    "a folder that is not there": (
        ["check", "--workspace", "nowhere"],
        "nowhere: there is no such folder",
    ),
}


@pytest.mark.parametrize("kind", WRONG_USE)
def test_wrong_use_is_told_in_one_line_and_writes_nothing(
    kind: str, space: Path, commands: Commands
) -> None:
    arguments, expected = WRONG_USE[kind]
    before = files_below(space)
    done = commands.run(arguments, space)
    assert (done.code, done.out) == (2, "")
    (problem,) = done.err.splitlines()
    assert problem.startswith(expected)
    assert files_below(space) == before


def test_without_a_workspace_the_option_is_named(tmp_path: Path) -> None:
    done = run(*HTML, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    told = f"{tmp_path}: no briefgen.yaml in this folder or any above it"
    assert done.problems == [f"{told}; name one with --workspace DIR"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["brief"], "Missing argument 'SESSION'"),
        (["brif"], "Did you mean 'brief'?"),
        ([*HTML, "--edition", "public"], "'public' is not one of 'internal', 'shared'"),
        ([*HTML, "--frmat", "pdf"], "--format"),
    ],
)
def test_a_wrong_command_line_says_what_would_be_right(
    arguments: list[str], expected: str, space: Path, commands: Commands
) -> None:
    before = files_below(space)
    done = commands.run(arguments, space)
    assert (done.code, done.out) == (2, "")
    assert expected in " ".join(done.err.split())
    assert files_below(space) == before


# Problems in what it reads


def expect_problems(space: Path, *expected: str, arguments: tuple[str, ...] = HTML) -> None:
    before = files_below(space)
    done = run(*arguments, cwd=space)
    assert (done.code, done.out) == (1, "")
    assert len(done.problems) == len(expected), done.err
    for problem, start in zip(done.problems, expected, strict=True):
        assert problem.startswith(start)
    assert files_below(space) == before


@pytest.mark.parametrize("arguments", [HTML, ("check",)])
def test_every_problem_of_the_register_has_its_line(
    arguments: tuple[str, ...], space: Path
) -> None:
    path = space / "data/areas.yaml"
    text = path.read_text("utf-8")
    path.write_text(f"{text}Bad Id: {{name: x}}\nodd: {{nmae: x}}\n", "utf-8")
    line = text.count("\n") + 1
    places = [f"data/areas.yaml:{line}:1: ", f"data/areas.yaml:{line + 1}:"]
    before = files_below(space)
    done = run(*arguments, cwd=space)
    assert (done.code, done.out) == (1, "")
    for place in places:
        assert [problem for problem in done.problems if problem.startswith(place)]
    assert files_below(space) == before


def test_a_workspace_file_that_is_no_text_is_told(space: Path) -> None:
    (space / "briefgen.yaml").write_bytes(b"title: \xff\n")
    expect_problems(space, "briefgen.yaml:1:8: ")


def test_a_template_with_an_unknown_element_is_told_with_its_line(space: Path) -> None:
    line = with_template(space, "<section><p>a</p><marquee>b</marquee></section>")
    expect_problems(space, f"brief.html.j2:{line}:1: <marquee> is no element of a page")


def test_a_template_with_a_slip_in_its_code_is_told_with_its_line(space: Path) -> None:
    line = with_template(space, "<p>{{ document.sesion.key }}</p>")
    expect_problems(space, f"brief.html.j2:{line}:1: ")


def test_a_template_that_is_cut_off_is_told_with_its_line(space: Path) -> None:
    line = with_template(space, "{% if document %}")
    expect_problems(space, f"brief.html.j2:{line}:1: ")


def test_a_style_with_a_mistake_is_told_with_its_line(space: Path) -> None:
    line = with_style(space, "mine", "  p.extra: {size: big}")
    expect_problems(
        space, f"templates/styles/mine.yaml:{line}:", arguments=(*HTML, "--style", "mine")
    )


def test_a_style_that_the_workspace_names_and_lacks_is_told(space: Path) -> None:
    settings = (space / "briefgen.yaml").read_text("utf-8")
    settings = settings.replace("style: plain", "style: plian")
    settings += "styles: {editions: {shared: nd31}, mechanisms: {spring-meeting-guangxi: tall}}\n"
    (space / "briefgen.yaml").write_text(settings, "utf-8")
    usual, line = settings[: settings.index("style: ")].count("\n") + 1, settings.count("\n")
    told = (
        f"briefgen.yaml:{usual}:8: no style 'plian' (did you mean 'plain'?)",
        f"briefgen.yaml:{line}:29: no style 'nd31' (did you mean 'nd30'?)",
        f"briefgen.yaml:{line}:73: no style 'tall'; add it as templates/styles/ID.yaml or correct",
    )
    expect_problems(space, *told)
    expect_problems(space, *told, arguments=("check",))


# How it ends


def test_a_folder_that_cannot_be_made_is_the_disk_s_fault(space: Path) -> None:
    (space / "out").write_text("a file, not a folder", "utf-8")
    before = files_below(space)
    done = run(*HTML, cwd=space)
    assert (done.code, done.out) == (3, "")
    (problem,) = done.problems
    assert problem.startswith(str(space / f"out/internal/{BRIEF}.html: can't be written: "))
    assert files_below(space) == before


WAITS = """
import importlib.abc, os, sys, time

class Wait(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == {module!r}:
            os.write(1, b"waiting\\n")
            time.sleep(60)

sys.meta_path.insert(0, Wait())
sys.argv = ["briefgen", *{arguments!r}]
from briefgen.cli.app import main
main()
"""


@pytest.mark.parametrize("module", ["typer", "briefgen.build.building", "weasyprint"])
def test_ctrl_c_ends_it_quietly_whenever_it_comes(module: str, space: Path) -> None:
    before = files_below(space)
    script = WAITS.format(module=module, arguments=(*SESSION, "--format", "pdf"))
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=space,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "waiting\n"
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (INTERRUPTED, "", "")
    assert files_below(space) == before


def test_a_reader_that_hangs_up_early_does_no_harm(space: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "briefgen", *HTML],
            cwd=space,
            env=environment(),
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert done.stderr == b""
    assert (space / f"out/internal/{BRIEF}.html").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_below_stdout_is_told(space: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefgen", *HTML],
            cwd=space,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr == "standard output: No space left on device\n"
