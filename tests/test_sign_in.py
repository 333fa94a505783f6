"""Sign-in sheets: one for each delegation or connection point, with rows to fill in by hand."""

from typing import get_args

import pytest
from makers import day, participant, register, session
from pages import body_rows, elements, page_of, page_text

from briefgen.documents.catalogue import SIGN_IN
from briefgen.documents.editions import Edition
from briefgen.documents.orders import BLANK_ROWS, Grouping, SignInOrder
from briefgen.documents.sign_in import SignIn, prepare_sign_in
from briefgen.problems import UsageError
from briefgen.register.models.attendance import Participant
from briefgen.register.register import Register
from briefgen.rendering.page import Element, Page, text_of

TODAY = "2026-11-22"
FOUR = ("Party A", "Party B", "Party C", "Party X")
SOME = (
    participant("person-a", "party-a"),
    participant("person-b", "party-a", "member"),
    participant("person-x", "party-x"),
)


def order(
    grouping: Grouping = "delegation",
    blank_rows: int = BLANK_ROWS,
    name: str = "talks/1",
    edition: Edition = "shared",
    perspective: str | None = None,
) -> SignInOrder:
    return SignInOrder(name, day(TODAY), edition, perspective, grouping, blank_rows)


def meeting(*participants: Participant, **fields: object) -> Register:
    return register(session("1", date="2021-03-01", participants=participants, **fields))


def sheets(document: SignIn) -> list[tuple[str | None, list[int]]]:
    """The party of each sheet, with its participants' numbers."""
    return [
        (each.party.id if each.party else None, [one.number for one in each.participants])
        for each in document.sheets
    ]


def headings(page: Page) -> list[str]:
    return [text_of(each).removeprefix("Sign-in sheet: ") for each in elements(page, "h1")]


def tables(page: Page) -> list[Element]:
    return elements(page, "table")


def signed(table: Element) -> list[str]:
    """The numbers of the rows with a name."""
    return [row[0] for row in body_rows(table) if row[0]]


def blank(table: Element) -> int:
    return sum(set(row) == {""} for row in body_rows(table))


# By delegation.


def test_each_delegation_has_a_sheet_the_hosts_first() -> None:
    document = prepare_sign_in(meeting(*SOME, host="party-x"), order())
    assert sheets(document) == [
        *(("party-x", [1]), ("party-a", [2, 3])),
        *(("party-b", []), ("party-c", [])),
    ]


def test_a_perspective_puts_its_delegation_first() -> None:
    document = prepare_sign_in(meeting(*SOME, host="party-x"), order(perspective="party-a"))
    assert sheets(document) == [
        *(("party-a", [1, 2]), ("party-b", [])),
        *(("party-c", []), ("party-x", [3])),
    ]


def test_a_delegation_of_which_nobody_is_recorded_has_blank_rows() -> None:
    page = page_of(SIGN_IN, meeting(*SOME), order(blank_rows=3))
    assert tuple(headings(page)) == FOUR
    assert [len(signed(table)) for table in tables(page)] == [2, 0, 0, 1]
    assert page_text(page).count("Nobody is recorded here; the rows are to be filled in") == 2


def test_a_sheet_is_headed_and_its_table_called_by_the_delegation() -> None:
    page = page_of(SIGN_IN, meeting(*SOME), order())
    assert tuple(headings(page)) == FOUR
    assert tuple(text_of(each) for each in elements(page, "caption")) == FOUR
    assert page.paper == "landscape"


def test_those_of_no_party_have_a_sheet_for_their_organisation() -> None:
    records = meeting(
        participant("person-y", None, organisation="Office One"), participant("person-z", None)
    )
    page = page_of(SIGN_IN, records, order())
    assert headings(page) == [*FOUR, "Office One", "Others"]
    assert [body_rows(table)[0][3] for table in tables(page)[4:]] == ["Office One", "–"]


def test_a_row_shows_name_office_and_organisation_and_leaves_the_rest_to_write() -> None:
    page = page_of(
        SIGN_IN, meeting(participant("person-a", "party-a", capacity="Keeper of gates")), order()
    )
    assert body_rows(tables(page)[0])[0] == [
        *("1", "Person A", "Keeper of gates", "Party A", "", "", "")
    ]


def test_a_sheet_says_from_which_sources_its_names_are() -> None:
    records = meeting(SOME[0], participant("person-x", "party-x", sources=("source-b",)))
    document = prepare_sign_in(records, order())
    assert [each.id for each in document.sources] == ["source-a", "source-b"]
    notes = [text_of(each) for each in elements(page_of(SIGN_IN, records, order()), "p.note")]
    assert notes == ["Names and offices are taken from: A made-up source."] * 2  # none if blank


