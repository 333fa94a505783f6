"""Where texts stand that had to be printed in another language, and what is told of them."""

from pathlib import Path

import pytest
from two_languages import VI, ZH, lent, page_in

from briefgen.build.missing_texts import missing_texts
from briefgen.problems import Place
from briefgen.register.searching import places_of
from briefgen.register.workspace import Workspace
from briefgen.rendering.official import english_name, own_first


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    """A workspace of files that hold no more than texts."""
    (tmp_path / "briefgen.yaml").write_text("title: A made-up register\n", "utf-8")
    folder = tmp_path / "data/mechanisms/talks"
    folder.mkdir(parents=True)
    (tmp_path / "data/areas.yaml").write_text('a: {name: {en: "Gates"}}\n', "utf-8")
    (folder / "1.yaml").write_text(
        "- Gates\n- >\n  Open\n  the gate.\n- Ca\u0300 phe\u0302\n", "utf-8"
    )
    return Workspace(tmp_path)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gates", Place("data/areas.yaml", 1, 16)),  # the first of two places
        ("gates", Place("data/areas.yaml", 1, 16)),
        ("Open the gate", Place("data/mechanisms/talks/1.yaml", 2, 3)),
        ("Cà phê", Place("data/mechanisms/talks/1.yaml", 5, 3)),
        ("A made-up register", Place("briefgen.yaml", 1, 8)),
    ],
)
def test_a_text_is_found_where_it_stands_first(text: str, place: Place, space: Workspace) -> None:
    assert places_of([text], space) == {text: place}


@pytest.mark.parametrize("text", ["Gate", "the gate", "nowhere", ""])
def test_a_part_of_a_text_is_not_that_text(text: str, space: Workspace) -> None:
    assert places_of([text], space) == {}


def test_a_file_that_cannot_be_read_any_more_hides_no_other(space: Workspace) -> None:
    (space.data / "areas.yaml").write_text("a: [", "utf-8")
    assert places_of(["Gates"], space) == {"Gates": Place("data/mechanisms/talks/1.yaml", 1, 3)}


def told(space: Workspace, *pages: tuple[str, str]) -> list[str]:
    problems = missing_texts([page_in(*page) for page in pages], space)
    assert {problem.severity for problem in problems} <= {"warning"}
    return [str(problem) for problem in problems]


def test_a_page_that_lends_nothing_gives_no_warning(space: Workspace) -> None:
    assert told(space, (VI, '<p>Cổng <span lang="en">Gates</span></p>')) == []


def test_a_text_is_told_once_however_often_it_stands_on_pages(space: Workspace) -> None:
    page = f"<p>{lent('Gates')}</p><p>{lent('gates')}</p>"
    assert told(space, (VI, page), (VI, page)) == [
        "data/areas.yaml:1:16: this text has no Vietnamese version; it is printed in English"
    ]


def test_the_languages_that_lack_a_text_are_told_together(space: Workspace) -> None:
    (warning,) = told(space, (VI, f"<p>{lent('Gates')}</p>"), (ZH, f"<p>{lent('Gates')}</p>"))
    assert warning.endswith("has no Vietnamese or Chinese version; it is printed in English")


def test_a_text_that_no_file_holds_is_told_in_full(space: Workspace) -> None:
    assert told(space, (ZH, f"<p>{lent('Cổng', VI)}</p>")) == [
        "data: 'Cổng' has no Chinese version; it is printed in Vietnamese"
    ]


def test_warnings_stand_in_the_order_of_the_register(space: Workspace) -> None:
    page = f"<p>{lent('Open the gate.')}</p><p>{lent('Gates')}</p>"
    assert [line.partition(":")[0] for line in told(space, (VI, page))] == [
        "data/areas.yaml",
        "data/mechanisms/talks/1.yaml",
    ]


# Which language is a country's own.


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("VN", ("vi", "zh-Hans")),
        ("CN", ("zh-Hans", "vi")),
        ("LA", ("zh-Hans", "vi")),
        (None, ("zh-Hans", "vi")),
    ],
)
def test_a_countrys_own_language_stands_first(
    country: str | None, expected: tuple[str, ...]
) -> None:
    assert own_first(("zh-Hans", "vi"), country) == expected


@pytest.mark.parametrize(
    ("tag", "name"),
    [("vi", "Vietnamese"), ("zh-Hans", "Chinese"), ("en", "English"), ("xx-Nope", "xx-Nope")],
)
def test_languages_have_english_names(tag: str, name: str) -> None:
    assert english_name(tag) == name
