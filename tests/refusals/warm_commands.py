"""Runs briefgen's command line in children of one process that has imported everything already.

Reads jobs from stdin, an object a line, and answers each with a line: how the child ended.
"""

import contextlib
import importlib
import json
import os
import resource
import select
import signal
import sys
import traceback
from collections.abc import Mapping
from typing import Any

from briefgen.cli.app import main
from briefgen.cli.overview import COMMANDS

WARM = (
    *("briefgen.build.building", "briefgen.build.intake.importing", "briefgen.cli.commands"),
    *("briefgen.rendering.charts.drawing", "briefgen.writers.docx", "undate.converters.edtf"),
    *(f"briefgen.cli.{name.replace('-', '_')}" for name in COMMANDS),
    *("briefgen.cli.loading", "briefgen.documents.catalogue", "briefgen.rendering.drawings"),
    *("pydantic", "weasyprint"),
)
"""What children need, imported before the first of them."""
MOST_MEMORY = 3 * 1024**3
MOST_SECONDS = 60
HUNG = "hung"


def serve() -> None:
    """Answers job after job until stdin ends."""
    for name in WARM:
        importlib.import_module(name)
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        print(json.dumps(ended(json.loads(line))), file=answers, flush=True)


def ended(job: Mapping[str, Any]) -> int | str:
    """The exit code of a command; negative for a signal, `hung` for one that went on and on."""
    child = os.fork()
    if not child:
        become(job)
    watched = os.pidfd_open(child)
    waiting = select.poll()
    waiting.register(watched, select.POLLIN)
    is_over = waiting.poll(job["seconds"] * 1000)
    os.close(watched)
    if not is_over:
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    return os.waitstatus_to_exitcode(status) if is_over else HUNG


def become(job: Mapping[str, Any]) -> None:
    """Never returns: this process runs the command and ends."""
    code = 70
    try:
        for number, path in enumerate((os.devnull, job["out"], job["err"])):
            flags = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            os.dup2(os.open(path, flags, 0o600), number)
        os.chdir(job["cwd"])
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        code = exit_code(job["arguments"])
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def exit_code(arguments: list[str]) -> int:
    """Runs the command; the code that Python would end with."""
    sys.argv = ["briefgen", *arguments]
    try:
        main()
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else int(error.code is not None)
    except BaseException:  # noqa: BLE001  told as Python tells it
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    serve()