# Blank rows.


@pytest.mark.parametrize("count", [0, 1, BLANK_ROWS, 12])
@pytest.mark.parametrize("grouping", ["delegation", "connection-point"])
def test_each_sheet_has_as_many_blank_rows_as_were_asked_for(
    grouping: Grouping, count: int
) -> None:
    page = page_of(SIGN_IN, meeting(*SOME), order(grouping, count))
    assert tables(page)
    assert [blank(table) for table in tables(page)] == [count] * len(tables(page))


# By connection point.

SPREAD = (
    participant("person-a", "party-a", connection_point="party-a"),
    participant("person-b", "party-b", connection_point="party-a"),
    participant("person-c", "party-c"),
    participant("person-x", "party-x", connection_point="party-x"),
)


def test_each_connection_point_has_a_sheet_and_the_unknown_one_is_the_last() -> None:
    records = meeting(*SPREAD, connection_points=({"party": "party-x", "place": "X Town"},))
    document = prepare_sign_in(records, order("connection-point"))
    assert sheets(document) == [("party-x", [4]), ("party-a", [1, 2]), (None, [3])]


def test_a_sheet_is_headed_by_the_place_else_by_the_party_else_it_is_not_recorded() -> None:
    points = ({"party": "party-x", "place": "X Town"}, {"party": "party-a"}, {"place": "Y Town"})
    page = page_of(SIGN_IN, meeting(*SPREAD, connection_points=points), order("connection-point"))
    assert headings(page) == ["X Town", "Party A", "Y Town", "Connection point not recorded"]
    assert len(elements(page, "p.subtitle")) == 4
    assert {text_of(each) for each in elements(page, "p.subtitle")} == {
        "1st session, connection point"
    }


@pytest.mark.parametrize("participants", [SPREAD, ()])
def test_a_connection_point_from_which_nobody_is_recorded_has_blank_rows(
    participants: tuple[Participant, ...],
) -> None:
    points = ({"party": "party-b", "place": "B Town"}, {"planned": True})
    records = meeting(*participants, connection_points=points)
    page = page_of(SIGN_IN, records, order("connection-point", 2))
    place = headings(page).index("B Town")
    assert (signed(tables(page)[place]), blank(tables(page)[place])) == ([], 2)
    assert (len(headings(page)) == 1) == (participants == ())


def test_a_sheet_of_a_connection_point_tells_the_party_of_each() -> None:
    page = page_of(SIGN_IN, meeting(*SPREAD), order("connection-point"))
    told = [[row[3] for row in body_rows(table) if row[0]] for table in tables(page)]
    assert told == [["Party A", "Party B"], ["Party X"], ["Party C"]]


def test_everybody_who_comes_is_on_one_sheet_however_they_are_grouped() -> None:
    records = meeting(*SPREAD, participant("person-d", "party-a", "member", attendance="absent"))
    for grouping in get_args(Grouping):
        page = page_of(SIGN_IN, records, order(grouping))
        shown = sorted(number for table in tables(page) for number in signed(table))
        assert shown == ["1", "3", "4", "5"]


# Nobody recorded.


@pytest.mark.parametrize("name", ["talks/1", "talks/next"])
@pytest.mark.parametrize("grouping", ["delegation", "connection-point"])
def test_where_nobody_is_recorded_each_party_has_a_sheet_of_blank_rows(
    name: str, grouping: Grouping
) -> None:
    page = page_of(SIGN_IN, meeting(), order(grouping, 4, name))
    assert tuple(headings(page)) == FOUR
    assert [blank(table) for table in tables(page)] == [4] * 4
    assert [signed(table) for table in tables(page)] == [[]] * 4
    assert page_text(page).count("the rows are to be filled in by hand") == 4


def test_without_blank_rows_such_a_sheet_has_no_table_and_promises_no_rows() -> None:
    page = page_of(SIGN_IN, meeting(), order(blank_rows=0))
    assert tuple(headings(page)) == FOUR
    assert tables(page) == []
    assert page_text(page).count("Nobody is recorded here.") == 4


def test_where_everybody_stays_away_a_sentence_says_so() -> None:
    away = [participant(f"person-{each}", f"party-{each}", attendance="absent") for each in "abcx"]
    page = page_of(SIGN_IN, meeting(*away), order())
    assert tables(page) == []
    assert "No participants of the 1st session are recorded as coming." in page_text(page)


def test_a_session_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match="no session 'talks/7'"):
        prepare_sign_in(meeting(), order(name="talks/7"))
