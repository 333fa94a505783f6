"""Starting, great registers, and the build of everything that is due."""

import sys

from setting import ROOT, Setting, briefgen, ours
from works import Comparison, Group, Work

BRIEF = ("brief", "small/next")
TOLD = "Do the made-up thing 3"
LONG = 1_000
"""From so many sessions on, a few runs do."""


def start_group(setting: Setting) -> Group:
    """How long the command line takes before it does anything, by what Python itself takes."""
    runs = setting.runs(11)
    check = (*briefgen(), "check", "--workspace", str(ROOT))
    works = (
        Work("python -c pass", (sys.executable, "-c", "pass"), runs),
        Work("--help", (*briefgen(), "--help"), runs, prints="Usage"),
        Work("check of the shipped register", check, runs, prints="4 mechanisms"),
    )
    comparisons = (
        Comparison("start/help", "--help", "python -c pass", 8),
        Comparison("start/check", "check of the shipped register", "python -c pass", 25),
    )
    return Group("start", works, comparisons)


def sessions_group(setting: Setting, sizes: tuple[int, ...]) -> Group:
    """The brief of a mechanism that stays as it is while others grow, and a check of the most."""
    briefs = [brief_work(setting, sessions) for sessions in sizes]
    checks = [check_work(setting, sizes[-1], jobs) for jobs in ("", "1", "2")]
    few, many = briefs[0].name, briefs[-1].name
    comparisons = (
        Comparison("sessions/brief", many, few, 1.3),
        Comparison("sessions/check-jobs", checks[2].name, checks[1].name),
    )
    return Group("sessions", (*briefs, *checks), comparisons)


def brief_work(setting: Setting, sessions: int) -> Work:
    workspace = setting.workspace("sessions", sessions)
    return Work(
        name=f"brief on {sessions:,} sessions",
        command=ours(workspace, *BRIEF, formats="docx,pdf"),
        runs=setting.runs(2 if sessions > LONG else 5),
        writes=("*/*.docx", "*/*.pdf"),
        marks=(TOLD,),
    )


def check_work(setting: Setting, sessions: int, jobs: str) -> Work:
    command = (*briefgen(), "check", "--workspace", str(setting.folder / f"sessions-{sessions}"))
    shown = {"": "", "1": ", 1 job"}.get(jobs, f", {jobs} jobs")
    return Work(
        name=f"check of {sessions:,} sessions{shown}",
        command=(*command, *(("--jobs", jobs) if jobs else ())),
        runs=1,
        prints=f"{sessions} sessions",
    )


def due_group(setting: Setting, documents: int) -> Group:
    """All documents that are due: in one process, in two, and again with nothing changed."""
    workspace = setting.workspace("due", documents)
    build = ours(workspace, "build")
    again = (*build, "--jobs", "1")
    written = ("*/*.docx", "*/*.pdf", "*/*.xlsx")
    one, two, same = "build, 1 job", "build, 2 jobs", "build again"
    works = (
        Work(one, again, 1, written),
        Work(same, again, setting.runs(3), written, follows=one),
        Work(two, (*build, "--jobs", "2"), 1, written),
    )
    comparisons = (
        Comparison("build/jobs", two, one, 0.55),
        Comparison("build/again", same, one, 0.02),
    )
    return Group("build", works, comparisons)
