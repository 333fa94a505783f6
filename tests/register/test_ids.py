"""What an id looks like, and which was meant."""

import pytest

from briefgen.register.ids import did_you_mean, is_id


@pytest.mark.parametrize("text", ["a", "7", "lang-son", "jwc-guangxi", "a1-b2-c3", "a" * 64])
def test_an_id_is_lower_case_words_joined_by_hyphens(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", "A", "a_b", "-a", "a-", "a--b", "a b", "a.b", "a/b", "..", "hà", "ａ", "a\n", "a" * 65],
)
def test_nothing_else_is_an_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("doan-thu-hà", "doan-thu-ha"), ("lang-sn", "lang-son"), ("langson", "lang-son")],
)
def test_the_nearest_name_is_offered(text: str, meant: str) -> None:
    assert did_you_mean(text, ["doan-thu-ha", "lang-son"]) == f" (did you mean '{meant}'?)"


def test_nothing_is_offered_when_nothing_is_near() -> None:
    assert did_you_mean("zzz", ["doan-thu-ha", "lang-son"]) == ""
    assert did_you_mean("a" * 10_000, ["a" * 64]) == ""


def test_one_slip_is_found_among_many_names() -> None:
    many = [f"test-meeting/{session}/{number}" for session in range(1000) for number in range(10)]
    assert did_you_mean("tset-meeting/999/9", many) == " (did you mean 'test-meeting/999/9'?)"
    assert did_you_mean("test-meeting/999/9x", many).startswith(" (did you mean 'test-meeting/")
