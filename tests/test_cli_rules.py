"""The commands `rotation` and `ledger`, run as people run them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from test_cli import ROOT, workspace
from test_cli import run_warm as run

AS_OF = ("--as-of", "2026-11-22")
ROTATION = ("rotation", "jwc-guangxi", *AS_OF)
LEDGER = ("ledger", "jwc-guangxi", *AS_OF)


@pytest.fixture
def space(tmp_path: Path) -> Path:
    return workspace(tmp_path)


def told(*arguments: str, cwd: Path) -> Any:
    done = run(*arguments, "--json", cwd=cwd)
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


# rotation


def test_the_next_four_hosts_stand_with_reason_and_basis(space: Path) -> None:
    found = told(*ROTATION, "--next", "4", cwd=space)
    assert (found["mechanism"], found["as_of"]) == ("jwc-guangxi", "2026-11-22")
    assert [(each["session"], each["host"], each["basis"]) for each in found["next"]] == [
        ("jwc-guangxi/15", "guangxi", "observed"),
        ("jwc-guangxi/16", "quang-ninh", "observed"),
        ("jwc-guangxi/17", "guangxi", "observed"),
        ("jwc-guangxi/18", "lang-son", "observed"),
    ]
    reasons = [each["reason"] for each in found["next"]]
    assert reasons[0].startswith("its turn comes every second session; Ha Giang had the one before")
    assert "Quang Ninh comes after Ha Giang" in reasons[1]
    assert all("read off the sessions held from number 10 on" in reason for reason in reasons)
    assert all("langson-2023" in each["sources"] for each in found["next"])


def test_the_history_tells_host_and_expected_host_of_every_session(space: Path) -> None:
    history = told(*ROTATION, cwd=space)["history"]
    assert [
        (each["session"], each["host"], each["expected"], each["agrees"]) for each in history
    ] == [
        ("jwc-guangxi/9", None, None, None),
        ("jwc-guangxi/10", "lang-son", "lang-son", True),
        ("jwc-guangxi/11", None, "guangxi", None),
        ("jwc-guangxi/12", "cao-bang", "cao-bang", True),
        ("jwc-guangxi/13", None, "guangxi", None),
        ("jwc-guangxi/14", "ha-giang", "ha-giang", True),
    ]
    assert [each["basis"] for each in history] == [None, *["observed"] * 5]


def test_the_keys_are_those_that_are_promised(space: Path) -> None:
    found = told(*ROTATION, cwd=space)
    assert list(found) == ["mechanism", "as_of", "history", "next"]
    extra = {"reason", "choice", "sources"}
    assert set(found["history"][0]) == {"session", "host", "expected", "agrees", "basis"} | extra
    assert set(found["next"][0]) == {"session", "host", "basis"} | extra


def test_without_a_wish_four_turns_are_told_and_with_one_as_many(space: Path) -> None:
    assert len(told(*ROTATION, cwd=space)["next"]) == 4
    assert len(told(*ROTATION, "--next", "9", cwd=space)["next"]) == 9


def test_a_day_of_the_past_looks_from_there(space: Path) -> None:
    found = told("rotation", "jwc-guangxi", "--as-of", "2022-06-30", cwd=space)
    assert [each["session"] for each in found["history"]][-1] == "jwc-guangxi/11"
    assert [(each["session"], each["host"], each["basis"]) for each in found["next"]] == [
        ("jwc-guangxi/12", "cao-bang", "recorded"),
        ("jwc-guangxi/13", "guangxi", "observed"),
        ("jwc-guangxi/14", "ha-giang", "observed"),
        ("jwc-guangxi/15", "guangxi", "observed"),
    ]


def test_a_table_tells_the_same_in_words(space: Path) -> None:
    done = run(*ROTATION, cwd=space)
    assert (done.code, done.err) == (0, "")
    for words in ("Who hosted", "Whose turn is next", "15th session", "Quang Ninh", "observed"):
        assert words in done.out
    assert "The order is inferred: it was read off the sessions held" in done.out


def test_a_mechanism_without_an_order_says_so(space: Path) -> None:
    found = told("rotation", "jwg-yunnan", *AS_OF, cwd=space)
    assert {each["host"] for each in found["next"]} == {None}
    assert "no order of hosts is recorded" in run("rotation", "jwg-yunnan", *AS_OF, cwd=space).out


def test_deviations_choices_and_exceptions_are_told(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/everything", tmp_path, dirs_exist_ok=True)
    found = told("rotation", "test-talks", *AS_OF, "--next", "5", cwd=tmp_path)
    wrong = [each["session"] for each in found["history"] if each["agrees"] is False]
    assert wrong == ["test-talks/2"]
    planned = found["next"][0]
    assert (planned["session"], planned["host"], planned["basis"]) == (
        *("test-talks/5", "test-alpha", "recorded"),
    )
    reasons = {each["session"]: each["reason"] for each in (*found["history"], *found["next"])}
    assert "Test Alpha Wren loses this turn (Wren asked to wait)" in reasons["test-talks/4"]
    assert "exchanges hosts with the 6th session (A made-up exchange)" in reasons["test-talks/5"]
    assert "in the place of Test Gamma" in reasons["test-talks/9"]
    assert "the order is agreed, from session 3 on" in reasons["test-talks/9"]
    table = " ".join(run("rotation", "test-talks", *AS_OF, cwd=tmp_path).out.split())
    assert "loses this turn" in table
    forum = told("rotation", "test-forum", *AS_OF, "--next", "5", cwd=tmp_path)
    choices = {each["session"]: (each["host"], each["choice"]) for each in forum["next"]}
    assert choices["test-forum/2030"] == (None, ["test-alpha", "test-beta"])
    assert "differs from the rule" in " ".join(
        run("rotation", "test-talks", *AS_OF, cwd=tmp_path).out.split()
    )


def test_a_narrow_screen_cuts_no_name_off(space: Path) -> None:
    out = run(*ROTATION, cwd=space, COLUMNS="60").out
    assert max(len(line) for line in out.splitlines() if "─" in line) <= 60
    for words in ("15th session", "Quang Ninh", "observed"):
        assert words in out


# ledger


def test_the_ledger_counts_every_commitment_once(space: Path) -> None:
    found = told(*LEDGER, cwd=space)
    assert list(found) == ["mechanism", "as_of", "totals", "commitments"]
    assert found["totals"] == {
        "implemented": 0,
        "under-implementation": 3,
        "not-implemented": 0,
        "overtaken-by-events": 0,
        "no-report": 9,
        "superseded": 2,
    }
    assert sum(found["totals"].values()) == len(found["commitments"]) == 14


def test_a_commitment_is_told_with_all_that_is_known_of_it(space: Path) -> None:
    lines = {each["id"]: each for each in told(*LEDGER, cwd=space)["commitments"]}
    assert lines["jwc-guangxi/14/1"] == {
        "id": "jwc-guangxi/14/1",
        "area": "border-gates",
        "text": "Go on coordinating to open border gates and upgrade them.",
        "responsible": ["all"],
        "due": "2023",
        "overdue": True,
        "status": "no-report",
        "reported_on": None,
        "reported_at": None,
        "follows": ["jwc-guangxi/10/4"],
        "chain": ["jwc-guangxi/10/4", "jwc-guangxi/14/1"],
        "superseded_by": None,
        "sources": ["langson-2023"],
    }
    earlier = lines["jwc-guangxi/10/4"]
    assert (earlier["status"], earlier["superseded_by"], earlier["reported_on"]) == (
        *("superseded", "jwc-guangxi/14/1", "2023-02-22"),
    )


@pytest.mark.parametrize(
    ("as_of", "count", "superseded", "overdue"),
    [
        ("2019-03-21", 0, 0, 0),
        ("2019-03-22", 10, 0, 0),
        ("2023-02-21", 10, 0, 0),
        ("2023-02-22", 14, 2, 0),
        ("2023-12-31", 14, 2, 0),
        ("2024-01-01", 14, 2, 4),
    ],
)
def test_the_ledger_of_a_day_counts_what_was_made_by_then(
    space: Path, as_of: str, count: int, superseded: int, overdue: int
) -> None:
    found = told("ledger", "jwc-guangxi", "--as-of", as_of, cwd=space)
    assert len(found["commitments"]) == count
    assert found["totals"]["superseded"] == superseded
    assert sum(each["overdue"] for each in found["commitments"]) == overdue


def test_the_table_of_the_ledger_tells_the_same_in_words(space: Path) -> None:
    out = run(*LEDGER, cwd=space).out
    assert "14 in all: 3 under implementation, 9 no report, 2 superseded." in out
    assert out.count("overdue") == 4
    assert "superseded" in out


def test_a_ledger_without_commitments_says_so(space: Path) -> None:
    done = run("ledger", "secretaries-conference-yunnan", *AS_OF, cwd=space)
    assert done.code == 0
    assert "No commitments of 'secretaries-conference-yunnan' are recorded" in done.out


# Warnings

IDLE = "{at: 17, skip: lang-son, reason: A made-up reason.}"


def with_idle_skip(space: Path) -> str:
    """Says in the real rotation that a party loses a turn it doesn't have; returns the place."""
    path = space / "data/mechanisms/jwc-guangxi/mechanism.yaml"
    text = path.read_text("utf-8")
    before, order, after = text.partition("\nbackground:")
    path.write_text(f"{before.rstrip()}\n    exceptions:\n      - {IDLE}\n{order}{after}", "utf-8")
    line = path.read_text("utf-8").split("\n").index(f"      - {IDLE}") + 1
    return f"data/mechanisms/jwc-guangxi/mechanism.yaml:{line}:24"


