"""Languages on the command line: which documents are in, whose stands first, what lacks them."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from test_cli import ROOT, Run, files_below, workspace
from test_cli import run_warm as run

AS_OF = ("--as-of", "2026-11-22")
HTML = (*AS_OF, "--format", "html")
BRIEF = ("brief", "jwc-guangxi/next")
LIST = ("participants", "jwc-guangxi/14")
DOCUMENTS: list[tuple[str, ...]] = [
    BRIEF,
    LIST,
    *((*LIST, "--layout", layout) for layout in ("sign-in", "place-cards", "badges")),
    ("commitments", "jwc-guangxi"),
    ("minutes", "jwc-guangxi/next"),
    ("summary", "2023"),
]
WRONG: dict[str, str] = {
    "zh": "zh: no language 'zh' (did you mean 'zh-Hans'?); known: en, vi, zh-Hans",
    "zh-CN": "zh-CN: no language 'zh-CN' (did you mean 'zh-Hans'?); known:",
    "vn": "vn: no language 'vn' (did you mean 'vi'?); known: en, vi, zh-Hans",
    "zh-hans": "zh-hans: no language 'zh-hans' (did you mean 'zh-Hans'?); known:",
    "vi,fr": "fr: no language 'fr'; known: en, vi, zh-Hans",
    "": "nothing: no language ''; known:",
    "vi,": "nothing: no language ''; known:",
    "vi,vi": "vi,vi: a language stands here twice; name each once",
    "en,vi,zh-Hans": "en,vi,zh-Hans: a document is in one language or in two; make one more",
}
LACKING = re.compile(r"warning: [^:]+:\d+:\d+: this text has no ([A-Za-z ]+) version; .*")


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace(tmp_path_factory.mktemp("languages"))


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """The made-up register, much of which is in English alone."""
    shutil.copytree(ROOT / "tests/everything", tmp_path, dirs_exist_ok=True)
    return tmp_path


def told(done: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.out)
    return found


def text_of(line: str, space: Path) -> str:
    return (space / line).read_text("utf-8")


# Which languages, and which of two stands first.


@pytest.mark.parametrize("language", ["en", "vi", "zh-Hans"])
def test_a_document_can_be_in_any_language(language: str, space: Path) -> None:
    done = run(*LIST, *HTML, "--lang", language, cwd=space)
    assert done.code == 0
    (line,) = done.lines
    assert line.endswith(f".{language}.html")
    assert f'<html lang="{language}">' in text_of(line, space)


@pytest.mark.parametrize("document", DOCUMENTS, ids=" ".join)
def test_every_document_can_be_in_two_languages(document: tuple[str, ...], space: Path) -> None:
    done = run(*document, *HTML, "--lang", " vi , zh-Hans ", cwd=space)
    assert done.code == 0
    (line,) = done.lines
    assert line.endswith(".vi-zh-Hans.html")
    text = text_of(line, space)
    assert '<html lang="vi">' in text
    assert 'lang="zh-Hans"' in text


@pytest.mark.parametrize(
    ("options", "first"),
    [
        ((), "vi-zh-Hans"),  # the home party's own copy
        (("--perspective", "lang-son"), "vi-zh-Hans"),
        (("--perspective", "guangxi"), "zh-Hans-vi"),
    ],
)
@pytest.mark.parametrize("asked", ["vi,zh-Hans", "zh-Hans,vi"])
def test_the_own_language_stands_first_in_a_partys_copy(
    options: tuple[str, ...], first: str, asked: str, space: Path
) -> None:
    done = run(*BRIEF, *HTML, *options, "--lang", asked, cwd=space)
    assert done.lines == [f"out/internal/jwc-guangxi-15-brief.{first}.html"]
    assert f'<html lang="{first.removesuffix("-vi").removesuffix("-zh-Hans")}">' in text_of(
        done.lines[0], space
    )


@pytest.mark.parametrize(
    ("asked", "first"), [("vi,zh-Hans", "vi-zh-Hans"), ("zh-Hans,vi", "zh-Hans-vi")]
)
def test_in_nobodys_copy_they_stand_as_asked(asked: str, first: str, space: Path) -> None:
    done = run(*LIST, *HTML, "--lang", asked, cwd=space)
    assert done.lines == [f"out/shared/jwc-guangxi-14-participants.{first}.html"]


def test_a_language_that_is_nobodys_own_stands_as_asked(space: Path) -> None:
    done = run(*LIST, *HTML, "--perspective", "guangxi", "--lang", "en,vi", cwd=space)
    assert done.lines == ["out/shared/jwc-guangxi-14-participants.en-vi.html"]


def test_json_tells_the_languages(space: Path) -> None:
    (one,) = told(run(*LIST, *HTML, "--lang", "vi", "--json", cwd=space))["written"]
    (both,) = told(run(*LIST, *HTML, "--lang", "vi,zh-Hans", "--json", cwd=space))["written"]
    assert (one["language"], both["language"]) == ("vi", "vi,zh-Hans")


@pytest.mark.parametrize(
    ("languages", "expected"),
    [("vi, en, zh-Hans", "vi"), ("fr, zh-Hans, en, vi", "zh-Hans"), ("en, vi, zh-Hans", "en")],
)
def test_without_being_asked_it_is_the_registers_first_language(
    languages: str, expected: str, tmp_path: Path
) -> None:
    settings = workspace(tmp_path) / "briefgen.yaml"
    text = settings.read_text("utf-8")
    assert "languages: [en, vi, zh-Hans]" in text
    settings.write_text(text.replace("[en, vi, zh-Hans]", f"[{languages}]"), "utf-8")
    done = run(*LIST, *HTML, cwd=tmp_path)
    assert done.lines == [f"out/shared/jwc-guangxi-14-participants.{expected}.html"]


@pytest.mark.parametrize("asked", WRONG)
def test_wrong_languages_are_told_and_nothing_is_written(asked: str, space: Path) -> None:
    before = files_below(space)
    done = run("kit", "jwc-guangxi/next", "--lang", asked, cwd=space)
    assert (done.code, done.out, len(done.problems)) == (2, "", 1)
    assert done.err.startswith(WRONG[asked])
    assert files_below(space) == before


# What lacks a language.


def test_in_a_language_that_nothing_lacks_there_is_no_warning(space: Path) -> None:
    assert run(*BRIEF, *HTML, "--lang", "en", cwd=space).err == ""


def test_every_missing_text_is_told_with_its_place(everything: Path) -> None:
    done = run("brief", "test-talks/next", *HTML, "--lang", "vi", "--json", cwd=everything)
    shown = text_of(told(done)["written"][0]["path"], everything)
    warnings = told(done)["warnings"]
    assert len(warnings) > 20
    for each in warnings:
        assert each["message"] == "this text has no Vietnamese version; it is printed in English"
        lines = (everything / each["file"]).read_text("utf-8").splitlines()
        rest = lines[each["line"] - 1][each["column"] - 1 :].strip("\"'")
        said = re.split(r"[],}.\"']", rest)[0]
        assert f'<span class="other-language" lang="en">{said}' in shown


def test_json_lists_them_all(everything: Path) -> None:
    command = ("kit", "test-talks/next", *HTML, "--lang", "vi")
    warnings = told(run(*command, "--json", cwd=everything))["warnings"]
    assert len(warnings) > 20
    assert {each["code"] for each in warnings} == {"untranslated"}
    assert {each["severity"] for each in warnings} == {"warning"}
    assert any(each["file"] == "data/people.yaml" for each in warnings)
    places = [(each["file"], each["line"], each["column"]) for each in warnings]
    assert len(set(places)) == len(places)

    printed = run(*command, cwd=everything).problems
    assert len(printed) == 21
    assert printed[-1] == f"… and {len(warnings) - 20} more; --json lists all"
    assert printed[0].startswith(f"warning: {warnings[0]['file']}:{warnings[0]['line']}:")


def test_a_text_that_both_languages_lack_is_told_once(everything: Path) -> None:
    done = run("brief", "test-talks/next", *HTML, "--lang", "vi,zh-Hans", cwd=everything)
    lacking = [LACKING.fullmatch(line) for line in done.problems[:-1]]
    told_of = {each[1] for each in lacking if each}
    assert "Vietnamese or Chinese" in told_of
    assert len(done.problems) == len(set(done.problems))


def test_a_text_in_another_folder_than_data_is_told_where_it_stands(everything: Path) -> None:
    settings = everything / "briefgen.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace(", vi: Sổ thử", ""), "utf-8")
    done = run("summary", "2020", *HTML, "--lang", "vi", cwd=everything)
    line = next(n for n, each in enumerate(text.splitlines(), 1) if each.startswith("title"))
    assert f"warning: briefgen.yaml:{line}:13: this text has no Vietnamese version" in done.err


# Kits.


def test_a_kit_in_two_languages_is_each_partys_own(space: Path) -> None:
    done = run(
        *("kit", "jwc-guangxi/14", *HTML, "--lang", "vi,zh-Hans", "--perspective", "guangxi"),
        cwd=space,
    )
    assert done.code == 0
    *files, manifest = done.lines
    assert len(files) == 8
    assert all(file.endswith(".zh-Hans-vi.html") for file in files)
    listed = json.loads((space / manifest).read_text("utf-8"))["files"]
    assert {each["language"] for each in listed} == {"zh-Hans,vi"}
    assert all('<html lang="zh-Hans">' in text_of(file, space) for file in files)


def test_the_documents_of_a_kit_agree_language_by_language(tmp_path: Path) -> None:
    text = (ROOT / "templates/badges.html.j2").read_text("utf-8")
    assert text.count("{{ person }}</p>") == 1
    (workspace(tmp_path) / "templates").mkdir()
    only_vietnamese = '{{ "X" ~ person if _("Internal") == "Nội bộ" else person }}</p>'
    changed = text.replace("{{ person }}</p>", only_vietnamese)
    (tmp_path / "templates/badges.html.j2").write_text(changed, "utf-8")

    done = run("kit", "jwc-guangxi/14", *HTML, "--lang", "en,zh-Hans", cwd=tmp_path)
    assert done.code == 0
    done = run("kit", "jwc-guangxi/14", *HTML, "--lang", "vi,zh-Hans", cwd=tmp_path)
    assert (done.code, done.out) == (1, "")
    assert len(done.problems) == 5
    assert all("here (badges), but '" in problem for problem in done.problems)
