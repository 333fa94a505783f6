"""PDFs set in a second process: the same bytes, the same errors, and no process left over."""

import json
import os
import pickle
import subprocess
import sys
import threading
from typing import Any

import pytest
from conftest import ROOT

from briefgen.build.typesetting import here, typesetter
from briefgen.cli.foresight import wants_pdf
from briefgen.problems import MachineError, Place, Problem, TemplateError

TRIED = """
import hashlib, json, os, signal, sys
from dataclasses import replace
from briefgen.rendering.surroundings import settle_surroundings
from pathlib import Path
settle_surroundings(os.environ, Path(sys.argv[1]))
from makers import CLOCK
from pages import packaged, brief_page
from briefgen.build import typesetting
from briefgen.build.typesetting import typesetter
from briefgen.problems import BriefgenError
from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.page import Element
from briefgen.writers.pdf import write_pdf

style = packaged("en").style
page = brief_page(load_register(Workspace(Path(sys.argv[2])), CLOCK), "jwg-yunnan/next")
page = replace(page, body=page.body[:3])
odd = replace(page, body=(Element("p", ("\\U00012000",)),))
told = {}

def tried(page):
    try:
        return hashlib.sha256(setter(page, style)()).hexdigest()
    except BriefgenError as error:
        return f"{type(error).__name__} {error.problems[0].code}"

with typesetter(2) as setter:
    told["apart"] = setter is not typesetting.here
    told["made"] = [tried(page), tried(odd), tried(page)]
    (child,) = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    os.kill(int(child), signal.SIGKILL)
    told["killed"] = tried(page)
told["left"] = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text()
told["here"] = hashlib.sha256(write_pdf(page, style)).hexdigest()
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process without other threads was told by its second process."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    folder = tmp_path_factory.mktemp("caches")
    command = [sys.executable, "-c", TRIED, str(folder), str(ROOT)]
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_a_second_process_sets_the_same_pdfs(told: dict[str, Any]) -> None:
    assert told["apart"]
    assert told["made"][0] == told["made"][2] == told["here"]


def test_what_is_wrong_with_a_page_is_told_as_ever(told: dict[str, Any]) -> None:
    assert told["made"][1] == "TemplateError no-glyph"


def test_a_second_process_that_is_killed_is_told(told: dict[str, Any]) -> None:
    assert told["killed"] == "MachineError killed"


def test_no_process_is_left_over(told: dict[str, Any]) -> None:
    assert told["left"] == ""


def test_on_one_core_pdfs_are_set_in_this_process() -> None:
    with typesetter(1) as setter:
        assert setter is here


def test_a_process_with_other_threads_is_not_forked() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    with typesetter(2) as setter:
        assert setter is here
    done.set()
    thread.join()


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("brief jwc-guangxi/next", True),
        ("kit jwc-guangxi/next --format docx,pdf", True),
        ("summary 2023 --format=pdf", True),
        ("summary 2023 --format pdf --format docx", False),
        ("brief jwc-guangxi/next --format docx", False),
        ("brief jwc-guangxi/next --format=html", False),
        ("brief --help", False),
        ("check", False),
        ("build", False),
        ("", False),
    ],
)
def test_what_is_typed_tells_whether_a_pdf_is_wanted(typed: str, wanted: bool) -> None:  # noqa: FBT001
    assert wants_pdf(typed.split()) is wanted


def test_errors_go_from_one_process_to_another_whole() -> None:
    problem = Problem(Place("a.html.j2", 3, 4), "template", "made up")
    for error in (TemplateError([problem]), MachineError([problem, problem])):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301  our own
        assert (type(again), again.problems, str(again)) == (
            *(type(error), error.problems),
            str(error),
        )