def test_a_turn_that_a_party_does_not_have_is_warned_of_and_changes_nothing(space: Path) -> None:
    place = with_idle_skip(space)
    message = (
        "'lang-son' has no turn to lose at session 17: it is guangxi's, so this changes nothing"
    )
    done = run("check", cwd=space)
    assert done.code == 0
    assert done.problems[0] == f"warning: {place}: {message}"
    assert done.problems[1].startswith("One warning: 4 mechanisms")
    assert run("check", "--strict", cwd=space).code == 1
    (problem,) = json.loads(run("check", "--json", cwd=space).out)["problems"]
    assert (problem["severity"], problem["message"]) == ("warning", message)
    turns = run(*ROTATION, "--json", cwd=space)
    assert turns.problems == [f"warning: {place}: {message}"]
    assert json.loads(turns.out)["next"][2]["host"] == "guangxi"


def test_a_document_is_written_with_its_warnings(space: Path) -> None:
    with_idle_skip(space)
    done = run("brief", "jwc-guangxi/next", *AS_OF, "--format", "html", "--json", cwd=space)
    found = json.loads(done.out)
    assert done.code == 0
    assert len(found["written"]) == 1
    assert [each["severity"] for each in found["warnings"]] == ["warning"]


# Wrong use


@pytest.mark.parametrize("command", ["rotation", "ledger"])
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["jwc-guanxi"], "jwc-guanxi: no mechanism 'jwc-guanxi' (did you mean 'jwc-guangxi'?)"),
        (["jwc-guangxi/14"], "jwc-guangxi/14: no mechanism 'jwc-guangxi/14' (did you mean"),
        ([""], "MECHANISM: no mechanism ''; mechanisms: jwc-guangxi,"),
        (["jwc-guangxi", "--as-of", "soon"], "soon: not a day; write it as 2026-11-22"),
        (["jwc-guangxi", "--workspace", "x"], "x: there is no such folder"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    command: str, arguments: list[str], expected: str, space: Path
) -> None:
    done = run(command, *arguments, cwd=space)
    assert (done.code, done.out) == (2, "")
    (problem,) = done.problems
    assert problem.startswith(expected)


