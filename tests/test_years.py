"""What belongs to a year: by its date, by its number, or only perhaps."""

import pytest
from makers import TALKS, commitment, day, mechanism, progress, register, session

from briefgen.register.dates import parse_date
from briefgen.register.register import Session
from briefgen.rules.snapshot import snapshot
from briefgen.rules.years import is_in, sessions_in, sessions_maybe_in, year_of, year_of_report

TODAY = "2026-11-22"
FORUM = "forum"
NUMBERINGS = {
    TALKS: mechanism(),
    FORUM: mechanism(numbering={"by": "year"}),
    "halves": mechanism(numbering={"by": "half-year"}),
}
YEARS = range(2010, 2030)


def found(year: int, *sessions: Session, as_of: str = TODAY) -> list[str]:
    known = snapshot(register(*sessions, mechanisms=NUMBERINGS), day(as_of))
    return [each.id for each in sessions_in(known, list(NUMBERINGS), year)]


def maybe(name: str, *sessions: Session, as_of: str = TODAY) -> list[int]:
    """The years of which a session may have been."""
    known = snapshot(register(*sessions, mechanisms=NUMBERINGS), day(as_of))
    years = [
        year
        for year in YEARS
        if name in {each.id for each in sessions_maybe_in(known, list(NUMBERINGS), year)}
    ]
    assert not any(name in found(year, *sessions, as_of=as_of) for year in years)
    return years


def year(one: Session) -> int | None:
    return year_of(register(one, mechanisms=NUMBERINGS), one)


# The year of a session.


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2023-02-22", 2023),
        ("2023-02", 2023),
        ("2023", 2023),
        ("2023~", 2023),
        ("2023-02-22/2023-02-24", 2023),
        ("XXXX-06-12", None),
        (None, None),
    ],
)
def test_a_sessions_year_is_the_one_of_its_date(date: str | None, expected: int | None) -> None:
    assert year(session("1", date=date)) == expected


@pytest.mark.parametrize(
    ("key", "of", "date", "expected"),
    [
        ("2021", FORUM, None, 2021),
        ("2021", FORUM, "XXXX-06-12", 2021),
        ("2021", FORUM, "2022-01-15", 2022),
        ("2021H2", "halves", None, 2021),
        ("2021H1", "halves", "XXXX-03-01", 2021),
    ],
)
def test_where_its_date_tells_no_year_its_number_may(
    key: str, of: str, date: str | None, expected: int
) -> None:
    assert year(session(key, of, date=date)) == expected


def test_a_session_over_new_year_is_of_the_year_in_which_what_it_made_counts() -> None:
    over = session("1", date="2022-12-30/2023-01-02", commitments=(commitment(1),))
    assert found(2022, over) == []
    assert found(2023, over) == ["talks/1"]


@pytest.mark.parametrize("status", ["held", "planned", "postponed", "cancelled"])
def test_the_sessions_of_a_year_include_those_that_were_not_held(status: str) -> None:
    assert found(2021, session("1", date="2021-05-05", status=status)) == ["talks/1"]


def test_only_the_sessions_of_the_year_are_found() -> None:
    sessions = [session(str(number), date=f"20{number}-05-05") for number in (20, 21, 22)]
    assert [found(each, *sessions) for each in (2019, 2020, 2021, 2022, 2023)] == [
        [],
        ["talks/20"],
        ["talks/21"],
        ["talks/22"],
        [],
    ]


def test_the_sessions_of_a_year_stand_in_the_order_of_their_days_over_all_mechanisms() -> None:
    sessions = (
        session("10", date="2021-09-09"),
        session("9", date="2021-03-03"),
        session("2021", FORUM, date="2021-06-06"),
        session("2021H1", "halves"),
        session("8", date="2021"),
    )
    assert found(2021, *sessions) == [
        *("talks/8", "talks/9", "forum/2021", "halves/2021H1", "talks/10")
    ]


def test_of_some_mechanisms_only_theirs_are_found() -> None:
    sessions = (session("1", date="2021"), session("2021", FORUM))
    known = snapshot(register(*sessions, mechanisms=NUMBERINGS), day(TODAY))
    assert [each.id for each in sessions_in(known, [FORUM], 2021)] == ["forum/2021"]


def test_sessions_after_the_documents_day_are_found_only_as_plans() -> None:
    sessions = (session("1", date="2021-05-05"), session("2", date="2021-09-09", status="planned"))
    assert found(2021, *sessions, as_of="2021-02-02") == ["talks/2"]


