"""What measures can be trusted: what it reckons, what it doesn't let pass, and that it runs."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest
from bench import is_wanted
from made_rows import marks
from measuring import Measured, examine, measure
from processes import Run, reason_of
from results import Result, middle
from rival_facts import read_facts
from setting import VARIANT
from table import markdown
from works import Comparison, Group, Work
from workspaces import MAKERS, make_workspace

from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace
from briefgen.writers.pdf_tagging import VARIANT as PDF_VARIANT

BENCH = Path(__file__).with_name("bench.py")


def measured(*walls: float, void: str = "", memory: float = 10) -> Measured:
    runs = [Run(wall=wall, cpu=2 * wall, memory=memory) for wall in walls]
    return Measured(Work("work", (), len(walls)), runs, void)


def result(ours: Measured, theirs: Measured, most: float | None = 0.5, **more: object) -> Result:
    comparison = Comparison("ours/theirs", "ours", "theirs", most, **more)  # type: ignore[arg-type]
    return Result(comparison, ours, theirs)


def test_the_middle_of_several_runs_counts() -> None:
    assert middle(measured(9, 1, 2), "wall") == 2
    assert middle(measured(1, 2), "cpu") == 3


@pytest.mark.parametrize(("walls", "verdict"), [((1.0,), "met"), ((1.01,), "missed")])
def test_a_target_is_met_up_to_its_bound(walls: tuple[float, ...], verdict: str) -> None:
    assert result(measured(*walls), measured(2)).verdict == verdict


def test_a_comparison_of_memory_looks_at_memory() -> None:
    found = result(measured(9, memory=5), measured(1, memory=20), measure="memory")
    assert (found.ratio(), found.ratio("wall"), found.verdict) == (0.25, 9, "met")


def test_without_a_target_or_at_other_sizes_nothing_is_judged() -> None:
    quick = Result(Comparison("a/b", "a", "b", 1), measured(1), measured(2), judged=False)
    assert [quick.verdict, result(measured(1), measured(2), None).verdict] == ["", ""]


def test_a_busy_machine_is_told() -> None:
    waited = Measured(Work("work", (), 1), [Run(wall=4, cpu=2, memory=10)])
    assert "missed, single runs, busy machine" in markdown([result(waited, measured(1))], {}, {})


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_what_is_void_has_no_ratio_and_says_why(side: str) -> None:
    wrong, right = measured(1, void="lacks 'Point 9,'"), measured(1)
    found = result(wrong, right) if side == "ours" else result(right, wrong)
    assert (found.ratio(), found.verdict) == (None, "void")
    assert "void: work: lacks 'Point 9,'" in markdown([found], {}, {})


def test_a_document_without_its_last_row_is_void(tmp_path: Path) -> None:
    rows = [text for text in marks(9) if text != "Point 9,"]
    (tmp_path / "page.html").write_text("".join(f"<p>{text}</p>" for text in rows))
    each = Measured(Work("page", (), 1, ("*.html",), marks(9)), [Run(1, 1, 1)], out=tmp_path)
    examine(each)
    assert each.void == "page.html lacks 'Point 9,'"


def test_a_command_that_writes_nothing_is_void_though_it_ends_well(tmp_path: Path) -> None:
    work = Work("idle", (sys.executable, "-c", "pass"), 1, ("*.pdf",))
    found = measure(Group("group", (work,)), tmp_path, lambda _: None)
    assert found["idle"].void == "wrote no *.pdf"


def test_works_take_turns_and_write_to_a_new_folder_each_time(tmp_path: Path) -> None:
    told: list[str] = []
    script = "import pathlib, sys; pathlib.Path(sys.argv[1], 'a.html').open('x').write('row')"
    command = (sys.executable, "-c", script, "{out}")
    works = [Work(name, command, 2, ("*.html",), ("row",)) for name in "ab"]
    found = measure(Group("g", tuple(works)), tmp_path, told.append)
    assert [line[-1] for line in told] == list("ababab")
    assert [len(each.runs) for each in found.values()] == [2, 2]
    assert [each.void for each in found.values()] == ["", ""]


def test_what_follows_a_work_finds_what_that_one_wrote(tmp_path: Path) -> None:
    script = "import pathlib, sys; pathlib.Path(sys.argv[1], 'a.html').open('a').write('row')"
    command = (sys.executable, "-c", script, "{out}")
    after = Work("b", command, 3, ("*.html",), ("row" * 4,), follows="a")
    found = measure(Group("g", (Work("a", command, 1), after)), tmp_path, lambda _: None)
    assert found["b"].void == ""


def test_what_is_missing_is_said_and_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    told: list[str] = []
    work = Work("converted", ("soffice",), 1, needs=("soffice",))
    found = measure(Group("g", (work,)), tmp_path, told.append)
    assert found["converted"].void.startswith("LibreOffice is missing: apt-get install")
    assert "LibreOffice is missing" in told[-1]


def test_a_refusal_is_told_in_its_own_words(tmp_path: Path) -> None:
    printed = tmp_path / "printed"
    printed.write_text("Usage: briefgen\n╭─ Error ─╮\n│ No such command 'buid'. │\n╰─────────╯\n")
    assert reason_of(Run(1, 1, 1, 2, printed)) == "No such command 'buid'."


def test_names_of_comparisons_cut_a_group_to_what_they_need() -> None:
    works = tuple(Work(name, (), 1, follows="a" if name == "b" else "") for name in "abcd")
    group = Group("g", works, (Comparison("g/x", "b", "c"), Comparison("g/y", "c", "d")))
    assert [work.name for work in group.cut_to(["g/x"]).works] == ["a", "b", "c"]
    assert group.cut_to(["g"]) == group.cut_to([]) == group
    assert is_wanted("g", ["g/x"])


@pytest.mark.parametrize("kind", MAKERS)
def test_made_up_workspaces_are_registers_without_problems(kind: str, tmp_path: Path) -> None:
    make_workspace(kind, 12, tmp_path)
    register = load_register(Workspace(tmp_path), datetime.date(2026, 11, 25))
    assert register.sessions


def test_the_small_mechanism_is_the_same_in_every_register(tmp_path: Path) -> None:
    texts = []
    for sessions in (10, 30):
        make_workspace("sessions", sessions, tmp_path / str(sessions))
        small = tmp_path / str(sessions) / "data/mechanisms/small"
        people = (tmp_path / str(sessions) / "data/people.yaml").read_text().split("person-11:")[0]
        texts.append([people, *(path.read_text() for path in sorted(small.iterdir()))])
    assert len(texts[0]) == 7
    assert texts[0] == texts[1]


def test_rivals_read_all_rows(tmp_path: Path) -> None:
    make_workspace("rows", 12, tmp_path)
    facts = read_facts(tmp_path)
    assert [len(part) for part in (facts.paragraphs, facts.agenda, facts.figures)] == [6, 12, 12]
    assert facts.figures[11][1] in marks(12)


def test_weasyprint_is_asked_for_the_same_kind_of_pdf() -> None:
    kind, part, level = PDF_VARIANT
    assert f"pdf/{kind}-{part}{level.lower()}" == VARIANT


def test_a_small_measurement_runs_from_end_to_end(tmp_path: Path) -> None:
    saved = tmp_path / "bench.json"
    command = [sys.executable, str(BENCH), "--quick", "--only", "start/help", "--json", str(saved)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert "| start/help | --help: " in done.stdout
    assert "start: round 1, --help" in done.stderr
    works = json.loads(saved.read_text())["works"]
    assert [work["name"] for work in works] == ["python -c pass", "--help"]
    assert all(run["cpu"] > 0 for work in works for run in work["runs"])


BUSY = """
import time
held = b"x" * 60_000_000
end = time.process_time() + 0.2
while time.process_time() < end: pass
"""
LEAVING = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {BUSY!r}])"
WATCHING = f"""
import pathlib, sys
sys.path.insert(0, {str(BENCH.parent)!r})
from processes import adopt_orphans, run
adopt_orphans()
done = run([sys.executable, "-c", {LEAVING!r}], pathlib.Path("printed"))
print(done.cpu > 0.2, done.memory > 60)
"""


def test_what_a_process_leaves_behind_counts(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WATCHING]
    done = subprocess.run(
        command, check=True, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert done.stdout == "True True\n"
