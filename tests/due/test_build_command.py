"""The command `build` as people run it: what it prints, what it writes, how it ends."""

import hashlib
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from builds import ROOT, copied, edit, files_in, to_be_made
from commands import Commands

from briefgen.build.due import preparing
from briefgen.problems import UsageError
from briefgen.register.workspace import Workspace

AS_OF = ("--as-of", "2026-11-22")
DUE = """
build:
  - {documents: [participants], formats: [html], mechanisms: [jwc-guangxi, jwg-yunnan]}
"""
WRITTEN = [
    "out/shared/jwc-guangxi-10-participants.en.html",
    "out/shared/jwc-guangxi-14-participants.en.html",
    "out/shared/jwg-yunnan-10-participants.en.html",
]


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return copied(tmp_path, DUE)


def test_it_prints_what_it_wrote_and_tells_how_far_it_is(
    commands: Commands, space: Workspace
) -> None:
    first = commands.run(["build", *AS_OF, "--jobs", "1"], space.root)
    assert first.code == 0
    assert first.out.splitlines() == WRITTEN
    assert first.err.splitlines() == [
        "1/3 shared/jwc-guangxi-10-participants.en",
        "2/3 shared/jwc-guangxi-14-participants.en",
        "3/3 shared/jwg-yunnan-10-participants.en",
        "3 documents: 3 made, 0 unchanged.",
    ]
    again = commands.run(["build", *AS_OF], space.root)
    assert (again.code, again.out) == (0, "")
    assert again.err == "3 documents: 0 made, 3 unchanged.\n"

    edit(space, "data/mechanisms/jwc-guangxi/14.yaml", "\nhost: ha-giang", "\nhost: cao-bang")
    changed = commands.run(["build", *AS_OF, "--json"], space.root)
    assert changed.code == 0
    told = json.loads(changed.out)
    assert [file["path"] for file in told["written"]] == [WRITTEN[1]]
    assert (told["unchanged"], told["failed"]) == (2, [])
    assert told["manifest"] == "out/manifest.json"


def test_what_was_warned_of_is_told_again_where_nothing_has_changed(
    commands: Commands, tmp_path: Path
) -> None:
    due = "\nbuild:\n  - {documents: [participants], formats: [html], languages: [zh-Hans]}\n"
    space = copied(tmp_path, due)
    told = [commands.run(["build", *AS_OF], space.root).err.splitlines() for _ in range(2)]
    first, again = ([line for line in lines if "warning: " in line] for lines in told)
    assert len(first) > 3
    assert first == again
    assert told[1][-1] == "7 documents: 0 made, 7 unchanged."
    run = commands.run(["build", *AS_OF, "--json"], space.root)
    assert len(json.loads(run.out)["warnings"]) >= len(first)


def test_its_documents_are_those_of_the_single_commands(
    commands: Commands, space: Workspace
) -> None:
    assert commands.run(["build", *AS_OF], space.root).code == 0
    one = ["participants", "jwc-guangxi/14", *AS_OF, "--format", "html", "--out", "one"]
    assert commands.run(one, space.root).code == 0
    name = "shared/jwc-guangxi-14-participants.en.html"
    assert files_in(space.root / "one")[name] == files_in(space.out)[name]


def test_the_manifest_tells_every_file_as_it_is(commands: Commands, space: Workspace) -> None:
    assert commands.run(["build", *AS_OF], space.root).code == 0
    told = json.loads((space.out / "manifest.json").read_text("utf-8"))
    assert told["as_of"] == "2026-11-22"
    assert told["failed"] == []
    files = [file for document in told["documents"] for file in document["files"]]
    assert [f"out/{file['path']}" for file in files] == WRITTEN
    for file in files:
        data = (space.out / file["path"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    first = told["documents"][0]
    assert (first["session"], first["edition"], first["style"], first["language"]) == (
        *("jwc-guangxi/10", "shared"),
        *("plain", "en"),
    )


def test_each_language_style_and_reader_has_a_place_of_its_own(
    commands: Commands, tmp_path: Path
) -> None:
    due = """
build:
  - documents: [participants]
    mechanisms: [jwc-guangxi]
    languages: [vi, [vi, zh-Hans]]
    styles: [plain, gbt9704]
    perspectives: [guangxi, lai-chau, lang-son]
    formats: [html]
"""
    space = copied(tmp_path, due)
    run = commands.run(["build", *AS_OF, "--json"], space.root)
    assert run.code == 0
    assert {file["path"] for file in json.loads(run.out)["written"]} == {
        f"out/shared/{style}/for-{party}/jwc-guangxi-{key}-participants.{languages}.html"
        for style in ("plain", "gbt9704")
        for key in ("10", "14")
        for party, languages in (
            *(("guangxi", "vi"), ("guangxi", "zh-Hans-vi")),
            *(("lang-son", "vi"), ("lang-son", "vi-zh-Hans")),
        )
    }


def test_by_itself_everything_usual_is_due(tmp_path: Path) -> None:
    briefs = ("jwc-guangxi-15", "jwg-yunnan-11", "secretaries-conference-yunnan-5")
    lists = ("jwc-guangxi-10", "jwc-guangxi-14", "jwg-yunnan-10", "secretaries-conference-yunnan-4")
    springs = [f"spring-meeting-guangxi-{year}" for year in ("2019", "2021", "2023")]
    mechanisms = ("jwc-guangxi", "jwg-yunnan", "secretaries-conference-yunnan")
    assert to_be_made(copied(tmp_path, "")) == {
        "internal/2025-summary.en",
        *(f"internal/{name}-brief.en" for name in (*briefs, "spring-meeting-guangxi-2024")),
        *(f"shared/{name}-participants.en" for name in (*lists, *springs)),
        *(f"shared/{name}-commitments.en" for name in (*mechanisms, "spring-meeting-guangxi")),
    }


def test_sheets_and_cards_are_due_before_a_session_with_participants(tmp_path: Path) -> None:
    space = copied(tmp_path, "\nbuild:\n  - documents: [sign-in, place-cards, badges, minutes]\n")
    edit(space, "data/mechanisms/jwc-guangxi/14.yaml", "\nstatus: held", "\nstatus: planned")
    due = to_be_made(space)
    sheets = ("sign-in", "place-cards", "badges")
    assert due >= {f"shared/jwc-guangxi-14-{name}.en" for name in sheets}
    assert not any("spring-meeting-guangxi-2021" in name for name in due)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--jobs", "0"), "--jobs"),
        (("--jobs", "2", "--scheduler", "tcp://a:1"), "--jobs: this is for processes of this"),
        (("--scheduler", "here"), "here: this is no scheduler's address; write it as tcp://"),
        (("--as-of", "today"), "today: not a day"),
    ],
)
def test_wrong_use_is_told(
    commands: Commands, space: Workspace, arguments: tuple[str, ...], said: str
) -> None:
    run = commands.run(["build", *arguments], space.root)
    assert run.code == 2
    assert said in " ".join(run.err.split())
    assert not space.out.exists()


