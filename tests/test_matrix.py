"""The matrix of commitments: the ledger's lines by area, with all that is known of each."""

import dataclasses
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import (
    CLOCK,
    TALKS,
    commitment,
    day,
    mechanism,
    party,
    progress,
    register,
    session,
    source,
    words,
)
from pages import (
    body_rows,
    cited_sources,
    elements,
    listed_sources,
    page_of,
    page_text,
    table,
)
from test_ledger import registers

from briefgen.documents.brief import prepare_brief
from briefgen.documents.catalogue import COMMITMENTS
from briefgen.documents.matrix import Matrix, prepare_matrix
from briefgen.documents.orders import MatrixOrder, SessionOrder
from briefgen.problems import UsageError
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.page import Page, text_of
from briefgen.rules.ledger import ledger
from briefgen.rules.snapshot import snapshot

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-22"
CAPTION = "Where each commitment stands"


def order(
    mechanism: str = TALKS,
    as_of: str = TODAY,
    before: str | None = None,
    perspective: str | None = None,
) -> MatrixOrder:
    return MatrixOrder(mechanism, day(as_of), "shared", perspective, before)


def lines(document: Matrix) -> list[str]:
    return [line.id for line in document.commitments.lines]


def page(records: Register, as_of: str = TODAY, before: str | None = None) -> Page:
    return page_of(COMMITMENTS, records, order(as_of=as_of, before=before))


def row_of(page: Page, number: str) -> list[str]:
    (row,) = (row for row in body_rows(table(page, CAPTION)) if row[0] == number)
    return row


def made() -> Register:
    """Two sessions: of four commitments one is carried on, one implemented, one overdue."""
    return register(
        session(
            "1",
            date="2020-03-01",
            commitments=(
                commitment(1, area="area-b", due=2020, sources=("source-b",)),
                commitment(2, area="area-a", responsible=("party-b", "party-x"), due="2030-01"),
                commitment(3, area="area-b", inferred="Read off the wording."),
            ),
        ),
        session(
            "2",
            date="2022-03-01",
            sources=("source-c",),
            progress=(
                progress(
                    "talks/1/2",
                    "implemented",
                    note="All was done.",
                    by="party-x",
                    sources=("source-d",),
                ),
                progress("talks/1/3", on="2021-05-05", inferred="Nobody said so."),
            ),
            commitments=(commitment(1, area="area-b", follows=("talks/1/1",)),),
        ),
    )


# The lines and their order.


@given(registers(), st.dates(day("1999-01-01"), day("2032-01-01")))
def test_the_matrix_holds_the_ledgers_lines(records: Register, on: datetime.date) -> None:
    document = prepare_matrix(records, MatrixOrder(TALKS, on, "shared"))
    known = {line.id: line for line in ledger(snapshot(records, on), TALKS)}
    assert sorted(lines(document)) == sorted(known)
    for line in document.commitments.lines:
        assert line.standing == known[line.id].standing
        assert line.is_overdue == known[line.id].overdue
    assert sum(count for _, count in document.commitments.totals) == len(known)


def test_lines_stand_by_area_in_the_registers_order_and_oldest_first_within_one() -> None:
    document = prepare_matrix(made(), order())
    assert lines(document) == ["talks/1/2", "talks/1/1", "talks/1/3", "talks/2/1"]


def test_the_order_of_areas_is_the_registers_not_the_alphabets() -> None:
    records = made()
    turned = dataclasses.replace(records, areas=dict(reversed(list(records.areas.items()))))
    assert lines(prepare_matrix(turned, order())) == [
        *("talks/1/1", "talks/1/3", "talks/2/1", "talks/1/2")
    ]


def test_commitments_of_other_mechanisms_are_left_out() -> None:
    records = register(
        session("1", date="2020-03-01", commitments=(commitment(1),)),
        session("1", "forum", date="2020-03-01", commitments=(commitment(1), commitment(2))),
        mechanisms={TALKS: mechanism(), "forum": mechanism()},
    )
    assert lines(prepare_matrix(records, order("forum"))) == ["forum/1/1", "forum/1/2"]


# Before a session.


def test_before_a_session_stand_those_of_earlier_ones_as_they_stood_on_its_eve() -> None:
    document = prepare_matrix(made(), order(before="talks/2"))
    assert [(line.id, line.standing) for line in document.commitments.lines] == [
        ("talks/1/2", "no-report"),
        ("talks/1/1", "no-report"),
        ("talks/1/3", "under-implementation"),
    ]
    found = page(made(), before="talks/2")
    assert found.title == "Commitments made before the 2nd session"
    assert document.about == "talks/2"


@pytest.mark.parametrize(
    "name", ["jwc-guangxi/next", "jwc-guangxi/14", "jwc-guangxi/12", "spring-meeting-guangxi/2023"]
)
@pytest.mark.parametrize("as_of", [TODAY, "2022-06-30"])
def test_before_a_session_stands_what_its_brief_shows(name: str, as_of: str) -> None:
    real = load_register(Workspace(ROOT), CLOCK)
    matrix = prepare_matrix(real, order(name.partition("/")[0], as_of, name))
    brief = prepare_brief(real, SessionOrder(name, day(as_of), "shared"))
    assert matrix.commitments == brief.commitments
    assert matrix.parties == brief.mechanism.parties
    assert matrix.before == brief.session


