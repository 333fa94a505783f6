"""What commands open and start, event by event, as Python's audit hooks tell it: nothing else."""

import json
import mimetypes
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import openpyxl
import pytest
from docx_reading import part
from letterheads import good_members, packed
from openpyxl.packaging.relationship import Relationship
from openpyxl.workbook.external_link.external import ExternalBook, ExternalLink
from test_cli import environment, files_below

ROOT = Path(__file__).parents[2]
RUNNER = ROOT / "tests/watched_commands.py"
SESSION = "test-talks/5"
KIT = ("kit", SESSION, "--as-of", "2026-11-22", "--format", "pdf", "--out")
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
NO_LONGER = (
    *("/usr/X11R6/lib/X11/fonts/TTF", "/usr/X11/lib/X11/fonts"),
    "/usr/lib/openoffice/share/fonts/truetype",
)
"""Where matplotlib looks for fonts that no machine has there any more."""
SINGLE = (os.devnull, "/usr/share/zoneinfo/Etc/UTC")
LIBRARIES = ("stdlib", "platstdlib", "purelib", "platlib")
CACHES = ("~/.cache/briefgen",)
OWN_SIZE = re.compile(r"/proc/[0-9]+/statm")
"""Where a process on Linux reads how large it is."""
STARTED = frozenset({"fc-list", "ldconfig", "gcc", "cc", "ld", "objdump"})
"""fc-list tells the fonts; with the others Python looks for the libraries that WeasyPrint wants."""


@dataclass(frozen=True)
class Watched:
    """What some commands were seen to do."""

    events: Sequence[tuple[str, ...]]
    given: Sequence[Path]
    """The folders and files that they were given."""

    @property
    def opened(self) -> set[str]:
        return {path for event, *paths in self.events if event in FILES for path in paths}

    @property
    def strays(self) -> set[str]:
        """What was opened or listed of what nobody gave, and what was started or asked for."""
        paths = {path for path in self.opened if not self.is_known(path)}
        others = {" ".join(each) for each in self.events[1:] if each[0] not in FILES}
        return paths | {each for each in others if not is_harmless(each)}

    def is_known(self, path: str) -> bool:
        if path in self.places or OWN_SIZE.fullmatch(path):
            return True
        return any(Path(path).is_relative_to(each) for each in self.folders)

    @cached_property
    def places(self) -> set[str]:
        """Single places: where modules are looked for, the checkout itself but nothing in it."""
        modules = self.events[0][1:]
        single = (*modules, *map(str, mimetypes.knownfiles), *SINGLE, str(ROOT))
        return {str(Path(each).resolve()) for each in single}

    @cached_property
    def folders(self) -> list[str]:
        """Whole folders: what was given, the program with its templates, Python, the fonts."""
        libraries = (sysconfig.get_paths()[name] for name in LIBRARIES)
        own = (ROOT / "briefgen", ROOT / "templates")
        machine = (Path(each).expanduser() for each in (*FONTS, *NO_LONGER, *CACHES))
        whole: list[Path] = [*self.given, *own, *map(Path, libraries), *machine]
        return [str(each.resolve()) for each in whole]


FILES = frozenset({"open", "os.listdir", "os.scandir", "os.chdir"})


def is_harmless(event: str) -> bool:
    """Pictures that stand in the page, and the programs that tell about fonts and libraries."""
    name, _, first = event.partition(" ")
    if name == "urllib.Request":
        return first.startswith("data:image/png;base64,")
    return name == "subprocess.Popen" and Path(first.split(" ")[0]).name in STARTED


def watched(
    *commands: Sequence[str | Path], cwd: Path, given: Sequence[Path] = (), program: Path = RUNNER
) -> Watched:
    """Runs commands one after another in one process and tells what they did."""
    log, temporary = cwd.parent / "log", cwd.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-P", program, log, *(json.dumps([*map(str, each)]) for each in commands)],
        cwd=cwd,
        env={**environment(), "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert list(temporary.iterdir()) == [], "something was left behind"
    events = [tuple(json.loads(line)) for line in log.read_text("utf-8").splitlines()]
    log.unlink()
    return Watched(events, [cwd, temporary, *given])


def made_space(folder: Path) -> Path:
    """A workspace with a letterhead, a style and a part of its own."""
    shutil.copytree(ROOT / "tests/everything", folder)
    for name in ("styles/plain.yaml", "parts/glance.html.j2", "words/vi.po", "fonts.yaml"):
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "templates" / name, path)
    (folder / "templates/letterhead.docx").write_bytes(packed(good_members()))
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(os.path.realpath(tmp_path_factory.mktemp("watched")))


def made_list(path: Path) -> Path:
    """A workbook with a delegate, a link to another file and a formula that takes it up."""
    book, link = openpyxl.Workbook(), ExternalLink(externalBook=ExternalBook())
    rows = (
        ("Name", "Office", "Delegation", "Remark"),
        ("Test Person New", "Made-up office", "Alpha", "='[1]Sheet1'!A1"),
    )
    for row in rows:
        book.worksheets[0].append(row)
    target = {"Target": "file:///etc/hostname", "TargetMode": "External"}
    link.file_link = Relationship(type="externalLinkPath", Id="rId1", **target)
    vars(book)["_external_links"].append(link)  # the library gives no other way
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        assert "xl/externalLinks/_rels/externalLink1.xml.rels" in archive.namelist()
    return path


