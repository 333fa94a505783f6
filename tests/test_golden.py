"""Whole pages compared with what was accepted: `pytest --accept` renews them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PAPERS, Paper
from makers import CLOCK
from pages import brief_page, page_of

from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.page import Element, Page
from briefgen.rendering.vocabulary import INLINE
from briefgen.writers.html import attributes, markup

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
TRANSLATED = ("vi", "zh-Hans")
SHOWN_IN_ALL = ("list", "minutes", "summary")
PICTURE = re.compile(r"(data:image/png;base64,)[^\"]+")


def lines_of(element: Element, indent: str = "") -> list[str]:
    """An element with one block a line; a picture's bytes are left out, as they vary by machine."""
    inner = [child for child in element.children if isinstance(child, Element)]
    blocks = [child for child in inner if child.tag not in INLINE]
    if not blocks or element.tag == "colgroup":
        return [indent + PICTURE.sub(r"\1…", markup(element))]
    lines = [f"{indent}<{element.tag}{attributes(element)}>"]
    for child in element.children:
        deeper = f"{indent}  "
        lines += lines_of(child, deeper) if isinstance(child, Element) else [deeper + markup(child)]
    return [*lines, f"{indent}</{element.tag}>"]


def serialised(page: Page) -> str:
    head = [page.title, page.subject, page.language, page.author, page.header, page.footer]
    lines = [line for element in page.body for line in lines_of(element)]
    return "\n".join([*(f"<!-- {each} -->" for each in head), *lines]) + "\n"


def test_the_brief_for_the_15th_session_is_as_accepted(*, accept: bool) -> None:
    page = brief_page(load_register(Workspace(ROOT), CLOCK), "jwc-guangxi/next", "2026-11-22")
    path = GOLDEN / "brief.en.html"
    if accept:
        path.write_text(serialised(page), "utf-8")
    assert serialised(page) == path.read_text("utf-8")


def test_each_other_document_is_as_accepted(paper: Paper, *, accept: bool) -> None:
    path = GOLDEN / f"{paper.name}.en.html"
    if accept:
        path.write_text(serialised(paper.page), "utf-8")
    assert serialised(paper.page) == path.read_text("utf-8")


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("name", ["brief", *SHOWN_IN_ALL])
def test_documents_in_other_languages_are_as_accepted(
    name: str, language: str, *, accept: bool
) -> None:
    register = load_register(Workspace(ROOT), CLOCK)
    if name == "brief":
        page = brief_page(register, "jwc-guangxi/next", "2026-11-22", language=language)
    else:
        kind, order = PAPERS[name]
        page = page_of(kind, register, order, language)
    path = GOLDEN / f"{name}.{language}.html"
    if accept:
        path.write_text(serialised(page), "utf-8")
    assert serialised(page) == path.read_text("utf-8")


def test_no_golden_is_left_over() -> None:
    names = {path.name for path in GOLDEN.iterdir()}
    others = {f"{name}.{each}.html" for name in ("brief", *SHOWN_IN_ALL) for each in TRANSLATED}
    assert names == {"brief.en.html", *(f"{name}.en.html" for name in PAPERS), *others}


def test_goldens_are_not_renewed_in_ci() -> None:
    command = [sys.executable, "-m", "pytest", "--accept", "--collect-only", "-q", __file__]
    environment = {**os.environ, "CI": "true"}
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 4
    assert b"in CI a golden is compared, never renewed" in done.stderr
