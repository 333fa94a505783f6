"""Handing out jobs: a few at a time, and what a lost worker leaves is done again by another."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from dataclasses import dataclass, field

from briefgen.build.due.crews import Crew
from briefgen.build.due.jobs import Failed, Job, Result
from briefgen.problems import Place, Problem

PATIENCE = 5.0
"""Seconds after which it is asked whether there still are workers."""
Outcome = tuple[Job, Result]
KILLED = (
    "the process that made this document was killed, again when it was the only one;"
    " perhaps it needs more memory than there is"
)
UNFORESEEN = "this document brought up a mistake in the program ({}); please report it"
GONE = "this document was not made: {}; what was made is saved, so run the same command again"


def outcomes(jobs: Iterable[Job], crew: Crew) -> Generator[Outcome, None, None]:
    """What became of each job, in the order in which they end.

    A worker that is killed may take with it what others are at. Each job that was out then is done
    again alone, so that the one at fault is known, and only that one fails.
    """
    waiting = deque(jobs)
    while waiting:
        round_ = Round(crew, waiting)
        yield from round_.outcomes()
        for job in round_.suspects:
            alone = Round(crew, deque([job]))
            yield from alone.outcomes()
            yield from ((each, failed(each, "killed", KILLED)) for each in alone.suspects)


@dataclass
class Round:
    """Jobs on their way through one executor, until none is left or it breaks."""

    crew: Crew
    waiting: deque[Job]
    out: dict[Future[Result], Job] = field(default_factory=dict)
    suspects: list[Job] = field(default_factory=list)
    """Those that were out when a worker was killed."""

    def outcomes(self) -> Iterator[Outcome]:
        """What became of the jobs; those that a killed worker leaves are suspects."""
        with self.crew.hired(min(self.crew.size, len(self.waiting))) as executor:
            while self.waiting or self.out:
                is_whole = self.hand_out(executor)
                until = FIRST_COMPLETED if is_whole else ALL_COMPLETED
                done, _ = wait(self.out, PATIENCE, until)
                yield from self.results(done)
                if not is_whole:
                    return
                if not done and (reason := self.crew.missing()):
                    yield from self.given_up(reason)

    def hand_out(self, executor: Executor) -> bool:
        """Keeps the workers busy; false when they take no more, as one was killed."""
        try:
            while self.waiting and len(self.out) < self.crew.ahead:
                future = executor.submit(self.crew.work, self.waiting[0])
                self.out[future] = self.waiting.popleft()
        except BrokenExecutor:
            return False
        return True

    def results(self, done: Iterable[Future[Result]]) -> Iterator[Outcome]:
        for future in done:
            job = self.out.pop(future)
            try:
                result = future.result()
            except self.crew.killed:
                self.suspects.append(job)
            except CancelledError:
                yield (
                    job,
                    failed(job, "gone", GONE.format(self.crew.missing() or "it was recalled")),
                )
            except Exception as error:  # noqa: BLE001  one mistake must not stop all others
                told = f"{type(error).__name__}: {error}"
                yield job, failed(job, "unforeseen", UNFORESEEN.format(told))
            else:
                yield job, result

    def given_up(self, reason: str) -> Iterator[Outcome]:
        """The rest, for which nobody is left."""
        left = [*self.out.values(), *self.waiting]
        self.out.clear()
        self.waiting.clear()
        yield from ((job, failed(job, "gone", GONE.format(reason))) for job in left)


def failed(job: Job, code: str, message: str) -> Failed:
    """That a document could not be made, at its path."""
    problem = Problem(Place(job.path.as_posix()), code, message)
    return Failed((problem,), by_machine=code == "gone")
