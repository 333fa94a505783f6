"""Folders made, taken away again, and synced."""

import os
import shutil
from contextlib import ExitStack, suppress
from pathlib import Path


def make_folders(folder: Path, undo: ExitStack) -> None:
    """Makes a folder and those above it; `undo` takes the new ones away while they are empty."""
    if folder.exists():
        return
    make_folders(folder.parent, undo)
    undo.callback(remove_empty, folder)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def remove_empty(folder: Path) -> None:
    """Takes a folder away, unless there is anything in it."""
    with suppress(OSError):
        folder.rmdir()


def remove(path: Path) -> None:
    """Takes a file or a folder away, with all that is in it, as far as the disk lets it."""
    try:
        take_away(path)
    except BaseException:  # who is interrupted leaves nothing either
        take_away(path)
        raise


def take_away(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes a rename last through a power cut, where the system lets a folder be opened."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
