"""A house style of one's own: a whole copy under its own name, or nothing."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefgen.build.new_style import new_style, renamed
from briefgen.cli.commands import app
from briefgen.problems import MachineError, TemplateError, UsageError
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import known_styles, load_style

TEMPLATES = Path(__file__).parents[1] / "templates"
STYLES = known_styles((TEMPLATES,))


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    (tmp_path / "briefgen.yaml").write_text("title: Made-up\nhome: nobody\n", "utf-8")
    return Workspace(tmp_path)


def files(space: Workspace) -> list[str]:
    found = space.root.rglob("*")
    return sorted(path.relative_to(space.root).as_posix() for path in found if path.is_file())


def error(name: str, source: str, space: Workspace) -> str:
    """What is told when a style can't be made, by which nothing is written."""
    before = files(space)
    with pytest.raises(UsageError) as caught:
        new_style(name, source, space)
    assert files(space) == before
    (problem,) = caught.value.problems
    return str(problem)


@pytest.mark.parametrize("source", STYLES)
def test_a_copy_differs_from_its_source_in_its_name_alone(source: str, space: Workspace) -> None:
    made = new_style("our-office", source, space)
    assert made == space.templates / "styles/our-office.yaml"
    old = (TEMPLATES / f"styles/{source}.yaml").read_text("utf-8").splitlines()
    new = made.read_text("utf-8").splitlines()
    changed = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
    assert changed == [(f"name: {source}", "name: our-office")]


def test_documents_can_be_made_in_it_at_once(space: Workspace) -> None:
    new_style("our-office", "nd30", space)
    style = load_style("our-office", (space.templates, TEMPLATES))
    assert (style.name, style.frame) == ("our-office", "nd30")


def test_the_workspaces_own_style_can_be_copied_too(space: Workspace) -> None:
    new_style("first", "plain", space)
    new_style("second", "first", space)
    assert files(space)[1:] == ["templates/styles/first.yaml", "templates/styles/second.yaml"]


@pytest.mark.parametrize("name", ["Our Office", "../plain", "", "ours--", "văn-phòng", "a" * 65])
def test_a_name_that_is_no_id_is_refused(name: str, space: Workspace) -> None:
    assert "no name; use lower-case letters, digits and single hyphens" in error(
        name, "plain", space
    )


def test_an_unknown_source_is_told_with_the_nearest(space: Workspace) -> None:
    told = error("our-office", "nd31", space)
    assert told.startswith("nd31: no style 'nd31' (did you mean 'nd30'?); known: ")


def test_a_style_that_is_there_is_left_as_it_is(space: Workspace) -> None:
    made = new_style("our-office", "plain", space)
    made.write_text("changed", "utf-8")
    told = error("our-office", "plain", space)
    assert told == f"{made}: this file is there already; change it, or name another style"
    assert made.read_text("utf-8") == "changed"


def test_a_link_that_leads_nowhere_is_no_free_place(space: Workspace) -> None:
    (space.templates / "styles").mkdir(parents=True)
    (space.templates / "styles/our-office.yaml").symlink_to(space.root / "elsewhere.yaml")
    assert "is there already" in error("our-office", "plain", space)
    assert not (space.root / "elsewhere.yaml").exists()


def test_a_wrong_source_is_told_at_its_place_and_not_copied(space: Workspace) -> None:
    made = new_style("first", "nd30", space)
    made.write_text(made.read_text("utf-8").replace("left: 30}", "left: 40}", 1), "utf-8")
    with pytest.raises(TemplateError, match=r"templates/styles/first\.yaml:\d+:\d+: 'left' is 40"):
        new_style("second", "first", space)
    assert files(space)[1:] == ["templates/styles/first.yaml"]


def test_a_disk_that_fails_leaves_no_half_file(space: Workspace) -> None:
    (space.templates).write_text("a file where a folder should be", "utf-8")
    with pytest.raises(MachineError, match="can't be written"):
        new_style("our-office", "plain", space)
    assert files(space) == ["briefgen.yaml", "templates"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("name: plain", "name: ours"),
        ("name: plain  # the usual one", "name: ours  # the usual one"),
        ("name:   'our plain one'", "name:   ours"),
        ("name: plain\r", "name: ours\r"),
    ],
)
def test_only_the_name_is_changed_on_its_line(line: str, expected: str) -> None:
    text = f"# name: of the style\n{line}\nroles: {{}}\n  name: 3\n"
    assert renamed(text.encode(), "ours", "plain").decode() == text.replace(line, expected)


def test_a_name_that_cannot_be_found_is_told() -> None:
    with pytest.raises(TemplateError, match=r"plain\.yaml: its name can't be changed"):
        renamed(b"{name: plain}", "ours", "plain")


# The command.


def test_the_command_prints_the_path(space: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(space.root)
    done = CliRunner().invoke(app, ["new-style", "our-office", "--from", "hd36"])
    assert (done.exit_code, done.stdout) == (0, "templates/styles/our-office.yaml\n")
    done = CliRunner().invoke(app, ["new-style", "other", "--json"])
    assert json.loads(done.stdout) == {"written": ["templates/styles/other.yaml"]}
    assert load_style("other", (space.templates, TEMPLATES)).frame == "plain"
