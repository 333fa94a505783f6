"""Rotations of real mechanisms, written as a register from public facts: each history comes out."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from makers import CLOCK

from briefgen.documents.hosting import HostingView
from briefgen.documents.rotation import Rotation, RotationOrder, prepare_rotation
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.filters import english

SESSIONS: Mapping[str, int] = {
    "arctic-council-chair": 15,
    "asean-chair": 23,
    "asem-summit": 13,
    "eu-council-presidency": 40,
    "g7-summit": 51,
    "nordic-council-of-ministers": 21,
    "un-general-assembly-president": 35,
}
each_mechanism = pytest.mark.parametrize("mechanism", SESSIONS)


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(Workspace(Path(__file__).parent / "rotations"), CLOCK)


def rotation(register: Register, mechanism: str) -> Rotation:
    return prepare_rotation(register, RotationOrder(mechanism, CLOCK, ahead=4))


def hosts(lines: tuple[HostingView, ...]) -> dict[str, str]:
    return {line.session.key: line.turn.host.id for line in lines if line.turn and line.turn.host}


def reason(register: Register, mechanism: str, key: str) -> str:
    found = rotation(register, mechanism)
    (line,) = [each for each in (*found.history, *found.next) if each.session.key == key]
    assert line.turn is not None
    return english().reason(line.turn).striptags()


def test_there_are_seven_mechanisms_with_all_their_sessions(register: Register) -> None:
    found = {name: len(register.sessions_of(name)) for name in register.mechanisms}
    assert found == SESSIONS


@each_mechanism
def test_every_recorded_host_is_the_one_that_the_rule_gives(
    register: Register, mechanism: str
) -> None:
    found = rotation(register, mechanism)
    assert [line.session.key for line in found.history if line.session.host is None] == []
    assert [line.session.key for line in found.history if line.agrees is not True] == []
    assert len(found.history) == SESSIONS[mechanism]


@each_mechanism
def test_every_turn_has_its_reason_in_words(register: Register, mechanism: str) -> None:
    found = rotation(register, mechanism)
    for line in (*found.history, *found.next):
        assert line.turn is not None
        words = english().reason(line.turn)
        assert len(words) > 20
        assert "%(" not in words


@each_mechanism
def test_every_host_and_every_rule_has_its_source(register: Register, mechanism: str) -> None:
    rule = register.mechanisms[mechanism]
    for session in register.sessions_of(mechanism):
        assert session.sources
    for era in rule.rotation:
        assert era.sources
        assert all(each.sources for each in era.exceptions)


@pytest.mark.parametrize(
    ("mechanism", "count"),
    [("asean-chair", 8), ("g7-summit", 17), ("nordic-council-of-ministers", 6)],
)
def test_without_its_exceptions_a_history_does_not_come_out(
    register: Register, mechanism: str, count: int
) -> None:
    rule = register.mechanisms[mechanism]
    plain = tuple(era.model_copy(update={"exceptions": ()}) for era in rule.rotation)
    changed = {**register.mechanisms, mechanism: rule.model_copy(update={"rotation": plain})}
    found = rotation(replace(register, mechanisms=changed), mechanism)
    assert [line.agrees for line in found.history].count(False) >= count


@pytest.mark.parametrize("mechanism", ["eu-council-presidency", "arctic-council-chair"])
def test_without_the_order_that_replaced_it_the_old_one_does_not_hold_any_more(
    register: Register, mechanism: str
) -> None:
    rule = register.mechanisms[mechanism]
    first = rule.rotation[0].model_copy(update={"until": None})
    changed = {**register.mechanisms, mechanism: rule.model_copy(update={"rotation": (first,)})}
    records = replace(register, mechanisms=changed)
    found = rotation(records, mechanism)
    assert not all(line.agrees for line in found.history)


# Alphabetical, with skips, swaps and an extension.


def test_the_skipped_state_is_named_and_the_next_takes_its_turn(register: Register) -> None:
    words = reason(register, "asean-chair", "2006")
    assert words.startswith("its turn comes once in 10 sessions; Malaysia had the one before")
    assert "Myanmar loses this turn (Gave up its turn" in words


def test_the_swapped_years_name_each_other(register: Register) -> None:
    assert "exchanges hosts with the ASEAN Chair 2013" in reason(register, "asean-chair", "2011")
    assert "by the order it was the turn of Brunei" in reason(register, "asean-chair", "2011")
    assert "exchanges hosts with the ASEAN Chair 2014" in reason(register, "asean-chair", "2016")


def test_the_years_to_come_follow_the_alphabet_again(register: Register) -> None:
    assert hosts(rotation(register, "asean-chair").next) == {
        "2027": "singapore",
        "2028": "thailand",
        "2029": "viet-nam",
        "2030": "brunei",
    }


# By half-years, with a replaced order.


def test_the_replaced_order_leaves_out_the_state_that_left(register: Register) -> None:
    found = hosts(rotation(register, "eu-council-presidency").history)
    assert (found["2017H1"], found["2017H2"], found["2018H1"]) == ("malta", "estonia", "bulgaria")
    assert "united-kingdom" not in found.values()


def test_half_years_follow_one_another_to_the_end_of_the_list(register: Register) -> None:
    assert hosts(rotation(register, "eu-council-presidency").next) == {
        "2027H1": "lithuania",
        "2027H2": "greece",
        "2028H1": "italy",
        "2028H2": "latvia",
    }


# Every second year.


def test_a_term_that_lasted_three_years_leaves_no_gap(register: Register) -> None:
    keys = [line.session.key for line in rotation(register, "arctic-council-chair").history]
    assert keys[4:9] == ["2004", "2006", "2009", "2011", "2013"]


def test_a_summit_held_a_year_late_keeps_its_turn(register: Register) -> None:
    late = register.sessions["asem-summit/2020"]
    assert late.date is not None
    assert late.date.edtf.startswith("2021-11-25")
    found = rotation(register, "asem-summit")
    assert [line.session.key for line in found.next] == ["2022", "2024", "2026", "2028"]


# Groups that choose.


def test_the_group_whose_turn_it_is_is_named_and_no_state(register: Register) -> None:
    (line, *_) = rotation(register, "un-general-assembly-president").next
    assert line.session.key == "82"
    assert line.turn is not None
    assert line.turn.host is None
    assert "bulgaria" in {party.id for party in line.turn.parties}
    assert reason(register, "un-general-assembly-president", "82").startswith(
        "a group that chooses: Armenia, Bulgaria"
    )


# Extra hosts.


def test_an_extra_host_makes_the_fixed_order_wait(register: Register) -> None:
    found = hosts(rotation(register, "g7-summit").history)
    assert [found[str(year)] for year in range(2005, 2008)] == [
        "united-kingdom",
        "russia",
        "germany",
    ]
    assert "an extra host, for whom the order waits" in reason(register, "g7-summit", "2006")


def test_a_summit_that_was_called_off_used_up_its_turn(register: Register) -> None:
    assert register.sessions["g7-summit/2020"].status == "cancelled"
    found = hosts(rotation(register, "g7-summit").history)
    assert (found["2020"], found["2021"]) == ("united-states", "united-kingdom")
