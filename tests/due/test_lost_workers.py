"""A worker that is killed, breaks down or fails takes no document with it but its own."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from builds import build, copied, edit, files_in, own_template

from briefgen.build.due.crews import Crew
from briefgen.build.due.jobs import Job, Result
from briefgen.build.due.local_crew import hired
from briefgen.build.due.stock import Stock
from briefgen.build.due.workshop import make
from briefgen.register.workspace import Workspace

DUE = """
build:
  - documents: [participants]
    formats: [html]
"""
ONE = "shared/jwc-guangxi-14-participants.en"


def killed_over_one(job: Job, stock: Stock) -> Result:
    """Work that one document kills each time, as too large a one would."""
    if job.path.as_posix() == ONE:
        os.kill(os.getpid(), signal.SIGKILL)
    return make(job, stock)


def killed_once(job: Job, stock: Stock, mark: Path) -> Result:
    """Work that is killed over the first document, and no more."""
    try:
        mark.mkdir()
    except FileExistsError:
        return make(job, stock)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def mistaken_over_one(job: Job, stock: Stock) -> Result:
    """Work with a mistake in it that one document brings up."""
    if job.path.as_posix() == ONE:
        raise ZeroDivisionError("made up")
    return make(job, stock)


def pool(work: Callable[..., Result], stock: Stock, **more: object) -> Crew:
    return Crew(hired, partial(work, stock=stock, **more), size=2, ahead=4)


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return copied(tmp_path / "space", DUE)


def test_a_document_that_kills_its_worker_is_named_and_all_others_are_made(
    space: Workspace,
) -> None:
    ended = build(space, crew=partial(pool, killed_over_one))
    assert ended.failed == {ONE}
    assert len(ended.made) == 6
    (problem,) = ended.build.problems
    assert (problem.place.file, problem.code) == (ONE, "killed")
    assert f"{ONE}.html" not in files_in(space.out)
    assert build(space).made == {ONE}


def test_a_worker_that_is_killed_once_costs_nothing(space: Workspace, tmp_path: Path) -> None:
    crew = partial(pool, killed_once, mark=tmp_path / "mark")
    ended = build(space, crew=crew)
    assert (tmp_path / "mark").is_dir()
    assert not ended.failed
    assert len(ended.made) == 7
    entire = build(space, tmp_path / "entire")
    assert entire.made == ended.made
    assert files_in(tmp_path / "entire") == files_in(space.out)


def test_a_mistake_in_the_program_stops_one_document_only(space: Workspace) -> None:
    ended = build(space, crew=partial(pool, mistaken_over_one))
    assert ended.failed == {ONE}
    assert len(ended.made) == 6
    (problem,) = ended.build.problems
    assert "ZeroDivisionError: made up" in problem.message


@contextmanager
def closed(_: int) -> Iterator[Executor]:
    """An executor that takes nothing any more."""
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    yield executor


def test_workers_that_are_gone_before_anything_is_handed_out_are_told_once(
    space: Workspace,
) -> None:
    gone = Crew(closed, mistaken_over_one, size=1, ahead=1, missing=lambda: "made up: gone")  # type: ignore[arg-type]
    ended = build(space, crew=lambda _: gone)
    assert len(ended.failed) == 7
    (problem,) = ended.build.problems
    assert problem.message.startswith("made up: gone; what was made by then is saved")
    assert ended.build.failed_by_machine


def test_an_executor_that_refuses_for_no_reason_is_a_mistake(space: Workspace) -> None:
    odd = Crew(closed, mistaken_over_one, size=1, ahead=1)  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="after shutdown"):
        build(space, crew=lambda _: odd)


def test_a_broken_template_stops_only_its_documents(tmp_path: Path) -> None:
    due = "\nbuild:\n  - {documents: [participants, commitments], formats: [html]}\n"
    space = copied(tmp_path / "space", due)
    own_template(space, "commitments.html.j2", "{%", "{% made up %}{%")
    ended = build(space)
    assert len(ended.failed) == 4
    assert len(ended.made) == 7
    assert {problem.place.file for problem in ended.build.problems} == {"commitments.html.j2"}

    (space.templates / "commitments.html.j2").unlink()
    mended = build(space)
    assert mended.made == ended.failed
    assert mended.unchanged == ended.made


def test_what_cant_be_prepared_stops_nothing_else(tmp_path: Path) -> None:
    due = (
        "\nbuild:\n  - {documents: [summary, commitments], formats: [html], styles: [plain, own]}\n"
    )
    space = copied(tmp_path / "space", due)
    own_template(space, "styles/plain.yaml", "", "")
    (space.templates / "styles/plain.yaml").rename(space.templates / "styles/own.yaml")
    edit(space, "templates/styles/own.yaml", "\npage:", "\npages:")
    ended = build(space)
    assert len(ended.made) == 5
    assert set(ended.failed) >= {"summary 2025", "commitments jwg-yunnan"}


def test_what_cant_be_saved_stops_nothing_else(space: Workspace) -> None:
    (space.out / f"{ONE}.html").mkdir(parents=True)
    ended = build(space)
    assert ended.failed == {ONE}
    assert len(ended.made) == 6
    assert all(each.by_machine for each in ended.build.failed.values())
