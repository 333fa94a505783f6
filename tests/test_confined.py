"""What the workspace holds is read from the workspace: links out of it and pipes are refused."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from makers import day
from test_cli import environment

from briefgen.build.building import build
from briefgen.build.new_style import new_style
from briefgen.build.output import Output
from briefgen.build.starting import start_workspace
from briefgen.cli.loading import read
from briefgen.documents.catalogue import BRIEF
from briefgen.documents.orders import SessionOrder
from briefgen.problems import BriefgenError, RegisterError, TemplateError
from briefgen.register import confined
from briefgen.register.confined import Unreadable, read_inside
from briefgen.register.searching import places_of
from briefgen.register.workspace import Workspace, find_workspace, open_workspace
from briefgen.rendering.loader import MAX_BYTES

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests/wrong-base"
TODAY = day("2026-11-22")
REGISTER = (
    "briefgen.yaml",
    "data/areas.yaml",
    "data/mechanisms/test-meeting/mechanism.yaml",
    "data/mechanisms/test-meeting/1.yaml",
)
TEMPLATES = (
    "templates/brief.html.j2",
    "templates/parts/phrases.html.j2",
    "templates/parts/glance.html.j2",
    "templates/frames/plain.html.j2",
    "templates/styles/plain.yaml",
    "templates/fonts.yaml",
    "templates/words/vi.po",
    "templates/letterhead.docx",
)
FILES = (*REGISTER, *TEMPLATES)
FOLDERS = tuple(f"templates/{name}" for name in ("parts", "frames", "styles", "words"))


@pytest.fixture
def space(tmp_path: Path) -> Path:
    """A workspace that has a file of its own of every kind, each as good as the packaged one."""
    shutil.copytree(BASE, tmp_path / "space")
    for name in TEMPLATES[:-1]:
        path = tmp_path / "space" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, path)
    (tmp_path / "space/templates/letterhead.docx").write_bytes(b"not looked into for HTML")
    (tmp_path / "outside").mkdir()
    return tmp_path / "space"


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Ends a test that waits for a pipe."""

    def give_up(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def made(space: Path) -> bytes:
    """A document for which every kind of file is read."""
    workspace = open_workspace(space)
    register = read(workspace, TODAY).register
    output = Output(("vi",), None, ("html",), space / "out")
    order = SessionOrder("test-meeting/next", TODAY, "internal")
    (file,) = build(BRIEF, order, register, workspace, output).written
    return file.path.read_bytes()


def refusals(space: Path) -> list[str]:
    with pytest.raises((RegisterError, TemplateError)) as caught:
        made(space)
    assert not (space / "out").exists()
    return [str(problem) for problem in caught.value.problems]


def moved(space: Path, name: str, folder: Path) -> Path:
    """Puts a file or folder elsewhere, and a link to it in its place; tells where it is now."""
    folder.mkdir(exist_ok=True)
    target = folder / Path(name).name
    (space / name).rename(target)
    (space / name).symlink_to(target)
    return target


def leads_out(name: str, target: Path) -> str:
    return (
        f"{name}: this leads out of the workspace, to '{target}'; put the file itself in its place"
    )


@pytest.mark.parametrize("name", FILES)
def test_a_link_to_a_file_outside_is_refused(name: str, space: Path) -> None:
    target = moved(space, name, space.parent / "outside")
    assert refusals(space) == [leads_out(name, target)]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_link_to_a_folder_of_templates_outside_is_refused(name: str, space: Path) -> None:
    target = moved(space, name, space.parent / "outside")
    (found,) = refusals(space)
    assert found.startswith(name)
    assert f": this leads out of the workspace, to '{target}" in found


@pytest.mark.parametrize("name", ["data", "templates"])
def test_a_whole_folder_that_leads_out_is_told_once(name: str, space: Path) -> None:
    target = moved(space, name, space.parent / "outside")
    told = name if name == "data" else "templates/styles"
    found = target if name == "data" else target / "styles"
    assert refusals(space) == [leads_out(told, found)]


def test_a_mechanism_that_is_a_link_is_told_and_not_gone_into(space: Path) -> None:
    moved(space, "data/mechanisms/test-meeting", space.parent / "outside")
    message = "this is a link to a folder, which isn't followed; put the folder itself in its place"
    assert refusals(space)[0] == f"data/mechanisms/test-meeting: {message}"


def test_every_file_may_be_a_link_that_stays_inside(space: Path) -> None:
    expected = made(space)
    for number, name in enumerate(FILES):
        moved(space, name, space / f"elsewhere-{number}")
    assert made(space) == expected


@pytest.mark.parametrize("name", [*FOLDERS, "data"])
def test_a_folder_may_be_a_link_that_stays_inside(name: str, space: Path) -> None:
    moved(space, name, space / "elsewhere")
    assert b"Made-up meeting" in made(space)


def test_the_workspace_itself_may_be_a_link(space: Path) -> None:
    link = space.parent / "link"
    link.symlink_to(space)
    moved(space, "data/areas.yaml", space / "elsewhere")
    assert b"Made-up meeting" in made(link)


def test_a_link_that_goes_out_and_in_again_leads_inside(space: Path) -> None:
    (space / "areas.yaml").write_bytes((space / "data/areas.yaml").read_bytes())
    (space / "data/areas.yaml").unlink()
    (space / "data/areas.yaml").symlink_to(f"../../{space.name}/areas.yaml")
    assert b"Made-up meeting" in made(space)


# What is no file


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made_one:
        made_one.bind(str(path))


def pipe_beside(path: Path) -> None:
    pipe(path.with_name("pipe"))
    path.symlink_to("pipe")


def whole_workspace(path: Path) -> None:
    path.symlink_to(next(each for each in path.absolute().parents if (each / "data").is_dir()))


ODD: tuple[Callable[[Path], None], ...] = (pipe, folder, listening, pipe_beside, whole_workspace)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("put", ODD)
def test_what_is_no_file_is_told_and_not_waited_for(
    put: Callable[[Path], None], name: str, space: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (space / name).unlink()
    monkeypatch.chdir((space / name).parent)  # a socket's whole path may be too long
    put(Path(Path(name).name))
    told = refusals(space)
    if put in {pipe, listening, pipe_beside}:
        kind = "a Word document" if name.endswith(".docx") else "a text file"
        assert f"{name}: this is no ordinary file; put {kind} in its place" in told


def test_settings_that_are_a_pipe_make_a_workspace_whose_settings_are_refused(space: Path) -> None:
    (space / "briefgen.yaml").unlink()
    pipe(space / "briefgen.yaml")
    assert find_workspace(space / "data") == Workspace(space)


# Between the look and the reading


@pytest.mark.parametrize("step", ["data", "mechanisms", "test-meeting", "1.yaml"])
def test_a_link_that_is_put_there_meanwhile_is_not_followed(
    step: str, space: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "data/mechanisms/test-meeting/1.yaml"
    (way,) = [each for each in (space / name, *(space / name).parents) if each.name == step]
    shutil.copytree(space, space.parent / "outside", dirs_exist_ok=True)
    opened = os.open

    def swap(path: str, flags: int, *, dir_fd: int | None = None) -> int:
        if path == step and not way.is_symlink():
            moved(space.parent, str(way), space.parent / "taken-away")
        return opened(path, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", swap)
    with pytest.raises(Unreadable, match="leads out of the workspace"):
        read_inside(space, name, 1000)
    assert way.is_symlink(), "nothing was swapped"


def test_a_system_that_cannot_go_down_refuses_the_same(
    space: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "GOES_DOWN", False)
    moved(space, "data/people.yaml", space / "elsewhere")
    assert read_inside(space, "data/people.yaml", 1000) != b""
    target = moved(space, "data/areas.yaml", space.parent / "outside")
    with pytest.raises(Unreadable, match=str(target)):
        read_inside(space, "data/areas.yaml", 1000)


def test_a_name_of_strange_bytes_is_shown_in_plain_letters_on_one_line(space: Path) -> None:
    target = space.parent / os.fsdecode(b"out\x1b[31m\xff\nside")
    target.write_text("made-up secret", "utf-8")
    (space / "data/areas.yaml").unlink()
    (space / "data/areas.yaml").symlink_to(target)
    (found,) = refusals(space)
    assert found.isprintable()
    assert "secret" not in found


# Elsewhere


def test_a_template_of_more_than_a_mebibyte_is_refused(space: Path) -> None:
    part = space / "templates/parts/glance.html.j2"
    part.write_text(f"{{# {'x' * MAX_BYTES} #}}", "utf-8")
    assert refusals(space) == [
        "templates/parts/glance.html.j2: this file is larger than 1 MiB; divide it, or shorten it"
    ]


def test_a_style_that_leads_out_is_not_copied(space: Path) -> None:
    target = moved(space, "templates/styles/plain.yaml", space.parent / "outside")
    with pytest.raises(TemplateError, match=str(target)):
        new_style("our-office", "plain", Workspace(space))
    assert not (space / "templates/styles/our-office.yaml").exists()


def test_a_starter_that_leads_out_starts_nothing(tmp_path: Path) -> None:
    (tmp_path / "templates/starter").mkdir(parents=True)
    (tmp_path / "templates/starter/passwd").symlink_to("/etc/passwd")
    with pytest.raises(BriefgenError, match=r"passwd: this leads out of the workspace"):
        start_workspace(tmp_path / "new", tmp_path / "templates")
    assert not (tmp_path / "new").exists()


def test_a_text_is_not_looked_for_outside(space: Path) -> None:
    assert places_of({"Test gates"}, Workspace(space))
    moved(space, "data/areas.yaml", space.parent / "outside")
    assert places_of({"Test gates"}, Workspace(space)) == {}


def test_an_installation_put_together_from_links_works(space: Path) -> None:
    """Some installers link every file to where they keep it."""
    installed = space.parent / "installed/briefgen"
    for source, target in ((ROOT / "briefgen", installed), (ROOT / "templates", installed)):
        below = target if source.name == "briefgen" else target / "templates"
        for path in source.rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                link = below / path.relative_to(source)
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(path)
    shutil.rmtree(space / "templates")
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "brief", "test-meeting/next", "--format", "html"],
        cwd=space,
        env={**environment(), "PYTHONPATH": str(installed.parent)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
