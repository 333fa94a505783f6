"""A new workspace: the starter's files, put into a folder as a whole or not at all."""

import errno
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from briefgen.build.disk.folders import make_folders, remove, sync_folder
from briefgen.build.disk.locks import lock_on
from briefgen.build.disk.parts import new_part, room_for_parts, sweep, write_part
from briefgen.problems import MachineError, Place, Problem, UsageError
from briefgen.register.folder import printable
from briefgen.register.schemas import schemas
from briefgen.register.workspace import SETTINGS_FILE
from briefgen.rendering.template_files import TemplateFile

STARTER = "starter"
MOST_NAMED = 3


def start_workspace(folder: Path, templates: Path) -> tuple[Path, ...]:
    """Fills a new or an empty folder with the starter and gives the paths of its files.

    Raises UsageError when the folder holds anything, MachineError when the disk fails; either way
    everything is then as it was before.
    """
    try:
        sweep_folder(folder)
        check_room(folder)
        files = starter_files(templates)
        with ExitStack() as undo:
            put(files, folder, undo)
            undo.pop_all()  # done: nothing is taken back
    except OSError as error:
        message = f"can't be written: {error.strerror or error}; nothing was written"
        raise MachineError([Problem(Place(str(folder)), "disk", message)]) from error
    return tuple(folder / name for name in files)


def sweep_folder(folder: Path) -> None:
    """Takes away what a run that was killed has left in an empty folder."""
    with lock_on(folder) as lock:
        sweep(folder, lock)


def check_room(folder: Path) -> None:
    """Raises UsageError when something stands where the workspace is to be."""
    advice = "nothing was written; name a new folder or an empty one"
    if folder.exists() and not folder.is_dir():
        message = f"this is a file, not a folder; {advice}"
        raise UsageError([Problem(Place(str(folder)), "no-folder", message)])
    if (
        names := sorted(printable(path.name) for path in folder.iterdir())
        if folder.exists()
        else []
    ):
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        message = f"this folder already holds {', '.join(names[:MOST_NAMED])}{more}; {advice}"
        raise UsageError([Problem(Place(str(folder)), "folder-in-use", message)])


def starter_files(templates: Path) -> Mapping[str, bytes]:
    """All files of a new workspace by their path within it: the starter's, and the schemas."""
    starter = templates / STARTER
    paths = (path for path in sorted(starter.rglob("*")) if not path.is_dir())
    stored = {
        path.relative_to(starter).as_posix(): TemplateFile(
            templates, path.relative_to(templates).as_posix()
        ).read()
        for path in paths
    }
    return {**stored, **dict(schema_files())}


def schema_files() -> Iterator[tuple[str, bytes]]:
    for name, content in schemas().items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        yield f"schemas/{name}.schema.json", text.encode()


def put(files: Mapping[str, bytes], folder: Path, undo: ExitStack) -> None:
    """Writes files out of sight, then moves them where they belong by renaming."""
    is_new = not folder.exists()
    if is_new:
        make_folders(folder.parent, undo)
    # An empty folder is filled, not replaced: a terminal may stand in it, or a disk be mounted.
    beside = folder.parent if is_new else folder
    with ExitStack() as cleaning:
        cleaning.enter_context(room_for_parts(beside))
        hidden = new_part(beside)
        cleaning.callback(remove, hidden)
        built = hidden / "workspace"
        for name, data in files.items():
            path = built / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_part(path, data, path)
        for below in {(built / name).parent for name in files}:
            sync_folder(below)
        if is_new:
            built.rename(folder)
        else:
            move_content(built, folder, undo)
    sync_folder(beside)


def move_content(built: Path, folder: Path, undo: ExitStack) -> None:
    # The settings come last: until they are there, the folder is no workspace.
    for path in sorted(built.iterdir(), key=lambda path: (path.name == SETTINGS_FILE, path)):
        target = folder / path.name
        if target.exists():  # put there meanwhile by somebody else, whose it stays
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        undo.callback(remove, target)
        path.rename(target)
