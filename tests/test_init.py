"""A new workspace: right at once, teaching every key, and written as a whole or not at all."""

import datetime
import json
import os
import re
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from briefgen.build import starting
from briefgen.build.starting import start_workspace
from briefgen.problems import MachineError, UsageError
from briefgen.register.loading import read_register
from briefgen.register.schemas import schemas
from briefgen.register.workspace import Workspace

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
STARTER = TEMPLATES / "starter"
CLOCK = datetime.date(2026, 11, 25)
NOBODY = 65534
MECHANISM = "example-committee"
FILES = {
    "briefgen": "briefgen.yaml",
    "parties": "data/parties.yaml",
    "people": "data/people.yaml",
    "areas": "data/areas.yaml",
    "sources": "data/sources.yaml",
    "mechanism": f"data/mechanisms/{MECHANISM}/mechanism.yaml",
    "session": f"data/mechanisms/{MECHANISM}/[0-9].yaml",
}
EXAMPLE = re.compile(r"^( *)# ", re.MULTILINE)
EMPTY_LIST = re.compile(r"^\{\}\n", re.MULTILINE)
INCLUDED = re.compile(r'include "(parts/[\w.]+)"')
HEADING = re.compile(r'(?:<h2 id=|frame\.annex\()"([\w-]+)"')


