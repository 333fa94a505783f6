"""The ledger: one standing for every commitment on every day, and never one dated later."""

import datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import TALKS, commitment, day, mechanism, progress, register, session

from briefgen.register.models.commitments import Progress
from briefgen.register.register import Register, Session
from briefgen.rules.chains import chains_of
from briefgen.rules.ledger import (
    OPEN,
    LedgerLine,
    ledger,
    totals,
)
from briefgen.rules.review import Review, review
from briefgen.rules.snapshot import snapshot
from briefgen.rules.standings import STANDINGS, Standing

TODAY = day("2026-11-22")


def lines_of(records: Register, on: datetime.date = TODAY) -> dict[str, LedgerLine]:
    return {line.id: line for line in ledger(snapshot(records, on), TALKS)}


def standing(records: Register, on: datetime.date = TODAY, name: str = "talks/1/1") -> Standing:
    return lines_of(records, on)[name].standing


def made(**fields: object) -> Register:
    """One commitment made on 1 March 2020, and a second session on 1 March 2022."""
    second = {"date": "2022-03-01", **fields}
    first = session("1", date="2020-03-01", commitments=(commitment(1),))
    return register(first, session("2", **second))


# Standings.


def test_a_commitment_on_which_nothing_is_recorded_has_no_report() -> None:
    assert standing(made()) == "no-report"


@pytest.mark.parametrize("status", get_args(Progress))
def test_a_commitment_stands_as_it_was_reported(status: str) -> None:
    assert standing(made(progress=(progress("talks/1/1", status),))) == status


def test_there_is_a_standing_for_every_status_that_can_be_reported() -> None:
    assert set(get_args(Progress)) | {"no-report", "superseded"} == set(STANDINGS)
    assert set(get_args(Standing)) == set(STANDINGS)


@pytest.mark.parametrize("status", get_args(Progress))
def test_only_what_is_neither_done_nor_overtaken_is_open(status: str) -> None:
    line = lines_of(made(progress=(progress("talks/1/1", status),)))["talks/1/1"]
    assert line.is_open == (status in {"under-implementation", "not-implemented"})


def test_a_silent_commitment_is_open_and_a_superseded_one_is_not() -> None:
    assert lines_of(made())["talks/1/1"].is_open
    assert OPEN.isdisjoint({"superseded", "implemented", "overtaken-by-events"})


# As of a day.


def test_a_commitment_is_not_yet_made_the_day_before_its_session() -> None:
    assert lines_of(made(), day("2020-02-29")) == {}
    assert list(lines_of(made(), day("2020-03-01"))) == ["talks/1/1"]


def test_a_report_counts_from_its_own_date() -> None:
    records = made(progress=(progress("talks/1/1", "implemented", on="2021-05-05"),))
    assert standing(records, day("2021-05-04")) == "no-report"
    assert standing(records, day("2021-05-05")) == "implemented"


def test_a_report_of_a_year_counts_from_the_end_of_that_year() -> None:
    records = made(progress=(progress("talks/1/1", "implemented", on="2021"),))
    assert standing(records, day("2021-12-30")) == "no-report"
    assert standing(records, day("2021-12-31")) == "implemented"


def test_an_undated_report_counts_from_its_session() -> None:
    records = made(progress=(progress("talks/1/1", "implemented"),))
    assert standing(records, day("2022-02-28")) == "no-report"
    assert standing(records, day("2022-03-01")) == "implemented"


def test_an_undated_report_of_a_session_of_unknown_day_counts_always() -> None:
    records = made(date=None, progress=(progress("talks/1/1", "implemented"),))
    assert standing(records, day("2020-03-01")) == "implemented"


def test_the_latest_report_wins_wherever_it_is_written() -> None:
    records = register(
        session("1", date="2020-03-01", commitments=(commitment(1),)),
        session(
            "2",
            date="2022-03-01",
            progress=(
                progress("talks/1/1", "implemented", on="2022-02-01"),
                progress("talks/1/1", "not-implemented", on="2021-02-01"),
            ),
        ),
    )
    assert standing(records) == "implemented"
    assert standing(records, day("2021-12-31")) == "not-implemented"