@pytest.fixture(scope="module")
def found(folder: Path) -> Watched:
    """Every format, charts, a letterhead, a kit, and delegates from a list that has links."""
    space, delegates = made_space(folder / "space"), made_list(folder / "list.xlsx")
    return watched(
        ("check",),
        ("brief", SESSION, "--lang", "vi", "--format", "docx,pdf,html,xlsx"),
        ("summary", "2020"),
        (*KIT, "out/kit"),
        ("import-participants", SESSION, delegates),
        cwd=space,
        given=[delegates],
    )


def test_the_reading_of_every_kind_of_file_is_seen(found: Watched, folder: Path) -> None:
    space = folder / "space"
    for name in ("briefgen.yaml", "data/people.yaml", "data/mechanisms/test-talks/5.yaml"):
        assert str(space / name) in found.opened
    for path in (space / "templates").rglob("*.*"):
        assert str(path) in found.opened
    assert str(folder / "list.xlsx") in found.opened
    assert "Test Person New" in (space / "data/people.yaml").read_text("utf-8")
    assert str(ROOT / "templates/brief.html.j2") in found.opened
    header = part(next((space / "out").rglob("*-brief.vi.docx")).read_bytes(), "word/header.xml")
    assert header is not None


def test_nothing_is_opened_started_or_asked_for_but_what_was_given(found: Watched) -> None:
    assert len(found.opened) > 500
    # Where there are two cores, PDFs are set by a second process, which is watched as well.
    assert found.strays - {"os.fork"} == set()


def test_no_socket_is_made(found: Watched) -> None:
    assert {event for event, *_ in found.events if event.startswith(("socket.", "ssl."))} == set()
    assert any(event == "subprocess.Popen" for event, *_ in found.events)


# Whether it would be seen

DOING = """
import os, socket, subprocess, sys, urllib.request
sys.path.append({tests!r})
from watched_commands import Recorder
outside = {outside!r}
sys.addaudithook(Recorder(sys.argv[1]))
open(outside + "/plainly").close()
os.chdir(outside)
open("from-the-folder").close()
os.close(os.open("by-a-descriptor", os.O_RDONLY, dir_fd=os.open(outside, os.O_PATH)))
os.listdir(outside + "/listed")
os.scandir(outside + "/scanned")
open("/proc/self/cwd/through-a-link").close()
socket.socket().close()
socket.gethostbyname("localhost")
subprocess.run(["true"])
os.system("true")
try:
    urllib.request.urlopen("http://127.0.0.1:9/")
except OSError:
    pass
"""


def test_whatever_is_opened_or_started_outside_is_seen(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for each in (inside, outside / "listed", outside / "scanned"):
        each.mkdir(parents=True)
    files = ("plainly", "from-the-folder", "by-a-descriptor", "through-a-link")
    for name in files:
        (outside / name).touch()
    program = tmp_path / "doing.py"
    program.write_text(DOING.format(tests=str(RUNNER.parent), outside=str(outside)), "utf-8")
    strays = watched(cwd=inside, program=program).strays
    assert {str(outside / name) for name in (*files, "listed", "scanned")} <= strays
    events = " ".join(strays)
    for event in ("socket.__new__", "socket.gethostbyname", "os.system", "socket.connect"):
        assert event in events
    assert any(each.startswith("subprocess.Popen true") for each in strays)
    assert any(each.startswith("urllib.Request http://127.0.0.1") for each in strays)


def test_a_list_that_is_a_link_is_seen_to_lead_elsewhere(found: Watched, folder: Path) -> None:
    """What is named on the command line may lie anywhere; the workspace's own files may not."""
    space, elsewhere = folder / "space", folder / "elsewhere.csv"
    elsewhere.write_text("Name,Delegation\nTest Person Other,Alpha\n", "utf-8")
    (space / "list.csv").symlink_to(elsewhere)
    command = ("import-participants", SESSION, "list.csv", "--dry-run")
    assert watched(command, cwd=space).strays == {str(elsewhere)}
    assert str(elsewhere) not in found.opened


# Without a network


def unshared() -> list[str] | None:
    """A command that runs another one without a network; None where the system has none."""
    for command in (["unshare", "--net"], ["unshare", "--user", "--map-root-user", "--net"]):
        try:
            if not subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
                return command
        except FileNotFoundError:
            return None
    return None


def test_a_machine_without_a_network_makes_the_same_kit(found: Watched, folder: Path) -> None:
    command = unshared()
    if command is None:
        pytest.skip("this system can't take the network away from a process")
    run = [*command, sys.executable, "-m", "briefgen", *KIT, str(folder / "alone")]
    workspace = ["--workspace", str(made_space(folder / "same"))]
    subprocess.run(
        [*run, *workspace], cwd=folder, env=environment(), check=True, capture_output=True
    )
    assert found.events
    with_network = files_below(folder / "space/out/kit")
    assert len(with_network) > 5
    assert files_below(folder / "alone") == with_network
