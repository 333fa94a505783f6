"""Children that are killed, interrupted or let down by the disk at the n-th step that they take."""

import errno
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from briefgen.problems import BriefgenError

STEPS = (
    *("open", "write", "fsync", "close", "fchown", "fchmod"),
    *("link", "symlink", "rename", "replace", "unlink", "mkdir", "rmdir"),
)
"""All that briefgen does at the disk when it saves, reading apart."""
Break = Literal["kill", "interrupt", "interrupt-after", "terminate", "fail", "fail-from"]
ENDLESS = 2_000


@dataclass(frozen=True)
class How:
    """What happens at a step: a signal, or an error that the disk gives, once or ever after."""

    what: Break
    error: int = errno.EIO


@dataclass(frozen=True)
class Broken:
    """What became of a child that was broken at a step."""

    number: int
    step: str
    error: str | None
    """What it told; None when it was killed, or when it did without."""
    is_killed: bool


def broken_at_every_step(work: Callable[[], object], how: How, stride: int = 1) -> Iterator[Broken]:
    """Forks a child for each step that the work takes; what it left can be looked at each time."""
    for number in range(1, ENDLESS, stride):
        found = broken_at(number, work, how)
        if found is None:
            return
        yield found
    raise AssertionError("the work never ends")


def broken_at(number: int, work: Callable[[], object], how: How) -> Broken | None:
    """Forks a child that is broken at its n-th step; None when it takes fewer."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        be_broken(number, work, how, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        lines = pipe.read().splitlines()
    _, status = os.waitpid(child, 0)
    if not lines:
        assert os.waitstatus_to_exitcode(status) == 0
        return None
    step, *told = map(json.loads, lines)
    killed = os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    return Broken(number, step, told[0] if told else None, killed)


def be_broken(number: int, work: Callable[[], object], how: How, pipe: int) -> None:
    """What the child does: it never returns."""
    tell = os.write
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        break_steps(number, how, pipe)
        work()
        os._exit(0)
    except BriefgenError as error:
        tell(pipe, json.dumps(str(error)).encode() + b"\n")
    except (KeyboardInterrupt, SystemExit) as error:
        tell(pipe, json.dumps(type(error).__name__).encode() + b"\n")
    except Exception as error:  # noqa: BLE001  whatever it is, it is told to the parent
        tell(pipe, json.dumps(f"Traceback: {error!r}").encode() + b"\n")
    finally:
        os._exit(1)


def break_steps(number: int, how: How, pipe: int) -> None:
    """Puts a counter before every step of this process."""
    count = 0
    tell = os.write

    def counted(name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def step(*arguments: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            if count == number:
                tell(pipe, json.dumps(name).encode() + b"\n")
                return breaking(how, real, *arguments, **options)
            if count > number and how.what == "fail-from" and name != "close":
                raise OSError(how.error, os.strerror(how.error))
            return real(*arguments, **options)

        return step

    for name in STEPS:
        setattr(os, name, counted(name))


def breaking(how: How, real: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """One step, broken; what is being written has come to the disk by half."""
    if how.what == "interrupt-after":
        done = real(*arguments, **options)
        os.kill(os.getpid(), signal.SIGINT)
        return done
    if real.__name__ == "write":
        real(arguments[0], arguments[1][: len(arguments[1]) // 2])
    match how.what:
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "interrupt":
            os.kill(os.getpid(), signal.SIGINT)
        case "terminate":
            os.kill(os.getpid(), signal.SIGTERM)
        case _:
            if real.__name__ == "close":  # what can't be closed rightly is closed all the same
                real(*arguments)
            raise OSError(how.error, os.strerror(how.error))
    return real(*arguments, **options)
