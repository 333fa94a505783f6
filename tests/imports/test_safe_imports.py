"""An import is done or it is not: whatever breaks it off, no file of the register is lost."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from list_making import FILES, TODAY, content, made_up_workspace, prepared, told, xlsx
from sweeps import Seen
from swept import environment, read_only, small_disk, sweep

from briefgen.build.disk import locks
from briefgen.build.disk.locks import lock_on
from briefgen.build.intake.importing import FileChange
from briefgen.build.intake.journal import Journal, Replacement, digest
from briefgen.build.intake.recovery import imports_undone
from briefgen.build.intake.saving import save_together
from briefgen.problems import BriefgenError, MachineError, RegisterError
from briefgen.register.loading import read_register
from briefgen.register.workspace import Workspace

PEOPLE, FIRST = "data/people.yaml", "data/mechanisms/test-talks/1.yaml"
NEW = "data/mechanisms/test-talks/2.yaml"
UNDONE = "data: an import that was broken off was undone: the files are as they were; run it again"
Swept = Mapping[str, Sequence[Seen]]


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return made_up_workspace(tmp_path / "space")


def changes(space: Workspace) -> Mapping[str, FileChange]:
    """Two changed files and a new one."""
    old = content(space)
    made = {name: FileChange(old[name], old[name] + b"# more\n") for name in (PEOPLE, FIRST)}
    return {**made, NEW: FileChange(None, b"status: planned\nsources: [test-source]\n")}


def after(space: Workspace, files: Mapping[str, FileChange]) -> Mapping[str, bytes]:
    return {**content(space), **{name: change.after for name, change in files.items()}}


def break_off(space: Workspace, *done: str) -> Mapping[str, FileChange]:
    """An import as a kill leaves it that came when only some files were in their place."""
    files = changes(space)
    journal = Journal(space.root)
    listed = []
    for name, change in files.items():
        for path, data in (
            (journal.kept(name), change.before),
            (journal.coming(name), change.after),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            if data is not None:
                path.write_bytes(data)
        listed.append(Replacement(name, digest(change.before), digest(change.after)))
    journal.write(tuple(listed))
    for name in done:
        journal.coming(name).replace(space.root / name)
    return files


def settle(space: Workspace) -> list[str]:
    """What is told when the register is read."""
    with imports_undone(space.root) as undone:
        read_register(space, TODAY)
    return [str(problem) for problem in undone]


# Broken off at every step.


@pytest.fixture(scope="module")
def swept() -> Swept:
    return sweep("import", "killed", "interrupted", "full", "broken for good")


def test_after_a_kill_at_any_step_the_register_is_the_old_or_the_new_one(swept: Swept) -> None:
    seen = swept["killed"]
    assert len(seen) > 60
    assert all(each.broken.is_killed for each in seen)
    assert "mixed" in {each.state for each in seen}  # there is something to put right
    states = [each.later_state for each in seen]
    assert states == ["old"] * states.count("old") + ["new"] * states.count("new")
    assert {*states} == {"old", "new"}
    assert [each for each in seen if each.later_hidden] == []


def test_a_kill_while_an_import_is_undone_changes_nothing_of_that() -> None:
    swept = sweep("recovery", "killed", "broken")
    assert all(len(seen) > 20 for seen in swept.values())
    assert {each.state for each in swept["killed"]} == {"new", "mixed", "old"}
    later = {(each.later_state, *each.later_hidden) for seen in swept.values() for each in seen}
    assert later == {("old",)}


TOLD = re.compile("nothing was imported|: this file can't be read: ")


@pytest.mark.parametrize("how", ["full", "broken for good"])
def test_a_disk_that_fails_at_any_step_harms_no_file_and_is_told(how: str, swept: Swept) -> None:
    failed = [each for each in swept[how] if each.broken.error]
    assert len(failed) > 30
    assert {each.later_state for each in failed} == {"old"}
    assert {each.later_state for each in swept[how] if not each.broken.error} == {"new"}
    assert [each for each in swept[how] if each.later_hidden] == []
    said = {str(each.broken.error) for each in failed}
    assert {each for each in said if not TOLD.search(each)} == set()
    at_once = {each.state for each in failed}
    assert at_once == ({"old", "mixed", "new"} if how == "broken for good" else {"old"})


def test_an_interruption_at_any_step_leaves_nothing_and_all_or_none(swept: Swept) -> None:
    assert {each.state for each in swept["interrupted"]} == {"old", "new"}
    assert [each for each in swept["interrupted"] if each.hidden] == []


def test_on_a_disk_of_whatever_size_all_is_imported_or_nothing(
    space: Workspace, tmp_path: Path
) -> None:
    complaints = []
    for kilobytes in range(32, 97, 4):
        with small_disk(tmp_path / "disk", kilobytes) as disk:
            there = Workspace(shutil.copytree(space.root, disk / "space"))
            files, before = changes(there), content(there)
            expected = after(there, files)
            complaint = outcome(there.root, files)
            assert settle(there) == []
            assert content(there) == (expected if complaint == "done" else before)
            complaints.append(complaint)
    assert complaints[-1] == "done"
    assert "No space left on device; nothing was imported" in complaints[0]


# What is undone, and what is not.


@pytest.mark.parametrize("done", [(), (PEOPLE,), (PEOPLE, FIRST), (PEOPLE, FIRST, NEW)])
def test_what_was_broken_off_is_undone_byte_for_byte_and_told(
    done: tuple[str, ...], space: Workspace
) -> None:
    before = content(space)
    break_off(space, *done)
    assert settle(space) == [UNDONE]
    assert content(space) == before
    assert settle(space) == []


@pytest.mark.parametrize("command", [["check"], ["rotation", "test-talks"]])
def test_every_command_undoes_it_before_it_reads(command: list[str], space: Workspace) -> None:
    before = content(space)
    break_off(space, PEOPLE)
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", *command],
        cwd=space.root,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert f"warning: {UNDONE}" in done.stderr.splitlines()
    assert content(space) == before


def test_another_import_undoes_it_before_it_begins(space: Workspace) -> None:
    files = break_off(space, PEOPLE, FIRST)
    undone = save_together(space.root, files)
    assert [str(problem) for problem in undone] == [UNDONE]
    assert content(space) == after(space, files)


def test_a_file_edited_since_is_not_touched_and_told(space: Workspace) -> None:
    break_off(space, PEOPLE, FIRST)
    edited = (space.root / PEOPLE).read_bytes() + b"# by hand\n"
    (space.root / PEOPLE).write_bytes(edited)
    before = content(space)
    for _ in range(2):
        with pytest.raises(RegisterError) as caught:
            settle(space)
        (message,) = told(caught.value)
        assert message.startswith(f"{PEOPLE}: an import was broken off and this file changed since")
        assert "data/.briefgen-import/before holds the files as they were" in message
    assert content(space) == before
    kept = space.data / ".briefgen-import/before" / PEOPLE
    assert kept.read_text("utf-8") == FILES[PEOPLE]
    shutil.rmtree(space.data / ".briefgen-import")
    assert settle(space) == []


def test_a_kept_file_that_is_not_what_it_should_be_is_not_put_back(space: Workspace) -> None:
    break_off(space, PEOPLE)
    Journal(space.root).kept(PEOPLE).write_bytes(b"{}\n")
    before = content(space)
    with pytest.raises(RegisterError, match="nothing could be put back"):
        settle(space)
    assert content(space) == before


def test_in_a_workspace_that_can_only_be_read_it_is_told(space: Workspace, tmp_path: Path) -> None:
    break_off(space, PEOPLE)
    with (
        read_only(space.root, tmp_path / "seen") as seen,
        pytest.raises(MachineError, match="can't be undone: Read-only file system; run again"),
    ):
        settle(Workspace(seen))
    assert settle(space) == [UNDONE]


def test_in_a_workspace_that_can_only_be_read_nothing_to_put_back_is_no_problem(
    space: Workspace, tmp_path: Path
) -> None:
    break_off(space)
    with read_only(space.root, tmp_path / "seen") as seen:
        assert settle(Workspace(seen)) == []
        with pytest.raises(MachineError, match="can't be written"):
            save_together(seen, changes(space))


@pytest.mark.parametrize(
    "content_of_journal",
    [
        b"",
        b"[]",
        b'{"files": [{}]}',
        b'{"files": {"file": 1}}',
        b"\xff",
        *(
            json.dumps({"files": [{"file": name, "before": None, "after": "0"}]}).encode()
            for name in (
                "../precious.txt",
                "data/../../precious.txt",
                "/etc/hostname",
                "briefgen.yaml",
                "data/mechanisms/a/\0.yaml",
                "data/mechanisms/../../../precious.yaml",
                7,
            )
        ),
    ],
)
def test_a_journal_that_can_not_be_right_moves_no_file(
    content_of_journal: bytes, space: Workspace
) -> None:
    break_off(space)
    Journal(space.root).path.write_bytes(content_of_journal)
    before = content(space)
    with pytest.raises(RegisterError, match=r"journal\.json: this journal .* can't be read"):
        settle(space)
    assert content(space) == before


@pytest.mark.parametrize("linked", ["", "before"])
def test_links_lead_no_journal_elsewhere(linked: str, space: Workspace, tmp_path: Path) -> None:
    break_off(space, PEOPLE)
    folder = Journal(space.root).folder / linked
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    before = content(space)
    with pytest.raises(RegisterError):
        settle(space)
    assert content(space) == before
    assert any((tmp_path / "elsewhere").rglob("people.yaml"))


# What the files are besides their bytes.


def test_changed_files_keep_their_permissions_and_owner(space: Workspace) -> None:
    path = space.root / PEOPLE
    path.chmod(0o640)
    if not os.getuid():
        os.chown(path, 65534, 65534)
    before = path.stat()
    save_together(space.root, changes(space))
    now = path.stat()
    assert (now.st_mode, now.st_uid, now.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert now.st_ino != before.st_ino


def test_a_file_that_is_a_link_stays_one(space: Workspace) -> None:
    (space.root / "shared").mkdir()
    (space.root / PEOPLE).rename(space.root / "shared/people.yaml")
    (space.root / PEOPLE).symlink_to("../shared/people.yaml")
    files = changes(space)
    save_together(space.root, files)
    assert (space.root / PEOPLE).is_symlink()
    assert (space.root / "shared/people.yaml").read_bytes() == files[PEOPLE].after


def test_no_file_outside_the_workspace_is_written_through_a_link(
    space: Workspace, tmp_path: Path
) -> None:
    (space.root / PEOPLE).rename(tmp_path / "people.yaml")
    (space.root / PEOPLE).symlink_to(tmp_path / "people.yaml")
    before = content(space)
    with pytest.raises(RegisterError, match="a link that leads out of the workspace; nothing was"):
        save_together(space.root, changes(space))
    assert content(space) == before
    assert not Journal(space.root).folder.exists()


# Several at once.


def test_a_second_import_is_refused_while_one_is_at_work(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "TRIES", 2)
    files, before = changes(space), content(space)
    with lock_on(space.data) as lock:
        assert lock.own()
        for attempt in (lambda: save_together(space.root, files), lambda: settle(space)):
            with pytest.raises(RegisterError, match=r"^data: another import is at work"):
                attempt()
    assert content(space) == before
    save_together(space.root, files)


def test_of_imports_at_once_one_is_done_and_the_others_are_told(tmp_path: Path) -> None:
    space = made_up_workspace(tmp_path / "space")
    lists = [
        xlsx(tmp_path, (f"Made-up Person {name}",), name=f"{name}.xlsx")
        for name in ("Ab", "Cd", "Ef")
    ]
    founds = [prepared(space, path).files for path in lists]
    with ThreadPoolExecutor(len(founds)) as imports:  # each holds a lock of its own
        outcomes = [*imports.map(partial(outcome, space.root), founds)]
    assert sorted(outcomes) == ["changed meanwhile", "changed meanwhile", "done"]
    done = founds[outcomes.index("done")]
    assert all((space.root / name).read_bytes() == change.after for name, change in done.items())
    assert settle(space) == []


def outcome(root: Path, files: Mapping[str, FileChange]) -> str:
    try:
        save_together(root, files)
    except BriefgenError as error:
        return "changed meanwhile" if "was changed meanwhile" in str(error) else str(error)
    return "done"
