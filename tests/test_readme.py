"""What the README tells an officer to type is right: its commands, its files, its error."""

import datetime
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen.cli.overview import COMMANDS
from briefgen.problems import RegisterError
from briefgen.register.loading import Reading, read_register
from briefgen.register.workspace import Workspace

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SECTION = README.partition("## Adding a session, step by step\n")[2].partition("\n## ")[0]
SESSION = "data/mechanisms/jwc-guangxi/15.yaml"
BEFORE, AFTER = datetime.date(2026, 11, 25), datetime.date(2027, 4, 1)
BLOCK = re.compile(r"```yaml\n# (\S+)\n(.*?)```", re.DOTALL)
FENCED = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
COMMAND = re.compile(r"(?:^|[\\/ ])briefgen ([a-z][a-z-]*)")
TOP = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """What one block of the section adds to a file."""

    file: str
    text: str


STEPS = [Step(*found) for found in BLOCK.findall(SECTION)]
PLANNED = STEPS[:4]


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "briefgen.yaml", tmp_path)
    return Workspace(tmp_path)


def apply(step: Step, space: Workspace) -> None:
    """Does what the section says: lists grow at their end, a session's keys are set anew."""
    path = space.root / step.file
    before = path.read_text("utf-8") if path.exists() else ""
    new = f"# {step.file}\n{step.text}"  # as it is copied, with the line that names the file
    path.write_text(with_keys(before, step.text) if before else new, "utf-8")


def with_keys(before: str, added: str) -> str:
    keys = {part.partition(":")[0] for part in TOP.split(added)}
    kept = [part for part in TOP.split(before) if part.partition(":")[0] not in keys]
    return "\n".join([*(part.rstrip("\n") for part in kept), added])


def read(space: Workspace, today: datetime.date = BEFORE) -> Reading:
    return read_register(space, today)


def test_the_section_has_a_block_for_each_step() -> None:
    assert [Path(step.file).name for step in STEPS] == [
        *("sources.yaml", "15.yaml", "people.yaml", "15.yaml"),
        *("sources.yaml", "15.yaml"),
    ]
    assert SECTION.count("```yaml") == len(STEPS)


@pytest.mark.parametrize("done", range(1, len(PLANNED) + 1))
def test_the_register_is_right_after_each_step_before_the_session(
    done: int, space: Workspace
) -> None:
    for step in PLANNED[:done]:
        apply(step, space)
    reading = read(space)
    assert reading.warnings == ()
    assert ("jwc-guangxi/15" in reading.register.sessions) == (done > 1)


def test_the_register_is_right_when_the_session_was_held(space: Workspace) -> None:
    for step in STEPS:
        apply(step, space)
    reading = read(space, AFTER)
    session = reading.register.sessions["jwc-guangxi/15"]
    assert reading.warnings == ()
    assert session.status == "held"
    assert [each.attendance for each in session.participants] == ["present"]
    assert session.internal is not None
    assert [each.commitment for each in session.progress] == ["jwc-guangxi/14/2"]
    assert [each.follows for each in session.commitments] == [("jwc-guangxi/14/1",)]
    assert [each.kind for each in session.outcomes] == ["minutes"]


def test_nothing_of_the_example_is_in_the_real_register(space: Workspace) -> None:
    register = read(space).register
    assert "jwc-guangxi/15" not in register.sessions
    assert not {"letter-2027", "minutes-2027"} & set(register.sources)
    assert "example-delegate" not in register.people


def test_the_error_that_is_shown_is_the_one_that_is_told(space: Workspace) -> None:
    for step in PLANNED[:2]:
        apply(step, space)
    path = space.root / SESSION
    path.write_text(path.read_text("utf-8").replace("[letter-2027]", "[leter-2027]"), "utf-8")
    with pytest.raises(RegisterError) as raised:
        read(space)
    (problem,) = raised.value.problems
    assert f"\n{problem}\n" in SECTION


def commands() -> Iterator[str]:
    """The commands named in code, between fences or within a sentence."""
    fenced = [text for language, text in FENCED.findall(README) if language in {"", "sh"}]
    for text in (*fenced, *INLINE.findall(FENCED.sub("", README))):
        for line in text.splitlines():
            yield from COMMAND.findall(line)


def test_the_commands_that_the_readme_names_are_those_of_briefgen() -> None:
    named = set(commands())
    assert named <= set(COMMANDS)
    assert {"check", "brief", "kit", "import-participants", "init", "ledger"} <= named


def test_the_section_names_each_command_of_the_routine() -> None:
    for command in ("check", "import-participants", "kit", "ledger", "brief"):
        assert f"`briefgen {command}" in SECTION


def test_files_that_the_section_names_are_there_or_made_by_it() -> None:
    for step in STEPS:
        assert (ROOT / step.file).is_file() or step.file == SESSION
