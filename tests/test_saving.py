"""Saving: at every instant the old file or the new one, and never half of either."""

import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.build.intake.importing import FileChange
from briefgen.build.intake.journal import Journal
from briefgen.build.intake.saving import save_together
from briefgen.build.saving import save, save_all
from briefgen.problems import MachineError

ROOT = Path(__file__).parent.parent
NOBODY = 65534

SAVES = """
import os, resource, sys
from pathlib import Path
from briefgen.build.saving import save
from briefgen.problems import MachineError

path, size, limit, user = Path(sys.argv[1]), *map(int, sys.argv[2:])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
if user:
    os.setgroups([]), os.setgid(user), os.setuid(user)
try:
    save(path, b"x" * size)
except MachineError as error:
    sys.exit(f"MachineError: {error}")
"""


def save_in_child(path: Path, size: int, limit: int = 0, user: int = 0) -> str:
    """What a child process complains of when it saves so many bytes."""
    arguments = [str(path), str(size), str(limit), str(user)]
    done = subprocess.run(
        [sys.executable, "-c", SAVES, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stderr.strip()


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_saved_with_the_folders_it_needs(tmp_path: Path) -> None:
    save(tmp_path / "a/b/file.txt", b"new")
    assert (tmp_path / "a/b/file.txt").read_bytes() == b"new"
    assert names_in(tmp_path / "a/b") == ["file.txt"]


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    save(tmp_path / "file.txt", b"a long old text")
    save(tmp_path / "file.txt", b"new")
    assert (tmp_path / "file.txt").read_bytes() == b"new"


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_umask_is_respected(umask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        save(tmp_path / "file.txt", b"new")
    finally:
        after = os.umask(before)
    assert stat.S_IMODE((tmp_path / "file.txt").stat().st_mode) == mode
    assert after == umask


def folder_in_place_of(path: Path) -> Path:
    """A folder where a file is to be saved, with something in it."""
    path.mkdir()
    (path / "kept.txt").write_text("kept", "utf-8")
    return path


def test_several_files_are_all_saved(tmp_path: Path) -> None:
    save_all([(tmp_path / "one.txt", b"one"), (tmp_path / "more/two.txt", b"two")], tmp_path)
    assert (tmp_path / "one.txt").read_bytes() == b"one"
    assert (tmp_path / "more/two.txt").read_bytes() == b"two"


def test_of_several_files_none_is_saved_when_one_fails(tmp_path: Path) -> None:
    old, new, bad = tmp_path / "old.txt", tmp_path / "new.txt", tmp_path / "bad.txt"
    old.write_bytes(b"as it was")
    folder_in_place_of(bad)
    with pytest.raises(MachineError, match=r"bad\.txt") as caught:
        save_all([(old, b"changed"), (new, b"added"), (bad, b"never")], tmp_path)
    assert len(caught.value.problems) == 1
    assert old.read_bytes() == b"as it was"
    assert names_in(tmp_path) == ["bad.txt", "old.txt"]
    assert names_in(bad) == ["kept.txt"]


def test_a_name_as_long_as_names_can_be_is_told_not_half_written(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="File name too long"):
        save(tmp_path / ("x" * 300), b"new")
    assert names_in(tmp_path) == []


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file.txt").mkdir()
    with pytest.raises(MachineError, match="can't be written: Is a directory"):
        save(tmp_path / "file.txt", b"new")
    assert names_in(tmp_path) == ["file.txt"]


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"a file")
    with pytest.raises(MachineError, match="can't be written: "):
        save(tmp_path / "folder/file.txt", b"new")
    with pytest.raises(MachineError, match="can't be written: Not a directory"):
        save(tmp_path / "folder/deeper/file.txt", b"new")
    assert (tmp_path / "folder").read_bytes() == b"a file"


def test_a_limit_on_the_size_of_files_leaves_the_old_one(tmp_path: Path) -> None:
    save(tmp_path / "file.txt", b"old")
    complaint = save_in_child(tmp_path / "file.txt", size=100_000, limit=10_000)
    assert complaint.startswith(f"MachineError: {tmp_path}/file.txt: can't be written: File too")
    assert (tmp_path / "file.txt").read_bytes() == b"old"
    assert names_in(tmp_path) == ["file.txt"]


def test_a_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:-1]):
        if not stat.S_IMODE(folder.stat().st_mode) & 0o001 and folder.stat().st_uid == os.getuid():
            folder.chmod(folder.stat().st_mode | 0o011)  # pytest's folders are for their owner
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "file.txt").write_bytes(b"old")
    locked.chmod(0o555)
    user = 0 if os.getuid() else NOBODY  # modes mean nothing to root
    complaint = save_in_child(locked / "file.txt", size=10, user=user)
    locked.chmod(0o755)
    assert complaint.startswith(
        f"MachineError: {locked}/file.txt: can't be written: Permission denied"
    )
    assert (locked / "file.txt").read_bytes() == b"old"
    assert names_in(locked) == ["file.txt"]


