"""Which house style a document has, and the number that it bears, told by settings and commands."""

import shutil
from pathlib import Path

import pytest
from makers import CLOCK, day
from typer.testing import CliRunner

from briefgen.build.building import build
from briefgen.build.kit import build_kit
from briefgen.build.kit_documents import KitOrder
from briefgen.build.output import Output, check_style
from briefgen.cli.commands import app
from briefgen.documents.catalogue import BRIEF, COMMITMENTS, SUMMARY
from briefgen.documents.editions import Edition
from briefgen.documents.orders import MatrixOrder, SessionOrder, SummaryOrder
from briefgen.problems import UsageError
from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace

ROOT = Path(__file__).parents[1]
DAY = day("2026-11-22")
STYLES = """
styles:
  editions: {shared: nd30}
  mechanisms: {spring-meeting-guangxi: hd36}
"""
MARKS = {"nd30": 'class="motto"', "hd36": 'class="party"', "gbt9704": 'class="red-head"'}
"""What only the documents of a style hold."""


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("styles")
    shutil.copytree(ROOT / "data", folder / "data")
    settings = (ROOT / "briefgen.yaml").read_text("utf-8")
    (folder / "briefgen.yaml").write_text(settings + STYLES, "utf-8")
    return Workspace(folder)


def output(space: Workspace, style: str | None = None, number: int | None = None) -> Output:
    return Output(("vi",), style, ("html",), space.out, number)


def style_in(text: str) -> str:
    body = text.partition("<body>")[2]
    return next((name for name, mark in MARKS.items() if mark in body), "plain")


def style_of_brief(space: Workspace, name: str, edition: Edition, style: str | None = None) -> str:
    order = SessionOrder(name, DAY, edition)
    made = build(BRIEF, order, load_register(space, CLOCK), space, output(space, style))
    (file,) = made.written
    return style_in(file.path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("session", "edition", "style"),
    [
        ("jwc-guangxi/next", "internal", "plain"),
        ("jwc-guangxi/next", "shared", "nd30"),
        ("spring-meeting-guangxi/next", "shared", "hd36"),
        ("spring-meeting-guangxi/next", "internal", "hd36"),
    ],
)
def test_a_mechanism_s_style_goes_before_an_edition_s_and_that_before_the_usual_one(
    session: str, edition: Edition, style: str, space: Workspace
) -> None:
    assert style_of_brief(space, session, edition) == style


@pytest.mark.parametrize("asked", ["plain", "gbt9704"])
def test_a_style_that_is_asked_for_goes_before_all(asked: str, space: Workspace) -> None:
    assert style_of_brief(space, "spring-meeting-guangxi/next", "shared", asked) == asked


def test_documents_of_a_mechanism_have_its_style_and_those_of_all_have_the_edition_s(
    space: Workspace,
) -> None:
    records = load_register(space, CLOCK)
    matrix = MatrixOrder("spring-meeting-guangxi", DAY, "shared")
    year = SummaryOrder(2023, DAY, "shared")
    made = (
        *build(COMMITMENTS, matrix, records, space, output(space)).written,
        *build(SUMMARY, year, records, space, output(space)).written,
    )
    assert [style_in(file.path.read_text("utf-8")) for file in made] == ["hd36", "nd30"]


def test_each_document_of_a_kit_has_the_style_of_its_own_edition(space: Workspace) -> None:
    order = KitOrder("jwc-guangxi/14", DAY, formats=("html",))
    made = build_kit(order, load_register(space, CLOCK), space, output(space))
    styles = {file.document: style_in(file.path.read_text("utf-8")) for file in made.written}
    assert styles["brief"] == "plain"
    assert styles["minutes"] == styles["participants"] == styles["commitments"] == "nd30"


@pytest.mark.parametrize("style", MARKS)
def test_all_documents_of_a_kit_agree_in_an_official_style(style: str, space: Workspace) -> None:
    order = KitOrder("jwc-guangxi/14", DAY, formats=("html",))
    made = build_kit(order, load_register(space, CLOCK), space, output(space, style))
    assert len(made.written) == 8


def test_a_style_that_there_is_not_is_no_style(space: Workspace) -> None:
    with pytest.raises(UsageError, match="no style 'nd31'"):
        check_style("nd31", space)


# The number.


def told(space: Workspace, *arguments: str) -> tuple[int, str]:
    place = ["--workspace", str(space.root), "--out", str(space.out), "--format", "html"]
    more = ["--as-of", "2026-11-22", "--lang", "vi", "--style", "nd30"]
    done = CliRunner().invoke(app, [*arguments, *place, *more])
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("arguments", "name", "symbol"),
    [
        (["brief", "jwc-guangxi/next"], "internal/jwc-guangxi-15-brief", "05/BC-"),
        (["minutes", "jwc-guangxi/14"], "shared/jwc-guangxi-14-minutes", "05/BB-"),
        (["summary", "2023"], "internal/2023-summary", "05/BC-"),
        (["commitments", "jwc-guangxi"], "shared/jwc-guangxi-commitments", "05/"),
        (["participants", "jwc-guangxi/14"], "shared/jwc-guangxi-14-participants", "05/"),
    ],
)
def test_a_document_bears_the_number_that_it_is_given(
    arguments: list[str], name: str, symbol: str, space: Workspace
) -> None:
    code, printed = told(space, *arguments, "--number", "5")
    assert code == 0, printed
    text = (space.out / f"{name}.vi.html").read_text("utf-8")
    assert f'<p class="symbol">Số: {symbol}……</p>' in text


@pytest.mark.parametrize("number", ["0", "-3", "five", "100000"])
def test_a_number_that_is_none_is_wrong_use(number: str, space: Workspace) -> None:
    code, printed = told(space, "brief", "jwc-guangxi/next", "--number", number)
    assert code == 2
    assert "Invalid value for '--number'" in printed


@pytest.mark.parametrize("layout", ["sign-in", "place-cards", "badges"])
def test_a_sheet_or_a_card_bears_no_number(layout: str, space: Workspace) -> None:
    arguments = ["participants", "jwc-guangxi/14", "--layout", layout, "--number", "5"]
    place = ["--workspace", str(space.root)]
    done = CliRunner().invoke(app, [*arguments, *place])
    assert isinstance(done.exception, UsageError)
    assert str(done.exception) == "--number: only the list bears a number; leave it out"
