"""Host rotation: lists in turn, a list in a party's place handing the turn to its own next."""

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import TALKS, choice, day, era, mechanism, register, session

from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.orders import Order, parties_in
from briefgen.register.models.rotation import Era
from briefgen.register.numbering import key_at, position
from briefgen.register.register import Register
from briefgen.register.series import series_of
from briefgen.register.turns import Rota, starting_with
from briefgen.rules.rotation import Hosting, coming, history
from briefgen.rules.snapshot import snapshot
from briefgen.rules.turns import Turn, turns_until

TODAY = day("2026-01-01")
REAL: Order = ("guangxi", ("lang-son", "cao-bang", "ha-giang", "quang-ninh"))
REAL_SIDES = (("lang-son", "quang-ninh", "cao-bang", "ha-giang"), ("guangxi",))
ALTERNATING = era("1", "party-a", ("party-x", ("party-a", "party-b", "party-c")))


def hosts(order: Order, count: int) -> list[str]:
    rota = Rota(order)
    turns = (rota.take() for _ in range(count))
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


# Groups that choose.


CHOOSING = era("1", "party-a", ("party-a", choice("party-b", "party-c")))


def test_where_a_group_chooses_the_turn_names_the_group_and_no_party() -> None:
    turn = turn_at(CHOOSING, 1)
    assert (turn.host, turn.parties, turn.group) == (
        None,
        ("party-b", "party-c"),
        ("party-b", "party-c"),
    )
    assert turn_at(CHOOSING, 2).host == "party-a"


@pytest.mark.parametrize(
    ("host", "agrees"), [("party-b", True), ("party-c", True), ("party-a", False)]
)
def test_whoever_a_group_chose_agrees_with_its_turn(host: str, *, agrees: bool) -> None:
    records = register(session("2", host=host), mechanisms={TALKS: mechanism(CHOOSING)})
    (line,) = lines(records, "2", 1)
    assert line.agrees is agrees


def test_an_order_may_start_with_a_party_of_a_group_that_chooses() -> None:
    assert starting_with(CHOOSING.order, "party-c")[0] == choice("party-b", "party-c")


def test_a_group_chooses_among_its_others_when_one_loses_the_turn() -> None:
    rule = era(
        "1", "party-a", ("party-a", choice("party-b", "party-c", "party-x")), exceptions=SKIP_B
    )
    turn = turn_at(rule, 1)
    assert turn.parties == ("party-c", "party-x")
    assert [each.skip for each in turn.skipped] == ["party-b"]


def test_a_group_of_which_one_is_left_has_a_host() -> None:
    rule = era("1", "party-a", ("party-a", choice("party-b", "party-c")), exceptions=SKIP_B)
    assert turn_at(rule, 1).host == "party-c"


# Exceptions.


def skip(at: str, party: str) -> dict[str, object]:
    return {"at": at, "skip": party, "reason": "A made-up reason."}


def swap(one: str, other: str) -> dict[str, object]:
    return {"swap": (one, other), "reason": "A made-up exchange."}


def insert(at: str, party: str) -> dict[str, object]:
    return {"at": at, "insert": party, "reason": "A made-up guest.", "sources": ("source-b",)}


SKIP_B = (skip("2", "party-b"),)


def parties_of(rule: Era, count: int, start: int = 1) -> list[str]:
    turns = turns_until(mechanism(rule), series_of(mechanism(rule), ()), start + count - 1)
    return [party for turn in turns.values() for party in turn.parties]


def with_exceptions(order: Order, *exceptions: dict[str, object]) -> Era:
    return era("1", parties_in(order)[0], order, exceptions=exceptions)


def test_a_skipped_party_loses_its_turn_and_the_next_in_order_takes_it() -> None:
    rule = with_exceptions(("party-a", "party-b", "party-c"), skip("2", "party-b"))
    assert parties_of(rule, 6) == [
        *("party-a", "party-c", "party-a", "party-b", "party-c", "party-a")
    ]


def test_a_turn_lost_within_a_group_stays_with_the_group() -> None:
    order = ("party-x", ("party-a", "party-b", "party-c"))
    rule = era("10", "party-a", order, exceptions=(skip("12", "party-b"),))
    assert parties_of(rule, 7, 10) == [
        *("party-a", "party-x", "party-c", "party-x", "party-a", "party-x", "party-b")
    ]


