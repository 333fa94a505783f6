"""What holds for every document of the shipped register and of `everything/`."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from makers import CLOCK, day
from pages import body_rows, cited_sources, elements, listed_sources, page_of, page_text

from briefgen.documents.catalogue import (
    BADGES,
    COMMITMENTS,
    MINUTES,
    PARTICIPANTS,
    PLACE_CARDS,
    SIGN_IN,
    SUMMARY,
)
from briefgen.documents.orders import MatrixOrder, SessionOrder, SignInOrder, SummaryOrder
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.page import Page, text_of

ROOT = Path(__file__).parents[1]
EVERYTHING = Path(__file__).parent / "everything"
TODAY = day("2026-11-22")
REAL_YEARS, MADE_UP_YEARS = range(2015, 2028), range(2016, 2024)
KINDS = (PARTICIPANTS, PLACE_CARDS, BADGES, MINUTES)
"""The documents of a session beside the brief, which has tests of its own."""


@cache
def loaded(folder: Path) -> Register:
    return load_register(Workspace(folder), CLOCK)


def sessions(register: Register) -> list[str]:
    following = [f"{mechanism}/next" for mechanism in register.mechanisms]
    return [*register.sessions, *following]


def pages_of_sessions(register: Register) -> Iterator[tuple[str, Page]]:
    for name in sessions(register):
        for kind in KINDS:
            order = SessionOrder(name, TODAY, "internal")
            yield f"{kind.name} {name}", page_of(kind, register, order)
        mechanism = name.partition("/")[0]
        matrix = MatrixOrder(mechanism, TODAY, "shared", before=name)
        yield f"commitments {name}", page_of(COMMITMENTS, register, matrix)


def pages_of_years(register: Register, years: range) -> Iterator[tuple[str, Page]]:
    for mechanism in register.mechanisms:
        matrix = MatrixOrder(mechanism, TODAY, "shared")
        yield f"commitments {mechanism}", page_of(COMMITMENTS, register, matrix)
    for year in years:
        whole = SummaryOrder(year, TODAY, "internal")
        yield f"summary {year}", page_of(SUMMARY, register, whole)


@cache
def pages(folder: Path) -> dict[str, Page]:
    register = loaded(folder)
    years = REAL_YEARS if folder == ROOT else MADE_UP_YEARS
    return dict([*pages_of_sessions(register), *pages_of_years(register, years)])


@cache
def sheets(folder: Path) -> dict[str, Page]:
    """The sign-in sheets, which name their sources in words."""
    register = loaded(folder)
    return {
        f"sign-in {name} {rows}": page_of(
            SIGN_IN, register, SignInOrder(name, TODAY, "internal", blank_rows=rows)
        )
        for name in sessions(register)
        for rows in (0, 5)
    }


each_register = pytest.mark.parametrize("folder", [ROOT, EVERYTHING], ids=["real", "everything"])


@each_register
def test_no_table_is_without_rows(folder: Path) -> None:
    found = {**pages(folder), **sheets(folder)}
    tables = [(name, each) for name, page in found.items() for each in elements(page, "table")]
    assert len(tables) > 100
    assert [(name, text_of(each)) for name, each in tables if not body_rows(each)] == []


@each_register
def test_the_sources_listed_are_those_cited(folder: Path) -> None:
    found = pages(folder)
    assert any(listed_sources(page) for page in found.values())
    assert {
        name: listed_sources(page) ^ cited_sources(page)
        for name, page in found.items()
        if listed_sources(page) != cited_sources(page)
    } == {}


@each_register
def test_sign_in_sheets_name_every_source_that_they_are_from(folder: Path) -> None:
    register = loaded(folder)
    named = 0
    for name in sessions(register):
        document = SIGN_IN.prepare(register, SignInOrder(name, TODAY, "internal"))
        text = page_text(sheets(folder)[f"sign-in {name} 5"])
        for source in document.sources:
            assert source.title is not None
            assert source.title.best("en").text in text
            named += 1
    assert named > 1


@each_register
def test_no_page_shows_what_only_a_machine_would_write(folder: Path) -> None:
    for name, page in {**pages(folder), **sheets(folder)}.items():
        text = page_text(page)
        for trace in ("None,", "Undefined", "Decimal(", "Wording", "%(", "{{", "()"):
            assert trace not in text, name


@each_register
def test_no_list_is_empty(folder: Path) -> None:
    found = {**pages(folder), **sheets(folder)}
    lists = [each for page in found.values() for each in elements(page, "ul", "ol", "dl")]
    assert len(lists) > 10
    assert [each for each in lists if not text_of(each).strip()] == []
