"""Setting PDFs in a second process, which loads what that takes while the first makes the page."""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from briefgen.problems import MachineError, Place, Problem

if TYPE_CHECKING:
    from briefgen.rendering.page import Page
    from briefgen.rendering.style import Style

Typesetter = Callable[["Page", "Style"], Callable[[], bytes]]
"""Begins a PDF, and gives what waits for it; one at a time."""
KILLED = (
    "the process that set this PDF was killed; perhaps it needs more memory than there is."
    " Other formats don't: --format docx"
)


def here(page: "Page", style: "Style") -> Callable[[], bytes]:
    """Sets the PDF in this process, when it is asked for."""
    from briefgen.writers.catalogue import WRITERS

    return partial(WRITERS["pdf"], page, style)


@contextmanager
def typesetter(cores: int) -> Iterator[Typesetter]:
    """A second process where there is a core for it, and this process can be forked safely.

    On one core, beside other threads, and on systems whose libraries don't bear forks, PDFs are
    set in this process.
    """
    if cores < 2 or sys.platform != "linux" or threading.active_count() > 1:
        yield here
        return
    with forked() as (requests, answers):
        yield Apart(requests, answers).begin


@dataclass(frozen=True)
class Apart:
    """The two ends of the pipes that lead to the second process."""

    requests: BinaryIO
    answers: BinaryIO

    def begin(self, page: "Page", style: "Style") -> Callable[[], bytes]:
        """Sends a page; what it gives waits for the PDF, and raises what setting it raised."""
        with suppress(BrokenPipeError):  # told when the answer is missing
            pickle.dump((page, style), self.requests, pickle.HIGHEST_PROTOCOL)
            self.requests.flush()
        return partial(self.answer, page.title)

    def answer(self, title: str) -> bytes:
        try:
            answer: bytes | Exception = pickle.load(self.answers)  # noqa: S301  of our own process
        except (EOFError, pickle.UnpicklingError) as error:
            raise MachineError([Problem(Place(title), "killed", KILLED)]) from error
        if isinstance(answer, Exception):
            raise answer
        return answer


@contextmanager
def forked() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """The second process; it ends with what it is needed for."""
    (requests, to_child), (answers, to_parent) = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.close(to_child)
        os.close(answers)
        serve_and_exit(requests, to_parent)
    os.close(requests)
    os.close(to_parent)
    try:
        with os.fdopen(answers, "rb") as received, os.fdopen(to_child, "wb") as sent:
            yield sent, received
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def serve_and_exit(requests: int, answers: int) -> None:
    """Never returns: nothing of what the first process is in the midst of is done here too."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with os.fdopen(requests, "rb") as received, os.fdopen(answers, "wb") as sent:
            serve(received, sent)
    finally:
        os._exit(0)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Sets page after page until no more come."""
    unable = unfit()
    while True:
        try:
            page, style = pickle.load(requests)  # noqa: S301  of our own process
        except EOFError:
            return
        pickle.dump(unable or made(page, style), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def unfit() -> MachineError | None:
    """Loads what PDFs take; tells why they can't be set, which can be asked only once."""
    from briefgen.writers.machine import require_typesetter

    try:
        require_typesetter()
    except MachineError as error:
        return error
    from briefgen.writers.pdf import load

    load()
    return None


def made(page: "Page", style: "Style") -> bytes | Exception:
    from briefgen.writers.pdf import write_pdf

    try:
        return write_pdf(page, style)
    except Exception as error:  # noqa: BLE001  it is raised in the first process
        return error
