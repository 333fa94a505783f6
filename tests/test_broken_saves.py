"""Saving broken off at every step it takes: by kills, by signals, by the disk."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from sweeps import Seen, hidden
from swept import read_only, small_disk, sweep

from briefgen.build.saving import save, save_all
from briefgen.problems import MachineError

SIGNALS = ("interrupted", "interrupted afterwards", "terminated")
FAILING = ("full", "broken", "forbidden")
NOT_BACK = "this file could not be put back; it is the new one, others are not"
Swept = Mapping[str, Sequence[Seen]]


@pytest.fixture(scope="module")
def document() -> Swept:
    return sweep("document", "killed", *SIGNALS, *FAILING)


@pytest.fixture(scope="module")
def documents() -> Swept:
    return sweep("documents", "killed", *SIGNALS, *FAILING, "broken for good")


def test_a_kill_at_any_step_leaves_the_old_document_or_the_new_one(document: Swept) -> None:
    seen = document["killed"]
    assert {each.broken.step for each in seen} >= {"open", "write", "fsync", "replace", "unlink"}
    assert all(each.broken.is_killed for each in seen)
    states = [each.state for each in seen]
    assert states == ["old"] * states.count("old") + ["new"] * states.count("new")
    assert {*states} == {"old", "new"}


def test_a_kill_among_several_documents_leaves_each_of_them_whole(documents: Swept) -> None:
    states = [each.state for each in documents["killed"]]
    assert {"old", "new"} < {*states} <= {"old", "mixed", "new"}
    assert states.count("mixed") == 2  # between three renames, and at no other step


def test_what_a_killed_run_leaves_is_swept_by_the_next(document: Swept, documents: Swept) -> None:
    seen = [*document["killed"], *documents["killed"]]
    assert sum(bool(each.hidden) for each in seen) > 20
    assert {(each.later_state, *each.later_hidden) for each in seen} == {("new",)}


@pytest.mark.parametrize("how", SIGNALS)
def test_a_signal_at_any_step_leaves_nothing_and_all_or_none(
    how: str, document: Swept, documents: Swept
) -> None:
    seen = [*document[how], *documents[how]]
    assert {each.state for each in seen} == {"old", "new"}
    assert {each.broken.error for each in seen} <= {None, "KeyboardInterrupt", "SystemExit"}
    assert [each for each in seen if each.hidden] == []


@pytest.mark.parametrize("how", FAILING)
def test_a_step_that_fails_leaves_all_as_it_was_and_is_told(
    how: str, document: Swept, documents: Swept
) -> None:
    seen = [*document[how], *documents[how]]
    failed = [each for each in seen if each.broken.error]
    assert len(failed) > 15
    assert [each for each in failed if each.state != "old" or each.hidden] == []
    assert all("; what stood there before is unharmed" in str(each.broken.error) for each in failed)
    assert {each.state for each in seen if not each.broken.error} == {"new"}  # done without it


def test_a_disk_that_fails_from_a_step_on_harms_no_document(documents: Swept) -> None:
    seen = documents["broken for good"]
    assert {each.state for each in seen} == {"old", "mixed", "new"}
    assert all(NOT_BACK in str(each.broken.error) for each in seen if each.state == "mixed")
    assert {(each.later_state, *each.later_hidden) for each in seen} == {("new",)}


def test_a_new_workspace_is_whole_or_not_there_whenever_it_is_broken_off() -> None:
    swept = sweep("workspace", "killed", "interrupted")
    assert all(len(seen) > 20 for seen in swept.values())
    assert {each.state for seen in swept.values() for each in seen} == {"old", "new"}
    assert {each.later_state for seen in swept.values() for each in seen} == {"old", "new"}
    assert sum(bool(each.hidden) for each in swept["killed"]) > 15
    assert [each for each in swept["killed"] if each.later_hidden] == []
    assert [each for each in swept["interrupted"] if each.hidden] == []


def test_on_a_disk_of_whatever_size_all_documents_are_replaced_or_none(tmp_path: Path) -> None:
    old = dict.fromkeys(("one", "two"), b"old")
    new = dict.fromkeys(("one", "two", "three"), b"x" * 30_000)
    complaints = []
    for kilobytes in range(16, 257, 16):
        with small_disk(tmp_path / "disk", kilobytes) as disk:
            save_all([(disk / name, data) for name, data in old.items()], disk)
            complaint = complaint_of([(disk / name, data) for name, data in new.items()], disk)
            expected = old if complaint else new
            assert {path.name: path.read_bytes() for path in disk.iterdir()} == expected
            complaints.append(complaint)
    assert "can't be written: No space left on device; what stood there" in complaints[0]
    assert complaints[-1] == ""


def complaint_of(files: Sequence[tuple[Path, bytes]], within: Path) -> str:
    try:
        save_all(files, within)
    except MachineError as error:
        return str(error)
    return ""


def test_a_disk_that_can_only_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/file.txt").write_bytes(b"old")
    with read_only(tmp_path / "out", tmp_path / "seen") as seen:
        for name in ("file.txt", "new/file.txt"):
            with pytest.raises(MachineError, match="can't be written: Read-only file system; what"):
                save(seen / name, b"new")
    assert (tmp_path / "out/file.txt").read_bytes() == b"old"
    assert hidden(tmp_path / "out") == []
