"""Who does the jobs: one interface (PEP 3148's executors) for this machine and for a cluster."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass

from briefgen.build.due.jobs import Job, Result

Work = Callable[[Job], Result]


@dataclass(frozen=True)
class Crew:
    """Workers of one kind, of which `hired` gives at most so many for as long as it is open."""

    hired: Callable[[int], AbstractContextManager[Executor]]
    work: Work
    """What each worker does with a job."""
    size: int
    ahead: int
    """How many jobs are handed out at a time: enough to keep all workers busy."""
    killed: tuple[type[BaseException], ...] = (BrokenExecutor,)
    """What tells that a worker died over a job."""
    missing: Callable[[], str] = str
    """Why no result can come any more; nothing as long as one can."""
