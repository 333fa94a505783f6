"""What is fuzzed: a function of bytes that may refuse them, and in no other way fail."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from briefgen.problems import BriefgenError

ROOT = Path(__file__).parents[2]
FOUND = Path(__file__).with_name("found")
Mutate = Callable[[bytes, int], bytes]
"""Some bytes changed, no longer than a number: the fuzzer's own way."""


@dataclass(frozen=True)
class Target:
    """`accepts` tells whether an input was taken; what it raises is a fault of the program's.

    `mutated` changes an input where the fuzzer's own changes would be of no use: within archives.
    """

    accepts: Callable[[bytes], bool]
    seeds: Callable[[], Iterable[bytes]]
    mutated: Callable[[bytes, int, int, Mutate], bytes] | None = None


def refused(error: BriefgenError) -> bool:
    """That an input was not taken: an error has to say what is wrong with it."""
    assert error.problems
    assert all(problem.message and problem.place.file for problem in error.problems)
    return False
