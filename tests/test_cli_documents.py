"""The commands that write documents, run as people run them: names, options, wrong uses."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from commands import Commands
from test_cli import Run, files_below, workspace
from test_cli import run_warm as run

AS_OF = ("--as-of", "2026-11-22")
HTML = (*AS_OF, "--format", "html")
WRITTEN: dict[tuple[str, ...], str] = {
    ("brief", "jwc-guangxi/next"): "internal/jwc-guangxi-15-brief.en",
    ("summary", "2023"): "internal/2023-summary.en",
    ("summary", "2023", "--mechanism", "jwc-guangxi"): "internal/jwc-guangxi-2023-summary.en",
    ("participants", "jwc-guangxi/14"): "shared/jwc-guangxi-14-participants.en",
    ("participants", "jwc-guangxi/14", "--layout", "list"): "shared/jwc-guangxi-14-participants.en",
    ("participants", "jwc-guangxi/14", "--layout", "sign-in"): "shared/jwc-guangxi-14-sign-in.en",
    ("participants", "spring-meeting-guangxi/2023", "--layout", "place-cards"): (
        "shared/spring-meeting-guangxi-2023-place-cards.en"
    ),
    ("participants", "jwc-guangxi/14", "--layout", "badges"): "shared/jwc-guangxi-14-badges.en",
    ("commitments", "jwc-guangxi"): "shared/jwc-guangxi-commitments.en",
    ("minutes", "jwc-guangxi/next"): "shared/jwc-guangxi-15-minutes.en",
}
SAYS_SO: dict[tuple[str, ...], str] = {
    ("summary", "2016"): "No session of 2016 is recorded.",
    ("summary", "2023", "--mechanism", "jwg-yunnan"): "No session of 2023 is recorded.",
    ("participants", "jwc-guangxi/next"): "No participants of the 15th session are recorded.",
    ("participants", "jwc-guangxi/9"): "No participants of the 9th session are recorded.",
    ("participants", "jwc-guangxi/next", "--layout", "sign-in"): (
        "Nobody is recorded here; the rows are to be filled in by hand."
    ),
    ("participants", "jwc-guangxi/next", "--layout", "place-cards"): (
        "No people are recorded as coming to the 15th session, so there are no place cards."
    ),
    ("participants", "jwc-guangxi/next", "--layout", "badges"): (
        "No people are recorded as coming to the 15th session, so there are no badges."
    ),
    ("commitments", "jwc-guangxi", "--as-of", "1990-01-01"): (
        "No commitments of this mechanism are recorded."
    ),
}
WRONG: dict[tuple[str, ...], str] = {
    ("summary", "23"): "23: no year; write four digits, such as 2023",
    ("summary", "0999"): "0999: no year; write four digits, such as 2023",
    ("summary", "２０２３"): "２０２３: no year; write four digits, such as 2023",
    ("summary", ""): "YEAR: no year; write four digits, such as 2023",
    ("summary", "2023", "--mechanism", "jwc-guangix"): (
        "jwc-guangix: no mechanism 'jwc-guangix' (did you mean 'jwc-guangxi'?)"
    ),
    ("commitments", "jwc"): "jwc: no mechanism 'jwc'; mechanisms: jwc-guangxi,",
    ("commitments", "jwc-guangxi", "--perspective", "yunnan"): (
        "yunnan: no party of 'jwc-guangxi'; parties: lang-son,"
    ),
    ("summary", "2023", "--perspective", "lang-sun"): (
        "lang-sun: no party of any mechanism (did you mean 'lang-son'?)"
    ),
    ("participants", "jwc-guangxi/99"): "jwc-guangxi/99: no session 'jwc-guangxi/99'",
    ("participants", "jwc-guangxi"): "jwc-guangxi: name a session too: jwc-guangxi/next",
    ("participants", "jwc-guangxi/14", "--perspective", "gunagxi"): (
        "gunagxi: no party of 'jwc-guangxi' (did you mean 'guangxi'?)"
    ),
    ("participants", "jwc-guangxi/14", "--format", "pdf,xls"): (
        "xls: no format 'xls' (did you mean 'xlsx'?); known: docx, pdf, html, xlsx"
    ),
    ("minutes", "jwc-guangxi/14", "--style", "plian"): "plian: no style 'plian' (did you mean",
    ("kit", "jwc-guangxi/next", "--lang", "fr"): "fr: no language 'fr'; known: en, vi, zh-Hans",
    ("kit", "jwc-guangxi/next", "--format", ""): "nothing: no format ''; known:",
    ("kit", "jwc-guangxi/next", "--as-of", "yesterday"): "yesterday: not a day; write it as",
    ("import-participants", "jwc-guangxi/14", "briefgen.yaml", "--template"): (
        "briefgen.yaml: the empty list is a workbook; give it a name that ends in .xlsx"
    ),
}
SHARED_OPTIONS = [
    *("--workspace", "--as-of", "--edition", "--perspective", "--lang", "--style", "--format"),
    *("--out", "--json"),
]
OF_TYPER: list[tuple[str, ...]] = [
    ("participants", "jwc-guangxi/14", "--layout", "posters"),
    ("participants", "jwc-guangxi/14", "--sheet", "table"),
    ("participants", "jwc-guangxi/14", "--blank", "-1"),
    ("participants", "jwc-guangxi/14", "--edition", "public"),
    ("summary",),
    ("kit",),
]


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace(tmp_path_factory.mktemp("documents"))


def told(done: Run) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(done.out)
    return found


@pytest.mark.parametrize("arguments", WRITTEN, ids=" ".join)
def test_a_document_is_written_under_its_name(arguments: tuple[str, ...], space: Path) -> None:
    done = run(*arguments, *HTML, cwd=space)
    assert (done.code, done.err) == (0, "")
    assert done.lines == [f"out/{WRITTEN[arguments]}.html"]
    assert (space / done.lines[0]).read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("arguments", SAYS_SO, ids=" ".join)
def test_what_is_not_recorded_is_said_in_a_sentence(
    arguments: tuple[str, ...], space: Path
) -> None:
    as_of = () if "--as-of" in arguments else AS_OF
    done = run(*arguments, *as_of, "--format", "html", cwd=space)
    assert done.code == 0
    assert f">{SAYS_SO[arguments]}<" in (space / done.lines[0]).read_text("utf-8")


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_wrong_use_is_told_in_one_line_and_writes_nothing(
    arguments: tuple[str, ...], tmp_path: Path, commands: Commands
) -> None:
    before = files_below(workspace(tmp_path))
    done = commands.run(arguments, tmp_path)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert done.err.startswith(WRONG[arguments])
    assert files_below(tmp_path) == before


@pytest.mark.parametrize("arguments", OF_TYPER, ids=" ".join)
def test_a_wrong_option_is_told(
    arguments: tuple[str, ...], space: Path, commands: Commands
) -> None:
    done = commands.run(arguments, space)
    assert (done.code, done.out) == (2, "")
    assert "Usage: " in done.err


def test_the_usual_formats_are_those_of_the_document(space: Path) -> None:
    done = run("commitments", "jwc-guangxi", *AS_OF, cwd=space)
    stem = "out/shared/jwc-guangxi-commitments.en"
    assert done.lines == [f"{stem}.docx", f"{stem}.pdf", f"{stem}.xlsx"]
    done = run("participants", "jwc-guangxi/14", *AS_OF, cwd=space)
    assert [Path(line).suffix for line in done.lines] == [".docx", ".pdf"]


def test_json_tells_each_file(space: Path) -> None:
    done = run("summary", "2023", *HTML, "--json", cwd=space)
    (written,) = told(done)["written"]
    data = (space / written["path"]).read_bytes()
    assert written["bytes"] == len(data)
    assert (written["document"], written["session"], written["edition"]) == (
        *("summary", "2023"),
        "internal",
    )
    assert told(done)["warnings"] == []


def test_a_kit_is_written_in_a_folder_of_its_own(space: Path) -> None:
    done = run("kit", "jwc-guangxi/next", *HTML, cwd=space)
    assert (done.code, done.err) == (0, "")
    *files, manifest = done.lines
    assert manifest == "out/jwc-guangxi-15/manifest.json"
    assert "out/jwc-guangxi-15/internal/jwc-guangxi-15-brief.en.html" in files
    assert "out/jwc-guangxi-15/shared/jwc-guangxi-15-commitments.en.html" in files
    listed = json.loads((space / manifest).read_text("utf-8"))["files"]
    assert [f"out/jwc-guangxi-15/{each['path']}" for each in listed] == files
    as_object = told(run("kit", "jwc-guangxi/next", *HTML, "--json", cwd=space))
    assert [each["path"] for each in as_object["written"]] == files
    assert as_object["manifest"] == manifest


def test_a_kit_whose_documents_disagree_tells_where(tmp_path: Path) -> None:
    workspace(tmp_path)
    text = (Path(__file__).parents[1] / "templates/badges.html.j2").read_text("utf-8")
    (tmp_path / "templates").mkdir()
    changed = text.replace("{{ person }}</p>", "{{ person | upper }}</p>")
    (tmp_path / "templates/badges.html.j2").write_text(changed, "utf-8")
    done = run("kit", "jwc-guangxi/14", *HTML, cwd=tmp_path)
    assert (done.code, done.out) == (1, "")
    assert len(done.problems) == 5
    assert "participants/1/name: 'MR HOANG GIA LONG' here (badges), but" in done.err
    assert not (tmp_path / "out").exists()


def test_the_host_stands_first_unless_it_is_somebodys_copy(space: Path) -> None:
    places = {}
    for perspective in ("", "guangxi"):
        option = ("--perspective", perspective) if perspective else ()
        done = run("participants", "jwc-guangxi/14", *HTML, *option, cwd=space)
        text = (space / done.lines[0]).read_text("utf-8")
        places[perspective] = text.index("<caption>Ha Giang<") < text.index("<caption>Guangxi<")
    assert places == {"": True, "guangxi": False}


def test_blank_rows_are_as_many_as_asked_for(space: Path) -> None:
    counts = []
    for number in ("0", "7"):
        done = run(
            *("participants", "jwc-guangxi/14", "--layout", "sign-in"),
            *("--blank", number, *HTML),
            cwd=space,
        )
        text = (space / done.lines[0]).read_text("utf-8")
        counts.append(text.count('<tr><td class="form-number"></td>'))
    assert counts == [0, 35]


@pytest.mark.parametrize(
    "command", ["brief", "summary", "participants", "commitments", "minutes", "kit"]
)
def test_every_command_that_writes_documents_has_the_options_that_all_share(
    command: str, space: Path
) -> None:
    shown = run(command, "--help", cwd=space).out.split()
    assert set(SHARED_OPTIONS) <= set(shown)


def test_a_summary_names_the_reader_first(space: Path) -> None:
    done = run("summary", "2023", *HTML, "--perspective", "guangxi", cwd=space)
    text = (space / done.lines[0]).read_text("utf-8")
    attended = text.partition('id="attendance"')[2]
    assert attended.index("Guangxi</th>") < attended.index("Ha Giang</th>")


def test_every_command_shows_an_example(space: Path) -> None:
    commands = ("summary", "participants", "commitments", "minutes", "kit", "import-participants")
    for command in commands:
        assert f"Example: briefgen {command} " in " ".join(
            run(command, "--help", cwd=space).out.split()
        )


def test_mistakes_in_words_are_told_with_their_lines_and_nothing_is_written(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    (space / "templates/words").mkdir(parents=True)
    (space / "templates/words/vi.po").write_text(
        'msgid "by %(party)s"\nmsgstr "bởi"\n\nmsgid "held\nmsgstr "x"\n', "utf-8"
    )
    done = run("minutes", "jwc-guangxi/next", "--lang", "vi", cwd=space)
    assert (done.code, done.out) == (1, "")
    assert [line.split(": ")[0] for line in done.problems] == [
        "templates/words/vi.po:1:1",
        "templates/words/vi.po:4:1",
        "templates/words/vi.po:5:1",
    ]
    assert not (space / "out").exists()


def test_a_workspace_says_a_thing_in_its_own_words(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    (space / "templates/words").mkdir(parents=True)
    words = 'msgid "Minutes of the %(session)s"\nmsgstr "What was said at the %(session)s"\n'
    (space / "templates/words/en.po").write_text(words, "utf-8")
    done = run("minutes", "jwc-guangxi/next", "--format", "html", cwd=space)
    text = (space / done.lines[0]).read_text("utf-8")
    assert "<h1>What was said at the 15th session</h1>" in text
    assert "Register as of" in text
