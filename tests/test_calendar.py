"""Which sessions count as of a day, which came last, and from when a session looks back."""

import datetime

import pytest
from makers import TALKS, day, mechanism, register, session

from briefgen.register.register import Register, Session
from briefgen.rules.calendar import calendar_of, opening_day
from briefgen.rules.snapshot import next_key, snapshot

TODAY = day("2026-11-22")
YEARLY = {TALKS: mechanism(numbering={"by": "year"})}
HALF_YEARLY = {TALKS: mechanism(numbering={"by": "half-year"})}


def known(records: Register, key: str) -> datetime.date | None:
    return calendar_of(records).days[f"talks/{key}"]


def counts(records: Register, key: str, on: datetime.date) -> bool:
    return f"talks/{key}" in snapshot(records, on).register.sessions


def held(records: Register) -> list[str]:
    return [each.key for each in snapshot(records, TODAY).held(TALKS)]


def following(records: Register, on: datetime.date = TODAY) -> str | None:
    return next_key(snapshot(records, on), TALKS)


def opens(records: Register, key: str) -> datetime.date:
    return opening_day(records.sessions[f"talks/{key}"], calendar_of(records), TODAY)


@pytest.mark.parametrize(
    ("date", "last"),
    [
        ("2023-02-22", "2023-02-22"),
        ("2023-02", "2023-02-28"),
        ("2024-02", "2024-02-29"),
        ("2023", "2023-12-31"),
        ("2018~", "2018-12-31"),
        ("2023-02-22/2023-02-24", "2023-02-24"),
    ],
)
def test_a_session_counts_from_the_last_day_that_its_date_can_mean(date: str, last: str) -> None:
    records = register(session("1", date=date))
    assert known(records, "1") == day(last)
    assert counts(records, "1", day(last))
    assert not counts(records, "1", day(last) - datetime.timedelta(days=1))


def test_a_session_of_an_unknown_year_counts_always() -> None:
    records = register(session("1", date="XXXX-06-12"))
    assert known(records, "1") is None
    assert counts(records, "1", day("1999-01-01"))


def test_an_undated_session_counted_by_year_counts_from_the_end_of_its_year() -> None:
    assert known(register(session("2021"), mechanisms=YEARLY), "2021") == day("2021-12-31")


def test_undated_sessions_counted_by_half_year_count_from_the_end_of_their_half() -> None:
    records = register(session("2007H1"), session("2007H2"), mechanisms=HALF_YEARLY)
    assert [known(records, key) for key in ("2007H1", "2007H2")] == [
        day("2007-06-30"),
        day("2007-12-31"),
    ]


def test_undated_sessions_came_one_by_one_before_the_next_dated_one() -> None:
    records = register(session("8"), session("9"), session("10", date="2019-03-22"))
    assert [known(records, key) for key in ("8", "9", "10")] == [
        *(day("2019-03-20"), day("2019-03-21"), day("2019-03-22"))
    ]


def test_an_undated_session_after_all_dated_ones_counts_always() -> None:
    assert known(register(session("1", date="2019-03-22"), session("2")), "2") is None


def test_two_sessions_of_one_year_keep_their_order() -> None:
    records = register(session("1", date="2021"), session("2", date="2021"))
    assert [known(records, key) for key in ("1", "2")] == [day("2021-12-30"), day("2021-12-31")]


def test_a_day_that_is_known_is_never_moved_by_other_sessions() -> None:
    records = register(session("1", date="2022-05-01"), session("2", date="2021-05-01"))
    assert known(records, "1") == day("2022-05-01")


def test_a_plan_for_the_future_leaves_the_session_before_it_in_the_past() -> None:
    records = register(session("4"), session("5", status="planned", date="2030-03"))
    assert known(records, "4") is None
    assert held(records) == ["4"]
    assert following(records) == "5"


def test_a_plan_of_the_past_still_came_after_the_session_before_it() -> None:
    records = register(
        session("11"),
        session("12", status="planned", date="2021"),
        session("14", date="2023-02-22"),
    )
    assert known(records, "11") == day("2021-12-30")


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_the_date_of_a_session_that_was_called_off_tells_nothing_of_others(status: str) -> None:
    records = register(
        session("1"), session("2", status=status, date="2010"), session("3", date="2020-01-10")
    )
    assert known(records, "1") == day("2020-01-08")


# Held and next.


def test_only_sessions_that_were_held_are_held() -> None:
    records = register(
        session("1", date="2019"),
        session("2", date="2020", status="planned"),
        session("3", date="2021", status="postponed"),
        session("4", date="2022", status="cancelled"),
    )
    assert held(records) == ["1"]
    assert following(records) == "2"


def test_the_next_session_follows_the_last_one_held_by_the_day() -> None:
    records = register(session("9", date="2018"), session("10", date="2019-03-22"))
    assert following(records, day("2019-03-21")) == "10"
    assert following(records, day("2019-03-22")) == "11"


def test_the_first_planned_session_is_next_where_none_was_held() -> None:
    records = register(session("2", status="planned"), session("1", status="planned"))
    assert following(records) == "1"


def test_no_session_is_next_where_none_was_held_or_planned() -> None:
    assert following(register(session("1", status="cancelled"))) is None
    assert following(register()) is None


def test_the_next_session_of_a_yearly_mechanism_is_the_year_after() -> None:
    records = register(session("2023", date="2023-02-22"), mechanisms=YEARLY)
    assert following(records) == "2024"


def test_the_next_session_after_a_second_half_is_the_first_half_of_the_year_after() -> None:
    records = register(session("2007H2"), mechanisms=HALF_YEARLY)
    assert following(records) == "2008H1"


def test_gaps_before_the_last_session_held_do_not_come_next() -> None:
    records = register(session("9", date="2018"), session("14", date="2023"))
    assert following(records) == "15"


# The eve.


def alone(**fields: object) -> Session:
    return session("1", **fields)


@pytest.mark.parametrize(
    ("date", "eve"),
    [
        ("2023-02-22", "2023-02-21"),
        ("2023-02-22/2023-02-24", "2023-02-21"),
        ("2023", "2023-12-30"),
        ("XXXX-06-12", "2026-11-22"),
        ("2030-01-01", "2026-11-22"),
        (None, "2026-11-22"),
    ],
)
def test_a_session_looks_at_the_register_from_its_eve(date: str | None, eve: str) -> None:
    assert opens(register(alone(date=date)), "1") == day(eve)


def test_a_session_without_a_file_looks_at_the_register_as_it_is() -> None:
    assert opening_day(None, calendar_of(register()), TODAY) == TODAY


def test_a_plan_that_was_never_confirmed_looks_back_from_its_own_time() -> None:
    assert opens(register(alone(date="2021", status="planned")), "1") == day("2021-12-30")


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_a_session_that_was_called_off_looks_at_the_register_as_it_is(status: str) -> None:
    assert opens(register(alone(date="2021", status=status)), "1") == TODAY


def test_sessions_before_always_count_on_the_eve() -> None:
    records = register(
        session("8"), session("9"), session("10", date="2019"), session("11", date="2019")
    )
    for earlier, later in (("8", "9"), ("9", "10"), ("10", "11")):
        assert counts(records, earlier, opens(records, later))
        assert not counts(records, later, opens(records, later))