def test_of_two_reports_of_one_day_the_one_written_last_wins() -> None:
    entries = [progress("talks/1/1", status) for status in ("not-implemented", "implemented")]
    assert standing(made(progress=tuple(entries))) == "implemented"


def test_of_undated_reports_that_of_the_later_session_wins() -> None:
    records = register(
        session("8", commitments=(commitment(1),)),
        session("10", progress=(progress("talks/8/1", "implemented"),)),
        session("9", progress=(progress("talks/8/1", "under-implementation"),)),
    )
    assert standing(records, name="talks/8/1") == "implemented"


def test_the_last_report_tells_its_entry_its_session_and_its_day() -> None:
    entry = progress("talks/1/1", "implemented")
    report = lines_of(made(progress=(entry,)))["talks/1/1"].last_report
    assert report is not None
    assert report.session is not None
    assert (report.entry, report.session.id, report.day) == (entry, "talks/2", day("2022-03-01"))


def test_a_report_from_another_mechanisms_session_counts() -> None:
    records = register(
        session("1", date="2020-03-01", commitments=(commitment(1),)),
        session(
            "2022",
            "meeting",
            date="2022-03-01",
            progress=(progress("talks/1/1", "implemented"),),
        ),
        mechanisms={TALKS: mechanism(), "meeting": mechanism(numbering={"by": "year"})},
    )
    assert standing(records) == "implemented"


def test_a_plan_makes_no_commitments() -> None:
    records = register(session("1", status="planned", commitments=(commitment(1),)))
    assert lines_of(records) == {}


@pytest.mark.parametrize("status", ["planned", "postponed", "cancelled"])
def test_a_session_that_was_not_held_supersedes_nothing(status: str) -> None:
    following = commitment(1, follows=("talks/1/1",))
    assert standing(made(status=status, commitments=(following,))) == "no-report"


# Superseded.


def test_a_commitment_is_superseded_from_the_session_that_carries_it_on() -> None:
    records = made(commitments=(commitment(1, follows=("talks/1/1",)),))
    assert standing(records, day("2022-02-28")) == "no-report"
    assert standing(records, day("2022-03-01")) == "superseded"
    assert lines_of(records)["talks/1/1"].superseded_by == "talks/2/1"
    assert standing(records, name="talks/2/1") == "no-report"


def test_a_superseded_commitment_keeps_its_last_report() -> None:
    records = made(
        progress=(progress("talks/1/1", "under-implementation"),),
        commitments=(commitment(1, follows=("talks/1/1",)),),
    )
    line = lines_of(records)["talks/1/1"]
    assert line.standing == "superseded"
    assert line.last_report is not None
    assert line.last_report.entry.status == "under-implementation"


def test_of_several_that_carry_a_commitment_on_the_first_is_named() -> None:
    following = [commitment(number, follows=("talks/1/1",)) for number in (1, 2)]
    records = made(commitments=tuple(following))
    assert lines_of(records)["talks/1/1"].superseded_by == "talks/2/1"


def test_a_commitment_carried_on_by_another_mechanism_is_superseded() -> None:
    records = register(
        session("1", date="2020-03-01", commitments=(commitment(1),)),
        session(
            "2022",
            "meeting",
            date="2022-03-01",
            commitments=(commitment(3, follows=("talks/1/1",)),),
        ),
        mechanisms={TALKS: mechanism(), "meeting": mechanism(numbering={"by": "year"})},
    )
    assert standing(records, day("2021-01-01")) == "no-report"
    assert standing(records) == "superseded"
    assert lines_of(records)["talks/1/1"].superseded_by == "meeting/2022/3"


# Overdue.


