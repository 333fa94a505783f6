"""Wrong registers, each a folder of the files that differ, with its problems in a comment."""

import os
import shutil
from pathlib import Path

import pytest
from makers import CLOCK

from briefgen.problems import RegisterError
from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace

HERE = Path(__file__).parent
BASE = HERE / "wrong-base"
CASES = sorted(path for path in (HERE / "wrong").iterdir() if path.is_dir())
EXPECT = "# expect: "


def problems_of(root: Path) -> list[str]:
    with pytest.raises(RegisterError) as caught:
        load_register(Workspace(root), CLOCK)
    return [str(problem) for problem in caught.value.problems]


def expected_in(case: Path) -> list[str]:
    files = sorted(path for path in case.rglob("*") if path.is_file())
    lines = [line for path in files for line in path.read_text("utf-8").split("\n")]
    return [line.removeprefix(EXPECT) for line in lines if line.startswith(EXPECT)]


def test_the_base_is_right() -> None:
    assert len(load_register(Workspace(BASE), CLOCK).sessions) == 2


def test_there_are_many_wrong_registers() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_wrong_register_is_told_exactly(case: Path, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    shutil.copytree(case, tmp_path, dirs_exist_ok=True)
    assert expected_in(case), "the case says nothing of what it expects"
    assert problems_of(tmp_path) == expected_in(case)


AREAS = "data/areas.yaml"
GATES = "test-gates: {name: Test gates}\ntest-trade: {name: Test trade}\n"
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
NOT_UTF8 = "this is not UTF-8 text; save the file with the encoding UTF-8"
NO_ALIAS = "a value can't start with & or *; write it out in full, or put text in quotes"
TOO_DEEP = "nested deeper than 50 levels; a closing bracket may be missing"
NO_ENTRIES = "this file is missing; make it, with {} in it if there are no entries"
INVISIBLE = "the invisible character U+0000 stands here; remove it"
NOT_FOUND = "this file can't be read: No such file or directory"

CONTENTS = {
    "latin-1 text": ("# ok\nc: c\xe9 é".encode("latin-1"), [f"{AREAS}:2:5: {NOT_UTF8}"]),
    "a column counted in letters": ("à".encode() + b": \xff", [f"{AREAS}:1:4: {NOT_UTF8}"]),
    "UTF-16": (GATES.encode("utf-16"), [f"{AREAS}:1:1: {NOT_UTF8}"]),
    "too large a file": (
        b"#" * (16 * 1024 * 1024 + 1),
        [f"{AREAS}: the file is larger than 16 MiB; split it"],
    ),
    "100,000 brackets": (b"[" * 100_000, [f"{AREAS}:1:51: {TOO_DEEP}"]),
    "100,000 braces": (b"{a: " * 100_000, [f"{AREAS}:1:201: {TOO_DEEP}"]),
    "100,000 dashes": (b"- " * 100_000, [f"{AREAS}:1:101: {TOO_DEEP}"]),
    "a zero byte": (GATES.replace(" gates", "\0").encode(), [f"{AREAS}:1:24: {INVISIBLE}"]),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize("kind", CONTENTS)
def test_a_file_of_unusual_bytes_is_told_exactly(kind: str, root: Path) -> None:
    content, expected = CONTENTS[kind]
    (root / AREAS).write_bytes(content)
    assert problems_of(root) == expected


def test_an_alias_bomb_is_told_without_unpacking_it(root: Path) -> None:
    (root / AREAS).write_text(BOMB, "utf-8")
    told = [problem for problem in problems_of(root) if NO_ALIAS in problem]
    places = ["1:4", "2:4", "2:8", "2:12", "3:5", "3:9"]
    assert told == [f"{AREAS}:{place}: {NO_ALIAS}" for place in places]


def test_a_byte_order_mark_is_no_problem(root: Path) -> None:
    (root / AREAS).write_text(GATES, "utf-8-sig")
    assert set(load_register(Workspace(root), CLOCK).areas) == {"test-gates", "test-trade"}


def test_windows_line_ends_are_no_problem(root: Path) -> None:
    (root / AREAS).write_bytes(GATES.replace("\n", "\r\n").encode())
    assert set(load_register(Workspace(root), CLOCK).areas) == {"test-gates", "test-trade"}


def test_hidden_files_are_no_problem(root: Path) -> None:
    (root / "data/.git").mkdir()
    (root / "data/.git/config").write_text("x")
    (root / "data/.areas.yaml.swp").write_text("x")
    assert load_register(Workspace(root), CLOCK).areas


def test_a_missing_list_is_told_once_and_blames_no_reference(root: Path) -> None:
    (root / "data/parties.yaml").unlink()
    assert problems_of(root) == [f"data/parties.yaml: {NO_ENTRIES}"]


def test_missing_settings_are_told(root: Path) -> None:
    (root / "briefgen.yaml").unlink()
    assert problems_of(root) == [f"briefgen.yaml: {NOT_FOUND}"]


def test_missing_data_is_told_list_by_list(root: Path) -> None:
    shutil.rmtree(root / "data")
    lists = ("areas", "parties", "people", "sources")
    assert problems_of(root) == [f"data/{name}.yaml: {NO_ENTRIES}" for name in lists]


def test_a_mechanism_without_its_file_is_told_beside_what_names_it(root: Path) -> None:
    (root / "data/mechanisms/test-meeting/mechanism.yaml").unlink()
    message = "this file is missing; it tells what mechanism the sessions beside it are of"
    assert problems_of(root) == [f"data/mechanisms/test-meeting/mechanism.yaml: {message}"]


def test_a_folder_in_place_of_a_file_is_told(root: Path) -> None:
    (root / AREAS).unlink()
    (root / AREAS).mkdir()
    assert problems_of(root) == [f"{AREAS}: {NO_ENTRIES}"]


def test_a_link_to_nowhere_is_told(root: Path) -> None:
    (root / AREAS).unlink()
    (root / AREAS).symlink_to("nowhere")
    assert problems_of(root) == [f"{AREAS}: {NOT_FOUND}"]


def test_a_pipe_is_told_and_not_waited_for(root: Path) -> None:
    (root / AREAS).unlink()
    os.mkfifo(root / AREAS)
    message = "this is no ordinary file; put a text file in its place"
    assert problems_of(root) == [f"{AREAS}: {message}"]


def test_a_device_without_end_is_told_and_not_read(root: Path) -> None:
    (root / AREAS).unlink()
    (root / AREAS).symlink_to("/dev/zero")
    message = "this leads out of the workspace, to '/dev/zero'; put the file itself in its place"
    assert problems_of(root) == [f"{AREAS}: {message}"]


def test_a_linked_folder_is_told_rather_than_left_out(root: Path) -> None:
    (root / "data/mechanisms/test-linked").symlink_to(root / "data/mechanisms/test-meeting")
    message = "this is a link to a folder, which isn't followed; put the folder itself in its place"
    assert problems_of(root) == [f"data/mechanisms/test-linked: {message}"]


def test_an_unreadable_file_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: str, flags: int, *, dir_fd: int | None = None) -> int:
        if path == "areas.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refuse)  # a mode of 0 means nothing to root
    assert problems_of(root) == [f"{AREAS}: this file can't be read: Permission denied"]


def test_a_file_name_of_strange_bytes_is_shown_in_plain_letters(root: Path) -> None:
    (root / "data" / os.fsdecode(b"zz\xff\nzz.yaml")).write_text("{}")
    message = "no such file belongs into data/; rename it"
    assert problems_of(root) == [rf"data/zz\xff\nzz.yaml: {message}"]


def test_a_year_may_stand_as_an_ordinal(root: Path) -> None:
    folder = root / "data/mechanisms/test-meeting"
    (folder / "2.yaml").rename(folder / "2023.yaml")
    assert "test-meeting/2023" in load_register(Workspace(root), CLOCK).sessions


def test_all_may_stand_among_the_responsible(root: Path) -> None:
    session = load_register(Workspace(root), CLOCK).sessions["test-meeting/1"]
    assert session.commitments[0].responsible == ("all",)


def test_problems_are_sorted_by_file_and_line(root: Path) -> None:
    (root / "briefgen.yaml").write_text("title: T\nhome: test-nowhere-at-all\nstile: plain\n")
    (root / "data/zebra.yaml").write_text("{}")
    with pytest.raises(RegisterError) as caught:
        load_register(Workspace(root), CLOCK)
    places = [problem.place for problem in caught.value.problems]
    assert places == sorted(places)
    assert [place.file for place in places] == ["briefgen.yaml", "briefgen.yaml", "data/zebra.yaml"]
