"""The order in which parties and people are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import mechanism, participant

from briefgen.register.models.attendance import LEADING, Participant
from briefgen.rules.order import RANKS, parties_in_order, people_in_order

FOUR = ("party-b", "party-a", "party-c")
SIDES = (FOUR, ("party-x", "party-y"))
ALL = (*FOUR, "party-x", "party-y")


def test_parties_stand_in_the_mechanisms_own_order_not_by_the_alphabet() -> None:
    assert parties_in_order(mechanism(sides=SIDES).sides) == ALL


@pytest.mark.parametrize(
    ("perspective", "expected"),
    [
        ("party-b", ALL),
        ("party-c", ("party-c", "party-b", "party-a", "party-x", "party-y")),
        ("party-x", ("party-x", "party-y", "party-b", "party-a", "party-c")),
        ("party-y", ("party-y", "party-x", "party-b", "party-a", "party-c")),
    ],
)
def test_in_its_own_copy_a_party_comes_first_and_its_side_next(
    perspective: str, expected: tuple[str, ...]
) -> None:
    assert parties_in_order(mechanism(sides=SIDES).sides, perspective) == expected


def test_the_host_comes_before_the_reader_where_a_list_is_the_hosts() -> None:
    found = parties_in_order(mechanism(sides=SIDES).sides, "party-a", host="party-x")
    assert found == ("party-x", "party-a", "party-b", "party-c", "party-y")


def test_a_host_that_reads_its_own_list_stands_once() -> None:
    found = parties_in_order(mechanism(sides=SIDES).sides, "party-x", host="party-x")
    assert found == ("party-x", "party-y", "party-b", "party-a", "party-c")


def test_neither_host_nor_reader_from_outside_is_added() -> None:
    assert parties_in_order(mechanism(sides=SIDES).sides, "party-z", host="party-h") == ALL


@given(st.sampled_from([None, *ALL]), st.sampled_from([None, *ALL]))
def test_no_party_is_lost_or_named_twice(perspective: str | None, host: str | None) -> None:
    assert sorted(parties_in_order(mechanism(sides=SIDES).sides, perspective, host)) == sorted(ALL)


def people(*roles: str | None) -> list[Participant]:
    letters = "abcdefghxyz"
    return [
        participant(f"person-{letter}", "party-a", role)
        for letter, role in zip(letters, roles, strict=False)
    ]


def test_people_stand_by_their_roles() -> None:
    mixed = people("interpreter", "member", "head", "secretariat", "adviser", "deputy-head")
    assert [each.role for each in people_in_order(mixed)] == [
        *("head", "deputy-head", "member", "adviser", "secretariat", "interpreter")
    ]


def test_whoever_leads_stands_before_all_others() -> None:
    assert set(RANKS[: len(LEADING)]) == LEADING


def test_within_a_role_the_registers_order_holds() -> None:
    found = people_in_order(people("member", "head", "member", "member"))
    assert [each.person for each in found] == ["person-b", "person-a", "person-c", "person-d"]


def test_somebody_without_a_role_stands_among_the_members() -> None:
    found = people_in_order(people("adviser", None, "member", "head"))
    assert [each.person for each in found] == ["person-d", "person-b", "person-c", "person-a"]


def test_unnamed_groups_come_last_whatever_their_role() -> None:
    group = participant(None, "party-a", "head", group="Delegates")
    found = people_in_order([group, *people("guest", "member")])
    assert [each.person for each in found] == ["person-b", "person-a", None]