def due(text: str, **fields: object) -> Register:
    first = session("1", date="2020-03-01", commitments=(commitment(1, due=text),))
    return register(first, session("2", date="2022-03-01", **fields))


def test_a_commitment_is_overdue_the_day_after_its_due_date() -> None:
    assert not lines_of(due("2021-06-30"), day("2021-06-30"))["talks/1/1"].overdue
    assert lines_of(due("2021-06-30"), day("2021-07-01"))["talks/1/1"].overdue


def test_a_commitment_due_in_a_year_is_overdue_after_that_year() -> None:
    assert not lines_of(due("2021"), day("2021-12-31"))["talks/1/1"].overdue
    assert lines_of(due("2021"), day("2022-01-01"))["talks/1/1"].overdue


def test_without_a_due_date_nothing_is_overdue() -> None:
    assert not lines_of(made())["talks/1/1"].overdue


def test_a_due_date_of_an_unknown_year_is_never_past() -> None:
    assert not lines_of(due("XXXX-06-12"))["talks/1/1"].overdue


@pytest.mark.parametrize("status", ["implemented", "overtaken-by-events"])
def test_what_is_settled_is_not_overdue(status: str) -> None:
    records = due("2021", progress=(progress("talks/1/1", status),))
    assert not lines_of(records)["talks/1/1"].overdue


def test_what_is_superseded_is_not_overdue() -> None:
    records = due("2021", commitments=(commitment(1, follows=("talks/1/1",)),))
    assert not lines_of(records)["talks/1/1"].overdue


# Chains.


def chains(*follows: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The chains of sessions 1, 2, … with one commitment each, following those named."""
    sessions = [
        session(str(number), date=f"{2000 + number}", commitments=(commitment(1, follows=names),))
        for number, names in enumerate(follows, start=1)
    ]
    found = chains_of(snapshot(register(*sessions), TODAY))
    return {name: found.of(name) for name in found.follows}


def test_a_commitment_that_follows_none_is_its_own_chain() -> None:
    assert chains(()) == {"talks/1/1": ("talks/1/1",)}


def test_a_chain_leads_from_the_first_commitment_to_the_last() -> None:
    found = chains((), ("talks/1/1",), ("talks/2/1",))
    assert found["talks/3/1"] == ("talks/1/1", "talks/2/1", "talks/3/1")
    assert found["talks/2/1"] == ("talks/1/1", "talks/2/1")


@pytest.mark.parametrize(
    "both", [("talks/1/1", "talks/2/1"), ("talks/2/1", "talks/1/1")], ids=["old", "new"]
)
def test_a_chain_is_oldest_first_however_it_is_written(both: tuple[str, str]) -> None:
    found = chains((), ("talks/1/1",), both)
    assert found["talks/3/1"] == ("talks/1/1", "talks/2/1", "talks/3/1")


def test_a_chain_goes_on_through_another_mechanism() -> None:
    link = commitment(2, follows=("talks/1/1",))
    records = register(
        session("1", date="2018", commitments=(commitment(1),)),
        session("2019", "meeting", date="2019", commitments=(link,)),
        session("2", date="2020", commitments=(commitment(1, follows=("meeting/2019/2",)),)),
        mechanisms={TALKS: mechanism(), "meeting": mechanism(numbering={"by": "year"})},
    )
    found = chains_of(snapshot(records, TODAY)).of("talks/2/1")
    assert found == ("talks/1/1", "meeting/2019/2", "talks/2/1")


def test_a_chain_through_a_session_of_unknown_day_keeps_its_order() -> None:
    records = register(
        session("1", date="2018", commitments=(commitment(1),)),
        session("2", date="XXXX-05-01", commitments=(commitment(1, follows=("talks/1/1",)),)),
        session("3", commitments=(commitment(1, follows=("talks/2/1",)),)),
    )
    found = chains_of(snapshot(records, TODAY)).of("talks/3/1")
    assert found == ("talks/1/1", "talks/2/1", "talks/3/1")


# Totals.


def test_totals_name_every_standing_even_those_of_none() -> None:
    assert totals([]) == dict.fromkeys(STANDINGS, 0)


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Up to five sessions, each with commitments, some following, some reported on."""
    years = draw(st.lists(st.integers(2000, 2030), min_size=1, max_size=5, unique=True))
    sessions = []
    names: list[str] = []
    for number, year in enumerate(sorted(years), start=1):
        earlier = st.lists(st.sampled_from(names), max_size=2) if names else st.just([])
        own = tuple(
            commitment(each, follows=tuple(draw(earlier)), due=draw(st.none() | st.just(year)))
            for each in range(1, draw(st.integers(1, 4)))
        )
        entries = tuple(
            progress(name, draw(st.sampled_from(get_args(Progress))), on=draw(dates(year)))
            for name in draw(earlier)
        )
        date = draw(dates(year))
        sessions.append(session(str(number), date=date, commitments=own, progress=entries))
        names += [f"talks/{number}/{each.number}" for each in own]
    return register(*sessions)


def dates(year: int) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, "XXXX-05-05", f"{year}", f"{year}-05", f"{year}-05-05"])


