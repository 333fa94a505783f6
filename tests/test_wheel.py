import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    (built,) = folder.glob("*.whl")
    return zipfile.Path(built)


@pytest.mark.parametrize(
    "template",
    ["brief.html.j2", "fonts.conf", "fonts-windows.conf", "styles/plain.yaml", "words/vi.po"],
)
def test_the_wheel_holds_the_templates(wheel: zipfile.Path, template: str) -> None:
    assert (wheel / "briefgen/templates" / template).is_file()


def test_the_wheel_holds_every_file_of_the_template_folder(wheel: zipfile.Path) -> None:
    folder = ROOT / "templates"
    for path in folder.rglob("*"):
        inside = wheel / "briefgen/templates" / path.relative_to(folder).as_posix()
        assert inside.exists(), path


def test_the_wheel_holds_no_register_and_no_tests(wheel: zipfile.Path) -> None:
    assert [path.name for path in wheel.iterdir() if path.name in {"data", "tests"}] == []


def test_the_wheel_has_the_command(wheel: zipfile.Path) -> None:
    (info,) = [path for path in wheel.iterdir() if path.name.endswith(".dist-info")]
    assert "briefgen = briefgen.cli.app:main" in (info / "entry_points.txt").read_text("utf-8")


def test_a_workspace_can_be_started_from_the_wheel(wheel: zipfile.Path, tmp_path: Path) -> None:
    package, starter = tmp_path / "package", ROOT / "templates/starter"
    wheel.root.extractall(package)
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "init", str(tmp_path / "space")],
        cwd=package,  # the first place where Python looks for it
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    stored = {path.relative_to(starter) for path in starter.rglob("*") if path.is_file()}
    written = {Path(line).relative_to(tmp_path / "space") for line in done.stdout.splitlines()}
    assert {Path(".vscode/settings.json"), Path("out/.gitignore")} < stored < written
    for path in stored:
        assert (tmp_path / "space" / path).read_bytes() == (starter / path).read_bytes()