def run(
    *arguments: str | Path, cwd: Path, before: Callable[[], object] | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=before,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def names_below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def files_below(folder: Path) -> set[str]:
    return {name for name in names_below(folder) if (folder / name).is_file()}


@pytest.fixture
def space(tmp_path: Path) -> Path:
    start_workspace(tmp_path / "space", TEMPLATES)
    return tmp_path / "space"


@pytest.fixture
def in_use(space: Path) -> Path:
    """A workspace in which every example that is commented out was put to use."""
    for path in space.rglob("*.yaml"):
        text = EMPTY_LIST.sub("", path.read_text("utf-8"))
        path.write_text(EXAMPLE.sub(r"\1", text), "utf-8")
    return space


# What it writes


def test_it_prints_each_file_that_it_wrote_and_what_to_try_next(tmp_path: Path) -> None:
    done = run("init", "my space", cwd=tmp_path)
    assert done.returncode == 0
    assert set(done.stdout.splitlines()) == files_below(tmp_path)
    assert done.stderr.splitlines() == [
        "Next:",
        "  cd 'my space'",
        "  briefgen check",
        "  briefgen brief example-committee/next",
    ]


def test_as_json_it_prints_one_object_and_nothing_else(tmp_path: Path) -> None:
    done = run("init", "space", "--json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert set(told) == {"written"}
    assert set(told["written"]) == files_below(tmp_path)


def test_what_it_suggests_works_as_it_is_printed(tmp_path: Path) -> None:
    suggested = run("init", "my space", cwd=tmp_path).stderr.splitlines()[1:]
    for line in suggested[1:]:
        _, *arguments = line.split()
        done = run(*arguments, cwd=tmp_path / "my space")
        assert done.returncode == 0, done.stderr
    documents = {path.name for path in (tmp_path / "my space/out/internal").iterdir()}
    assert documents == {f"{MECHANISM}-2-brief.en.docx", f"{MECHANISM}-2-brief.en.pdf"}


def test_in_the_current_folder_no_other_folder_is_named(tmp_path: Path) -> None:
    done = run("init", ".", cwd=tmp_path)
    assert "briefgen.yaml" in done.stdout.splitlines()
    assert done.stderr.splitlines()[1] == "  briefgen check"


def test_every_stored_file_arrives_as_it_is(space: Path) -> None:
    stored = {name for name in files_below(STARTER) if not name.startswith("schemas/")}
    made = {f"schemas/{name}.schema.json" for name in schemas()}
    assert files_below(space) == stored | made
    for name in stored:
        assert (space / name).read_bytes() == (STARTER / name).read_bytes()


def test_files_and_folders_get_the_usual_permissions(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        start_workspace(tmp_path / "space", TEMPLATES)
    finally:
        os.umask(before)
    modes = {
        path: stat.S_IMODE(path.stat().st_mode)
        for path in (tmp_path / "space", *(tmp_path / "space").rglob("*"))
    }
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o750}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o640}


def test_the_schemas_are_those_that_the_command_writes(space: Path) -> None:
    written = {path.name: path.read_bytes() for path in (space / "schemas").iterdir()}
    assert run("schema", cwd=space).returncode == 0
    assert {path.name: path.read_bytes() for path in (space / "schemas").iterdir()} == written


@pytest.mark.parametrize("name", [".vscode/settings.json", "out/.gitignore"])
def test_what_this_repository_keeps_too_is_the_same_there(name: str) -> None:
    assert (STARTER / name).read_bytes() == (ROOT / name).read_bytes()


def test_help_shows_an_example(tmp_path: Path) -> None:
    assert "Example: briefgen init " in run("init", "--help", cwd=tmp_path).stdout


# What it holds


def test_the_check_finds_no_problem_and_no_warning(space: Path) -> None:
    done = run("check", "--strict", cwd=space)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("No problems: ")


@pytest.mark.parametrize("day", ["2026-11-25", "2040-01-01"])
def test_the_brief_has_every_section_that_a_brief_can_have(day: str, space: Path) -> None:
    brief = (TEMPLATES / "brief.html.j2").read_text("utf-8")
    parts = [(TEMPLATES / name).read_text("utf-8") for name in INCLUDED.findall(brief)]
    sections = {name for part in parts for name in HEADING.findall(part)}
    done = run(
        "brief", f"{MECHANISM}/next", "--format", "html", "--as-of", day, "--workspace", space,
        cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    text = Path(done.stdout.strip()).read_text("utf-8")
    assert {"previous", "participants", "figures", "internal", "checks", "sources"} <= sections
    assert set(HEADING.findall(text)) == sections


def test_every_example_that_is_commented_out_is_right_when_it_is_put_to_use(in_use: Path) -> None:
    reading = read_register(Workspace(in_use), CLOCK)
    register = reading.register
    assert reading.warnings == ()
    assert set(register.people) == {"example-head", "example-deputy"}
    assert register.parties["former-province"].successor == "new-province"
    assert len(register.mechanisms[MECHANISM].rotation) == 2
    assert register.sessions[f"{MECHANISM}/2"].commitments != ()
    assert not any(EXAMPLE.search(path.read_text("utf-8")) for path in in_use.rglob("*.yaml"))


@pytest.mark.parametrize("name", ["parties.yaml", "people.yaml", "sources.yaml"])
def test_a_list_s_examples_can_be_put_to_use_alone(name: str, space: Path) -> None:
    path = space / "data" / name
    path.write_text(EXAMPLE.sub(r"\1", EMPTY_LIST.sub("", path.read_text("utf-8"))), "utf-8")
    assert read_register(Workspace(space), CLOCK).warnings == ()


def text_of(kind: str) -> str:
    paths = sorted(STARTER.glob(FILES[kind]))
    return "\n".join(path.read_text("utf-8") for path in paths)


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    match schema:
        case dict():
            yield schema
            for value in schema.values():
                yield from nodes(value)
        case list():
            for value in schema:
                yield from nodes(value)


@pytest.mark.parametrize("kind", FILES)
def test_every_key_is_shown_or_explained_in_the_file_it_belongs_to(kind: str) -> None:
    keys = {key for node in nodes(schemas()[kind]) for key in node.get("properties", {})}
    assert {key for key in keys if not re.search(rf"\b{key}: ", spaced(text_of(kind)))} == set()


def spaced(text: str) -> str:
    """A text in which keys with values on lines of their own look like all others."""
    return text.replace(":\n", ": \n")


@pytest.mark.parametrize("kind", FILES)
def test_every_fixed_word_is_shown_or_explained_in_the_file_it_belongs_to(kind: str) -> None:
    words = {word for node in nodes(schemas()[kind]) for word in node.get("enum", ())}
    text = text_of(kind)
    assert {word for word in words if not re.search(rf"\b{word}\b", text)} == set()


def test_the_keys_and_words_that_are_looked_for_are_those_of_the_models() -> None:
    found = [node for kind in FILES for node in nodes(schemas()[kind])]
    keys = {key for node in found for key in node.get("properties", {})}
    words = {word for node in found for word in node.get("enum", ())}
    assert {"starts_with", "telephone", "talking_points", "signatories", "choose"} <= keys
    assert {"interpreter", "overtaken-by-events", "half-year", "billion"} <= words


@pytest.mark.parametrize("path", sorted(STARTER.rglob("*.yaml")), ids=lambda path: path.stem)
def test_each_file_says_at_its_top_what_is_an_example(path: Path) -> None:
    head, _, _ = path.read_text("utf-8").partition("\n\n")
    assert head.startswith("## ")
    head = head.replace("\n##", "")
    assert "example: replace" in head or "examples:" in head or "Nobody is" in head


def test_no_real_party_or_person_is_named() -> None:
    register = read_register(Workspace(ROOT), CLOCK).register
    names = [entry.name for entry in register.parties.values()]
    names += [entry.name for entry in register.people.values()]
    real = {version.text for name in names for version in name.versions}
    text = "\n".join(path.read_text("utf-8") for path in STARTER.rglob("*.yaml"))
    assert len(real) > 20
    assert {name for name in real if name in text} == set()


def test_its_own_readme_names_every_file_and_three_commands() -> None:
    text = (STARTER / "README.md").read_text("utf-8")
    for path in STARTER.rglob("*.yaml"):
        name = path.relative_to(STARTER).as_posix()
        assert f"`{name}`" in text or f"`{path.name}`" in text
    typed = [line.split("  ")[0] for line in text.splitlines() if re.match("briefgen .* #", line)]
    assert typed == [
        "briefgen check",
        f"briefgen brief {MECHANISM}/next",
        f"briefgen kit {MECHANISM}/next",
    ]


# Where it can't write


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_a_folder_that_holds_anything_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    done = run("init", ".", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f".: this folder already holds {name};"
        " nothing was written; name a new folder or an empty one\n"
    )
    assert names_below(tmp_path) == [name]


def test_a_full_folder_is_told_by_its_first_names(tmp_path: Path) -> None:
    for name in "abcde":
        (tmp_path / name).mkdir()
    with pytest.raises(UsageError, match="already holds a, b, c and 2 more;"):
        start_workspace(tmp_path, TEMPLATES)


def test_a_second_time_nothing_is_written_over(space: Path) -> None:
    (space / "data/people.yaml").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match=r"already holds \.vscode, README\.md, "):
        start_workspace(space, TEMPLATES)
    assert (space / "data/people.yaml").read_text("utf-8") == "mine"


def test_a_file_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "space").write_text("mine", "utf-8")
    done = run("init", "space", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("space: this is a file, not a folder; nothing was written; ")
    assert (tmp_path / "space").read_text("utf-8") == "mine"


def test_a_file_in_place_of_a_parent_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(MachineError, match="can't be written: Not a directory; nothing was"):
        start_workspace(tmp_path / "file/space", TEMPLATES)
    with pytest.raises(MachineError, match="nothing was written"):
        start_workspace(tmp_path / "file/deeper/space", TEMPLATES)
    assert names_below(tmp_path) == ["file"]


def test_an_empty_folder_is_filled_and_stays_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "space"
    folder.mkdir(mode=0o700)
    before = folder.stat()
    start_workspace(folder, TEMPLATES)
    assert (folder.stat().st_ino, folder.stat().st_mode) == (before.st_ino, before.st_mode)
    assert (folder / "briefgen.yaml").is_file()
    assert names_below(tmp_path)[0] == "space"
    assert not [name for name in names_below(tmp_path) if name.endswith(".part")]


def test_folders_above_it_are_made(tmp_path: Path) -> None:
    start_workspace(tmp_path / "a/b/space", TEMPLATES)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["space"]


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))


