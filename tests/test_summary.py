"""The yearly summary: counts that add up, as they stood at the year's end, and who hosts next."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import (
    CLOCK,
    TALKS,
    commitment,
    day,
    era,
    mechanism,
    participant,
    progress,
    register,
    session,
)
from pages import (
    body_rows,
    captions,
    elements,
    listed_sources,
    page_of,
    page_text,
    part,
    table,
)
from test_ledger import registers

from briefgen.documents.catalogue import SUMMARY
from briefgen.documents.editions import Edition
from briefgen.documents.orders import SummaryOrder
from briefgen.documents.summary import Summary, prepare_summary
from briefgen.documents.tallies import TallyView
from briefgen.documents.yearly import reports_view
from briefgen.problems import UsageError
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.page import Page, text_of, walk
from briefgen.rules.ledger import ledger, totals
from briefgen.rules.snapshot import snapshot
from briefgen.rules.years import year_of, year_of_report

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-22"
YEARS = st.integers(1999, 2032)
NEXT = "The session after the last one held by the end of the year"
BESIDE = "The year beside the year before"
SECRET = {"objectives": ("A made-up objective",)}
TURNS = era("1", "party-x", ("party-x", "party-a"))


def order(
    year: int, mechanism: str | None = None, as_of: str = TODAY, edition: Edition = "internal"
) -> SummaryOrder:
    return SummaryOrder(year, day(as_of), edition, mechanism=mechanism)


def summary(
    records: Register, year: int, mechanism: str | None = None, as_of: str = TODAY
) -> Summary:
    return prepare_summary(records, order(year, mechanism, as_of))


def page(records: Register, year: int, mechanism: str | None = None, as_of: str = TODAY) -> Page:
    return page_of(SUMMARY, records, order(year, mechanism, as_of))


def meetings(document: Summary) -> list[str]:
    return [each.session.id for each in document.meetings]


def counts(tally: TallyView) -> tuple[int, ...]:
    """Made, implemented, open, without report, closed, all."""
    return (
        *(tally.made, tally.implemented, tally.open),
        *(tally.silent, tally.closed, tally.all),
    )


def by_party(document: Summary) -> dict[str | None, tuple[int, ...]]:
    return {each.party.id if each.party else None: counts(each) for each in document.parties}


# What adds up in every register.


@given(registers(), YEARS, st.dates(day("1999-01-01"), day("2032-12-31")))
def test_in_every_tally_what_is_implemented_open_and_closed_is_all(
    records: Register, year: int, on: datetime.date
) -> None:
    found = prepare_summary(records, SummaryOrder(year, on, "shared"))
    for tally in (found.total, *found.areas, *found.parties):
        assert tally.implemented + tally.open + tally.closed == tally.all
        assert 0 <= tally.silent <= tally.open
        assert 0 <= tally.made <= tally.all


@given(registers(), YEARS, st.dates(day("1999-01-01"), day("2032-12-31")))
def test_the_areas_add_up_to_the_total_and_the_total_is_the_ledgers(
    records: Register, year: int, on: datetime.date
) -> None:
    found = prepare_summary(records, SummaryOrder(year, on, "shared"))
    assert [sum(column) for column in zip(*map(counts, found.areas), strict=True)] == (
        list(counts(found.total)) if found.areas else []
    )
    until = min(on, datetime.date(year, 12, 31))
    assert found.until == until
    assert found.total.standings == tuple(
        totals(ledger(snapshot(records, on).before(until), TALKS)).items()
    )
    assert (found.areas == ()) == (found.total.all == 0)


@given(registers(), st.dates(day("2031-01-01"), day("2032-12-31")))
def test_every_commitment_of_a_known_year_is_made_in_that_year_only(
    records: Register, on: datetime.date
) -> None:
    made = [
        line.id
        for year in range(1999, 2033)
        for line in prepare_summary(records, SummaryOrder(year, on, "shared")).made.lines
    ]
    dated = [each for each in records.sessions.values() if year_of(records, each) is not None]
    assert sorted(made) == sorted(
        one.commitment_id(each) for one in dated for each in one.commitments
    )


@given(registers(), YEARS)
def test_what_was_made_in_the_year_is_listed(records: Register, year: int) -> None:
    found = prepare_summary(records, SummaryOrder(year, day("2032-01-01"), "shared"))
    assert len(found.made.lines) == found.total.made
    assert {line.session.id for line in found.made.lines} <= set(meetings(found))


@given(registers())
def test_every_report_of_a_known_year_is_told_in_that_year_only(records: Register) -> None:
    known = snapshot(records, day("2032-12-31"))
    years = [year_of_report(records, report) for report in known.reports]
    for year in range(1999, 2033):
        assert len(reports_view(known, [TALKS], year)) == years.count(year)


# Commitments at the year's end.


def made() -> Register:
    """Three commitments of 2020, one of 2021; reports of 2021 and 2022."""
    return register(
        session(
            "1",
            date="2020-03-01",
            commitments=(
                commitment(1, responsible=("party-a", "party-b")),
                commitment(2, area="area-b", responsible=("party-a",)),
                commitment(3, area="area-b"),
            ),
        ),
        session(
            "2",
            date="2021-03-01",
            progress=(progress("talks/1/1", "under-implementation"),),
            commitments=(commitment(1, follows=("talks/1/3",)),),
        ),
        session("3", date="2022-03-01", progress=(progress("talks/1/1", "implemented"),)),
    )


@pytest.mark.parametrize(
    ("year", "total"),
    [
        (2019, (0, 0, 0, 0, 0, 0)),
        (2020, (3, 0, 3, 3, 0, 3)),
        (2021, (1, 0, 3, 2, 1, 4)),
        (2022, (0, 1, 2, 2, 1, 4)),
        (2023, (0, 1, 2, 2, 1, 4)),
    ],
)
def test_commitments_stand_as_at_the_years_end(year: int, total: tuple[int, ...]) -> None:
    assert counts(summary(made(), year).total) == total


@pytest.mark.parametrize(
    ("status", "total"),
    [
        ("implemented", (1, 1, 0, 0, 0, 1)),
        ("under-implementation", (1, 0, 1, 0, 0, 1)),
        ("not-implemented", (1, 0, 1, 0, 0, 1)),
        ("overtaken-by-events", (1, 0, 0, 0, 1, 1)),
    ],
)
def test_each_status_is_counted_as_implemented_open_or_closed(
    status: str, total: tuple[int, ...]
) -> None:
    entries = (progress("talks/1/1", status, on="2020-09-09"),)
    records = register(
        session("1", date="2020-03-01", commitments=(commitment(1),), progress=entries)
    )
    assert counts(summary(records, 2020).total) == total


def test_a_report_of_the_next_year_changes_nothing_and_is_not_told() -> None:
    found = summary(made(), 2021)
    assert [(each.number, each.status) for each in found.reports] == [
        ("1/1", "under-implementation")
    ]
    assert found.total.implemented == 0
    assert [each.status for each in summary(made(), 2022).reports] == ["implemented"]


def test_a_report_of_the_year_that_was_recorded_later_stands_with_both() -> None:
    records = register(
        session("1", date="2020-03-01", commitments=(commitment(1),)),
        session("2", date="2021-03-01", progress=(progress("talks/1/1", on="2020-09-09"),)),
    )
    (row,) = body_rows(table(page(records, 2020), "Reported in the year"))
    assert row[3].startswith("Talks, 2nd session1, 9 Sept 2020")
    assert summary(records, 2021).reports == ()
    assert "No report of the year" in page_text(page(records, 2021))


def test_a_report_of_a_day_of_no_year_is_of_its_sessions_year() -> None:
    records = register(
        session("1", date="2020-03-01", commitments=(commitment(1),)),
        session("2", date="2021-03-01", progress=(progress("talks/1/1", on="XXXX-02-02"),)),
    )
    assert [len(summary(records, year).reports) for year in (2020, 2021, 2022)] == [0, 1, 0]


def test_by_party_stand_those_named_and_those_of_all_together() -> None:
    assert by_party(summary(made(), 2020)) == {
        None: (1, 0, 1, 1, 0, 1),
        "party-a": (2, 0, 2, 2, 0, 2),
        "party-b": (1, 0, 1, 1, 0, 1),
    }
    names = [row[0] for row in body_rows(table(page(made(), 2020), "By party that is responsible"))]
    assert names == ["All parties together", "Party A", "Party B"]


def test_the_table_of_areas_ends_with_all() -> None:
    rows = body_rows(table(page(made(), 2021), "By area, as on 31 December 2021"))
    assert rows == [
        ["Area A", "1", "0", "2", "1", "0", "2"],
        ["Area B", "0", "0", "1", "1", "1", "2"],
        ["All", "1", "0", "3", "2", "1", "4"],
    ]


def test_before_the_years_end_commitments_stand_as_on_the_documents_day() -> None:
    found = summary(made(), 2022, as_of="2022-02-02")
    assert (found.until, counts(found.total)) == (day("2022-02-02"), (0, 0, 3, 2, 1, 4))
    shown = page(made(), 2022, as_of="2022-02-02")
    assert "By area, as on 2 February 2022" in captions(shown)
    assert "commitments as they stood on 2 February 2022" in page_text(shown)


def test_a_session_over_new_year_counts_in_one_year_with_all_that_it_made() -> None:
    over = session("1", date="2020-12-30/2021-01-02", commitments=(commitment(1),))
    found = [summary(register(over), year) for year in (2020, 2021, 2022)]
    assert [(len(each.held), each.total.made) for each in found] == [(0, 0), (1, 1), (0, 0)]


# Sessions.


@pytest.mark.parametrize(
    ("status", "shown"),
    [("planned", "planned"), ("postponed", "postponed"), ("cancelled", "cancelled")],
)
def test_sessions_that_were_not_held_stand_with_their_status_and_count_for_none(
    status: str, shown: str
) -> None:
    records = register(
        session(
            "1",
            date="2021-05-05",
            status=status,
            mode="online",
            participants=(participant("person-a", "party-a"),),
            commitments=(commitment(1),),
        )
    )
    found = page(records, 2021)
    (row,) = body_rows(table(found, "Sessions of the year"))
    assert row[4] == f"{shown}, online"
    assert f"Talks, 1st session, {shown}" in captions(found)
    assert summary(records, 2021).held == ()
    assert summary(records, 2021).total.all == 0


def test_those_who_attended_stand_by_delegation_the_hosts_first() -> None:
    records = register(
        session(
            "1",
            date="2021-05-05",
            host="party-x",
            participants=(
                participant("person-a", "party-a", attendance="absent"),
                participant("person-x", "party-x", attendance="online"),
                participant(None, "party-x", None, group="A made-up group"),
            ),
        ),
        session("2", date="2021-06-06"),
    )
    found = page(records, 2021)
    assert body_rows(table(found, "Talks, 1st session")) == [
        ["Party X", "Person X, head of delegation, online1", "A made-up group1"],
        ["Party A", "Person A, head of delegation, absent1", "–"],
    ]
    assert "Talks, 2nd session: no participants are recorded." in page_text(found)


def test_outcome_documents_are_counted_by_the_numbers_recorded() -> None:
    paper = {"kind": "agreement", "title": "A made-up agreement", "sources": ("source-b",)}
    records = register(
        session(
            "1",
            date="2021-05-05",
            outcomes=(paper, {**paper, "count": 7, "period": "2021/2025", "signed": "2021-05-05"}),
        )
    )
    assert summary(records, 2021).outcomes == 8
    rows = body_rows(table(page(records, 2021), "Signed or adopted at the sessions of the year"))
    assert [row[2:] for row in rows] == [
        ["1", "not recorded", "not recorded"],
        ["7", "2021–2025", "5 May 2021"],
    ]


def test_sessions_of_no_known_year_are_named_where_they_may_belong() -> None:
    records = register(session("1", date="2020-03-01"), session("2"), session("3", date="2022"))
    assert [bool(summary(records, year).undated) for year in range(2019, 2025)] == [
        *(False, True, True, True, False, False)
    ]
    assert "they may have been held in 2021: Talks, 2nd session1." in page_text(page(records, 2021))


# Figures.


def figure(value: float, period: str, source: str = "source-b", **fields: object) -> object:
    said = {"measure": "Made-up turnover", "value": value, "scale": "billion", "unit": "pieces"}
    return {**said, "period": period, "sources": (source,), **fields}


def test_figures_of_the_year_stand_beside_those_of_the_year_before() -> None:
    records = register(
        session("1", date="2021-03-01", figures=(figure(5, "2020"),)),
        session("2", date="2022-03-01", figures=(figure(7, "2021"),)),
        session("3", date="2023-03-01", figures=(figure(9, "2022"),)),
    )
    (row,) = body_rows(table(page(records, 2021), BESIDE))
    assert row[0] == "Made-up turnover"
    assert row[1].startswith("7 billion pieces")
    assert row[2].startswith("5 billion pieces")
    (later,) = body_rows(table(page(records, 2023), BESIDE))
    assert (later[1], later[2][:16]) == ("not recorded", "9 billion pieces")
    assert "No figures for 2024 or the year before" in page_text(page(records, 2024))


def test_two_values_from_two_sources_both_stand_with_both_sources() -> None:
    records = register(
        session("1", date="2022-03-01", figures=(figure(5, "2021"),)),
        session("2", date="2022-09-01", figures=(figure(6, "2021", "source-c"),)),
    )
    (row,) = body_rows(table(page(records, 2021), BESIDE))
    (later,) = body_rows(table(page(records, 2022), BESIDE))
    assert row[1].count("told at:") == later[2].count("told at:") == 2
    assert "5 billion pieces" in row[1]
    assert "6 billion pieces" in row[1]
    assert {"source-source-b", "source-source-c"} <= listed_sources(page(records, 2021))


def test_of_two_values_the_one_told_last_stands_first() -> None:
    records = register(
        session("10", date="2022-09-01", figures=(figure(6, "2021"),)),
        session("9", date="2022-03-01", figures=(figure(5, "2021"),)),
    )
    assert [each.value for each in summary(records, 2021).figures[0].this] == [6, 5]


def test_another_measure_or_another_unit_has_a_row_of_its_own() -> None:
    figures = (
        figure(5, "2021"),
        figure(6, "2021", unit="tonnes"),
        figure(7, "2020", measure="Made-up visits"),
    )
    records = register(session("1", date="2022-03-01", figures=figures))
    assert len(summary(records, 2021).figures) == 3


@pytest.mark.parametrize(
    ("period", "shown"), [("2021-03", "March 2021, told at"), ("2021/2025", "2021–2025, told at")]
)
def test_a_figure_of_another_period_than_the_year_stands_with_its_period(
    period: str, shown: str
) -> None:
    records = register(session("1", date="2022-03-01", figures=(figure(5, period),)))
    (row,) = body_rows(table(page(records, 2021), BESIDE))
    assert shown in row[1]
    (row,) = body_rows(table(page(records, 2022), BESIDE))
    assert shown in row[2]


def test_a_figure_of_the_whole_year_needs_no_period() -> None:
    records = register(session("1", date="2022-03-01", figures=(figure(5, "2021"),)))
    (row,) = body_rows(table(page(records, 2021), BESIDE))
    assert row[1] == "5 billion pieces2told at: Talks, 1st session1"


# Who hosts next.


def hosts(records: Register, year: int, as_of: str = TODAY) -> list[list[str]]:
    return body_rows(table(page(records, year, as_of=as_of), NEXT))


def turning(**fields: object) -> Register:
    """Two sessions that were held, by turns, and a third that may be recorded."""
    held = (session("1", date="2020-03-01"), session("2", date="2021-03-01"))
    third = [session("3", **fields)] if fields else []
    return register(*held, *third, mechanisms={TALKS: mechanism(TURNS)})


def test_by_rotation_the_next_host_is_told_with_its_reason_and_its_uncertainty() -> None:
    (row,) = hosts(turning(), 2021)
    assert row[:3] == ["Talks", "3rd session", "Party X"]
    assert row[3].startswith("By rotation, not confirmed:")


def test_the_next_session_is_the_one_after_the_last_held_by_the_years_end() -> None:
    assert [hosts(turning(), year)[0][1:3] for year in (2020, 2021, 2022)] == [
        ["2nd session", "Party A"],
        ["3rd session", "Party X"],
        ["3rd session", "Party X"],
    ]


def test_a_recorded_host_wins_over_the_rotation_which_is_told_beside_it() -> None:
    (row,) = hosts(turning(host="party-b", status="planned"), 2021)
    assert row[1:3] == ["3rd session", "Party B"]
    assert row[3].startswith("as recorded")
    assert "by rotation: Party X" in row[3]


def test_a_recorded_host_whose_turn_it_is_stands_as_recorded_alone() -> None:
    records = turning(host="party-x", status="planned", sources=("source-d",))
    (row,) = hosts(records, 2021)
    assert row[1:] == ["3rd session", "Party X", "as recorded2"]


def test_the_next_session_was_held_since_and_its_host_is_known_now() -> None:
    records = turning(host="party-b", date="2023-03-01")
    assert hosts(records, 2021)[0][2] == "Party B"
    assert hosts(records, 2021, as_of="2022-02-02")[0][2] == "Party X"


def test_a_mechanism_without_an_order_of_hosts_tells_that_none_is_recorded() -> None:
    assert hosts(made(), 2021) == [
        ["Talks", "3rd session1", "not recorded", "no order of hosts is recorded for it"]
    ]


def test_a_mechanism_that_had_not_met_by_then_has_no_next_session() -> None:
    expected = ["not recorded", "not recorded", "no session is recorded as held or planned by then"]
    assert hosts(turning(), 2019) == [["Talks", *expected]]
    assert hosts(register(), 2019) == [["Talks", *expected]]


def test_a_mechanism_that_never_met_has_its_first_plan_next() -> None:
    planned = register(session("4", status="planned", host="party-b"))
    assert hosts(planned, 2021)[0][1:3] == ["4th session", "Party B"]


def test_a_cancelled_session_is_not_next() -> None:
    assert hosts(turning(status="cancelled", date="2021-09-09"), 2021)[0][1] == "4th session"


# Nothing recorded, one mechanism, editions.

EMPTY = {
    "sessions": "No session of 2016 is recorded.",
    "commitments": "No commitments are recorded by 31 December 2016.",
    "figures": "No figures for 2016 or the year before are recorded.",
}


@pytest.mark.parametrize("mechanism", [None, TALKS])
def test_a_year_before_everything_has_sentences_and_no_table_without_rows(
    mechanism: str | None,
) -> None:
    found = page(made(), 2016, mechanism)
    for identifier, sentence in EMPTY.items():
        assert sentence in text_of(part(found, identifier))
        assert not any(each.tag == "table" for each in walk((part(found, identifier),)))
    assert captions(found) == [NEXT]
    assert elements(found, "figure") == []


def test_a_register_without_mechanisms_has_no_table_at_all() -> None:
    found = page(replace(register(), mechanisms={}), 2016)
    assert elements(found, "table") == []
    assert "No mechanism is recorded." in text_of(part(found, "next"))


def two() -> Register:
    return register(
        session("1", date="2021-03-01", commitments=(commitment(1),), figures=(figure(5, "2021"),)),
        session(
            "1",
            "forum",
            date="2021-04-01",
            commitments=(commitment(1), commitment(2)),
            progress=(progress("talks/1/1"),),
        ),
        mechanisms={
            TALKS: mechanism(),
            "forum": mechanism(name="Made-up forum", short_name="Forum"),
            "circle": mechanism(short_name="Circle"),
        },
    )


def test_a_summary_of_one_mechanism_holds_nothing_of_another() -> None:
    whole, talks, forum = (summary(two(), 2021, each) for each in (None, TALKS, "forum"))
    assert meetings(whole) == ["talks/1", "forum/1"]
    assert [meetings(each) for each in (talks, forum)] == [["talks/1"], ["forum/1"]]
    assert [each.total.all for each in (whole, talks, forum)] == [3, 1, 2]
    assert [len(each.figures) for each in (whole, talks, forum)] == [1, 1, 0]
    assert [len(each.next) for each in (whole, talks, forum)] == [3, 1, 1]
    assert [each.about for each in (whole, talks, forum)] == ["2021", "talks/2021", "forum/2021"]


def test_what_another_mechanisms_session_reported_of_its_commitments_is_told() -> None:
    assert [each.number for each in summary(two(), 2021, TALKS).reports] == ["1/1"]
    assert summary(two(), 2021, "forum").reports == ()


def test_a_mechanism_without_a_session_in_the_year_has_sentences() -> None:
    found = page(two(), 2021, "circle")
    assert "No session of 2021 is recorded." in page_text(found)
    assert captions(found) == [NEXT]


def test_the_shared_edition_holds_nothing_internal() -> None:
    records = register(session("1", date="2021-03-01", internal=SECRET))
    for edition in ("internal", "shared"):
        wanted = order(2021, edition="internal" if edition == "internal" else "shared")
        assert "made-up objective" not in page_text(page_of(SUMMARY, records, wanted))
    assert page_of(SUMMARY, records, order(2021, edition="shared")).header == "Shared edition"


@pytest.mark.parametrize("year", [0, 999, 10000])
def test_what_is_no_year_is_refused(year: int) -> None:
    with pytest.raises(UsageError, match="write four digits"):
        summary(made(), year)


@pytest.mark.parametrize("year", [1000, 9999])
def test_the_first_and_the_last_year_have_a_summary(year: int) -> None:
    assert str(year) in page(made(), year).title


# The shipped register.


@pytest.fixture(scope="module")
def real() -> Register:
    return load_register(Workspace(ROOT), CLOCK)


def test_2023_had_two_sessions_twelve_commitments_and_eleven_documents(real: Register) -> None:
    found = summary(real, 2023)
    assert set(meetings(found)) == {"jwc-guangxi/14", "spring-meeting-guangxi/2023"}
    assert len(found.held) == 2
    assert found.total.made == 12
    made_by = [line.session.id for line in found.made.lines]
    assert made_by.count("jwc-guangxi/14") == 4
    assert made_by.count("spring-meeting-guangxi/2023") == 8
    assert found.outcomes == 11


def test_2023_tells_the_turnover_of_2022_beside_its_own(real: Register) -> None:
    (row,) = body_rows(table(page(real, 2023), BESIDE))
    assert row[1] == "not recorded"
    assert row[2].startswith("7.2 billion dollars")
    (row,) = body_rows(table(page(real, 2022), BESIDE))
    assert row[1].startswith("7.2 billion dollars")
    assert row[2] == "not recorded"


def test_after_2023_guangxi_hosts_the_15th_session_by_rotation(real: Register) -> None:
    (row,) = (row for row in hosts(real, 2023) if row[0] == "Joint Working Committee")
    assert row[1:3] == ["15th session", "Guangxi"]
    assert row[3].startswith("By rotation, not confirmed:")


def test_2019_had_two_sessions_and_the_ten_contents_of_the_memorandum(real: Register) -> None:
    found = summary(real, 2019)
    assert set(meetings(found)) == {"jwc-guangxi/10", "spring-meeting-guangxi/2019"}
    assert (len(found.held), found.total.made, found.outcomes) == (2, 10, 1)


def test_of_2021_only_plans_are_recorded(real: Register) -> None:
    found = summary(real, 2021)
    assert set(meetings(found)) == {"jwc-guangxi/12", "spring-meeting-guangxi/2021"}
    assert {each.session.status for each in found.meetings} == {"planned"}
    assert (found.held, found.total.made, found.outcomes) == ((), 0, 0)


def test_of_2016_no_session_is_recorded(real: Register) -> None:
    found = summary(real, 2016)
    assert (found.meetings, found.total.made, found.figures, found.reports) == ((), 0, (), ())
    assert {each.id for each in found.undated} == {
        *("jwc-guangxi/9", "jwg-yunnan/10", "secretaries-conference-yunnan/4")
    }
