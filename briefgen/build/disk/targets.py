"""Targets: whether files may be written where they are to be."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefgen.problems import Place, Problem, UsageError


def check_targets(paths: Iterable[Path], within: Path) -> None:
    """Raises UsageError for paths that are the same on some disk, or that lead out of a folder."""
    targets = tuple(paths)
    problems = [*the_same(targets), *leading_out(targets, within)]
    if problems:
        raise UsageError(problems)


def the_same(paths: Iterable[Path]) -> Iterator[Problem]:
    """Paths that differ only as some disks don't: in upper case, or in how accents are coded."""
    seen: dict[str, Path] = {}
    for path in paths:
        other = seen.setdefault(folded(path), path)
        if other is not path:
            message = (
                f"two documents would be written here, one as {other.name}; make one at a time"
            )
            yield Problem(Place(str(path)), "same-path", message)


def folded(path: Path) -> str:
    text = unicodedata.normalize("NFC", str(path))
    return unicodedata.normalize("NFC", text.casefold())


def leading_out(paths: Iterable[Path], within: Path) -> Iterator[Problem]:
    """Folders below one that are links to somewhere else."""
    for folder in dict.fromkeys(path.parent for path in paths):
        if not is_inside(folder, within):
            message = (
                f"this is, or lies behind, a link that leads out of {within};"
                " put a folder in its place, or name the one that is meant with --out DIR"
            )
            yield Problem(Place(str(folder)), "leads-out", message)


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads below a folder, all links followed."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
