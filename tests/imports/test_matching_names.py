"""Who a row is: the same text, a near one, or somebody new."""

import pytest
from list_making import PARTIES

from briefgen.register.models.actors import Party
from briefgen.register.source import read_source
from briefgen.rules.nearness import Nearness, form_of, nearness
from briefgen.rules.party_names import PartyNames, party_names


@pytest.fixture(scope="module")
def names() -> PartyNames:
    entries = read_source(PARTIES.encode(), "parties.yaml").tree
    context = {"languages": ("en", "vi", "zh-Hans"), "known": {"party": entries}}
    parties = {name: Party.model_validate(each, context=context) for name, each in entries.items()}
    namesake = Party.model_validate({**entries["test-xi"], "name": "Alpha"}, context=context)
    return party_names({**parties, "test-other": namesake}, ("test-alpha", "test-beta"))


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Beta", "test-beta"),
        ("BETA", "test-beta"),
        ("test-beta", "test-beta"),
        ("Bê Ta", "test-beta"),
        ("be ta", "test-beta"),
        ("Tỉnh Bê Ta", "test-beta"),
        ("Đoàn đại biểu tỉnh Bê Ta", "test-beta"),
        ("Beta province", "test-beta"),
        ("Beta Provincial Delegation", "test-beta"),
        ("Delegation of Beta", "test-beta"),
        ("贝塔", "test-beta"),
        ("贝塔省代表团", "test-beta"),
        ("试西壮族自治区", "test-xi"),
        ("Khu tự trị dân tộc Choang Tây Thử", "test-xi"),
        ("Alpha", "test-alpha"),
    ],
)
def test_a_party_is_known_by_every_name_and_form(names: PartyNames, text: str, party: str) -> None:
    assert names.named([text]) == (party,)


@pytest.mark.parametrize("text", ["Gamma", "Bureau of Beta", "province", "Beta Gamma", "省"])
def test_another_text_is_no_party(names: PartyNames, text: str) -> None:
    assert names.named([text]) == ()


def test_lines_in_two_languages_name_one_party(names: PartyNames) -> None:
    assert names.named(["Beta", "贝塔"]) == ("test-beta",)
    assert names.named(["Beta", "Bureau of Trade"]) == ()


@pytest.mark.parametrize(
    ("name", "other", "words"),
    [
        ("Thử Thu Hà", "Thu Thu Ha", "the same letters with other signs"),
        ("Đỗ Thử", "Do Thu", "the same letters with other signs"),
        ("Test Pinhu", "Test Pin Hu", "the same letters with other spaces"),
        ("Hu Test Pin", "Test Pin Hu", "the same words in another order"),
        ("Test Person Lonng", "Test Person Long", "97% of the letters are the same"),
    ],
)
def test_names_are_near(name: str, other: str, words: str) -> None:
    found = nearness(form_of(name), form_of(other))
    assert isinstance(found, Nearness)
    assert found.words == words


@pytest.mark.parametrize(
    ("name", "other"),
    [("Test One", "Test Two"), ("测试一", "测试二"), ("Test", "A quite different test")],
)
def test_names_are_not_near(name: str, other: str) -> None:
    assert nearness(form_of(name), form_of(other)) is None