def test_a_brief_on_a_full_disk_ends_with_the_machine_s_exit_code(tmp_path: Path) -> None:
    old = tmp_path / "internal/jwc-guangxi-15-brief.en.html"
    save(old, b"old")
    command = [sys.executable, "-m", "briefgen", "brief", "jwc-guangxi/next"]
    options = ["--as-of", "2026-11-22", "--format", "html", "--out", str(tmp_path)]
    done = subprocess.run(
        [*command, *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"{old}: can't be written: File too large")
    assert old.read_bytes() == b"old"
    assert names_in(old.parent) == [old.name]


def synced(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path]]:
    """What is synced and what is renamed or taken away, in order, by the file that it is."""
    done: list[tuple[str, Path]] = []

    def noted(name: str, path_of: Callable[..., Path]) -> None:
        real = getattr(os, name)

        def step(*arguments: object, **options: object) -> object:
            done.append((name, path_of(*arguments)))
            return real(*arguments, **options)

        monkeypatch.setattr(os, name, step)

    noted("fsync", lambda descriptor: Path(f"/proc/self/fd/{descriptor}").readlink())
    for name in ("replace", "rename", "unlink"):
        noted(name, lambda path, *_: Path(path))
    work()
    return done


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system tells no open files")
def test_what_is_renamed_has_been_synced_and_its_folder_is_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "more/two"
    save(one, b"old")
    done = synced(lambda: save_all([(one, b"new"), (two, b"new")], tmp_path), monkeypatch)
    renamed = [path for name, path in done if name == "replace"]
    first, last = (done.index(("replace", renamed[place])) for place in (0, -1))
    assert len(renamed) == 2
    assert {("fsync", path) for path in renamed} <= {*done[:first]}
    assert {("fsync", one.parent), ("fsync", two.parent)} <= {*done[last:]}


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system tells no open files")
def test_an_import_syncs_its_journal_before_it_renames_and_the_folders_before_it_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "people.yaml").write_bytes(b"old")
    changes = {"data/people.yaml": FileChange(b"old", b"new")}
    done = synced(lambda: save_together(tmp_path, changes), monkeypatch)
    journal = Journal(tmp_path)
    renamed = done.index(("replace", journal.coming("data/people.yaml")))
    before, later = done[:renamed], done[renamed:]
    listed = next(place for place, each in enumerate(before) if each[0] == "rename")
    assert ("fsync", journal.coming("data/people.yaml")) in before[:listed]
    assert ("fsync", journal.kept("data/people.yaml").parent) in before[:listed]
    assert ("fsync", before[listed][1]) in before[:listed]  # the journal itself
    assert {("fsync", journal.folder), ("fsync", data)} <= {*before[listed:]}
    assert ("fsync", data) in later[: later.index(("unlink", journal.path))]
