"""A new workspace: the starter's files, put into a folder as a whole or not at all."""

import errno
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.build.saving import replace_file, sync_folder
from briefgen.problems import MachineError, Place, Problem, UsageError
from briefgen.register.folder import printable
from briefgen.register.schemas import schemas
from briefgen.rendering.template_files import TemplateFile

STARTER = "starter"
MOST_NAMED = 3


def start_workspace(folder: Path, templates: Path) -> tuple[Path, ...]:
    """Fills a new or an empty folder with the starter and gives the paths of its files.

    Raises UsageError when the folder holds anything, MachineError when the disk fails; either way
    everything is then as it was before.
    """
    try:
        check_room(folder)
        files = starter_files(templates)
        with ExitStack() as undo:
            put(files, folder, undo)
            undo.pop_all()  # done: nothing is taken back
    except OSError as error:
        message = f"can't be written: {error.strerror or error}; nothing was written"
        raise MachineError([Problem(Place(str(folder)), "disk", message)]) from error
    return tuple(folder / name for name in files)


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
    with TemporaryDirectory(dir=beside, prefix=".briefgen-", suffix=".part") as hidden:
        built = Path(hidden) / "workspace"
        for name, data in files.items():
            path = built / name
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, data)
        if is_new:
            built.rename(folder)
        else:
            move_content(built, folder, undo)
    sync_folder(beside)


def move_content(built: Path, folder: Path, undo: ExitStack) -> None:
    for path in sorted(built.iterdir()):
        target = folder / path.name
        if target.exists():  # put there meanwhile by somebody else, whose it stays
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        undo.callback(remove, target)
        path.rename(target)


def make_folders(folder: Path, undo: ExitStack) -> None:
    if folder.exists():
        return
    make_folders(folder.parent, undo)
    undo.callback(remove_empty, folder)
    folder.mkdir(exist_ok=True)


def remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
