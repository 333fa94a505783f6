"""What workers on other machines run: the same as here, in surroundings that are settled first."""

import os
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.build.due.jobs import Failed, Job, Result
from briefgen.build.due.program import Versions, differences, machine_versions
from briefgen.build.due.stock import Stock
from briefgen.build.due.workshop import make
from briefgen.problems import Place, Problem
from briefgen.rendering.surroundings import settle_surroundings, user_caches

OTHER = "a worker that came later would have made another document: {}; install there what is here"


def tell_versions() -> Versions:
    """What documents are made with on a worker's machine."""
    settle()
    return machine_versions()


def make_there(job: Job, stock: Stock, expected: tuple[tuple[str, str], ...]) -> Result:
    """A document, unless this worker, which may have come later, would make another one."""
    if differing := other_versions(expected):
        message = OTHER.format(", ".join(differing))
        return Failed((Problem(Place(job.path.as_posix()), "differs", message),), by_machine=True)
    return make(job, stock)


@lru_cache(maxsize=1)
def other_versions(expected: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(differences(dict(expected), tell_versions()))


@lru_cache(maxsize=1)
def settle() -> TemporaryDirectory[str] | None:
    """Makes the process's environment that of briefgen, for as long as the process lasts."""
    caches = user_caches(os.environ)
    rented = None if caches else TemporaryDirectory(prefix="briefgen-")
    settle_surroundings(os.environ, caches or Path(rented.name if rented else ""))
    return rented
