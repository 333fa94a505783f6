"""Limits: what stands at one is taken, one more is refused in plain words at its place."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from makers import CLOCK

from briefgen.cli.reporting import MOST_PROBLEMS, report_problems
from briefgen.problems import Place, Problem, RegisterError
from briefgen.register import folder, guesses, loading, quick, syntax
from briefgen.register.limits import LIMITS, Limit
from briefgen.register.loading import load_register
from briefgen.register.source import read_source
from briefgen.register.workspace import Workspace

HERE = Path(__file__).parent
AREAS, SESSION = "data/areas.yaml", "data/mechanisms/test-meeting/2.yaml"
MORE = {"test-gates": "{name: Test gates}", "test-trade": "{name: Test trade}"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "wrong-base", tmp_path, dirs_exist_ok=True)
    return tmp_path


def told(root: Path) -> list[str]:
    """The problems of a register; none when it could be read."""
    try:
        load_register(Workspace(root), CLOCK)
    except RegisterError as error:
        return [str(problem) for problem in error.problems]
    return []


def told_of(text: str) -> list[str]:
    """The problems of one file by itself."""
    try:
        read_source(text.encode(), "a.yaml")
    except RegisterError as error:
        return [str(problem) for problem in error.problems]
    return []


def lower(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, most: int) -> None:
    """Lowers a limit that would take long to reach; its message tells the real one."""
    monkeypatch.setattr(module, name, replace(getattr(module, name), most=most))


def test_the_limits_are_those_of_the_documentation() -> None:
    text = (HERE.parent / "docs/limits.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert rows == ["| at most | of |", *(f"| {limit} | {limit.of} |" for limit in LIMITS)]


def test_a_limit_is_told_in_mebibytes_or_with_commas() -> None:
    assert str(Limit(2 * 1024 * 1024, "x")) == "2 MiB"
    assert str(Limit(50_000, "x")) == "50,000"


# One file.

BY_ITSELF = {
    "text": (
        "a: " + "b " * 9_999 + "cd",
        "a: " + "b " * 9_999 + "cde",
        "1:4: a text of more than 20,000 characters; shorten it, or split it",
    ),
    "word": (
        "a: " + "b" * 2_000,
        "a: " + "b" * 2_001,
        "1:4: a word of more than 2,000 characters; part it by spaces",
    ),
    "accents": (
        "a: e" + "\u0323" * 15 + "\u0301" * 15,
        "a: e" + "\u0323" * 16 + "\u0301" * 15,
        "1:4: more than 30 accents stand on one letter; remove those that it doesn't have",
    ),
    "digits": (
        "a: " + "1" * 30,
        "a: " + "1" * 31,
        "1:4: a number of more than 30 digits; put it in quotes if it is text",
    ),
    "items": (
        "a: [" + "1," * 50_000 + "]",
        "a: [" + "1," * 50_001 + "]",
        "1:100005: more than 50,000 entries stand in one list or mapping; split it",
    ),
    "keys": (
        "".join(f"k{number}: 1\n" for number in range(50_000)),
        "".join(f"k{number}: 1\n" for number in range(50_001)),
        "50001:1: more than 50,000 entries stand in one list or mapping; split it",
    ),
    "levels": (
        "[" * 50 + "]" * 50,
        "[" * 51 + "]" * 51,
        "1:51: nested deeper than 50 levels; a closing bracket may be missing",
    ),
}


@pytest.mark.parametrize("kind", BY_ITSELF)
def test_a_value_at_its_limit_is_read_and_one_beyond_is_refused(kind: str) -> None:
    taken, beyond, message = BY_ITSELF[kind]
    assert told_of(taken) == []
    assert told_of(beyond) == [f"a.yaml:{message}"]


def test_a_file_of_sixteen_mebibytes_is_read_and_a_byte_more_is_refused() -> None:
    text = "a: 1\n#" + " " * (16 * 1024 * 1024 - 6)
    assert told_of(text) == []
    assert told_of(f"{text} ") == ["a.yaml: the file is larger than 16 MiB; split it"]


def test_all_values_of_a_file_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    lower(monkeypatch, quick, "VALUES", 8)
    lower(monkeypatch, syntax, "VALUES", 8)
    assert told_of("a: [1, 2]\nb: [3, 4]") == [
        "a.yaml:2:8: the file holds more than 1,000,000 values; split it"
    ]
    assert told_of("a: [1, 2]\nb: [3]") == []


def test_chinese_and_hyphened_text_has_no_long_words() -> None:
    assert told_of(f"a: {'河' * 3_000}\nb: {'ab-' * 3_000}") == []


def test_dots_to_be_written_over_are_no_accents() -> None:
    assert told_of(f"a: Name {'…' * 100}") == []


def test_accents_are_counted_before_they_are_brought_into_their_order() -> None:
    # Bringing them into it would take minutes.
    heaped = "e" + "\u0301\u0323" * 900
    assert len(told_of("".join(f"a{number}: {heaped}\n" for number in range(900)))) == 900
    assert len(told_of(f"a: {heaped * 1_000}")) == 1


TAG = "a value can't start with !; write it plainly, or put text in quotes"
LEFT = (
    "more than 1,000 problems stand above; the rest of the file is not read until they are put"
    " right"
)


def test_a_file_of_nothing_but_mistakes_is_left_after_a_thousand() -> None:
    found = told_of("- !x 1\n" * 5_000)
    assert len(found) == 1_001
    assert found[-1] == f"a.yaml:1000:3: {TAG}"
    assert f"a.yaml:1000:3: {LEFT}" in found


BOMBS = {
    "a billion laughs": "a: &a [x, x]\n"
    + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(40_000)),
    "one double key": "a: x\n" * 200_000,
    "a key of a mebibyte": "? " + "k" * 1024 * 1024 + "\n: x",
    "brackets": "[" * 4_000_000,
    "documents": "---\n" * 1_000_000,
    "escapes": '"' + "\\a" * 2_000_000 + '"',
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused(kind: str) -> None:
    assert told_of(BOMBS[kind])


# Fields.

HELD = "status: held\ndate: 2020\nsources: [test-source]\n"
FIELDS = {
    "name": (AREAS, "test-gates: {{name: {}}}\ntest-trade: {{name: T}}", "n" * 500, "n" * 501),
    "address": (
        "data/sources.yaml",
        "test-source: {{title: T, url: {}}}\ntest-minutes: {{title: T}}",
        "https://example.org/" + "u-" * 990,
        "https://example.org/" + "u-" * 990 + "u",
    ),
    "id": (
        AREAS,
        "{}: {{name: N}}\ntest-gates: {{name: G}}\ntest-trade: {{name: T}}",
        "i" * 64,
        "i" * 65,
    ),
    "count": (
        SESSION,
        f"{HELD}outcomes: [{{{{kind: minutes, title: T, count: {{}}, sources: [test-source]}}}}]",
        "999",
        "1000",
    ),
}
MESSAGES = {
    "name": f"1:20: 'name': '{'n' * 80}…' is a name of more than 500 characters; shorten it",
    "address": "1:30: 'url' has 2,001 characters; the most is 2,000",
    "id": f"1:1: '{'i' * 65}' is no id; use lower-case letters, digits and single hyphens,"
    " at most 64 of them",
    "count": "4:45: 'count' is 1000; the most is 999",
}


@pytest.mark.parametrize("kind", FIELDS)
def test_a_field_at_its_limit_is_taken_and_one_beyond_is_refused(kind: str, root: Path) -> None:
    name, text, taken, beyond = FIELDS[kind]
    (root / name).write_text(text.format(taken), "utf-8")
    assert told(root) == []
    (root / name).write_text(text.format(beyond), "utf-8")
    assert told(root) == [f"{name}:{MESSAGES[kind]}"]


# The folder.

EXCESS = "stand in data/, hidden ones left out; keep only the register's own"


def test_files_are_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lower(monkeypatch, folder, "FILES", 7)
    assert told(root) == []
    lower(monkeypatch, folder, "FILES", 6)
    assert told(root) == [f"data: more than 6 files {EXCESS}"]


def test_folders_are_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lower(monkeypatch, folder, "FOLDERS", 2)
    assert told(root) == []
    lower(monkeypatch, folder, "FOLDERS", 1)
    assert told(root) == [f"data: more than 1 folders {EXCESS}"]


def test_all_bytes_are_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [path.stat().st_size for path in root.glob("data/**/*.yaml")]
    last = (root / "data/sources.yaml").stat().st_size
    lower(monkeypatch, folder, "ALL_BYTES", sum(sizes) - last)
    assert told(root) == []
    lower(monkeypatch, folder, "ALL_BYTES", sum(sizes) - last - 20)
    assert "\n".join(told(root)) == (
        "data/sources.yaml: the files up to this one are larger than 256 MiB together;"
        " split the register"
    )


@pytest.mark.parametrize("depth", [20, 21])
def test_folders_within_one_another_are_followed_to_the_twentieth(depth: int, root: Path) -> None:
    (root / "data" / "/".join("d" * depth)).mkdir(parents=True)
    deepest = "data/" + "/".join("d" * 21)
    told_deep = f"{deepest}: folders stand deeper than 20 within one another; move this one out"
    assert told(root) == ([told_deep] if depth > 20 else [])


@pytest.fixture
def deep(root: Path) -> Iterator[Path]:
    """A register with more folders within one another than functions can call one another."""
    top, spare = root / "data/d", root / "data/e"
    for _ in range(1_500):  # from the innermost on: a path of all would be too long
        spare.mkdir()
        if top.exists():
            top.rename(spare / "d")
        spare.rename(top)
    yield root
    while (top / "d").exists():  # what clears up behind tests calls itself for each folder
        (top / "d").rename(spare)
        top.rmdir()
        spare.rename(top)


def test_a_thousand_folders_within_one_another_are_told_as_others(deep: Path) -> None:
    (found,) = told(deep)
    assert found.endswith("folders stand deeper than 20 within one another; move this one out")


# Problems.


def wrong_areas(count: int) -> str:
    entries = {**MORE, **{f"area-{number}": "{name: 1}" for number in range(count)}}
    return "".join(f"{name}: {entry}\n" for name, entry in entries.items())


def test_of_one_file_a_thousand_problems_are_told(root: Path) -> None:
    (root / AREAS).write_text(wrong_areas(1_000), "utf-8")
    assert len(told(root)) == 1_000
    (root / AREAS).write_text(wrong_areas(1_003), "utf-8")
    found = told(root)
    assert found[0] == f"{AREAS}: 3 more problems of this file are not told; put these right first"
    assert len(found) == 1_001


def test_a_file_that_is_wrong_all_over_is_told_once(root: Path) -> None:
    (root / AREAS).write_text(wrong_areas(10_001), "utf-8")
    message = "10,001 problems are in this file, too many to tell; look at what its entries share"
    assert told(root) == [f"{AREAS}: {message}"]


def test_files_after_too_many_problems_are_not_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lower(monkeypatch, loading, "PROBLEMS", 4)
    (root / AREAS).write_text(wrong_areas(5), "utf-8")
    found = told(root)
    assert len(found) == 6
    assert found[-1] == (
        "data/mechanisms/test-meeting/1.yaml: more than 10,000 problems stand in the files before"
        " this one; put them right first: this file and those after it were not read"
    )


def test_files_after_too_many_broken_ones_are_not_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lower(monkeypatch, folder, "PROBLEMS", 1)
    (root / AREAS).write_text("a: !x 1\nb: !x 1\n", "utf-8")
    found = told(root)
    assert len(found) == 3
    assert found[-1].startswith("data/mechanisms/test-meeting/1.yaml: more than 10,000 problems")


@pytest.fixture
def guessed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of which the nearest was looked for."""
    looked: list[str] = []

    def guess(text: str, _: object) -> str:
        looked.append(text)
        return ""

    monkeypatch.setattr(guesses, "did_you_mean", guess)
    return iter([looked])


def test_the_nearest_name_is_looked_for_two_hundred_times(
    root: Path, guessed: Iterator[list[str]]
) -> None:
    wrong = "".join(f"  - {{person: nobody-{number}}}\n" for number in range(999))
    (root / SESSION).write_text(f"{HELD}participants:\n{wrong}", "utf-8")
    found = told(root)
    assert len(found) == 999
    assert all("no person 'nobody-" in problem for problem in found)
    assert len(next(guessed)) == 200


def test_the_screen_shows_the_first_thousand_problems(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [Problem(Place("a.yaml", number), "x", "wrong") for number in range(1, 3_002)]
    report_problems(problems[:MOST_PROBLEMS])
    assert len(capsys.readouterr().err.splitlines()) == 1_000
    report_problems(problems)
    shown = capsys.readouterr().err.splitlines()
    assert shown[-2:] == [
        "a.yaml:1000:0: wrong",
        "… and 2,001 more; briefgen check --json lists all",
    ]