@pytest.mark.parametrize(
    ("due", "code", "said"),
    [
        ("[brief]", 1, "briefgen.yaml:15:4: an entry of 'build' must hold keys"),
        ("[{documents: []}]", 1, "briefgen.yaml:15:16: 'documents' is an empty list"),
        ("[{documents: [breif]}]", 1, "(did you mean 'brief'?)"),
        ("[{documents: [brief], languages: [xx]}]", 2, "xx: no language 'xx'; known: en, vi"),
        ("[{documents: [brief], languages: [[vi, vi]]}]", 2, "stands here twice"),
        ("[{documents: [brief], mechanisms: [jwc]}]", 1, "no mechanism 'jwc'"),
        ("[{documents: [brief], styles: [nd31]}]", 1, "(did you mean 'nd30'?)"),
    ],
)
def test_wrong_settings_are_told(
    commands: Commands, tmp_path: Path, due: str, code: int, said: str
) -> None:
    space = copied(tmp_path, f"build:\n  {due}\n")
    run = commands.run(["build", *AS_OF], space.root)
    assert run.code == code
    assert said in run.err
    assert not space.out.exists()


def test_a_manifest_that_cant_be_saved_is_told_after_all_else(
    commands: Commands, space: Workspace
) -> None:
    (space.out / "manifest.json").mkdir(parents=True)
    run = commands.run(["build", *AS_OF], space.root)
    assert run.code == 3
    assert sorted(run.out.splitlines()) == WRITTEN
    *_, problem, end = run.err.splitlines()
    assert problem.startswith(f"{space.out / 'manifest.json'}: can't be written: ")
    assert end == "3 documents: 3 made, 0 unchanged."


def test_too_many_documents_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "MOST_DOCUMENTS", 3)
    assert len(to_be_made(copied(tmp_path / "three", DUE))) == 3
    with pytest.raises(UsageError, match="more than 3 documents are due"):
        to_be_made(copied(tmp_path / "more", ""))


def test_nothing_due_is_nothing_to_do(commands: Commands, tmp_path: Path) -> None:
    space = copied(tmp_path, "\nbuild: []\n")
    run = commands.run(["build", *AS_OF], space.root)
    assert (run.code, run.out, run.err) == (0, "", "0 documents: 0 made, 0 unchanged.\n")


def started(space: Workspace, *more: str, **streams: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "briefgen", "build", *AS_OF, *more]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "TERM": "xterm"}
    return subprocess.Popen(command, cwd=space.root, env=environment, text=True, **streams)  # type: ignore[call-overload, no-any-return]


def test_a_terminal_shows_a_bar_and_stdout_holds_paths_only(space: Workspace) -> None:
    leader, terminal = pty.openpty()
    with started(space, stdout=subprocess.PIPE, stderr=terminal) as process:
        os.close(terminal)
        assert process.stdout is not None
        out = process.stdout.read()
        shown = drained(leader)
    assert process.returncode == 0
    assert sorted(out.splitlines()) == WRITTEN
    assert "3/3" in shown
    assert "━" in shown
    assert "3 documents: 3 made, 0 unchanged." in shown
    assert "Traceback" not in shown


def drained(leader: int) -> str:
    data = b""
    try:
        while chunk := os.read(leader, 4096):
            data += chunk
    except OSError:  # the terminal's other end was closed
        pass
    os.close(leader)
    return data.decode()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_broken_off_keeps_what_was_made(
    commands: Commands, tmp_path: Path, stop: signal.Signals
) -> None:
    space = copied(tmp_path, "\nbuild:\n  - {documents: [participants], formats: [html, pdf]}\n")
    pipe = subprocess.PIPE
    with started(space, "--jobs", "1", stdout=pipe, stderr=pipe) as process:
        assert process.stdout is not None
        first = process.stdout.readline().strip()
        process.send_signal(stop)
        _, err = process.communicate(timeout=60)
    assert process.returncode == (130 if stop == signal.SIGINT else 143)
    assert "Traceback" not in err
    told = json.loads((space.out / "manifest.json").read_text("utf-8"))
    kept = len(told["documents"])
    assert f"out/{told['documents'][0]['files'][0]['path']}" == first
    assert 1 <= kept < 7

    rest = commands.run(["build", *AS_OF, "--json"], space.root)
    assert json.loads(rest.out)["unchanged"] == kept
    assert not [name for name in files_in(space.out) if Path(name).name.startswith(".")]
