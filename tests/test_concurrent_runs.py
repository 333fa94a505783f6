"""Several runs at once, in one place: what is read there is always whole, and nothing is left."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sweeps import hidden
from swept import environment

from briefgen.build.disk import locks
from briefgen.build.disk.locks import lock_on
from briefgen.build.disk.parts import new_part
from briefgen.build.saving import save
from briefgen.build.starting import start_workspace

ROOT = Path(__file__).parents[1]
WRITERS = 4
KILLS = 60
SAVES = """
import sys
from pathlib import Path
from briefgen.build.saving import save_all

folder, letter, rounds = Path(sys.argv[1]), sys.argv[2].encode(), int(sys.argv[3])
for number in range(1, rounds + 1):
    data = letter * (50_000 + number)
    save_all([(folder / "shared/one", data), (folder / "internal/two", data)], folder)
"""
KILLED = """
import os, random, signal, sys, time
from pathlib import Path
from briefgen.build.saving import save_all

folder, letter, kills = Path(sys.argv[1]), sys.argv[2].encode(), int(sys.argv[3])
dice = random.Random(letter)
for _ in range(kills):
    child = os.fork()
    while not child:
        data = letter * dice.randrange(20_000, 90_000)
        save_all([(folder / "shared/one", data), (folder / "internal/two", data)], folder)
    time.sleep(dice.random() / 50)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""


class Reader(threading.Thread):
    """Reads files as long as others write them, and notes what was not whole."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__()
        self.paths = paths
        self.reads = 0
        self.missing = 0
        self.torn: list[bytes] = []
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(0.001):
            for path in self.paths:
                try:
                    data = path.read_bytes()
                except FileNotFoundError:
                    self.missing += 1
                    continue
                self.reads += 1
                if not self.is_whole(data):
                    self.torn.append(data)

    def is_whole(self, data: bytes) -> bool:
        return len(data) >= 20_000 and data == data[:1] * len(data)


class PageReader(Reader):
    """Reads HTML."""

    def is_whole(self, data: bytes) -> bool:
        return data.startswith(b"<!DOCTYPE html>") and data.endswith(b"</html>\n")


@contextmanager
def reading(reader: Reader) -> Iterator[None]:
    reader.start()
    try:
        yield
    finally:
        reader.ended.set()
        reader.join()


def run_all(commands: list[list[str]], cwd: Path = ROOT) -> list[str]:
    """Runs commands at the same time, and gives what they complain of."""
    running = [
        subprocess.Popen(
            command, cwd=cwd, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for command in commands
    ]
    return [each.communicate()[1].decode() for each in running]


def programs(program: str, folder: Path, rounds: int) -> list[list[str]]:
    return [
        [sys.executable, "-c", program, str(folder), letter, str(rounds)]
        for letter in "abcdefgh"[:WRITERS]
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("shared/one", "internal/two"):
        save(tmp_path / name, b"0" * 50_000)
    return tmp_path


def test_readers_see_whole_documents_while_four_runs_write_them(folder: Path) -> None:
    reader = Reader([folder / "shared/one", folder / "internal/two"])
    with reading(reader):
        complaints = run_all(programs(SAVES, folder, rounds=40))
    assert complaints == [""] * WRITERS
    assert reader.reads > 50
    assert (reader.torn, reader.missing) == ([], 0)
    assert hidden(folder) == []


def test_runs_that_are_killed_at_random_harm_neither_readers_nor_each_other(folder: Path) -> None:
    reader = Reader([folder / "shared/one", folder / "internal/two"])
    with reading(reader):
        complaints = run_all(programs(KILLED, folder, rounds=KILLS // WRITERS))
    assert complaints == [""] * WRITERS
    assert reader.reads > 50
    assert (reader.torn, reader.missing) == ([], 0)
    save(folder / "shared/one", b"last")
    save(folder / "internal/two", b"last")
    assert hidden(folder) == []


def test_four_commands_at_once_write_one_whole_brief(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "briefgen"]
    space = tmp_path / "space"
    start_workspace(space, ROOT / "templates")
    brief = [*command, "brief", "example-committee/next", "--format", "html"]
    assert run_all([[*brief, "--as-of", "2026-11-25"]], space) == [""]
    (path,) = (space / "out/internal").iterdir()
    expected = path.read_bytes()
    reader = PageReader([path])
    assert reader.is_whole(expected)
    with reading(reader):
        complaints = run_all([[*brief, "--as-of", "2026-11-25"]] * WRITERS, space)
    assert complaints == [""] * WRITERS
    assert reader.reads > 50
    assert (reader.torn, reader.missing) == ([], 0)
    assert path.read_bytes() == expected
    assert hidden(space) == []


def test_a_part_is_not_swept_while_its_writer_lives(tmp_path: Path) -> None:
    part, mine = new_part(tmp_path), tmp_path / ".briefgen-notes.part"
    part.write_bytes(b"another run's")
    mine.write_bytes(b"the user's own")
    with lock_on(tmp_path) as writer:
        assert writer.share()
        save(tmp_path / "file.txt", b"new")
        assert part.exists()
    save(tmp_path / "file.txt", b"newer")
    assert sorted(path.name for path in tmp_path.iterdir()) == [mine.name, "file.txt"]


def test_where_folders_can_not_be_locked_files_are_saved_and_nothing_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "opened", lambda _: None)
    part = new_part(tmp_path)
    part.write_bytes(b"perhaps another run's")
    save(tmp_path / "file.txt", b"new")
    assert (tmp_path / "file.txt").read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == [part.name, "file.txt"]


@pytest.mark.parametrize(("kill", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_command_that_is_ended_says_so_by_its_code_alone(
    kill: signal.Signals, code: int, tmp_path: Path
) -> None:
    program = f"""
import os, sys
from pathlib import Path
from briefgen.build import saving
from briefgen.cli.app import main

def write_part(part, data, target):
    part.write_bytes(data[:10])
    os.kill(os.getpid(), {int(kill)})
    part.write_bytes(data)

saving.write_part = write_part
sys.argv = ["briefgen", "schema", "--out", {str(tmp_path / "schemas")!r}]
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")
    assert not (tmp_path / "schemas").exists()
