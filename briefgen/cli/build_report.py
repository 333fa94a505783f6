"""How a build ended, on the screen or as an object."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from briefgen.cli.documents import as_object, shown
from briefgen.cli.reporting import as_json, counted, print_json, report_problems, report_some
from briefgen.problems import Problem

if TYPE_CHECKING:
    from briefgen.build.building import Written
    from briefgen.build.due.everything import Build
    from briefgen.build.due.untouched import Untouched

UNTRANSLATED = "untranslated"


def report(
    begun: "Build", written: "list[Written]", warnings: tuple[Problem, ...], *, json: bool
) -> None:
    """Tells what was made, what stayed and what failed."""
    made = len({file.path.with_suffix("") for file in written})
    unchanged = len(begun.records) - made
    if json:
        told = as_object(tuple(written), (*warnings, *begun.warnings))
        print_json({**told, **ended(unchanged, begun.problems, begun.manifest)})
        return
    report_some(begun.warnings)
    report_problems(begun.problems)
    typer.echo(summary(made, unchanged, len(begun.failed)), err=True)


def ended(unchanged: int, failed: tuple[Problem, ...], manifest: Path) -> dict[str, Any]:
    """How a build ended, as an object."""
    return {
        "unchanged": unchanged,
        "failed": [as_json(problem) for problem in failed],
        "manifest": shown(manifest),
    }


def summary(made: int, unchanged: int, failed: int) -> str:
    """How a build ended, in one line, such as `19 documents: 3 made, 16 unchanged`."""
    parts = [f"{made} made", f"{unchanged} unchanged", *([f"{failed} failed"] if failed else [])]
    return f"{counted(made + unchanged + failed, 'document', 'documents')}: {', '.join(parts)}."


def report_untouched(same: "Untouched", manifest: Path, *, json: bool) -> None:
    """Tells that there was nothing to do, and what was warned of when it was done."""
    if json:
        told = as_object((), same.warnings)
        print_json({**told, **ended(same.documents, (), manifest)})
        return
    report_problems([each for each in same.warnings if each.code != UNTRANSLATED])
    report_some([each for each in same.warnings if each.code == UNTRANSLATED])
    typer.echo(summary(0, same.documents, 0), err=True)
