"""Sweeps over every step at which saving can be broken off; as a program, it prints what it saw.

Children are forked from one process that has everything loaded, which makes hundreds of them cheap.
"""

import datetime
import errno
import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from breaking import Broken, How, broken_at_every_step

from briefgen.build.disk.folders import remove
from briefgen.build.disk.parts import room_for_parts
from briefgen.build.intake.importing import FileChange
from briefgen.build.intake.recovery import imports_undone
from briefgen.build.intake.saving import save_together
from briefgen.build.saving import save_all
from briefgen.build.starting import start_workspace
from briefgen.register.loading import read_register
from briefgen.register.workspace import Workspace

TODAY = datetime.date(2026, 11, 25)
TEMPLATES = Path(__file__).parents[1] / "templates"
IN_TALKS = "data/mechanisms/example-committee"
CHANGED, NEW = ("data/people.yaml", f"{IN_TALKS}/1.yaml"), f"{IN_TALKS}/3.yaml"
HOWS = {
    "killed": How("kill"),
    "interrupted": How("interrupt"),
    "interrupted afterwards": How("interrupt-after"),
    "terminated": How("terminate"),
    "full": How("fail", errno.ENOSPC),
    "broken": How("fail", errno.EIO),
    "forbidden": How("fail", errno.EACCES),
    "full for good": How("fail-from", errno.ENOSPC),
    "broken for good": How("fail-from", errno.EIO),
}
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Seen:
    """What was there after a child had been broken: at once, and after the next run."""

    broken: Broken
    state: str
    hidden: list[str]
    later_state: str
    later_hidden: list[str]


@dataclass(frozen=True)
class Scene:
    """Something that is saved, over and over again, in a folder that is made anew each time."""

    base: Path
    folder: Path
    old: Files
    new: Files
    work: Callable[[], object]
    again: Callable[[], object]
    """The next run, whatever it is, that nothing breaks."""
    stride: int = 1
    """Every how many steps it is broken; more than one where steps are many and alike."""

    def swept(self, how: How) -> list[Seen]:
        """What is seen after a break at each step."""
        self.prepare()
        seen = []
        for broken in broken_at_every_step(self.work, how, self.stride):
            state, left = self.state(), hidden(self.folder)
            self.again()
            seen.append(Seen(broken, state, left, self.state(), hidden(self.folder)))
            self.prepare()
        return seen

    def prepare(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.base, self.folder)

    def state(self) -> str:
        """Whether all files are old or new, or some of them, or one is neither."""
        now = content(self.folder)
        whole = [{self.old.get(name), self.new.get(name)} for name in now]
        if now in (self.old, self.new):
            return "old" if now == self.old else "new"
        torn = any(data not in those for data, those in zip(now.values(), whole, strict=True))
        return "torn" if torn or not self.old.keys() <= now.keys() else "mixed"


def content(folder: Path) -> Files:
    """All files that are not briefgen's hidden ones."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in names.items() if ".briefgen-" not in name}


def hidden(folder: Path) -> list[str]:
    """All that briefgen keeps out of sight below a folder, and folders that hold nothing."""
    paths = [path for path in folder.rglob("*") if path.is_dir() or ".briefgen-" in path.name]
    left = [path for path in paths if ".briefgen-" in path.name or not any(path.iterdir())]
    return sorted(path.relative_to(folder).as_posix() for path in left)


def documents(around: Path, *names: str) -> Scene:
    """Documents, of which the first two have an older version."""
    base, folder = around / "base", around / "out"
    old = {name: name.encode() * 900 for name in names[:2]}
    new = {name: name.upper().encode() * 1_000 for name in names}
    for name, data in old.items():
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_bytes(data)

    def save() -> None:
        save_all([(folder / name, data) for name, data in new.items()], folder)

    return Scene(base, folder, old, new, save, save)


def an_import(around: Path) -> Scene:
    """An import that changes two files of a register and adds one; then the register is read."""
    base, folder = around / "base", around / "space"
    start_workspace(base, TEMPLATES)
    for path in base.iterdir():
        if path.name not in {"briefgen.yaml", "data"}:
            remove(path)
    old = content(base)
    changed = {name: old[name] + b"# changed\n" for name in CHANGED}
    new = {**old, **changed, NEW: b"status: planned\nsources: [example-letter]\n"}
    changes = {name: FileChange(old.get(name), new[name]) for name in (*CHANGED, NEW)}

    def read() -> None:
        with imports_undone(folder):
            read_register(Workspace(folder), TODAY)

    return Scene(base, folder, old, new, lambda: save_together(folder, changes), read)


def a_recovery(around: Path) -> Scene:
    """An import that was killed when all its files were in their place, while it is undone."""
    scene = an_import(around)
    scene.prepare()
    for _ in broken_at_every_step(scene.work, How("kill")):
        if (
            scene.state() == "new"
            and (scene.folder / "data/.briefgen-import/journal.json").exists()
        ):
            break
        scene.prepare()
    shutil.copytree(scene.folder, around / "half-done")
    return replace(scene, base=around / "half-done", work=scene.again)


def a_workspace(around: Path) -> Scene:
    """A new workspace; the next run writes something else beside it."""
    base, folder = around / "base", around / "spaces"
    base.mkdir()
    start_workspace(around / "made", TEMPLATES)
    new = {f"space/{name}": data for name, data in content(around / "made").items()}

    def write_beside() -> None:
        with room_for_parts(folder):
            pass

    def start() -> None:
        start_workspace(folder / "space", TEMPLATES)

    return Scene(base, folder, {}, new, start, write_beside, stride=5)


SCENES: Mapping[str, Callable[[Path], Scene]] = {
    "document": lambda around: documents(around, "internal/one.txt"),
    "documents": lambda around: documents(around, "internal/one", "internal/two", "shared/three"),
    "import": an_import,
    "recovery": a_recovery,
    "workspace": a_workspace,
}


def main(scene_name: str, around: str, *hows: str) -> None:
    """Prints what was seen in a scene, by how it was broken."""
    os.umask(0o022)
    scene = SCENES[scene_name](Path(around))
    seen = {how: [asdict(each) for each in scene.swept(HOWS[how])] for how in hows}
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])