@pytest.mark.parametrize("number", ["0", "-1", "101", "many"])
def test_so_many_turns_can_not_be_told(number: str, space: Path) -> None:
    done = run(*ROTATION, "--next", number, cwd=space)
    assert (done.code, done.out) == (2, "")
    assert "--next" in done.err


@pytest.mark.parametrize("command", ["rotation", "ledger"])
def test_help_shows_an_example(command: str, tmp_path: Path) -> None:
    done = run(command, "--help", cwd=tmp_path)
    assert done.code == 0
    assert f"Example: briefgen {command} jwc-guangxi" in done.out


@pytest.mark.parametrize("command", ["rotation", "ledger"])
def test_problems_of_the_register_come_first(command: str, space: Path) -> None:
    path = space / "data/mechanisms/jwc-guangxi/14.yaml"
    text = path.read_text("utf-8")
    line = text[: text.index("follows: [jwc-guangxi/10/4]")].count("\n") + 1
    path.write_text(text.replace("[jwc-guangxi/10/4]", "[jwc-guangxi/14/2]"), "utf-8")
    done = run(command, "jwc-guangxi", cwd=space)
    assert (done.code, done.out) == (1, "")
    (problem,) = done.problems
    start = (
        f"data/mechanisms/jwc-guangxi/14.yaml:{line}:15: 'jwc-guangxi/14/2' was made at the same"
    )
    assert problem.startswith(start)