# The columns.


def test_every_column_tells_what_is_recorded() -> None:
    assert row_of(page(made()), "1/2") == [
        "1/2",
        "Area A",
        "Do thing 2.",
        "1st session1 Mar 2020",
        "Party B and Party X",
        "January 2030",
        "● implemented",
        "1 Mar 2022, 2nd session, by Party XAll was done.",
        "1, 2, 3",
    ]


def test_what_is_not_recorded_is_said() -> None:
    row = row_of(page(made()), "1/3")
    assert row[2] == "Do thing 3.inferred: Read off the wording."
    assert row[4:6] == ["all parties", "not recorded"]
    assert row[7] == "5 May 2021, 2nd sessionno details recorded inferred: Nobody said so."
    assert row_of(page(made()), "2/1")[7] == "none recorded"


def test_a_report_recorded_at_a_later_session_stands_with_its_day_alone() -> None:
    row = row_of(page(made(), as_of="2021-06-06"), "1/3")
    assert row[7].startswith("5 May 2021no details")


def test_one_past_its_due_date_is_overdue_while_it_stands_open() -> None:
    early = page(made(), as_of="2021-06-06")
    assert row_of(early, "1/1")[5] == "2020 overdue"
    assert row_of(page(made(), as_of="2020-12-31"), "1/1")[5] == "2020"
    assert row_of(page(made()), "1/1")[5] == "2020"
    assert "Overdue1" in text_of(elements(early, "dl.facts")[0])
    assert "Overdue0" in text_of(elements(page(made()), "dl.facts")[0])


def test_one_that_lives_on_in_another_leads_there_and_back() -> None:
    found = page(made())
    assert "superseded" in row_of(found, "1/1")[6]
    assert row_of(found, "1/1")[6].endswith("carried on as 2/1")
    assert row_of(found, "2/1")[2] == "Do thing 1.Carried on: 1/1 → 2/1."


def test_the_counts_stand_above_the_table() -> None:
    facts = text_of(elements(page(made()), "dl.facts")[0])
    for expected in ("Commitments4", "Open2", "Implemented1", "Superseded1", "No report1"):
        assert expected in facts
    assert "Not implemented" not in facts


def test_the_column_of_sources_lists_all_that_the_row_was_taken_from() -> None:
    found = page(made())
    numbers = {source.id: str(source.number) for source in prepare_matrix(made(), order()).sources}
    expected = {
        "1/1": {"source-a", "source-b"},
        "1/2": {"source-a", "source-c", "source-d"},
        "1/3": {"source-a", "source-c"},
        "2/1": {"source-a", "source-c"},
    }
    for number, sources in expected.items():
        shown = row_of(found, number)[8].split(", ")
        assert set(shown) == {numbers[each] for each in sources}
        assert shown == sorted(shown)
    assert listed_sources(found) == cited_sources(found)


def test_a_source_that_came_out_later_is_not_described() -> None:
    records = register(
        session("1", date="2020-03-01", commitments=(commitment(1),)),
        sources={"source-a": source(event="2020-03-01", published="2021-05-05")},
    )
    early = prepare_matrix(records, order(as_of="2020-06-01"))
    assert [(each.id, each.title) for each in early.sources] == [("source-a", None)]
    before = prepare_matrix(records, order(as_of="2020-06-01", before="talks/next"))
    assert [each.title for each in before.sources] == [None]
    assert prepare_matrix(records, order()).sources[0].title == words("A made-up source")


# Nothing recorded, and whose copy it is.


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (None, "No commitments of this mechanism are recorded."),
        ("talks/next", "No commitments made before the 2nd session are recorded."),
    ],
)
def test_where_none_is_recorded_a_sentence_says_so(before: str | None, sentence: str) -> None:
    found = page(register(session("1", date="2020-03-01")), before=before)
    assert sentence in page_text(found)
    assert elements(found, "table") == []


def test_a_plan_alone_makes_no_commitment() -> None:
    records = register(session("1", status="planned", commitments=(commitment(1),)))
    assert lines(prepare_matrix(records, order())) == []


@pytest.mark.parametrize("before", [None, "talks/2"])
def test_a_perspective_puts_its_party_first(before: str | None) -> None:
    document = prepare_matrix(made(), order(before=before, perspective="party-x"))
    assert [each.id for each in document.parties] == ["party-x", "party-a", "party-b", "party-c"]


def test_parties_are_those_of_the_documents_day() -> None:
    later = party("Party C", **{"from": "2021-01-01"})
    records = dataclasses.replace(made(), parties={**made().parties, "party-c": later})
    early = prepare_matrix(records, order(as_of="2020-06-01"))
    assert [each.id for each in early.parties] == ["party-a", "party-b", "party-x"]


def test_a_mechanism_or_a_perspective_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match=r"no mechanism 'talk' .did you mean 'talks'"):
        prepare_matrix(made(), order("talk"))
    with pytest.raises(UsageError, match="no party of 'talks'"):
        prepare_matrix(made(), order(perspective="party-z"))
