"""The register's changed files saved as one: all of them, or none."""

from collections.abc import Mapping
from pathlib import Path

from briefgen.build.intake.importing import FileChange
from briefgen.build.saving import save_all
from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.workspace import read_file

MEANWHILE = "this file was changed meanwhile; nothing was imported; run again"


def save_together(root: Path, files: Mapping[str, FileChange]) -> None:
    """Saves all files; raises MachineError when one fails, with the earlier ones put back.

    Raises RegisterError, before any is saved, when one is no longer as it was.
    """
    check_unchanged(root, files)
    save_all({root / file: change.after for file, change in files.items()})


def check_unchanged(root: Path, files: Mapping[str, FileChange]) -> None:
    changed = [file for file, change in files.items() if present(root, file) != change.before]
    if changed:
        raise RegisterError(Problem(Place(file), "changed", MEANWHILE) for file in changed)


def present(root: Path, file: str) -> bytes | None:
    return read_file(root, file) if (root / file).exists() else None
