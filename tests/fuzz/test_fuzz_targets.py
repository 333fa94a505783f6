"""What is fuzzed takes its seeds, and refuses or takes whatever once broke it."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzz_target import FOUND
from fuzz_targets import TARGETS

FOUND_INPUTS = sorted(path for path in FOUND.rglob("*") if path.is_file())
CHANGES = 12


def name_of(path: Path) -> str:
    return path.relative_to(FOUND).as_posix()


def test_all_that_was_found_belongs_to_a_target() -> None:
    assert FOUND_INPUTS
    assert {path.parent.name for path in FOUND_INPUTS} <= TARGETS.keys()


@pytest.mark.parametrize("path", FOUND_INPUTS, ids=name_of)
def test_what_once_broke_the_program_is_refused_or_taken(path: Path) -> None:
    assert TARGETS[path.parent.name].accepts(path.read_bytes()) in {True, False}


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_its_seeds(name: str) -> None:
    """All but those that are meant to be wrong; with none taken, nothing deep would be reached."""
    taken = [TARGETS[name].accepts(seed) for seed in TARGETS[name].seeds()]
    assert sum(taken) >= len(taken) / 2


@pytest.mark.parametrize("name", [name for name, each in TARGETS.items() if each.mutated])
def test_changes_are_the_same_whenever_they_are_made(name: str) -> None:
    first, again = list(changed(name)), list(changed(name))
    assert first == again
    assert len(set(first)) > CHANGES / 2


@pytest.mark.parametrize("name", [name for name, each in TARGETS.items() if each.mutated])
def test_some_changes_are_taken_and_some_refused(name: str) -> None:
    assert {TARGETS[name].accepts(data) for data in changed(name)} <= {True, False}


def changed(name: str) -> Iterator[bytes]:
    target = TARGETS[name]
    assert target.mutated is not None
    (seed, *_) = target.seeds()
    for number in range(CHANGES):
        yield target.mutated(seed, 2 * len(seed), number, cut)


def cut(data: bytes, longest: int) -> bytes:
    """Stands for the fuzzer's own way of changing bytes."""
    dice = random.Random(len(data))  # noqa: S311  dice, no secret
    return data[: dice.randrange(min(len(data), longest) + 1)]
