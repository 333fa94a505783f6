"""Several files saved as one: all of them, or none."""

from collections.abc import Mapping
from pathlib import Path

from briefgen.build.intake.importing import FileChange
from briefgen.build.saving import save
from briefgen.problems import MachineError, Place, Problem, RegisterError
from briefgen.register.workspace import read_bytes

MEANWHILE = "this file was changed meanwhile; nothing was imported; run again"


def save_together(root: Path, files: Mapping[str, FileChange]) -> None:
    """Saves all files; raises MachineError when one fails, with the earlier ones put back.

    Raises RegisterError, before any is saved, when one is no longer as it was.
    """
    check_unchanged(root, files)
    saved: list[str] = []
    try:
        for file, change in files.items():
            save(root / file, change.after)
            saved.append(file)
    except BaseException as error:
        failed = [problem for file in saved for problem in put_back(root / file, files[file])]
        if failed and isinstance(error, MachineError):
            raise MachineError([*error.problems, *failed]) from error
        raise


def check_unchanged(root: Path, files: Mapping[str, FileChange]) -> None:
    changed = [file for file, change in files.items() if present(root, file) != change.before]
    if changed:
        raise RegisterError(Problem(Place(file), "changed", MEANWHILE) for file in changed)


def present(root: Path, file: str) -> bytes | None:
    return read_bytes(root / file, file) if (root / file).exists() else None


def put_back(path: Path, change: FileChange) -> list[Problem]:
    """Restores a file, or takes a new one away again; what fails is told."""
    try:
        if change.before is None:
            path.unlink()
        else:
            save(path, change.before)
    except (OSError, MachineError):
        message = "this file could not be put back; it holds what was to be imported"
        return [Problem(Place(str(path)), "disk", message)]
    return []
