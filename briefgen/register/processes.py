"""Files read by several processes, where there are so many that it pays."""

import gc
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

T = TypeVar("T")
Read = Callable[[str], T]
"""Reads the file of a name, in whatever process."""
FEWEST = 1_000
"""Files; with fewer, starting a process takes longer than it saves."""
TOGETHER = 100
"""How many files a process reads before it hands them over."""


def read_each(names: Sequence[str], read: Read[T], jobs: int) -> Generator[T, None, None]:
    """What stands in each file, in the order of the names, read by as many processes as told."""
    if jobs < 2 or len(names) < FEWEST:
        yield from map(read, names)
        return
    # Imported only where it pays: most registers are small.
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs - 1, context(), initializer=settle) as others:
        try:
            yield from shared(names, read, others)
        finally:
            others.shutdown(cancel_futures=True)


def shared(names: Sequence[str], read: Read[T], others: "ProcessPoolExecutor") -> Iterator[T]:
    """The same, shared with other processes: these start at the front, this one at the end."""
    parts = [names[start : start + TOGETHER] for start in range(0, len(names), TOGETHER)]
    waiting = [others.submit(read_together, read, part) for part in parts]
    own: dict[int, list[T]] = {}
    for index, future in enumerate(waiting):
        while index not in own and not future.done():
            taken = next((last for last in range(len(parts) - 1, index - 1, -1)
                          if last not in own and waiting[last].cancel()), None)  # fmt: skip
            if taken is None:
                break
            own[taken] = read_together(read, parts[taken])
        yield from own.pop(index, None) or result_of(future, read, parts[index])


def result_of(future: "Future[list[T]]", read: Read[T], names: Sequence[str]) -> list[T]:
    """What another process has read; where it ended before, the files are read here."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        return read_together(read, names)


def read_together(read: Read[T], names: Sequence[str]) -> list[T]:
    return [read(name) for name in names]


def context() -> "BaseContext":
    """How processes are started: on Linux as copies of this one, which has all it needs."""
    import multiprocessing

    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def settle() -> None:
    """Makes a process end quietly with the one that started it."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
