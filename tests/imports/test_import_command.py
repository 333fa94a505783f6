"""The command `import-participants`, run as people run it, on a copy of the real register.

The delegates are made up; what stands in the register of 2023 is real.
"""

import json
from pathlib import Path

import pytest
from list_making import HEADS, content, csv_file, real_workspace, xlsx
from test_cli import run_warm as run

from briefgen.register.workspace import Workspace

COMMAND = "import-participants"
NEXT = "jwc-guangxi/next"
SESSION = "data/mechanisms/jwc-guangxi/15.yaml"
CHANGED = ["data/sources.yaml", "data/people.yaml", SESSION]
VIETNAMESE = (
    "STT;Họ và tên;Chức vụ;Đoàn;Vai trò;Số điện thoại\n"
    "1;Bà Thử Nghiệm Một;Giám đốc Sở Thử nghiệm;Tỉnh Lạng Sơn;thành viên;0205 381 2345\n"
)
CHINESE = ("测试二先生", "副主任", "广西壮族自治区代表团", "副团长", None, None, "线上", "已确认")


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return real_workspace(tmp_path / "space")


def test_an_import_prints_what_it_changed_and_then_has_nothing_to_do(space: Workspace) -> None:
    csv_file(space.root, VIETNAMESE)
    done = run(COMMAND, NEXT, "list.csv", cwd=space.root)
    assert (done.code, done.lines) == (0, CHANGED)
    assert done.problems == [
        "1 new person, 1 participant, 1 post added to jwc-guangxi/15; 0 of the list known before."
    ]
    again = run(COMMAND, NEXT, "list.csv", cwd=space.root)
    assert (again.code, again.out) == (0, "")
    assert again.problems == ["Nothing to add: jwc-guangxi/15 holds all of the list already."]
    assert run("check", "--strict", cwd=space.root).code == 0


def test_a_dry_run_prints_the_change_and_writes_nothing(space: Workspace) -> None:
    before = content(space)
    xlsx(space.root, CHINESE)
    done = run(COMMAND, NEXT, "list.xlsx", "--dry-run", cwd=space.root)
    assert done.code == 0
    assert content(space) == before
    assert "--- a/data/people.yaml\n+++ b/data/people.yaml\n" in done.out
    assert f"--- /dev/null\n+++ b/{SESSION}\n" in done.out
    assert "+  name: {zh-Hans: 测试二}\n" in done.out
    assert done.problems[-1].endswith("Nothing was written.")


def test_the_result_as_json(space: Workspace) -> None:
    xlsx(space.root, CHINESE, ("Liao Pinhu", None, "Guangxi"), ("Liu Ning",), heads=HEADS)
    done = run(COMMAND, NEXT, "list.xlsx", "--accept", "--json", cwd=space.root)
    told = json.loads(done.out)
    assert list(told) == ["changed", "added", "matched", "near", "warnings"]
    assert told["changed"] == CHANGED
    assert told["added"] == {"people": 1, "participants": 3, "posts": 1}
    assert told["matched"] == 2
    (near,) = told["near"]
    assert (near["file"], near["code"]) == ("list.xlsx:People!A3", "near-match")
    assert "people/liao-pin-hu" in near["message"]


def test_near_names_end_with_one_and_change_nothing(space: Workspace) -> None:
    before = content(space)
    xlsx(space.root, ("Liao Pinhu",), ("Đoàn Thu Hà",))
    done = run(COMMAND, "jwc-guangxi/14", "list.xlsx", "--json", cwd=space.root)
    assert (done.code, content(space)) == (1, before)
    assert [each["file"] for each in json.loads(done.out)["near"]] == [
        "list.xlsx:People!A2",
        "list.xlsx:People!A3",
    ]
    assert "--accept" in done.err
    taken = run(COMMAND, "jwc-guangxi/14", "list.xlsx", "--accept", cwd=space.root)
    assert (taken.code, taken.lines) == (0, ["data/people.yaml"])
    assert b"name: {en: Doan Thu Ha, vi: \xc4\x90o" in content(space)["data/people.yaml"]


def test_wrong_use_ends_with_two_and_a_wrong_list_with_one(space: Workspace) -> None:
    before = content(space)
    xlsx(space.root, ("=1+1",))
    session = run(COMMAND, "jwc-guangxi/99", "list.xlsx", cwd=space.root)
    source = run(COMMAND, NEXT, "list.xlsx", "--source", "nowhere", cwd=space.root)
    wrong = run(COMMAND, NEXT, "list.xlsx", cwd=space.root)
    missing = run(COMMAND, NEXT, "missing.xlsx", cwd=space.root)
    assert [each.code for each in (session, source, wrong, missing)] == [2, 2, 1, 1]
    assert wrong.err.startswith("list.xlsx:People!A2: ")
    assert content(space) == before


@pytest.mark.parametrize("edition", ["internal", "shared"])
@pytest.mark.parametrize("session", ["jwc-guangxi/14", "spring-meeting-guangxi/2023"])
def test_a_list_that_was_written_comes_back_without_a_change(
    space: Workspace, session: str, edition: str
) -> None:
    written = run("participants", session, "--format", "xlsx", "--edition", edition, cwd=space.root)
    done = run(COMMAND, session, *written.lines, "--json", cwd=space.root)
    told = json.loads(done.out)
    assert (done.code, told["changed"], told["near"]) == (0, [], [])
    assert told["matched"] == {"jwc-guangxi/14": 9, "spring-meeting-guangxi/2023": 13}[session]
    assert {each["code"] for each in told["warnings"]} == {"sheet-left-out"}


def test_three_hundred_delegates_come_back_without_a_change(space: Workspace) -> None:
    parties = ("Lang Son", "Quảng Ninh", "高平", "Ha Giang", "Guangxi", "Made-up Bureau")
    rows = [
        (
            f"{'Mrs' if number % 2 else 'Mr'} Test Delegate {number:03} {'ABC'[number % 3]}"
            + (f"\nThử Đại Biểu {number}" if number % 5 == 0 else ""),
            f"Director of made-up bureau {number}, acting",
            parties[number % 6],
            ("co-chair", "head of delegation", "member", "interpreter")[number % 4],
            f"delegate{number}@example.org",
            f"+84 205 {number:06}",
            ("in person", "online", "–")[number % 3],
            ("confirmed", "expected", "absent")[number % 3],
        )
        for number in range(300)
    ]
    xlsx(space.root, *rows)
    assert run(COMMAND, NEXT, "list.xlsx", cwd=space.root).code == 0
    options = ("--format", "xlsx", "--edition", "internal")
    written = run("participants", NEXT, *options, cwd=space.root)
    told = json.loads(run(COMMAND, NEXT, *written.lines, "--json", cwd=space.root).out)
    assert (told["changed"], told["matched"], told["near"]) == ([], 300, [])
    assert {each["code"] for each in told["warnings"]} == {"sheet-left-out"}
