import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_each_line_is_a_name_and_an_exact_version() -> None:
    odd = [line for line in lines() if not re.fullmatch(r"[A-Za-z0-9._-]+==[^ ]+", line)]
    assert odd == []


def test_no_line_names_an_address() -> None:
    assert [line for line in lines() if "://" in line or "@" in line] == []


def test_each_name_stands_once() -> None:
    names = [normal_name(line) for line in lines()]
    assert sorted(names) == sorted(set(names))


def test_every_dependency_is_pinned() -> None:
    assert dependencies() - {normal_name(line) for line in lines()} == set()


def lines() -> list[str]:
    files = (ROOT / f"constraints{kind}.txt" for kind in ("", "-bench", "-fuzz"))
    return [line for file in files for line in file.read_text("utf-8").splitlines()]


def dependencies() -> set[str]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    extras = project["optional-dependencies"].values()
    return {
        normal_name(requirement)
        for group in [project["dependencies"], *extras]
        for requirement in group
    }


def normal_name(requirement: str) -> str:
    """The name alone, in the one spelling that package indexes compare."""
    name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()
