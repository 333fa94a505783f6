"""What starts a run and what ends it."""

import os
import signal
import sys
from types import FrameType

INTERRUPTED = 130  # as shells tell it
TERMINATED = 143


def main() -> None:
    """Runs a command; problems go to stderr, a line each, and decide the exit code."""
    if signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, terminated)
    try:
        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def terminated(_: int, __: FrameType | None) -> None:
    """Ends a run as an error would, so that what it has begun to write is taken away."""
    sys.exit(TERMINATED)


def run() -> None:
    # Imported here, so that Ctrl-C is quiet from the first moment on.
    from briefgen.cli.commands import app
    from briefgen.cli.reporting import EXIT_CODES, careful_output, report_problems
    from briefgen.problems import BriefgenError, MachineError, Place, Problem

    careful_output()
    try:
        app()
    except BriefgenError as error:
        report_problems(error.problems)
        sys.exit(EXIT_CODES[type(error)])
    except OSError as error:  # such as a full disk below the file that stdout is led to
        leave_stdout()
        place = Place(str(error.filename or "standard output"))
        report_problems([Problem(place, "machine", error.strerror or str(error))])
        sys.exit(EXIT_CODES[MachineError])


def leave_stdout() -> None:
    """Leads what stdout still holds to nowhere, lest Python fail over it again on its way out."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
