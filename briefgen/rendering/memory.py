"""A bound on memory: what a template takes beyond it is refused, and the process lives on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SIZE = Path("/proc/self/statm")
"""Linux tells here how many pages of addresses the process has."""


@dataclass(frozen=True)
class Memory:
    """A number of bytes that may be taken beyond what the process has when the bound is set."""

    most: int
    earlier: list[int] = field(default_factory=list, compare=False)
    """The bounds that the process had before, the last one set last."""

    @contextmanager
    def held(self) -> Iterator[None]:
        """Within it, more memory is a MemoryError; the process's own bound counts again after."""
        if not can_be_bound():
            yield
            return
        self.earlier.append(soft_bound())
        self.bind()
        try:
            yield
        finally:
            set_bound(self.earlier.pop())

    @contextmanager
    def lifted(self) -> Iterator[None]:
        """Within it the bound doesn't count: for libraries, which reserve more than they use."""
        if not self.earlier:
            yield
            return
        set_bound(self.earlier[-1])
        try:
            yield
        finally:
            self.bind()

    def bind(self) -> None:
        """Sets the bound from what the process has now; a lower one of its own stays."""
        wanted, own = size() + self.most, self.earlier[-1]
        set_bound(wanted if own < 0 else min(wanted, own))


def can_be_bound() -> bool:
    """Whether this system tells the size of a process and holds it."""
    return sys.platform == "linux" and SIZE.is_file()


def size() -> int:
    """The bytes of addresses that the process has."""
    import resource

    return int(SIZE.read_text("ascii").split()[0]) * resource.getpagesize()


def soft_bound() -> int:
    """The process's bound, which it may change itself; below 0 when it has none."""
    import resource

    return resource.getrlimit(resource.RLIMIT_AS)[0]


def set_bound(soft: int) -> None:
    """Sets it, and leaves the hard one alone."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
