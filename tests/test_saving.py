"""Saving: at every instant the old file or the new one, and never half of either."""

import os
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    save(tmp_path / "file.txt", b"old")
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "file.txt", b"new")
    assert (tmp_path / "file.txt").read_bytes() == b"old"
    assert names_in(tmp_path) == ["file.txt"]


def test_a_limit_on_the_size_of_files_leaves_the_old_one(tmp_path: Path) -> None:
    save(tmp_path / "file.txt", b"old")
    complaint = save_in_child(tmp_path / "file.txt", size=100_000, limit=10_000)
    assert complaint.startswith(f"MachineError: {tmp_path}/file.txt: can't be written: File too")
    assert (tmp_path / "file.txt").read_bytes() == b"old"
    assert names_in(tmp_path) == ["file.txt"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if os.getuid() or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can't be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_file(small_disk: Path) -> None:
    save(small_disk / "file.txt", b"old")
    with pytest.raises(MachineError, match="can't be written: No space left on device"):
        save(small_disk / "file.txt", b"x" * 100_000)
    assert (small_disk / "file.txt").read_bytes() == b"old"
    assert names_in(small_disk) == ["file.txt"]


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