@pytest.mark.parametrize("place", ["space", "a/b/space", "."])
def test_a_disk_that_fails_half_way_leaves_nothing(place: str, tmp_path: Path) -> None:
    done = run("init", place, cwd=tmp_path, before=limited)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"{place}: can't be written: File too large; nothing was written\n"
    assert names_below(tmp_path) == []


@contextmanager
def as_anybody() -> Iterator[None]:
    """Without root's rights, to whom modes mean nothing."""
    user = os.geteuid()
    if not user:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if not user:
            os.seteuid(user)


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder that can be read only, in folders that are open to all."""
    for folder in (tmp_path, *tmp_path.parents[:-1]):
        if not stat.S_IMODE(folder.stat().st_mode) & 0o001 and folder.stat().st_uid == os.getuid():
            folder.chmod(folder.stat().st_mode | 0o011)  # pytest's folders are for their owner
    shutil.copytree(STARTER, tmp_path / "templates/starter")
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@pytest.mark.parametrize("place", ["space", "a/b/space", "."])
def test_a_folder_that_is_read_only_is_told(place: str, locked: Path) -> None:
    told = f"{locked / place}: can't be written: Permission denied; nothing was written"
    with as_anybody(), pytest.raises(MachineError, match=f"^{re.escape(told)}$"):
        start_workspace(locked / place, locked.parent / "templates")
    assert names_below(locked) == []


@pytest.mark.parametrize("place", ["space", "."])
def test_a_folder_that_can_not_be_looked_into_is_told(place: str, locked: Path) -> None:
    locked.chmod(0)
    with as_anybody(), pytest.raises(MachineError, match="Permission denied; nothing was written"):
        start_workspace(locked / place, locked.parent / "templates")
    assert names_below(locked) == []


@pytest.mark.parametrize("place", ["space", "a/b/space", "."])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
@pytest.mark.parametrize("after", [0, 5])
def test_an_interruption_while_renaming_leaves_nothing(
    place: str,
    error: BaseException,
    after: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left = [after if place == "." else 0]
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if not left[0]:
            raise error
        left[0] -= 1
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    expected = MachineError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        start_workspace(tmp_path / place, TEMPLATES)
    assert left == [0]
    assert names_below(tmp_path) == []


def test_what_somebody_else_puts_there_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "check_room", lambda _: None)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/mine.yaml").write_text("mine", "utf-8")
    with pytest.raises(MachineError, match="can't be written: File exists; nothing was written"):
        start_workspace(tmp_path, TEMPLATES)
    assert names_below(tmp_path) == ["data", "data/mine.yaml"]
