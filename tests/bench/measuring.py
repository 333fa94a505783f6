"""Runs the works of a group in turn, and looks at what they wrote."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lacks import lacking
from processes import Run, reason_of, run
from works import Group, Work

TEXTS = Path(__file__).with_name("texts.py")
Tell = Callable[[str], None]


@dataclass
class Measured:
    """A work and its runs so far; `void` tells why its figures don't count."""

    work: Work
    runs: list[Run] = field(default_factory=list)
    void: str = ""
    notes: str = ""
    out: Path = Path()


def measure(group: Group, folder: Path, tell: Tell) -> Mapping[str, Measured]:
    """Every work of a group: warm-ups first, then round by round, each work in its turn."""
    found = {work.name: Measured(work, void=lacking(work.needs)) for work in group.works}
    every = list(found.values())
    for each in every:
        if each.work.is_warmed:
            tell(f"{group.name}: warming up {each.work.name}")
            take(each, found, folder / "warm-up")
            each.runs.clear()
    for number in range(1, max((work.runs for work in group.works), default=0) + 1):
        for each in every:
            if number <= each.work.runs:
                tell(f"{group.name}: round {number}, {each.work.name}")
                take(each, found, folder / f"round-{number}")
    for each in every:
        examine(each)
        if each.void:
            tell(f"{group.name}: {each.work.name} is void: {each.void}")
    return found


def take(each: Measured, found: Mapping[str, Measured], folder: Path) -> None:
    """One run, unless the work is void already; a run that fails makes it void."""
    if each.void:
        return
    out = folder / each.work.name.replace(" ", "-").replace("/", "-")
    out.mkdir(parents=True)
    printed = out.with_suffix(".printed")
    if each.work.follows:
        shutil.rmtree(out)
        out = found[each.work.follows].out
        each.void = found[each.work.follows].void
    elif each.out != Path():
        shutil.rmtree(each.out)
    if not each.void:
        each.out = out
        each.runs.append(run(each.work.command_for(out), printed))
        each.void = reason_of(each.runs[-1]) if each.runs[-1].status else ""


def examine(each: Measured) -> None:
    """Looks whether a work's last run has made what it is to make."""
    if each.void:
        return
    written = {pattern: sorted(each.out.glob(pattern)) for pattern in each.work.writes}
    files = [path for found in written.values() for path in found]
    missing = [pattern for pattern, found in written.items() if not found]
    if missing:
        each.void = f"wrote no {' and no '.join(missing)}"
    elif each.work.prints not in each.runs[-1].text:
        each.void = f"didn't print {each.work.prints!r}"
    elif each.work.marks:
        seen = texts_of(files, each.work.marks)
        lost = [f"{one['file']} lacks {text!r}" for one in seen for text in one["lacking"]]
        each.void = "; ".join(lost[:2])
        each.notes = ", ".join(f"{one['pages']} pages" for one in seen if one["pages"])
    elif each.work.writes:
        each.notes = counted(files)


def texts_of(files: Sequence[Path], marks: Sequence[str]) -> list[dict[str, Any]]:
    command = [sys.executable, str(TEXTS), *map(str, files), "--", *marks]
    done = subprocess.run(command, check=True, capture_output=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def counted(files: Sequence[Path]) -> str:
    """How many documents there are, each in several formats."""
    documents = {path.with_suffix("") for path in files}
    return f"{len(documents)} documents, {len(files)} files"
