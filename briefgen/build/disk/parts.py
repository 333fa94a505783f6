"""Parts: files beside their target, out of sight, which become it by renaming."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.build.disk.folders import remove
from briefgen.build.disk.locks import Lock, lock_on

PART = re.compile(r"\.briefgen-[0-9a-f]{16}\.part")
"""No name of a target is in it, so that it is never too long where the target's is not."""
PERMISSIONS = 0o666
"""What a new file's permissions would be without a umask."""
EVERYBODY = stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO


def new_part(folder: Path) -> Path:
    """The path of a part that there is not yet."""
    return folder / f".briefgen-{os.urandom(8).hex()}.part"


@contextmanager
def room_for_parts(folder: Path) -> Iterator[None]:
    """A folder in which parts may stand while this lasts.

    What processes that were killed have left there is taken away: whoever has parts in a folder
    holds its lock together with others, so that none is a living process's when nobody holds it.
    Where folders can't be locked, nothing is taken away.
    """
    with lock_on(folder) as lock:
        sweep(folder, lock)
        lock.share()
        yield


def sweep(folder: Path, lock: Lock) -> None:
    """Takes away all parts in a folder, unless others may be at work in it."""
    if not lock.is_alone():
        return
    with suppress(OSError):
        for path in folder.iterdir():
            if PART.fullmatch(path.name):
                remove(path)


def write_part(part: Path, data: bytes, target: Path) -> None:
    """Writes and syncs a new file that has its target's permissions and, if it may, its owner."""
    old = status(target)
    # Until its owner is right, nobody else may read what was hidden from others.
    mode = PERMISSIONS if old is None else stat.S_IRUSR | stat.S_IWUSR
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, mode)
    try:
        write_whole(descriptor, data)
        if old is not None:
            make_alike(descriptor, old)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def status(target: Path) -> os.stat_result | None:
    """Whose a file is and who may read it; None for what is no ordinary file."""
    try:
        found = target.lstat()
    except OSError:
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def write_whole(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def make_alike(descriptor: int, old: os.stat_result) -> None:
    """Gives a new file the owner, the group and the permissions of the one that it replaces."""
    if sys.platform == "win32":
        return
    for owner in (old.st_uid, -1):  # only root may give a file away, but anybody to their groups
        with suppress(OSError):
            os.fchown(descriptor, owner, old.st_gid)
            break
    mode = stat.S_IMODE(old.st_mode) & EVERYBODY
    if os.fstat(descriptor).st_gid != old.st_gid:  # what its group might do, another may not
        mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    os.fchmod(descriptor, mode)


def keep(target: Path, kept: Path) -> bool:
    """Puts what stands at a path under another name beside it; False where nothing stands."""
    if not os.path.lexists(target):
        return False
    with suppress(OSError):
        os.link(target, kept, follow_symlinks=False)
        return True
    if target.is_symlink():
        kept.symlink_to(target.readlink())
    else:  # where there are no hard links, or not to the files of others
        write_part(kept, target.read_bytes(), target)
    return True
