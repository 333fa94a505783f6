"""Locks on folders, which the system frees when a process ends, however it ends.

Where folders can't be locked (Windows, network drives that know no `flock`), there are none, and
whatever they would have guarded is done without them: see `Lock`.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import fcntl

TRIES = 500
PAUSE = 0.02
"""How often, and after how many seconds, a lock is tried that another process holds."""


@dataclass(frozen=True)
class Lock:
    """A folder to be locked; without a descriptor it can't be.

    Locks that can't be had anywhere count as held, since nothing could be done there otherwise;
    `is_alone` tells whether nobody else can hold one.
    """

    descriptor: int | None

    def is_alone(self) -> bool:
        """Takes the lock for this process alone if nobody holds it; False where none can be."""
        return self.take(alone=True) is True

    def own(self) -> bool:
        """Takes the lock for this process alone; False when others hold it for too long."""
        return self.wait(alone=True)

    def share(self) -> bool:
        """Takes the lock together with others; False when one holds it alone for too long."""
        return self.wait(alone=False)

    def wait(self, *, alone: bool) -> bool:
        for _ in range(TRIES):
            if self.take(alone=alone) is not False:
                return True
            time.sleep(PAUSE)
        return False

    def take(self, *, alone: bool) -> bool | None:
        """Whether the lock could be taken at once; None where there can be no locks."""
        if self.descriptor is None or sys.platform == "win32":
            return None
        try:
            kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
            fcntl.flock(self.descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True


@contextmanager
def lock_on(folder: Path) -> Iterator[Lock]:
    """A lock on a folder, not taken yet; it is freed at the end."""
    descriptor = opened(folder)
    try:
        yield Lock(descriptor)
    finally:
        if descriptor is not None:
            with suppress(OSError):  # nothing was written through it
                os.close(descriptor)


def opened(folder: Path) -> int | None:
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:
        return None
