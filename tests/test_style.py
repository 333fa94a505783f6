"""House styles: one file of tokens; whatever is wrong in it is told at its place."""

from pathlib import Path

import pytest

from briefgen.problems import TemplateError
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.style import read_style

ROOT = Path(__file__).parents[1]
STYLE = """\
name: made-up
page:
  width: 210
  height: 297
  margins: {top: 24, right: 20, bottom: 24, left: 30}
  header: 11
  footer: 11
colours:
  ink: "1A212B"
  rule: "C9CED4"
  paper: "FFFFFF"
  standing-implemented: "2F6F4F"
  standing-under-implementation: "C08A2D"
  standing-not-implemented: "9B2C1F"
  standing-overtaken-by-events: "7D8791"
  standing-no-report: "C9CED4"
  standing-superseded: "E6E8EB"
  muted: "56606B"
  accent: "7A1526"
fonts:
  serif:
    pdf: [Noto Serif]
    generic: serif
    latin: Cambria
    east_asian: SimSun
roles:
  body: {word: Normal, font: serif, size: 10.5, colour: ink}
  header: {word: header}
  footer: {word: footer}
  td: {word: Table Text, below: {width: 0.5, colour: rule}}
"""


def wrong(old: str, new: str) -> list[str]:
    """What is told of the style above with one thing changed."""
    assert STYLE.count(old) == 1
    with pytest.raises(TemplateError) as caught:
        read_style(STYLE.replace(old, new).encode(), "templates/styles/made-up.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_the_style_above_is_right() -> None:
    style = read_style(STYLE.encode(), "made-up.yaml")
    assert (style.name, str(style.page.margins.left)) == ("made-up", "30")
    assert (style.roles["body"].font, str(style.roles["body"].size)) == ("serif", "10.5")
    assert style.roles["td"].below is not None


def test_the_house_style_plain_is_right() -> None:
    style = load_style("plain", (ROOT / "templates",))
    assert style.name == "plain"
    assert (str(style.page.width), str(style.page.height)) == ("210", "297")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("size: 10.5", "siez: 10.5", "27:37", "unknown key 'siez' (did you mean 'size'?)"),
        ("  header: 11\n", "  header: 11\n  hed: 1\n", "7:3", "unknown key 'hed'"),
        ('ink: "1A212B"', 'ink: "1a212b"', "9:8", "'ink' is '1a212b'; it has the form"),
        ('ink: "1A212B"', 'ink: "#1A212B"', "9:8", "'ink' is '#1A212B'"),
        ('ink: "1A212B"', "ink: black", "9:8", "'ink' is 'black'"),
        (
            "font: serif",
            "font: sreif",
            "27:30",
            "names no font of this style: 'sreif' (did you mean",
        ),
        (
            "colour: ink}\n  h",
            "colour: ikn}\n  h",
            "27:57",
            "names no colour of this style: 'ikn' (did",
        ),
        (
            "colour: rule",
            "colour: none",
            "30:54",
            "the role 'td' names no colour of this style: 'none'",
        ),
        ("width: 210", "width: 2100", "3:10", "'width' is 2100; the most is 500"),
        ("left: 30", "left: -1", "5:51", "'left' is -1; the least is 0"),
        ("size: 10.5", "size: 1000", "27:43", "'size' is 1000; the most is 100"),
        ("size: 10.5", "size: big", "27:43", "'size' must be a number"),
        ("size: 10.5", "bold: 1", "27:43", "'bold' must be true or false"),
        (
            "generic: serif",
            "generic: cursive",
            "23:14",
            "'generic' is 'cursive'; it can be 'serif' or 'sans-serif'",
        ),
        ("pdf: [Noto Serif]", "pdf: []", "22:10", "'pdf'"),
        ("    latin: Cambria\n", "", "21:3", "'latin' is missing; add it to 'serif'"),
        ('  accent: "7A1526"\n', "", "8:1", "no colour 'accent', which pictures need; add it"),
        ('  paper: "FFFFFF"\n', "", "8:1", "the style has no colour 'paper', which pictures need"),
        ("  footer: {word: footer}\n", "", "26:1", "the style has no role 'footer'; add it"),
        ("  header: {word: header}\n", "", "26:1", "the style has no role 'header'; add it"),
    ],
)
def test_a_mistake_is_told_at_its_place(old: str, new: str, line: str, message: str) -> None:
    (found,) = wrong(old, new)
    assert found.startswith(f"templates/styles/made-up.yaml:{line}: ")
    assert message in found


CARD = """\
sheets:
  test-card: {width: 210, height: 297, margins: {top: 9, right: 9, bottom: 9, left: 9}, header: 4,
    footer: 4}
cards:
  test-card:
    width: 90
    height: 50
    across: 2
    padding: 5
    cut: {width: 1, colour: ink}
    fold: {width: 1, colour: ink}
    fits: {name: {height: 9, first: 1, last: 2}}
"""
NAMES = "  p.name-1: {word: Name 1, size: 20}\n  p.name-2: {word: Name 2, size: 10}\n"


def with_card(old: str = "", new: str = "") -> bytes:
    return (CARD.replace(old, new) + STYLE + NAMES.replace(old, new)).encode()


def test_a_card_has_its_own_sheet() -> None:
    style = read_style(with_card(), "made-up.yaml")
    assert style.sheet("test-card").margins.top == 9
    assert style.sheet("").margins.top == 24
    assert style.cards["test-card"].line_length == 80


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("{width: 1, colour: ink}", "{width: 1, colour: ikn}", "10:29", "the card 'test-card'"),
        ("  test-card: {width: 210", "  test-crad: {width: 210", "6:5", "has no sheet 'test-card'"),
        ("last: 2", "last: 3", "12:18", "has no role 'p.name-3', which a card names; add it"),
        ("first: 1", "first: 3", "12:18", "'first' is beyond 'last'; exchange them"),
        ("padding: 5", "pading: 5", "9:5", "unknown key 'pading' (did you mean 'padding'?)"),
    ],
)
def test_a_mistake_in_a_card_is_told_at_its_place(
    old: str, new: str, line: str, message: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        read_style(with_card(old, new), "made-up.yaml")
    found = [str(problem) for problem in caught.value.problems]
    assert [each for each in found if each.startswith(f"made-up.yaml:{line}: ") and message in each]


def test_a_style_without_text_of_its_own_is_told() -> None:
    text = "  body: {word: Normal, font: serif, size: 10.5, colour: ink}\n"
    (found,) = wrong(text, "")
    assert "the style has no role 'body'; add it" in found


def test_several_mistakes_are_told_at_once() -> None:
    found = wrong("size: 10.5, colour: ink", "siez: 10.5, colour: 3, bold: maybe")
    assert len(found) == 3


def test_a_mistake_of_syntax_is_told_at_its_place() -> None:
    (found,) = wrong("page:\n", "page: [\n")
    assert found.startswith("templates/styles/made-up.yaml:")


def test_an_empty_file_is_told() -> None:
    with pytest.raises(TemplateError, match=r"made-up\.yaml"):
        read_style(b"", "made-up.yaml")


def test_a_workspaces_own_style_wins(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "plain.yaml").write_text(STYLE, "utf-8")
    folders = (tmp_path, ROOT / "templates")
    assert load_style("plain", folders).name == "made-up"
    assert load_style("plain", folders[1:]).name == "plain"


def test_an_unknown_style_is_told_with_the_nearest_and_all_there_are() -> None:
    message = r"there is no house style 'plian' \(did you mean 'plain'\?\); known: .*plain"
    with pytest.raises(TemplateError, match=message):
        load_style("plian", (ROOT / "templates",))
