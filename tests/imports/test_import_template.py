"""The empty list that delegations fill in: its heads are understood, and it spoils nothing."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from test_cli import Run, files_below, workspace
from test_cli import run_warm as run

COMMAND = ("import-participants", "jwc-guangxi/next")


@pytest.fixture
def space(tmp_path: Path) -> Path:
    return workspace(tmp_path)


def template(space: Path, *arguments: str) -> Run:
    return run(*COMMAND, *arguments, "--template", cwd=space)


def filled(space: Path, **cells: str) -> str:
    """The list as a delegation may send it back."""
    assert template(space, "form.xlsx").code == 0
    book = load_workbook(space / "form.xlsx")
    sheet = book["Delegates"]
    heads = {str(cell.value): place for place, cell in enumerate(sheet[1], start=1)}
    for head, text in cells.items():
        sheet.cell(2, heads[head.replace("_", "-")], text)
    book.save(space / "filled.xlsx")
    return "filled.xlsx"


def test_it_is_written_where_it_is_wanted_else_to_out(space: Path) -> None:
    assert template(space, "lists/form.xlsx").lines == ["lists/form.xlsx"]
    assert template(space).lines == ["out/shared/jwc-guangxi-15-delegates.en.xlsx"]
    done = template(space, "other.xlsx", "--json")
    assert json.loads(done.out)["written"][0]["path"] == "other.xlsx"
    for name in ("lists/form.xlsx", "out/shared/jwc-guangxi-15-delegates.en.xlsx", "other.xlsx"):
        assert load_workbook(space / name).sheetnames == ["Delegates", "About"]


def test_it_names_the_parties_and_the_roles(space: Path) -> None:
    template(space, "form.xlsx")
    about = load_workbook(space / "form.xlsx")["About"]
    lines = [str(row[0]) for row in about.iter_rows(values_only=True)]
    assert [line for line in lines if "Lang Son, Quang Ninh, Cao Bang, Ha Giang, Guangxi" in line]
    assert [line for line in lines if "head of delegation, deputy head of delegation" in line]


@pytest.mark.parametrize("place", ["form.xlsx", ""])
def test_it_is_never_written_over_another_file(space: Path, place: str) -> None:
    arguments = [place] if place else []
    first = template(space, *arguments)
    before = files_below(space)
    again = template(space, *arguments)
    assert (again.code, again.out) == (2, "")
    told = place or str(space / first.lines[0])
    message = "there is such a file already; give another name or move it away"
    assert again.problems == [f"{told}: {message}"]
    assert files_below(space) == before


def test_filled_in_it_is_read_into_the_register(space: Path) -> None:
    name = filled(
        space,
        Name="Ms Test Person One",
        Office="Keeper of the made-up seal",
        Delegation="Guangxi",
        Role="adviser",
        Mode="online",
        Status="confirmed",
        E_mail="one@example.org",
        Telephone="+99 1 234 567",
    )
    done = run(*COMMAND, name, cwd=space)
    assert done.code == 0, done.err
    assert "data/mechanisms/jwc-guangxi/15.yaml" in done.lines
    assert run("check", cwd=space).code == 0
    people = (space / "data/people.yaml").read_text("utf-8")
    assert "test-person-one:" in people
    assert "internal: {email: one@example.org, telephone: +99 1 234 567}" in people.replace("'", "")
    session = (space / "data/mechanisms/jwc-guangxi/15.yaml").read_text("utf-8")
    for line in ("role: adviser", "attendance: confirmed", "mode: online", "party: guangxi"):
        assert line in session


def test_empty_as_it_is_it_has_nothing_to_take(space: Path) -> None:
    template(space, "form.xlsx")
    before = files_below(space)
    done = run(*COMMAND, "form.xlsx", cwd=space)
    assert (done.code, done.out) == (1, "")
    assert done.problems == [
        "form.xlsx:Delegates: no row stands below the head; nothing is taken from it"
    ]
    assert files_below(space) == before


def test_without_a_list_and_without_template_the_command_says_what_it_needs(space: Path) -> None:
    done = run(*COMMAND, cwd=space)
    assert (done.code, done.out) == (2, "")
    assert done.problems == [
        "FILE: name the list of delegates, an .xlsx or .csv file; --template writes an empty one"
    ]