@given(registers(), st.dates(day("1999-01-01"), day("2032-01-01")))
def test_on_every_day_each_commitment_stands_once_and_totals_add_up(
    records: Register, on: datetime.date
) -> None:
    lines = ledger(snapshot(records, on), TALKS)
    assert len({line.id for line in lines}) == len(lines)
    assert sum(totals(lines).values()) == len(lines)
    assert {line.id for line in lines if line.standing == "superseded"} == {
        line.id for line in lines if line.superseded_by is not None
    }


@given(registers(), st.dates(day("1999-01-01"), day("2032-01-01")), st.integers(0, 4000))
def test_what_was_once_promised_stays_in_the_ledger(
    records: Register, on: datetime.date, days: int
) -> None:
    earlier = [line.id for line in ledger(snapshot(records, on), TALKS)]
    later = [
        line.id for line in ledger(snapshot(records, on + datetime.timedelta(days=days)), TALKS)
    ]
    assert set(earlier) <= set(later)


@given(registers(), st.dates(day("1999-01-01"), day("2032-01-01")))
def test_nothing_reported_later_counts(records: Register, on: datetime.date) -> None:
    reports = [
        line.last_report for line in ledger(snapshot(records, on), TALKS) if line.last_report
    ]
    assert all(report.day is None or report.day <= on for report in reports)


@given(registers(), st.dates(day("1999-01-01"), day("2032-01-01")), st.integers(1, 4000))
def test_what_is_closed_stays_closed_unless_a_later_entry_says_otherwise(
    records: Register, on: datetime.date, days: int
) -> None:
    after = on + datetime.timedelta(days=days)
    later = {line.id: line for line in ledger(snapshot(records, after), TALKS)}
    for line in ledger(snapshot(records, on), TALKS):
        if not line.is_open and later[line.id].is_open:
            report = later[line.id].last_report
            assert report is not None
            assert report.day is not None
            assert on < report.day <= after
            assert report.entry.status in OPEN


@given(registers(), st.dates(day("1999-01-01"), day("2032-01-01")))
def test_a_snapshot_of_a_snapshot_is_the_earlier_one(records: Register, on: datetime.date) -> None:
    later = snapshot(records, on + datetime.timedelta(days=900))
    assert ledger(later.before(on), TALKS) == ledger(snapshot(records, on), TALKS)


def test_a_commitment_can_be_reopened_by_a_later_entry() -> None:
    entries = (
        progress("talks/1/1", "implemented", on="2021-01-01"),
        progress("talks/1/1", "under-implementation", on="2021-06-01"),
    )
    records = made(progress=entries)
    days = ("2021-01-01", "2021-05-31", "2021-06-01")
    assert [standing(records, day(each)) for each in days] == [
        *("implemented", "implemented", "under-implementation")
    ]


