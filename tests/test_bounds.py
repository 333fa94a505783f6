"""Bounds of a house style: the figures that a rule limits are held to it, in anybody's copy."""

from pathlib import Path

import pytest

from briefgen.problems import TemplateError
from briefgen.rendering.fonts import load_fonts
from briefgen.rendering.style import Style, read_style

TEMPLATES = Path(__file__).parents[1] / "templates"
FILE = "templates/styles/nd30.yaml"
TEXT = (TEMPLATES / "styles/nd30.yaml").read_text("utf-8")


def read(old: str = "", new: str = "") -> Style:
    """The style nd30 with a change."""
    assert old in TEXT
    return read_style(TEXT.replace(old, new, 1).encode(), FILE, load_fonts((TEMPLATES,)))


def wrong(old: str, new: str) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        read(old, new)
    return [str(problem) for problem in caught.value.problems]


def place_of(text: str) -> str:
    """Where a text of the file stands first: its line and column."""
    before = TEXT[: TEXT.index(text)]
    return f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"


def test_a_style_that_keeps_its_bounds_is_read() -> None:
    assert [float(limit) for limit in read().bounds["page.margins.left"]] == [30, 35]


@pytest.mark.parametrize("margin", ["30", "35", "32.5"])
def test_a_figure_may_lie_anywhere_within_its_bounds(margin: str) -> None:
    assert read("left: 30}", f"left: {margin}}}").page.margins.left == float(margin)


def test_a_figure_outside_is_told_at_its_place() -> None:
    (found,) = wrong("left: 30}", "left: 40}")
    assert found == f"{FILE}:{place_of('30}')}: 'left' is 40; the style's bounds are 30 to 35"


def test_a_figure_that_must_be_one_value_is_told_with_it() -> None:
    (found,) = wrong("li.recipient: {word: Recipient, size: 11", "li.recipient: {word: R, size: 12")
    assert found.endswith(": 'size' is 12; it must be 11")


def test_a_figure_that_is_taken_away_is_told_at_its_role() -> None:
    (found,) = wrong("body: {word: Normal, font: times, size: 14, ", "body: {font: times, ")
    assert found.startswith(f"{FILE}:{place_of('{word: Normal')}: ")
    assert found.endswith(": 'size' is not set; the style's bounds are 13 to 14")


def test_a_line_that_is_taken_away_is_told_where_its_share_is_bound() -> None:
    line = "    below: {width: 0.75, colour: ink, distance: 2, share: 1}\n"
    (found,) = wrong(line, "")
    assert found.endswith(": 'below' is not set; it must be 1")


BOUND = "  page.margins.left: [30, 35]"


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (
            "  page.margin.left: [30, 35]",
            "no figure is at 'page.margin.left' (did you mean 'page.margins.left'?)",
        ),
        (
            "  roles.p.mottto.size: [13, 14]",
            "no figure is at 'roles.p.mottto.size' (did you mean 'roles.p.motto.size'?)",
        ),
        ("  page.margins: [30, 35]", "no figure is at 'page.margins'"),
        ("  page.margins.left: [35, 30]", "35 is more than 30; exchange them"),
        ("  page_numbers.place: [1, 2]", "'place' is no figure, so it has no bounds"),
        ("  page_numbers.on_first: [0, 1]", "'on_first' is no figure, so it has no bounds"),
        ("  page.margins.left: [30]", "'1' is missing; add it to 'page.margins.left'"),
        ("  page.margins.left: 30", "'page.margins.left' must be a list"),
    ],
)
def test_a_wrong_bound_is_told(new: str, message: str) -> None:
    found = wrong(BOUND, new)
    assert [each for each in found if message in each], found


def test_all_breaches_are_told_at_once() -> None:
    margins = "{top: 20, right: 20, bottom: 20, left: 30}"
    found = wrong(margins, "{top: 9, right: 9, bottom: 9, left: 9}")
    assert len(found) == 4
