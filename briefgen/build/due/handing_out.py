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
LOST = "the connection to the workers was lost"
Outcome = tuple[Job, Result]
KILLED = (
    "the process that made this document was killed, again when it was the only one;"
    " perhaps it needs more memory than there is"
)
UNFORESEEN = "this document brought up a mistake in the program ({}); please report it"
GONE = "{}; what was made by then is saved: run the same command again for the rest"


def outcomes(jobs: Iterable[Job], crew: Crew) -> Generator[Outcome, None, None]:
    """What became of each job, as they end.

    A worker that is killed may take with it what others are at. Each job that was out then is done
    again alone, so that the one at fault is known, and only that one fails.
    """
    # By several the heaviest are begun first, so that none of them is left to one in the end.
    by_weight = sorted(jobs, key=lambda job: -job.weight) if crew.size > 1 else jobs
    waiting = deque(by_weight)
    while waiting:
        round_ = Round(crew, waiting)
        yield from round_.outcomes()
        for job in round_.suspects:
            if reason := crew.missing():
                yield job, gone(reason)
                continue
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
    was_recalled: bool = False
    """Whether a job came back that nobody here has called back."""

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
                if self.was_recalled or not done:
                    yield from self.given_up(self.reason())

    def hand_out(self, executor: Executor) -> bool:
        """Keeps the workers busy; false when they take no more, as one was killed."""
        try:
            while self.waiting and len(self.out) < self.crew.ahead:
                future = executor.submit(self.crew.work, self.waiting[0])
                self.out[future] = self.waiting.popleft()
        except BrokenExecutor:
            return False
        except Exception:
            if not self.crew.missing():
                raise
            self.was_recalled = True  # there is nobody to hand anything to
        return True

    def results(self, done: Iterable[Future[Result]]) -> Iterator[Outcome]:
        for future in done:
            job = self.out.pop(future)
            try:
                result = future.result()
            except self.crew.killed:
                self.suspects.append(job)
            except CancelledError:
                self.was_recalled = True
                self.waiting.append(job)
            except Exception as error:  # noqa: BLE001  one mistake must not stop all others
                told = f"{type(error).__name__}: {error}"
                yield job, failed(job, "unforeseen", UNFORESEEN.format(told))
            else:
                yield job, result

    def reason(self) -> str:
        """Why no result can come any more; nothing as long as one can."""
        return self.crew.missing() or (LOST if self.was_recalled else "")

    def given_up(self, reason: str) -> Iterator[Outcome]:
        """The rest, where there is a reason why nobody is left for it."""
        left = [*self.out.values(), *self.waiting] if reason else []
        if not left:
            return
        self.out.clear()
        self.waiting.clear()
        yield from ((job, gone(reason)) for job in left)


def gone(reason: str) -> Failed:
    """That there is nobody who could make a document; told once for all of them."""
    problem = Problem(Place("build"), "gone", GONE.format(reason))
    return Failed((problem,), by_machine=True)


def failed(job: Job, code: str, message: str) -> Failed:
    """That a document could not be made, at its path."""
    problem = Problem(Place(job.path.as_posix()), code, message)
    return Failed((problem,))
