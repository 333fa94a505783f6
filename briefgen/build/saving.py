"""Files written whole: the old file or the new one at every instant, never half of either."""

import contextlib
import os
import tempfile
from pathlib import Path

from briefgen.problems import MachineError, Place, Problem

# What a new file's permissions would be without a umask; mkstemp makes files for the owner only.
PERMISSIONS = 0o666


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
