"""Whatever two pages hold: no text of either is lost, none changes its place, the page is sound."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from page_trees import CHINESE, TAGS, VIETNAMESE, Translation, Trees, faults, words_in
from two_languages import ROLES, VI, ZH, page_in

from briefgen.rendering.page import Element, walk
from briefgen.rendering.parallel.pages import parallel_page
from briefgen.writers.grid import rows_of

Body = tuple[Element, ...]
GAPS = ("¤", "¤")
RANDOM = st.randoms(use_true_random=False)


def both(first: Body, second: Body, *languages: str) -> Body:
    """Two pages as one; the first one in Vietnamese, the second in Chinese, unless told."""
    one, other = languages or (VI, ZH)
    pages = replace(page_in(one, ""), body=first), replace(page_in(other, ""), body=second)
    return parallel_page(*pages, GAPS).body


def translation(choice: Random, *, lends: bool = False) -> tuple[Body, Body]:
    """A page, and the same in the other language but for some blocks."""
    trees = Trees(choice)
    body = trees.body()
    return body, Translation(trees, lends=lends).body(body)


def strangers(choice: Random) -> tuple[Body, Body]:
    """Two pages that have nothing to do with one another."""
    trees = Trees(choice)
    first, second = trees.body(), trees.body()
    return first, Translation(trees, lends=False).body(second)


def words(body: Body, letter: str) -> list[str]:
    """The words that begin with a letter; a folded card's, which stand on both faces, once."""
    return [*dict.fromkeys(word for word, _ in words_in(body, "") if word[0] == letter)]


def without_pictures(element: Element) -> Element:
    inner = (each for each in element.children if isinstance(each, str) or each.tag != "img")
    children = (each if isinstance(each, str) else without_pictures(each) for each in inner)
    return replace(element, children=tuple(children))


@given(RANDOM)
def test_the_pages_of_these_tests_are_sound_themselves(choice: Random) -> None:
    for body in (*translation(choice, lends=True), *strangers(choice)):
        assert faults(body, ROLES) == []


@settings(max_examples=200)
@given(RANDOM)
def test_every_text_stays_in_its_place(choice: Random) -> None:
    for first, second in (translation(choice), strangers(choice)):
        merged = both(first, second)
        assert words(merged, VIETNAMESE) == words(first, VIETNAMESE)
        assert words(merged, CHINESE) == words(second, CHINESE)


@settings(max_examples=200)
@given(RANDOM)
def test_no_text_is_lost_where_some_are_lent(choice: Random) -> None:
    first, second = translation(choice, lends=True)
    for merged in (both(first, second), both(second, first, ZH, VI)):
        for letter in TAGS:
            assert {*words(first, letter), *words(second, letter)} == {*words(merged, letter)}


@settings(max_examples=200)
@given(RANDOM)
def test_the_page_in_both_languages_is_sound(choice: Random) -> None:
    for first, second in (translation(choice, lends=True), strangers(choice)):
        body = both(first, second)
        assert faults(body, ROLES) == []
        for table in (each for each in walk(body) if each.tag == "table"):
            rows_of(table)


@given(RANDOM)
def test_every_text_names_its_language(choice: Random) -> None:
    for first, second in (translation(choice, lends=True), strangers(choice)):
        # What a picture tells of itself is in no language of its own.
        body = tuple(without_pictures(each) for each in both(first, second))
        told = [each for each in words_in(body, VI) if each[0][0] in TAGS]
        assert [(word, tag) for word, tag in told if tag != TAGS[word[0]]] == []


@given(RANDOM)
def test_a_page_and_its_own_like_are_one(choice: Random) -> None:
    body = Trees(choice).body()
    assert words(both(body, body), VIETNAMESE) == words(body, VIETNAMESE)