def test_a_group_of_which_all_lose_their_turn_hands_it_on() -> None:
    order = ("party-x", ("party-a", "party-b"), "party-y")
    rule = with_exceptions(order, skip("2", "party-a"), skip("2", "party-b"))
    assert parties_of(rule, 5) == ["party-x", "party-y", "party-x", "party-a", "party-y"]


def test_two_may_lose_the_same_turn() -> None:
    order = ("party-a", "party-b", "party-c", "party-x")
    rule = with_exceptions(order, skip("2", "party-b"), skip("2", "party-c"))
    assert parties_of(rule, 3) == ["party-a", "party-x", "party-a"]
    assert [each.skip for each in turn_at(rule, 1).skipped] == ["party-b", "party-c"]


def test_only_those_who_had_a_turn_are_said_to_lose_it() -> None:
    rule = with_exceptions(("party-a", "party-b", "party-c"), skip("2", "party-c"))
    assert (turn_at(rule, 1).host, turn_at(rule, 1).skipped) == ("party-b", ())


def test_swapped_sessions_exchange_hosts_and_the_order_goes_on() -> None:
    rule = with_exceptions(("party-a", "party-b", "party-c"), swap("2", "3"))
    assert parties_of(rule, 6) == [
        *("party-a", "party-c", "party-b", "party-a", "party-b", "party-c")
    ]


def test_a_swap_tells_the_other_session_and_whose_turn_it_was() -> None:
    rule = with_exceptions(("party-a", "party-b", "party-c"), swap("2", "6"))
    turn = turn_at(rule, 1)
    assert turn.exchanged is not None
    assert (turn.host, turn.exchanged.session, turn.exchanged.instead_of) == (
        *("party-c", "6", ("party-b",)),
    )
    assert turn_at(rule, 5).host == "party-b"


def test_whoever_had_the_turn_before_is_the_one_after_all_exchanges() -> None:
    rule = with_exceptions(("party-a", "party-b", "party-c"), swap("2", "6"))
    assert turn_at(rule, 2).after == ("party-c",)
    assert turn_at(rule, 6).after == ("party-b",)


def test_two_swaps_of_one_session_follow_one_another() -> None:
    rule = with_exceptions(("party-a", "party-b", "party-c"), swap("1", "2"), swap("2", "3"))
    assert parties_of(rule, 3) == ["party-b", "party-c", "party-a"]


def test_an_extra_host_makes_the_order_wait() -> None:
    rule = with_exceptions(("party-a", "party-b", "party-c"), insert("2", "party-x"))
    assert parties_of(rule, 5) == ["party-a", "party-x", "party-b", "party-c", "party-a"]
    turn = turn_at(rule, 1)
    assert turn.inserted is not None
    assert (turn.inserted.sources, turn.sources) == (("source-b",), ("source-a",))
    assert turn_at(rule, 2).after == ("party-x",)


def test_exceptions_of_one_order_end_with_it() -> None:
    first = era("1", "party-a", ("party-a", "party-b"), exceptions=(skip("2", "party-b"),))
    second = era("3", "party-c", ("party-c", "party-x"))
    series = series_of(mechanism(first, second), ())
    turns = turns_until(mechanism(first, second), series, 5)
    assert [turn.host for turn in turns.values()] == [
        *("party-a", "party-a", "party-c", "party-x", "party-c")
    ]


def test_after_an_order_that_has_ended_nobody_is_expected() -> None:
    rule = mechanism(era("1", "party-a", ("party-a", "party-b"), until="3"))
    turns = [expected_turn(rule, key) for key in ("3", "4")]
    assert [turn and turn.host for turn in turns] == ["party-a", None]


def test_a_party_that_stands_twice_starts_from_the_place_that_is_named() -> None:
    order = ("party-a", "party-b", "party-a", "party-c")
    rule = era("1", "party-a", order)
    again = era("1", {"party": "party-a", "position": 2}, order)
    assert parties_of(rule, 4) == ["party-a", "party-b", "party-a", "party-c"]
    assert parties_of(again, 4) == ["party-a", "party-c", "party-a", "party-b"]
    assert (turn_at(rule, 0).times, turn_at(rule, 1).times) == (2, 1)


def test_places_of_a_party_are_counted_over_all_levels() -> None:
    order = ("party-a", ("party-b", "party-a"))
    assert starting_with(order, "party-a", 2) == (("party-a", "party-b"), "party-a")


