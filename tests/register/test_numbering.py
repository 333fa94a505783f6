"""How sessions are counted."""

import pytest

from briefgen.register.numbering import Unit, fits, is_key, key_at, position, year_of


@pytest.mark.parametrize("key", ["1", "14", "2023", "2007H1", "2007H2"])
def test_a_key_is_an_ordinal_a_year_or_a_half_year(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize(
    "key", ["0", "01", "2007H3", "2007h1", "12345", "", "x", "-1", "1 ", "1\n", "٣"]
)
def test_nothing_else_is_a_key(key: str) -> None:
    assert not is_key(key)


def test_a_year_fits_ordinals_but_an_ordinal_fits_no_years() -> None:
    assert fits("2023", "ordinal")
    assert not fits("10", "year")
    assert not fits("2023", "half-year")


@pytest.mark.parametrize(
    ("key", "following", "unit"),
    [
        ("14", "15", "ordinal"),
        ("2023", "2024", "year"),
        ("2007H1", "2007H2", "half-year"),
        ("2007H2", "2008H1", "half-year"),
    ],
)
def test_the_next_key_stands_one_further(key: str, following: str, unit: Unit) -> None:
    assert key_at(position(key, unit) + 1, unit) == following


@pytest.mark.parametrize(
    ("key", "unit", "year"),
    [
        ("14", "ordinal", None),
        ("2023", "ordinal", None),
        ("2023", "year", 2023),
        ("2007H2", "half-year", 2007),
    ],
)
def test_a_key_tells_its_year_unless_it_is_an_ordinal(
    key: str, unit: Unit, year: int | None
) -> None:
    assert year_of(key, unit) == year
