"""Additions to YAML: what is added reads back, and nothing else changes by a byte."""

import re
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.problems import RegisterError
from briefgen.register.editing.edits import new_file, with_additions
from briefgen.register.editing.values import Addition, NewItem, NewKey, Value
from briefgen.register.source import read_source

PERSON: Value = {"person": "test-a", "role": "head"}
LONG = "Vice Chairwoman of the made-up committee of Alpha and all that lies around it, near and far"


def edited(before: str, *additions: Addition) -> str:
    """A text with additions; checked to have lost nothing but an empty pair of brackets."""
    after = with_additions(before.encode(), "x.yaml", additions).decode()
    assert is_within(before, after) or is_within(re.sub(r" \[\]|\{\}", "", before, count=1), after)
    return after


def is_within(before: str, after: str) -> bool:
    """Whether all signs of a text stand in another, in their order."""
    signs = iter(after)
    return all(sign in signs for sign in before)


def item(value: Value = PERSON) -> NewItem:
    return NewItem((), "participants", value)


def test_an_item_follows_the_last_one_with_its_indentation() -> None:
    before = "participants:\n    - person: b  # c\n\n# d\nsources: [a]\n"
    after = "participants:\n    - person: b  # c\n    - person: test-a\n      role: head\n"
    assert edited(before, item()) == f"{after}\n# d\nsources: [a]\n"


def test_a_list_without_indentation_keeps_that_form() -> None:
    before = "participants:\n- person: b\nsources: [a]\n"
    after = "participants:\n- person: b\n- person: test-a\n  role: head\nsources: [a]\n"
    assert edited(before, item()) == after


def test_an_item_after_one_in_braces_is_in_braces_where_it_fits() -> None:
    before = "participants:\n  - {person: b}\n"
    assert edited(before, item()) == f"{before}  - {{person: test-a, role: head}}\n"
    lines = edited(before, item({"person": "test-a", "capacity": LONG})).splitlines()
    assert lines[2] == "  - person: test-a"
    assert all(len(line) <= 100 for line in lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("participants: []\na: b\n", "participants:\n  - person: test-a\n    role: head\na: b\n"),
        ("participants: []  # c\n", "participants:  # c\n  - person: test-a\n    role: head\n"),
        ("participants:\na: b\n", "participants:\n  - person: test-a\n    role: head\na: b\n"),
        ("a: b\n", "a: b\nparticipants:\n  - person: test-a\n    role: head\n"),
        ("a: b", "a: b\nparticipants:\n  - person: test-a\n    role: head"),
        (
            "participants: [{person: b}]\n",
            "participants: [{person: b}, {person: test-a, role: head}]\n",
        ),
        (
            "participants: [\n  {person: b},  # c\n  ]\n",
            "participants: [\n  {person: b}, {person: test-a, role: head},  # c\n  ]\n",
        ),
        ("{a: b}\n", "{a: b, participants: [{person: test-a, role: head}]}\n"),
    ],
)
def test_a_list_is_begun_or_continued_in_its_own_style(before: str, after: str) -> None:
    assert edited(before, item()) == after


def test_items_and_keys_at_one_place_stand_in_order() -> None:
    before = "b:\n  posts:\n    - title: T\n"
    after = edited(
        before,
        NewKey((), "c", {"name": "C"}),
        NewKey(("b",), "internal", {"email": "b@example.org", "telephone": "+84 1234"}),
        NewItem(("b",), "posts", {"title": "U"}),
        NewKey(("b", "posts", 0), "party", "test-alpha"),
    )
    assert after == (
        "b:\n  posts:\n    - title: T\n      party: test-alpha\n    - title: U\n"
        "  internal: {email: b@example.org, telephone: '+84 1234'}\n\nc:\n  name: C\n"
    )


def test_a_key_joins_a_mapping_in_braces() -> None:
    before = "b:\n  name: {en: B}  # c\n  internal: {}\n"
    after = edited(
        before, NewKey(("b", "name"), "vi", "Bờ"), NewKey(("b", "internal"), "email", "x")
    )
    assert after == "b:\n  name: {en: B, vi: Bờ}  # c\n  internal: {email: x}\n"


def test_a_key_without_value_is_filled_in_place() -> None:
    before = "b:\n  internal:\n  name: B\n"
    after = edited(before, NewKey(("b",), "internal", {"email": "x@example.org"}))
    assert after == "b:\n  internal: {email: x@example.org}\n  name: B\n"


def test_entries_are_parted_as_those_before_them() -> None:
    new = NewKey((), "d", {"name": "D"})
    assert edited("b: {name: B}\nc: {name: C}\n", new).endswith("C}\nd: {name: D}\n")
    assert edited("b: {name: B}\n\nc: {name: C}\n", new).endswith("C}\n\nd:\n  name: D\n")
    assert edited("{}\n", new) == "d:\n  name: D\n"


def test_line_ends_and_byte_order_mark_are_kept() -> None:
    before = b"\xef\xbb\xbfparticipants:\r\n  - person: b\r\n"
    after = with_additions(before, "x.yaml", [item()])
    assert after == before + b"  - person: test-a\r\n    role: head\r\n"


def test_a_key_stands_below_text_in_blocks() -> None:
    folded = "b: >-\n  some\n  text\n\n\n# c\n"
    assert edited(folded, NewKey((), "d", "e")) == "b: >-\n  some\n  text\nd: e\n\n\n# c\n"
    kept = "a:\n  b: |+\n    text\n\n\n"
    assert edited(kept, NewKey(("a",), "d", "e")) == "a:\n  b: |+\n    text\n\n\n  d: e\n"


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "Yes",
        "on",
        "null",
        "~",
        "12:30",
        "010",
        "0912345678",
        "1e3",
        "0x1F",
        "=",
        "- a",
        "a: b",
    ],
)
def test_what_yaml_would_misread_stands_in_quotes(text: str) -> None:
    added = with_additions(b"a: b\n", "x.yaml", [NewKey((), "c", text)])
    assert read_source(added, "x.yaml").tree["c"] == text
    assert yaml.safe_load(added)["c"] == text


def test_long_texts_are_folded_within_the_width() -> None:
    text = f"{LONG}: {LONG} # {LONG}"
    lines = new_file({"status": "planned", "capacity": text}).decode().splitlines()
    assert lines[1] == "capacity: >-"
    assert all(len(line) <= 100 for line in lines)


SIGNS = st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from("  :#'\"-,")


@given(st.text(SIGNS).map(lambda text: unicodedata.normalize("NFC", text)))
def test_any_text_reads_back(text: str) -> None:
    additions: list[Addition] = [
        NewKey((), "c", {"d": text}),
        NewKey(("b",), "e", text),
        NewItem((), "f", {"g": text, "h": (text,)}),
    ]
    added = with_additions(b"a: c\nb: {x: y}\n", "x.yaml", additions)
    tree = read_source(added, "x.yaml").tree
    assert tree["b"] == {"x": "y", "e": text}
    assert (tree["c"], tree["f"]) == ({"d": text}, ({"g": text, "h": (text,)},))


def test_what_has_no_safe_place_is_refused() -> None:
    with pytest.raises(RegisterError, match="write it into the file by hand"):
        edited("participants: text\n", item())
