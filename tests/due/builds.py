"""Builds of copies of the real register, made in this process so that a test can watch them."""

import datetime
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from makers import CLOCK

from briefgen.build.due.beginning import BuildOrder, begin
from briefgen.build.due.crews import Crew, Work
from briefgen.build.due.everything import Build, Finished, Seen
from briefgen.build.due.jobs import Job, Result
from briefgen.build.due.stock import Stock
from briefgen.build.due.workshop import Workshop, make_in
from briefgen.register.loading import load_register
from briefgen.register.models.issuer import Issuer
from briefgen.register.workspace import Workspace
from briefgen.rendering.resources import packaged_templates

ROOT = Path(__file__).parents[2]
DUE = """
build:
  - documents: [brief, participants, commitments, summary]
    years: [2023]
    formats: [html]
"""


class Inline(Executor):
    """Does each job at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Does it."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  as executors do
            future.set_exception(error)
        return future


@contextmanager
def inline(_: int) -> Iterator[Executor]:
    yield Inline()


def crew_here(work: Work) -> Crew:
    """One worker: this process."""
    return Crew(inline, work, size=1, ahead=1)


@dataclass(frozen=True)
class Ended:
    """What a build did: the names of documents, without their endings."""

    made: frozenset[str]
    unchanged: frozenset[str]
    failed: frozenset[str]
    build: Build


def copied(folder: Path, due: str = DUE) -> Workspace:
    """A copy of the real register, in which something else may be due."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "data", folder / "data")
    settings = (ROOT / "briefgen.yaml").read_text("utf-8")
    (folder / "briefgen.yaml").write_text(settings + due, "utf-8")
    return Workspace(folder)


def build(
    space: Workspace,
    out: Path | None = None,
    work: Work | None = None,
    *,
    crew: Callable[[Stock], Crew] | None = None,
    again: bool = False,
    on: datetime.date = CLOCK,
    inputs: str | None = None,
) -> Ended:
    """Builds what is due as of the tests' day, in this process unless a crew is named."""
    register = load_register(space, CLOCK)
    order = BuildOrder(on, ("en",), out or space.out, again)
    begun = begin(order, register, Seen(space, (), inputs))
    changed = {job.path.as_posix() for job in begun.changed}
    everything = {job.path.as_posix() for job in begun.prepared.jobs}
    stock = Stock(register.issuer, space.templates)
    if crew is None:
        shop = shop_of(space, register.issuer)
        hands = crew_here(work or partial(make_in, shop))
    else:
        hands = crew(stock)
    told: list[Finished] = []
    begun.finish(hands, told.append)
    made = {each.job.path.as_posix() for each in told if each.written}
    assert made <= changed
    assert len(told) == len(changed)
    return Ended(
        frozenset(made),
        frozenset(everything - made - {*begun.failed}),
        frozenset(begun.failed),
        begun,
    )


def to_be_made(space: Workspace, *, again: bool = False, on: datetime.date = CLOCK) -> set[str]:
    """What a build would make, at least as a page; it is not made."""
    register = load_register(space, CLOCK)
    begun = begin(BuildOrder(on, ("en",), space.out, again), register, Seen(space))
    return {job.path.as_posix() for job in begun.changed}


def shop_of(space: Workspace, issuer: Issuer) -> Workshop:
    """The workshop of a workspace; those without templates of their own share one."""
    if space.templates.exists():
        return Workshop((space.templates, packaged_templates()), issuer)
    return packaged_shop()


@lru_cache
def packaged_shop() -> Workshop:
    issuer = load_register(Workspace(ROOT), CLOCK).issuer
    return Workshop((packaged_templates(),), issuer)


def files_in(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def edit(space: Workspace, name: str, old: str, new: str) -> None:
    """Changes a text in a file, where it stands once."""
    path = space.root / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), "utf-8")


def own_template(space: Workspace, name: str, old: str, new: str) -> None:
    """Gives a workspace a template of its own that differs from the one that ships."""
    text = (ROOT / "templates" / name).read_text("utf-8")
    assert old in text
    path = space.templates / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new, 1), "utf-8")


def refuse(job: Job) -> Result:
    """Work that nothing should come to."""
    raise AssertionError(f"{job.path} was made")
