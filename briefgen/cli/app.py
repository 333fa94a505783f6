"""What starts a run and what ends it."""

import os
import signal
import sys
from io import TextIOWrapper
from types import FrameType

from briefgen.cli import collector

INTERRUPTED = 130  # as shells tell it
TERMINATED = 143


def main() -> None:
    """Runs a command; problems go to stderr, a line each, and decide the exit code."""
    collector.rest()
    if signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, terminated)
    try:
        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        collector.leave()


def terminated(_: int, __: FrameType | None) -> None:
    """Ends a run as an error would, so that what it has begun to write is taken away."""
    sys.exit(TERMINATED)


def run() -> None:
    # Imported here, so that Ctrl-C is quiet from the first moment on.
    from briefgen.cli.overview import answer

    speak_utf8()
    try:
        code = answer(sys.argv[1:])
        if code is None:
            obey()
    except BrokenPipeError:  # who reads what is printed has read enough
        leave_stdout()
        code = 1
    except OSError as error:  # such as a full disk below the file that stdout is led to
        leave_stdout()
        code = report(error)
    sys.exit(code)


def speak_utf8() -> None:
    """Prints alike in every locale: those without UTF-8 lack letters of one language or another.

    What of a path isn't UTF-8 goes out to other programs as it came in.
    """
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def obey() -> None:
    """Runs the command that is named; how it ends is the exit code."""
    from briefgen.build.typesetting import typesetter
    from briefgen.cli.foresight import cores, wants_pdf
    from briefgen.cli.overview import NAME
    from briefgen.rendering.surroundings import settled

    processes = cores() if wants_pdf(sys.argv[1:]) else 1
    with settled(os.environ), typesetter(processes) as setter:
        # Imported only now, when the libraries' surroundings are as they shall be.
        from briefgen.cli.commands import app
        from briefgen.cli.reporting import EXIT_CODES, report_problems
        from briefgen.problems import BriefgenError

        try:
            app(prog_name=NAME, obj=setter)
        except BriefgenError as error:
            report_problems(error.problems)
            sys.exit(EXIT_CODES[type(error)])


def report(error: OSError) -> int:
    """Tells of a failure of the machine; the exit code for it."""
    from briefgen.cli.reporting import EXIT_CODES, report_problems
    from briefgen.problems import MachineError, Place, Problem

    place = Place(str(error.filename or "standard output"))
    report_problems([Problem(place, "machine", error.strerror or str(error))])
    return EXIT_CODES[MachineError]


def leave_stdout() -> None:
    """Leads what stdout still holds to nowhere, lest Python fail over it again on its way out."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