# Numbering in steps.


def test_every_second_year_takes_a_turn() -> None:
    rule = mechanism(
        era("2016", "party-a", ("party-a", "party-b")), numbering={"by": "year", "step": 2}
    )
    series = series_of(rule, ("2016", "2018"))
    assert [series.key(place) for place in turns_until(rule, series, 2022)] == [
        *("2016", "2018", "2020", "2022")
    ]
    assert [turn.host for turn in turns_until(rule, series, 2022).values()] == [
        *("party-a", "party-b", "party-a", "party-b")
    ]


def test_a_new_order_starts_the_steps_anew() -> None:
    rule = mechanism(
        era("2002", "party-a", ("party-a", "party-b")),
        era("2009", "party-c", ("party-c", "party-x")),
        numbering={"by": "year", "step": 2},
    )
    series = series_of(rule, ("2002", "2004", "2006"))
    assert list(series.between(2000, 2013)) == [2000, 2002, 2004, 2006, 2009, 2011, 2013]
    assert (series.after(2006), series.holds(2008), series.holds(2010)) == (2009, False, False)


def test_a_session_that_is_recorded_shortly_before_a_new_start_counts() -> None:
    rule = mechanism(
        era("2006", "party-a", ("party-a",)),
        era("2009", "party-a", ("party-a",)),
        numbering={"by": "year", "step": 2},
    )
    assert series_of(rule, ("2008",)).holds(2008)
    assert not series_of(rule, ("2006",)).holds(2008)


# What holds of every exception.


@st.composite
def rules(draw: st.DrawFn) -> tuple[Order, int]:
    """An order and a session of its first three rounds."""
    order = draw(orders())
    return order, draw(st.integers(1, max(2, 3 * len(parties_in(order)))))


def turns_of(order: Order, count: int, *exceptions: dict[str, object]) -> list[tuple[str, ...]]:
    rule = with_exceptions(order, *exceptions)
    series = series_of(mechanism(rule), ())
    turns = turns_until(mechanism(rule), series, count)
    return [turns[place].parties if place in turns else () for place in range(1, count + 1)]


@given(rules(), st.integers(1, 40))
def test_a_swap_changes_exactly_two_sessions(rule: tuple[Order, int], other: int) -> None:
    order, one = rule
    if one == other:
        other += 1
    plain = turns_of(order, 80)
    changed = turns_of(order, 80, swap(str(one), str(other)))
    assert (changed[one - 1], changed[other - 1]) == (plain[other - 1], plain[one - 1])
    rest = [place for place in range(80) if place + 1 not in {one, other}]
    assert [changed[place] for place in rest] == [plain[place] for place in rest]


@given(rules())
def test_a_skip_never_loses_a_later_turn(rule: tuple[Order, int]) -> None:
    order, at = rule
    count = at + 3 * cycle(order)
    plain = turns_of(order, count)
    (loser,) = plain[at - 1]
    skipped = turns_of(order, count, skip(str(at), loser))
    assert skipped[: at - 1] == plain[: at - 1]
    for end in range(at, count + 1):
        before = Counter(party for turn in plain[at - 1 : end] for party in turn)
        after = Counter(party for turn in skipped[at - 1 : end] for party in turn)
        for party in parties_in(order):
            assert after[party] >= before[party] - (party == loser)


@given(rules())
def test_a_skipped_turn_goes_to_somebody_else_where_there_is_one(rule: tuple[Order, int]) -> None:
    order, at = rule
    (loser,) = turns_of(order, at)[at - 1]
    found = turns_of(order, at, skip(str(at), loser))[at - 1]
    assert loser not in found
    assert bool(found) == (len(set(parties_in(order))) > 1)


@given(rules())
def test_an_insertion_only_shifts_what_comes_after_it(rule: tuple[Order, int]) -> None:
    order, at = rule
    plain = turns_of(order, 60)
    inserted = turns_of(order, 61, insert(str(at), "party-guest"))
    assert inserted[at - 1] == ("party-guest",)
    assert [*inserted[: at - 1], *inserted[at:]] == plain


@given(rules())
def test_exceptions_leave_every_other_cycle_whole(rule: tuple[Order, int]) -> None:
    order, at = rule
    length = cycle(order)
    found = turns_of(order, at + 3 * length, insert(str(at), "party-guest"))[at:]
    assert {party for turn in found[:length] for party in turn} == set(parties_in(order))
