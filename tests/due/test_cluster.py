"""A real Dask cluster on the loopback: one scheduler, two worker processes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from builds import Ended, build, copied, crew_here, files_in
from makers import CLOCK

from briefgen.build.due import cluster_crew as cluster_crew_module
from briefgen.build.due.cluster_crew import check_alike, cluster_crew, connected
from briefgen.build.due.crews import Crew
from briefgen.build.due.jobs import Job, Result
from briefgen.build.due.program import machine_versions
from briefgen.build.due.stock import Stock, packed
from briefgen.cli.cluster_worker import make_there, tell_versions
from briefgen.problems import MachineError, UsageError
from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DUE = """
build:
  - {documents: [participants], formats: [docx, html], styles: [plain, own]}
"""
ONE = "shared/plain/jwc-guangxi-14-participants.en"


@dataclass
class Cluster:
    """The processes of a cluster, and where its scheduler listens."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Dask's, which can import what these tests hand to workers."""
    paths = os.pathsep.join([str(ROOT), str(HERE), str(HERE.parent)])
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments],
        env={**os.environ, **environment, "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def cluster(folder: Path, workers: int = 2, **settings: str) -> Iterator[Cluster]:
    """A scheduler on the loopback and its workers, one process each."""
    told = folder / "scheduler.json"
    where = ("--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(told))
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            running("distributed.cli.dask_scheduler", "--port", "0", *where, **settings)
        )
        started = [
            stack.enter_context(
                running(
                    "distributed.cli.dask_worker",
                    *("--scheduler-file", str(told), "--no-nanny", "--nthreads", "1"),
                    *("--no-dashboard", "--host", "127.0.0.1"),
                    *("--local-directory", str(folder / f"worker-{number}")),
                )
            )
            for number in range(workers)
        ]
        yield Cluster(address_in(told), scheduler, started)


def address_in(told: Path) -> str:
    for _ in range(600):
        if told.is_file() and told.stat().st_size:
            return str(json.loads(told.read_text("utf-8"))["address"])
        time.sleep(0.05)
    raise AssertionError("no scheduler has started")


def killed_over_one(job: Job, stock: Stock, expected: tuple[tuple[str, str], ...]) -> Result:
    """Work that one document kills each time."""
    if job.path.as_posix() == ONE:
        os.kill(os.getpid(), signal.SIGKILL)
    return make_there(job, stock, expected)


def killed_once(
    job: Job, stock: Stock, expected: tuple[tuple[str, str], ...], mark: Path
) -> Result:
    """Work that is killed over the first document, and no more."""
    try:
        mark.mkdir()
    except FileExistsError:
        return make_there(job, stock, expected)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def kills_over_one(
    job: Job, stock: Stock, expected: tuple[tuple[str, str], ...], process: int
) -> Result:
    """Work during which another process is killed."""
    if job.path.as_posix() == ONE:
        os.kill(process, signal.SIGKILL)
    return make_there(job, stock, expected)


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with a house style of its own, which workers don't have."""
    space = copied(tmp_path_factory.mktemp("space"), DUE)
    (space.templates / "styles").mkdir(parents=True)
    style = (ROOT / "templates/styles/plain.yaml").read_text("utf-8")
    (space.templates / "styles/own.yaml").write_text(style, "utf-8")
    return space


@pytest.fixture(scope="module")
def local(space: Workspace, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What this machine alone makes."""
    folder = tmp_path_factory.mktemp("local")
    assert len(build(space, folder).made) == 14
    return files_in(folder)


def built(
    space: Workspace, address: str, out: Path, work: Callable[..., Result] = make_there
) -> Ended:
    """A build on a cluster."""

    def crew(stock: Stock) -> Crew:
        sent = packed(space.templates, stock.issuer)
        expected = tuple(machine_versions().items())
        hands = partial(work, stock=sent, expected=expected)
        return stack.enter_context(cluster_crew(address, hands, tell_versions))

    with ExitStack() as stack:
        return build(space, out, crew=crew)


def test_two_workers_make_the_same_files_and_outlive_a_killed_one(
    space: Workspace, local: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cluster(tmp_path) as dask:
        two_of(dask)
        ended = built(space, dask.address, tmp_path / "out")
        assert len(ended.made) == 14
        assert files_in(tmp_path / "out") == local

        killed = partial(killed_once, mark=tmp_path / "mark")
        ended = built(space, dask.address, tmp_path / "again", killed)
        assert [worker.poll() for worker in dask.workers].count(-signal.SIGKILL) == 1
        assert len(ended.made) == 14
        assert files_in(tmp_path / "again") == local

        one = next(worker for worker in dask.workers if worker.poll() is None)
        one.kill()
        one.wait()
        monkeypatch.setattr(cluster_crew_module, "PATIENCE", 1)
        with pytest.raises(MachineError, match="the scheduler has no workers; start some"):
            built(space, dask.address, tmp_path / "never")
        assert not (tmp_path / "never").exists()


def test_what_kills_workers_is_named_and_a_scheduler_that_goes_away_is_told(
    space: Workspace, local: dict[str, bytes], tmp_path: Path
) -> None:
    with cluster(tmp_path, 3, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as dask:
        ended = built(space, dask.address, tmp_path / "out", killed_over_one)
        assert ended.failed == {ONE}
        assert [problem.code for problem in ended.build.problems] == ["killed"]
        assert len(ended.made) == 13

        gone = partial(kills_over_one, process=dask.scheduler.pid)
        ended = built(space, dask.address, tmp_path / "gone", gone)
        (problem,) = ended.build.problems
        assert problem.code == "gone"
        assert problem.message.startswith(f"the scheduler at {dask.address} went away; what was")
        assert ONE in ended.failed
        assert all(each.by_machine for each in ended.build.failed.values())

    made = build(space, tmp_path / "gone")
    assert made.made == ended.failed
    assert files_in(tmp_path / "gone") == local


def two_of(dask: Cluster) -> None:
    """Waits until both workers have come."""
    from distributed import Client

    with Client(dask.address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ({"weasyprint": "1.0"}, "this worker would make other documents: weasyprint 1.0, 70"),
        ({"fonts": "0" * 64}, "this worker would make other documents: other fonts; install"),
        ({"briefgen": "0" * 64}, "this worker would make other documents: other briefgen"),
        ({"lxml": "missing"}, "lxml missing, "),
    ],
)
def test_a_worker_with_other_versions_is_refused(there: dict[str, str], said: str) -> None:
    told = {"tcp://a:1": {**machine_versions(), **there}, "tcp://b:2": machine_versions()}
    with pytest.raises(MachineError) as refused:
        check_alike(told)
    (problem,) = refused.value.problems
    assert problem.place.file == "tcp://a:1"
    assert said in problem.message


def test_a_worker_that_cant_tell_is_refused() -> None:
    error = ModuleNotFoundError("No module named 'briefgen'")
    with pytest.raises(MachineError, match="No module named 'briefgen'"):
        check_alike({"tcp://a:1": error})


def test_workers_that_are_alike_are_taken() -> None:
    check_alike({"tcp://a:1": machine_versions(), "tcp://b:2": machine_versions()})


def test_a_worker_that_came_later_with_other_versions_makes_nothing(space: Workspace) -> None:
    stock = packed(space.templates, load_register(space, CLOCK).issuer)
    expected = tuple({**machine_versions(), "weasyprint": "1.0"}.items())

    def crew(_: Stock) -> Crew:
        return crew_here(partial(make_there, stock=stock, expected=expected))

    ended = build(space, space.root / "late", crew=crew)
    assert len(ended.failed) == 14
    assert "weasyprint 70" in ended.build.problems[0].message


@pytest.mark.parametrize("address", ["", "host", "tcp://host", "http://host:80", "tcp://host:x"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="write it as tcp://host:8786"), connected(address):
        raise AssertionError


def test_a_scheduler_that_doesnt_answer_is_told() -> None:
    with pytest.raises(MachineError, match="no Dask scheduler"), connected("tcp://127.0.0.1:1"):
        raise AssertionError
