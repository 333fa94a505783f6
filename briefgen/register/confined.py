"""Files read from one folder and nowhere else, whatever links and pipes stand in it.

The way to a file is gone down from the folder step by step, and no step follows a link. Where one
stands in the way, it is looked up where it leads: if inside the folder, that way is gone down just
so; if anywhere else, it is refused. So nothing outside is opened, even when a link is put there
meanwhile. Only ordinary files are opened, and none is waited for.

Not held, as the system tells no difference: a hard link is the file itself, a mounted folder is a
folder. Where a system can't go down from an open folder (Windows), a link that is put there between
the look and the reading isn't seen.
"""

import os
import stat
from pathlib import Path, PurePath

GOES_DOWN = os.open in os.supports_dir_fd
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
FILE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# Going through a folder needs no leave to list it, where a system knows the difference.
FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
CHUNK = 1 << 16
Way = tuple[str, ...]
"""The names that lead from a folder down to a file."""


class Unreadable(Exception):
    """A file that is not read: why, and what to do about it."""


class NotOrdinary(OSError):
    """A link, folder, pipe, socket or device where a file should be."""


def read_inside(root: Path, name: str, most: int, kind: str = "a text file") -> bytes:
    """A file's first bytes, by its path in a folder that it must stand in; raises Unreadable."""
    way = PurePath(name).parts
    try:
        return bytes_below(root, way, most)
    except OSError as error:
        led = way_inside(root, name)
        if led == way:
            raise Unreadable(said(error, kind)) from error
    try:
        return bytes_below(root, led, most)
    except OSError as error:
        raise Unreadable(said(error, kind)) from error


def read_named(path: Path, most: int, kind: str) -> bytes:
    """A file's first bytes, wherever it stands: one that the user or an installer put there."""
    try:
        return ordinary_bytes(path, most)
    except OSError as error:
        raise Unreadable(said(error, kind)) from error


def way_inside(root: Path, name: str) -> Way:
    """The way to a file without links; raises Unreadable where it leads out of the folder."""
    top, real = Path(os.path.realpath(root)), Path(os.path.realpath(root / name))
    if not real.is_relative_to(top):
        target = repr(str(real))[1:-1]  # on one line, whatever it is made of
        message = (
            f"this leads out of the workspace, to '{target}'; put the file itself in its place"
        )
        raise Unreadable(message)
    return real.relative_to(top).parts


def bytes_below(root: Path, way: Way, most: int) -> bytes:
    """The first bytes of the file at the end of a way; raises OSError where a link stands in it."""
    if not way:
        raise NotOrdinary
    if not GOES_DOWN:
        if way_inside(root, str(PurePath(*way))) != way:
            raise NotOrdinary
        return ordinary_bytes(Path(os.path.realpath(root), *way), most)
    folder = os.open(root, FOLDER)
    try:
        for step in way[:-1]:
            below = os.open(step, FOLDER | NO_LINK, dir_fd=folder)
            os.close(folder)
            folder = below
        return ordinary_bytes(way[-1], most, folder)
    finally:
        os.close(folder)


def ordinary_bytes(path: str | Path, most: int, folder: int | None = None) -> bytes:
    """A file's first bytes; in an open folder it must be no link. Raises OSError."""
    follow = folder is None
    check_ordinary(os.stat(path, dir_fd=folder, follow_symlinks=follow))  # devices act when opened
    descriptor = os.open(path, FILE if follow else FILE | NO_LINK, dir_fd=folder)
    try:
        check_ordinary(os.fstat(descriptor))
        return first_bytes(descriptor, most)
    finally:
        os.close(descriptor)


def first_bytes(descriptor: int, most: int) -> bytes:
    """What an open file holds, up to a number of bytes."""
    found = chunk = os.read(descriptor, min(most, CHUNK))
    if len(chunk) < CHUNK:
        return found
    chunks = [found]
    while chunk and (left := most - sum(map(len, chunks))):
        chunk = os.read(descriptor, min(left, CHUNK))
        chunks.append(chunk)
    return b"".join(chunks)


def check_ordinary(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotOrdinary


def said(error: OSError, kind: str) -> str:
    if isinstance(error, NotOrdinary):
        return f"this is no ordinary file; put {kind} in its place"
    return f"this file can't be read: {error.strerror or error}"
