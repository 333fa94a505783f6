"""How much a template may take: time, memory, and the length of the page that it makes."""

import inspect
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import TypeVar

from briefgen.rendering.memory import Memory
from briefgen.rendering.vocabulary import MAX_ELEMENTS

T = TypeVar("T")
AGAIN = 0.1
"""Seconds after which the timer rings again, where its error was lost in a destructor."""
SOON = 0.001


@dataclass(frozen=True)
class RunningBounds:
    """What a template and the reading of its page may take; far more than any document needs."""

    seconds: float = 60.0
    """Time of the processor, so that a busy machine makes no difference."""
    memory: int = 1 << 30
    """Bytes beyond what the process has already."""
    letters: int = 1 << 27
    """Of the page as HTML, pictures included."""
    elements: int = MAX_ELEMENTS


class OutOfTime(BaseException):
    """A template ran for too long; no `except Exception` on its way takes it for its own."""


EXHAUSTED = (OutOfTime, MemoryError)
"""What ends a template that takes too much."""


def bounded(work: Callable[[], T], bounds: RunningBounds, memory: Memory) -> T:
    """What some work gives; raises OutOfTime or MemoryError when it takes too much.

    Time can be told only in the main thread of a POSIX system, memory only on Linux; elsewhere the
    work runs without these two bounds.
    """
    with memory.held():
        return in_time(work, bounds.seconds) if has_timer() else work()


def has_timer() -> bool:
    """Whether this thread can be rung."""
    import threading

    is_main = threading.current_thread() is threading.main_thread()
    return is_main and hasattr(signal, "setitimer")


def in_time(work: Callable[[], T], seconds: float) -> T:
    """What some work gives in its time. A timer that is set already goes on afterwards."""
    running: list[FrameType | None] = []

    def inside() -> T:
        running.append(inspect.currentframe())
        return work()

    def ring(_: int, frame: FrameType | None) -> None:
        # Only below `inside`: raised in what follows, the error would leave the timer set.
        if running and is_within(frame, running[0]):
            raise OutOfTime

    earlier = signal.signal(signal.SIGPROF, ring)
    left, interval = signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    begun = time.process_time()
    try:
        return inside()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, earlier)
        running.clear()  # a frame that holds itself would stay until the collector comes
        if left:
            rest = max(left - (time.process_time() - begun), SOON)
            signal.setitimer(signal.ITIMER_PROF, rest, interval)


def is_within(frame: FrameType | None, outer: FrameType | None) -> bool:
    while frame is not None and frame is not outer:
        frame = frame.f_back
    return frame is not None
