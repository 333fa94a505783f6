"""Workers on this machine: processes that load the libraries once and stay warm."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from multiprocessing.forkserver import ensure_running

from briefgen.build.due.crews import Crew
from briefgen.build.due.stock import Stock
from briefgen.build.due.workshop import make

PRELOADED = ("briefgen.build.due.workshop",)
PRELOADED_FOR: Mapping[str, Sequence[str]] = {
    "docx": ("briefgen.writers.docx",),
    "pdf": ("briefgen.writers.pdf_loaded",),
}
"""What the process that workers are forked from has loaded already, for each format."""


def local_crew(jobs: int, stock: Stock, formats: Collection[str]) -> Crew:
    """That many processes on this machine, ready to write some formats."""
    work = partial(make, stock=stock)
    return Crew(partial(hired, loaded=loaded_for(formats)), work, size=jobs, ahead=jobs * 2)


def loaded_for(formats: Collection[str]) -> list[str]:
    return [*PRELOADED, *(name for each in formats for name in PRELOADED_FOR.get(each, ()))]


def call_ahead(formats: Collection[str]) -> None:
    """Lets the process that workers are forked from load its libraries meanwhile."""
    if context(loaded_for(formats)).get_start_method() == "forkserver":
        ensure_running()


@contextmanager
def hired(workers: int, loaded: Sequence[str] = PRELOADED) -> Iterator[Executor]:
    """A pool of processes; what is not begun when it closes is never begun."""
    pool = ProcessPoolExecutor(workers, mp_context=context(loaded), initializer=begin)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def context(loaded: Sequence[str]) -> BaseContext:
    """How workers start: forked from a process that loaded the libraries and has no threads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload([*loaded])
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
