"""Each promise of docs/guarantees.md names tests that there are."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/guarantees.md").read_text("utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
PROMISES = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


@cache
def known_in(path: Path) -> frozenset[str]:
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    names = (node.name for node in tree if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in names if name.startswith("test_"))


def test_there_is_a_page_of_promises() -> None:
    assert len(PROMISES) >= 12
    assert len(set(NAMED.findall(PAGE))) >= 60
    assert f"`{Path(__file__).relative_to(ROOT)}" not in PAGE  # no promise is shown by this page


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_names_tests_that_there_are(promise: str) -> None:
    named = NAMED.findall(PROMISES[promise])
    assert len(named) >= 3
    assert [(file, test) for file, test in named if test not in known_in(ROOT / file)] == []


def test_nothing_on_the_page_looks_like_a_test_without_being_read_as_one() -> None:
    assert len(re.findall(r"\btests?_?/|::", PAGE)) == 2 * len(NAMED.findall(PAGE))


def test_a_test_that_there_is_not_would_be_noticed() -> None:
    assert "test_there_is_a_page_of_promises" in known_in(Path(__file__))
    assert "test_gone" not in known_in(Path(__file__))