# Reports of uncertain days.


def test_a_report_recorded_by_a_later_session_counts_from_its_own_day_without_it() -> None:
    records = made(progress=(progress("talks/1/1", "implemented", on="2021-05-05"),))
    report = lines_of(records, day("2021-06-01"))["talks/1/1"].last_report
    assert report is not None
    assert (report.session, report.day) == (None, day("2021-05-05"))


def test_a_report_of_unknown_day_came_after_the_sessions_before_its_own() -> None:
    records = register(
        session("1", date="2020-03-01", commitments=(commitment(1),)),
        session("2", date="2021-03-01", progress=(progress("talks/1/1", "not-implemented"),)),
        session("3", progress=(progress("talks/1/1", "implemented"),)),
    )
    report = lines_of(records)["talks/1/1"].last_report
    assert standing(records) == "implemented"
    assert report is not None
    assert report.day is None


def test_a_report_of_a_day_of_no_year_counts_from_its_session() -> None:
    records = made(progress=(progress("talks/1/1", "implemented", on="XXXX-05-05"),))
    assert standing(records, day("2022-02-28")) == "no-report"
    assert standing(records, day("2022-03-01")) == "implemented"


# Reviews.


def review_of(*sessions: Session, **others: Session) -> Review:
    """What the last of some sessions reviewed, on the day after everything."""
    records = register(
        *sessions,
        *others.values(),
        mechanisms={TALKS: mechanism(), "meeting": mechanism(numbering={"by": "year"})},
    )
    known = snapshot(records, TODAY)
    last = sessions[-1]
    assert last.date is not None
    assert last.date.earliest is not None
    eve = known.before(last.date.earliest - datetime.timedelta(days=1))
    return review(known, last, ledger(eve, TALKS))


def test_a_review_tells_what_was_reported_what_was_passed_over_and_what_was_left() -> None:
    found = review_of(
        session("1", date="2019-03-01", commitments=(commitment(1),)),
        session("2", date="2020-03-01", commitments=(commitment(1), commitment(2), commitment(3))),
        session(
            "3",
            date="2021-03-01",
            reviews=("talks/2",),
            progress=(progress("talks/2/1"),),
            commitments=(commitment(1),),
            held_with="meeting/2021",
        ),
        pair=session(
            "2021", "meeting", date="2021-03-01", progress=(progress("talks/2/2", "implemented"),)
        ),
    )
    assert found.reported == ("talks/2/1",)
    assert found.elsewhere == ("talks/2/2",)
    assert found.silent == ("talks/2/3",)
    assert found.left == ("talks/1/1",)


def test_what_was_closed_before_needs_no_review() -> None:
    found = review_of(
        session("1", date="2019-03-01", commitments=(commitment(1), commitment(2))),
        session(
            "2",
            date="2020-03-01",
            progress=(progress("talks/1/1", "implemented"),),
            commitments=(commitment(1, follows=("talks/1/2",)),),
        ),
        session("3", date="2021-03-01"),
    )
    assert found.left == ("talks/2/1",)
    assert found.reported == found.elsewhere == found.silent == ()


@given(registers())
def test_a_review_speaks_of_every_open_commitment_once(records: Register) -> None:
    known = snapshot(records, day("2032-01-01"))
    last = records.sessions_of(TALKS)[-1]
    lines = ledger(known, TALKS)
    found = review(known, last, lines)
    told = [*found.reported, *found.elsewhere, *found.silent, *found.left]
    before = [line for line in lines if line.session.id != last.id]
    assert sorted(told) == sorted(line.id for line in before if line.is_open)


def test_a_session_of_unknown_day_reviews_nothing_that_it_promised_itself() -> None:
    records = register(
        session("1", commitments=(commitment(1),)), session("2", commitments=(commitment(1),))
    )
    known = snapshot(records, TODAY)
    found = review(known, records.sessions["talks/2"], ledger(known, TALKS))
    assert found.left == ("talks/1/1",)