# Figures.


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("2022-03-04", [2022]),
        ("2022-03", [2022]),
        ("2022", [2022]),
        ("2022~", [2022]),
        ("2022-12-30/2023-01-02", [2022]),
        ("2016/2020", [2016]),
        ("XXXX-06-12", []),
    ],
)
def test_a_date_is_of_the_year_in_which_it_begins(date: str, years: list[int]) -> None:
    assert [year for year in YEARS if is_in(parse_date(date), year)] == years


# Reports.


@pytest.mark.parametrize(
    ("on", "held", "expected"),
    [
        (None, "2021-03-01", 2021),
        (None, None, None),
        ("2020-11-11", "2021-03-01", 2020),
        ("2020", "2021-03-01", 2020),
        ("2020-12-30/2021-01-02", "2022-03-01", 2021),
        ("XXXX-11-11", "2021-03-01", 2021),
        ("XXXX-11-11", None, None),
    ],
)
def test_a_report_is_of_its_own_year_else_of_its_sessions(
    on: str | None, held: str | None, expected: int | None
) -> None:
    records = register(
        session("1", date="2019-03-01", commitments=(commitment(1),)),
        session("2", date=held, progress=(progress("talks/1/1", on=on),)),
    )
    (report,) = snapshot(records, day(TODAY)).reports
    assert year_of_report(records, report) == expected


# Sessions that may have been of a year.


def test_a_session_of_no_year_was_held_between_its_neighbours() -> None:
    sessions = (session("1", date="2018-03-01"), session("2"), session("3", date="2020-03-01"))
    assert maybe("talks/2", *sessions) == [2018, 2019, 2020]


def test_a_neighbour_further_off_bounds_it_too() -> None:
    sessions = (
        session("1", date="2018-03-01"),
        session("2"),
        session("3"),
        session("5", date="2020-03-01"),
    )
    assert maybe("talks/2", *sessions) == maybe("talks/3", *sessions) == [2018, 2019, 2020]


def test_it_was_not_held_in_a_year_that_only_begins_with_the_next_session() -> None:
    sessions = (session("1"), session("2", date="2020-01-01"))
    assert 2019 in maybe("talks/1", *sessions)
    assert 2020 not in maybe("talks/1", *sessions)


def test_a_plan_bounds_nothing_from_above() -> None:
    sessions = (session("1", date="2019-03-01"), session("2"))
    planned = session("3", date="2021-03-01", status="planned")
    assert maybe("talks/2", *sessions, planned) == list(range(2019, 2027))


def test_a_session_that_was_held_was_held_by_the_documents_day() -> None:
    sessions = (session("1", date="2019-03-01"), session("2"))
    assert maybe("talks/2", *sessions, as_of="2021-06-01") == [2019, 2020, 2021]


def test_a_day_of_no_year_is_in_no_year_in_which_it_lies_out_of_bounds() -> None:
    sessions = (
        session("1", date="2018-07-01"),
        session("2", date="XXXX-06-12"),
        session("3", date="2020-03-01"),
    )
    assert maybe("talks/2", *sessions) == [2019]


def test_a_leap_day_is_in_leap_years_only() -> None:
    sessions = (
        session("1", date="2015-07-01"),
        session("2", date="XXXX-02-29"),
        session("3", date="2022-03-01"),
    )
    assert maybe("talks/2", *sessions) == [2016, 2020]


@pytest.mark.parametrize("status", ["planned", "postponed", "cancelled"])
def test_one_that_was_not_held_may_not_have_been_of_a_year(status: str) -> None:
    sessions = (session("1", date="2018-03-01"), session("2", status=status))
    assert maybe("talks/2", *sessions) == []


@pytest.mark.parametrize("date", ["2019-05-05", "2019-05", "2019", "2019~"])
def test_one_of_a_known_year_is_no_question(date: str) -> None:
    assert maybe("talks/1", session("1", date=date)) == []


def test_one_that_is_numbered_by_its_year_is_no_question() -> None:
    assert maybe("forum/2019", session("2019", FORUM)) == []
    assert maybe("halves/2019H1", session("2019H1", "halves", date="XXXX-05-05")) == []


def test_of_some_mechanisms_only_theirs_may_have_been() -> None:
    known = snapshot(register(session("1"), mechanisms=NUMBERINGS), day(TODAY))
    assert sessions_maybe_in(known, [FORUM], 2019) == ()
    assert len(sessions_maybe_in(known, [TALKS], 2019)) == 1
