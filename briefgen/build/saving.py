"""Files written whole: the old file or the new one at every instant, never half of either."""

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from briefgen.problems import MachineError, Place, Problem

# What a new file's permissions would be without a umask; mkstemp makes files for the owner only.
PERMISSIONS = 0o666


def save_all(files: Mapping[Path, bytes]) -> None:
    """Writes several files; raises MachineError when one fails, with the others put back."""
    before = {path: present(path) for path in files}
    saved: list[Path] = []
    try:
        for path, data in files.items():
            save(path, data)
            saved.append(path)
    except BaseException as error:
        failed = [problem for path in saved for problem in put_back(path, before[path])]
        if failed and isinstance(error, MachineError):
            raise MachineError([*error.problems, *failed]) from error
        raise


def present(path: Path) -> bytes | None:
    """What a file holds; None when there is none, or nothing that could be put back."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def put_back(path: Path, before: bytes | None) -> list[Problem]:
    """Restores a file, or takes a new one away again; what fails is told."""
    try:
        if before is None:
            path.unlink()
        else:
            save(path, before)
    except (OSError, MachineError):
        message = "this file could not be put back; it is the new one, others are not"
        return [Problem(Place(str(path)), "disk", message)]
    return []


def save(path: Path, data: bytes) -> None:
    """Writes a file beside its target, syncs it and renames it over; raises MachineError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        message = (
            f"can't be written: {error.strerror or error}; what stood there before is unharmed"
        )
        raise MachineError([Problem(Place(str(path)), "disk", message)]) from error


def replace_file(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(PERMISSIONS & ~current_umask())
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def current_umask() -> int:
    umask = os.umask(0)  # it can only be read by setting it
    os.umask(umask)
    return umask


def sync_folder(folder: Path) -> None:
    """Makes a rename last through a power cut, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
