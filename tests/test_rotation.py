"""Host rotation: lists in turn, a list in a party's place handing the turn to its own next."""

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import TALKS, day, era, mechanism, register, session

from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.orders import Order, parties_in
from briefgen.register.models.rotation import Era
from briefgen.register.numbering import key_at, position
from briefgen.register.register import Register
from briefgen.register.series import series_of
from briefgen.register.turns import Hand, starting_with
from briefgen.rules.rotation import Hosting, coming, history
from briefgen.rules.snapshot import snapshot
from briefgen.rules.turns import Turn, turns_until

TODAY = day("2026-01-01")
REAL: Order = ("guangxi", ("lang-son", "cao-bang", "ha-giang", "quang-ninh"))
REAL_SIDES = (("lang-son", "quang-ninh", "cao-bang", "ha-giang"), ("guangxi",))
ALTERNATING = era("1", "party-a", ("party-x", ("party-a", "party-b", "party-c")))


def hosts(order: Order, count: int) -> list[str]:
    hand = Hand(order)
    turns = (hand.take() for _ in range(count))
    return [party for turn in turns if turn is not None for party in turn.parties]


def expected_turn(rule: Mechanism, key: str) -> Turn | None:
    series = series_of(rule, ())
    place = series.place(key)
    return turns_until(rule, series, place).get(place)


def turn_at(rule: Era, index: int) -> Turn:
    turn = expected_turn(mechanism(rule), str(index + int(rule.start)))
    assert turn is not None
    return turn


def lines(records: Register, first: str, count: int) -> tuple[Hosting, ...]:
    return coming(snapshot(records, TODAY), TALKS, first, count)


# What an order means.


def test_parties_of_a_flat_order_take_turns() -> None:
    assert hosts(("a", "b", "c"), 7) == ["a", "b", "c", "a", "b", "c", "a"]


def test_one_party_alone_always_hosts() -> None:
    assert hosts(("a",), 3) == ["a", "a", "a"]


def test_a_list_in_a_partys_place_hands_its_turn_to_its_own_next() -> None:
    assert hosts(("x", ("a", "b")), 8) == ["x", "a", "x", "b", "x", "a", "x", "b"]


def test_two_lists_alternate_each_at_its_own_pace() -> None:
    order = (("a", "b"), ("x", "y", "z"))
    assert hosts(order, 12) == ["a", "x", "b", "y", "a", "z", "b", "x", "a", "y", "b", "z"]


def test_lists_nest_three_deep() -> None:
    order = ("x", ("a", ("p", "q")))
    assert hosts(order, 8) == ["x", "a", "x", "p", "x", "a", "x", "q"]


def test_lists_nest_four_deep() -> None:
    order = ("x", ("a", ("p", ("s", "t"))))
    assert hosts(order, 16)[1::2] == ["a", "p", "a", "s", "a", "p", "a", "t"]


def test_an_order_is_turned_at_every_level_that_holds_the_first_host() -> None:
    assert starting_with(REAL, "ha-giang") == (
        ("ha-giang", "quang-ninh", "lang-son", "cao-bang"),
        "guangxi",
    )


def test_an_order_that_starts_with_its_first_party_stays_as_it_is() -> None:
    assert starting_with(REAL, "guangxi") == REAL


# The real order.


@pytest.mark.parametrize(
    ("number", "host"),
    [
        ("10", "lang-son"),
        ("11", "guangxi"),
        ("12", "cao-bang"),
        ("13", "guangxi"),
        ("14", "ha-giang"),
        ("15", "guangxi"),
        ("16", "quang-ninh"),
        ("17", "guangxi"),
        ("18", "lang-son"),
    ],
)
def test_the_real_order_gives_every_session_its_host(number: str, host: str) -> None:
    turn = expected_turn(mechanism(era("10", "lang-son", REAL), sides=REAL_SIDES), number)
    assert turn is not None
    assert turn.host == host


def test_a_turn_tells_who_shares_it_and_who_had_it_before() -> None:
    turn = expected_turn(mechanism(era("10", "lang-son", REAL), sides=REAL_SIDES), "16")
    assert turn is not None
    assert turn.group == ("lang-son", "cao-bang", "ha-giang", "quang-ninh")
    assert (turn.after, turn.after_in_group, turn.every) == (("guangxi",), ("ha-giang",), 2)
    assert (turn.basis, turn.since, turn.sources) == ("observed", "10", ("source-a",))


