"""Files that hold nothing unusual are read in one go, and read the same as with care."""

import random
from pathlib import Path

import pytest

from briefgen.problems import Problem, RegisterError
from briefgen.register.quick import Unusual, quick_tree
from briefgen.register.syntax import events_of
from briefgen.register.trees import Reader, Tree

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "data").rglob("*.yaml"))
WRONG = sorted((ROOT / "tests/wrong").rglob("*.yaml"))
PIECES = ["a: ", "b: ", "\n", "\n  ", "- ", "[", "]", "{", "}", ", ", "'", '"', "|\n", "> ", "? "]
PIECES += ["# x", "&a ", "*a", "!x ", "---\n", "...\n", "~", "null", "true", "-1", "1.50", "010"]
PIECES += ["1" * 31, "x" * 2001, "e\u0301", "\\x07", "\t", "word", "e" + "\u0301" * 31, "\r"]


def with_care(text: str) -> Tree | None:
    """What the careful reader makes of a text; None when it tells a problem."""
    problems: list[Problem] = []
    try:
        tree = Reader("a.yaml", events_of(text, "a.yaml"), problems).tree()
    except RegisterError:
        return None
    return None if problems else tree


def in_one_go(text: str) -> Tree | None:
    try:
        return quick_tree(text)
    except Unusual:
        return None


def same(one: Tree, other: Tree) -> bool:
    return repr(one) == repr(other)  # which also tells 1 from True and from Decimal("1")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_files_are_read_in_one_go(path: Path) -> None:
    text = path.read_text("utf-8")
    assert in_one_go(text) is not None
    assert same(in_one_go(text), with_care(text))


def test_of_files_with_mistakes_nothing_is_read_otherwise() -> None:
    for path in WRONG:
        text = path.read_bytes().decode("utf-8", "replace")
        assert in_one_go(text) is None or same(in_one_go(text), with_care(text)), path


def test_of_texts_put_together_at_random_nothing_is_read_otherwise() -> None:
    luck, read = random.Random(1), 0  # noqa: S311  no secret is made of it
    for _ in range(6_000):
        text = "".join(luck.choices(PIECES, k=luck.randint(1, 9)))
        quick = in_one_go(text)
        read += quick is not None
        assert quick is None or same(quick, with_care(text)), repr(text)
    assert read > 500


@pytest.mark.parametrize(
    "text",
    ["a: 1\na: 2", "a: &x 1", "a: !x 1", "a: *x", "[1]: 2", "--- 1\n--- 2", 'a: "\\x07"', "a: [",
     "&x a: 1", "!x [1]", "&x {a: 1}", "a: " + "1" * 31, "a: " + "x" * 2001],
)  # fmt: skip
def test_what_is_to_be_told_is_left_to_the_careful_reader(text: str) -> None:
    with pytest.raises(Unusual):
        quick_tree(text)
