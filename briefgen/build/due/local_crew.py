"""Workers on this machine: processes that load the libraries once and stay warm."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext

from briefgen.build.due.crews import Crew
from briefgen.build.due.stock import Stock
from briefgen.build.due.workshop import make

PRELOADED = [
    "briefgen.build.due.workshop",
    "briefgen.writers.docx",
    "briefgen.writers.pdf",
    "weasyprint",
]
"""What the process that workers are forked from has loaded already."""


def local_crew(jobs: int, stock: Stock) -> Crew:
    """That many processes on this machine."""
    return Crew(hired, partial(make, stock=stock), size=jobs, ahead=jobs * 2)


@contextmanager
def hired(workers: int) -> Iterator[Executor]:
    """A pool of processes; what is not begun when it closes is never begun."""
    pool = ProcessPoolExecutor(workers, mp_context=context(), initializer=begin)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def context() -> BaseContext:
    """How workers start: forked from a process that loaded the libraries and has no threads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(PRELOADED)
    return server


def begin() -> None:
    """Prepares a worker: it leaves Ctrl-C to the main process, and ends when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