def test_a_party_alone_is_its_own_group() -> None:
    turn = expected_turn(mechanism(era("10", "lang-son", REAL), sides=REAL_SIDES), "15")
    assert turn is not None
    assert (turn.group, turn.after, turn.after_in_group) == (
        ("guangxi",),
        ("ha-giang",),
        ("guangxi",),
    )


def test_the_first_turn_of_an_era_comes_after_nobody() -> None:
    turn = turn_at(ALTERNATING, 0)
    assert (turn.host, turn.after, turn.after_in_group) == ("party-a", (), ())


def test_a_group_that_comes_back_follows_its_own_last_turn() -> None:
    turns = [turn_at(ALTERNATING, index) for index in (1, 2, 3)]
    assert [turn.host for turn in turns] == ["party-x", "party-b", "party-x"]
    assert [turn.after_in_group for turn in turns] == [(), ("party-a",), ("party-x",)]


# Eras.


def test_before_the_first_era_nobody_is_expected() -> None:
    assert expected_turn(mechanism(era("10", "party-a", ("party-a", "party-b"))), "9") is None


def test_without_any_era_nobody_is_expected() -> None:
    assert expected_turn(mechanism(), "1") is None


def test_a_new_era_starts_anew_whatever_the_old_order_said() -> None:
    two = mechanism(
        era("1", "party-a", ("party-a", "party-b")),
        era("4", "party-c", ("party-b", "party-c"), basis="agreed", sources=("source-b",)),
    )
    turns = [expected_turn(two, str(number)) for number in range(1, 8)]
    assert [turn.host for turn in turns if turn] == [
        *("party-a", "party-b", "party-a"),
        *("party-c", "party-b", "party-c", "party-b"),
    ]
    assert [turn.basis for turn in turns if turn] == ["observed"] * 3 + ["agreed"] * 4
    assert turns[3] is not None
    assert (turns[3].after, turns[3].since, turns[3].sources) == ((), "4", ("source-b",))


def test_the_order_in_which_eras_are_written_does_not_matter() -> None:
    later, earlier = era("4", "party-c", ("party-c",)), era("1", "party-a", ("party-a",))
    turns = [expected_turn(mechanism(later, earlier), key) for key in ("3", "4")]
    assert [turn.host for turn in turns if turn] == ["party-a", "party-c"]


# Numbering.


def test_sessions_counted_by_year_take_turns_by_year() -> None:
    yearly = mechanism(era("2019", "party-a", ("party-a", "party-b")), numbering={"by": "year"})
    turns = [expected_turn(yearly, str(year)) for year in (2018, 2019, 2020, 2023)]
    assert [turn and turn.host for turn in turns] == [None, "party-a", "party-b", "party-a"]


def test_sessions_counted_by_half_year_take_turns_twice_a_year() -> None:
    halves = mechanism(
        era("2007H2", "party-a", ("party-a", "party-b", "party-c")), numbering={"by": "half-year"}
    )
    keys = ("2007H1", "2007H2", "2008H1", "2008H2", "2009H1")
    turns = [expected_turn(halves, key) for key in keys]
    expected = [None, "party-a", "party-b", "party-c", "party-a"]
    assert [turn and turn.host for turn in turns] == expected


def test_half_years_follow_one_another_over_new_year() -> None:
    places = [position(key, "half-year") for key in ("2007H1", "2007H2", "2008H1")]
    assert places == [places[0], places[0] + 1, places[0] + 2]
    assert [key_at(place, "half-year") for place in places] == ["2007H1", "2007H2", "2008H1"]


# Recorded hosts.


def test_a_gap_in_the_record_keeps_its_place_and_its_turn() -> None:
    records = register(session("1", host="party-a"), session("4", host="party-x"))
    records = register(*records.sessions.values(), mechanisms={TALKS: mechanism(ALTERNATING)})
    found = history(snapshot(records, TODAY), TALKS)
    assert [line.key for line in found] == ["1", "2", "3", "4"]
    assert [line.session is None for line in found] == [False, True, True, False]
    assert [line.turn.host for line in found if line.turn] == [
        *("party-a", "party-x", "party-b", "party-x")
    ]


def test_a_recorded_host_is_never_overwritten() -> None:
    records = register(session("1", host="party-c"), mechanisms={TALKS: mechanism(ALTERNATING)})
    (line,) = lines(records, "1", 1)
    assert (line.recorded, line.turn and line.turn.host) == ("party-c", "party-a")


def test_a_turn_never_fills_a_host_that_is_not_recorded() -> None:
    records = register(session("1"), mechanisms={TALKS: mechanism(ALTERNATING)})
    (line,) = lines(records, "1", 1)
    assert (line.recorded, line.turn and line.turn.host) == (None, "party-a")


@pytest.mark.parametrize(
    ("host", "eras", "agrees"),
    [
        ("party-a", [ALTERNATING], True),
        ("party-b", [ALTERNATING], False),
        ("party-z", [ALTERNATING], False),
        (None, [ALTERNATING], None),
        ("party-a", [], None),
        (None, [], None),
    ],
)
def test_a_host_agrees_with_its_turn_only_where_both_are_known(
    host: str | None, eras: list[Era], *, agrees: bool | None
) -> None:
    records = register(session("1", host=host), mechanisms={TALKS: mechanism(*eras)})
    (line,) = lines(records, "1", 1)
    assert line.agrees is agrees


def test_a_deviation_does_not_shift_the_turns_after_it() -> None:
    records = register(
        session("1", host="party-b"),
        session("2", host="party-b"),
        mechanisms={TALKS: mechanism(ALTERNATING)},
    )
    found = lines(records, "1", 4)
    assert [line.turn.host for line in found if line.turn] == [
        *("party-a", "party-x", "party-b", "party-x")
    ]


def test_sessions_stand_in_the_order_of_their_numbers_not_of_their_letters() -> None:
    records = register(session("10"), session("9"), session("11"))
    assert [line.key for line in history(snapshot(records, TODAY), TALKS)] == ["9", "10", "11"]


def test_without_sessions_there_is_no_history() -> None:
    assert history(snapshot(register(), TODAY), TALKS) == ()


def test_history_ends_with_the_last_session_that_counts_by_the_day() -> None:
    records = register(session("1", date="2019-03-22"), session("2", date="2023-02-22"))
    assert [line.key for line in history(snapshot(records, day("2022-12-31")), TALKS)] == ["1"]


# What holds of every order.


def orders() -> st.SearchStrategy[Order]:
    """Orders of distinct parties, nested at random."""
    shapes = st.recursive(
        st.just(None), lambda inner: st.lists(inner, min_size=1, max_size=4), max_leaves=9
    )
    return shapes.map(lambda shape: named(shape if isinstance(shape, list) else [None]))


def named(shape: list[object]) -> Order:
    names = (f"party-{number}" for number in itertools.count(1))

    def member(inner: object) -> str | Order:
        return tuple(member(each) for each in inner) if isinstance(inner, list) else next(names)

    return tuple(member(each) for each in shape)


def cycle(order: Order) -> int:
    """After how many turns everything starts again."""
    inner = [cycle(member) for member in order if isinstance(member, tuple)]
    product = 1
    for length in inner:
        product *= length
    return len(order) * product


@given(orders())
def test_every_cycle_visits_every_party(order: Order) -> None:
    assert set(hosts(order, cycle(order))) == set(parties_in(order))


@given(orders(), st.data())
def test_every_round_visits_every_member_once_in_order(order: Order, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, 50)) * len(order)
    visited = hosts(order, start + len(order))[start:]
    for member, host in zip(order, visited, strict=True):
        assert host in parties_in((member,))


@given(orders())
def test_every_member_of_a_list_has_as_many_turns_as_any_other(order: Order) -> None:
    counted = Counter(hosts(order, cycle(order)))
    turns = [sum(counted[party] for party in parties_in((member,))) for member in order]
    assert len(set(turns)) == 1


@given(orders(), st.data())
def test_whoever_an_order_starts_with_hosts_first(order: Order, data: st.DataObject) -> None:
    first = data.draw(st.sampled_from(parties_in(order)))
    turned = starting_with(order, first)
    assert hosts(turned, 1) == [first]
    assert sorted(parties_in(turned)) == sorted(parties_in(order))


@given(orders(), st.integers(0, 200))
def test_the_turn_before_is_that_of_the_session_before(order: Order, index: int) -> None:
    first = parties_in(order)[0]
    rule = Era.model_construct(
        start="1", starts_with=first, order=order, basis="observed", sources=()
    )
    turn, following = turn_at(rule, index), turn_at(rule, index + 1)
    assert following.after == turn.parties
    assert turn.host in turn.group
