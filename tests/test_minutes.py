"""The skeleton of minutes: what is known stands in it, what is not is left to be filled in."""

from pathlib import Path

import pytest
from makers import CLOCK, commitment, day, participant, progress, register, session
from pages import body_rows, elements, listed_sources, page_of, part, table

from briefgen.documents.catalogue import MINUTES
from briefgen.documents.minutes import BLANK_POINTS, Minutes, prepare_minutes
from briefgen.documents.orders import SessionOrder
from briefgen.register.loading import load_register
from briefgen.register.register import Register, Session
from briefgen.register.workspace import Workspace
from briefgen.rendering.page import Element, Page, text_of, walk

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-22"
PARTIES = ["Party A", "Party B", "Party C", "Party X"]
FIRST = session(
    "1",
    date="2020-03-01",
    commitments=(commitment(1, area="area-b"), commitment(2, area="area-a")),
)


def order(name: str = "talks/2", perspective: str | None = None) -> SessionOrder:
    return SessionOrder(name, day(TODAY), "shared", perspective)


def prepared(records: Register, name: str = "talks/2") -> Minutes:
    return prepare_minutes(records, order(name))


def page(records: Register, name: str = "talks/2", perspective: str | None = None) -> Page:
    return page_of(MINUTES, records, order(name, perspective))


def headings(node: Element) -> list[str]:
    return [text_of(each) for each in walk((node,)) if each.tag == "h3"]


def after_headings(node: Element) -> dict[str, list[Element]]:
    """What stands below each heading of a part."""
    found: dict[str, list[Element]] = {}
    for each in node.children:
        if isinstance(each, Element) and each.tag == "h3":
            found[text_of(each)] = []
        elif isinstance(each, Element) and found:
            found[list(found)[-1]].append(each)
    return found


def blank_lines(below: list[Element]) -> int:
    return sum("p.blank" in each.names for each in walk(tuple(below)))


# The agreed points of a session still to come.


@pytest.mark.parametrize("own", [None, session("2", status="planned", date="2027-03-01")])
def test_numbers_go_on_after_the_headings_of_the_last_session(own: Session | None) -> None:
    records = register(FIRST, *([own] if own else []))
    agreed = part(page(records), "agreed")
    assert headings(agreed) == ["1. Area B", "2. Area A", "3.", "4.", "5."]
    assert BLANK_POINTS == 3
    assert "The headings are those of the 1st session" in text_of(agreed)
    assert all(blank_lines(below) == 2 for below in after_headings(agreed).values())


def test_a_heading_tells_the_earlier_point_that_it_comes_from() -> None:
    below = after_headings(part(page(register(FIRST)), "agreed"))["1. Area B"]
    assert text_of(below[0]) == "1/1: Do thing 1.1"


def test_the_headings_are_those_of_the_last_session_that_agreed_on_anything() -> None:
    records = register(
        FIRST,
        session("2", date="2021-03-01", commitments=(commitment(1, area="area-c"),)),
        session("3", date="2022-03-01"),
        session("4", status="cancelled", commitments=(commitment(1, area="area-d"),)),
        session("5", status="planned"),
    )
    document = prepared(records, "talks/5")
    assert document.last is not None
    assert document.last.id == "talks/2"
    assert headings(part(page(records, "talks/5"), "agreed"))[:2] == ["1. Area C", "2."]


def test_a_session_does_not_go_on_from_a_later_one() -> None:
    later = session("3", date="2022-03-01", commitments=(commitment(1, area="area-c"),))
    document = prepared(register(FIRST, session("2", date="2021-03-01"), later))
    assert document.last is not None
    assert document.last.id == "talks/1"


def test_where_no_session_agreed_on_anything_the_points_begin_at_1() -> None:
    agreed = part(page(register(session("1", date="2020-03-01"))), "agreed")
    assert headings(agreed) == ["1.", "2.", "3."]
    assert "The headings are" not in text_of(agreed)


# The agreed points of a session that was held.

HELD = session(
    "2",
    date="2021-03-01",
    commitments=(commitment(4, area="area-c"), commitment(2, area="area-d", sources=("source-b",))),
)


def test_a_session_that_was_held_shows_its_own_points_under_their_own_numbers() -> None:
    agreed = part(page(register(FIRST, HELD)), "agreed")
    assert headings(agreed) == ["2. Area D", "4. Area C"]
    below = after_headings(agreed)["2. Area D"]
    assert [text_of(each) for each in below] == ["Do thing 2.2"]
    assert blank_lines([agreed]) == 0


def test_what_became_of_its_points_later_is_no_part_of_its_minutes() -> None:
    later = session(
        "3",
        date="2022-03-01",
        sources=("source-c",),
        progress=(progress("talks/2/4", note="All was done.", sources=("source-c",)),),
    )
    found = page(register(FIRST, HELD, later))
    assert "All was done." not in text_of(part(found, "agreed"))
    assert listed_sources(found) == {"source-source-a", "source-source-b"}


def test_points_of_a_plan_are_not_agreed() -> None:
    planned = session("2", status="planned", commitments=(commitment(1, area="area-c"),))
    agreed = part(page(register(FIRST, planned)), "agreed")
    assert headings(agreed)[:2] == ["1. Area B", "2. Area A"]


def test_a_session_that_was_held_and_agreed_on_nothing_leaves_points_to_fill_in() -> None:
    held = session("2", date="2021-03-01")
    assert headings(part(page(register(FIRST, held)), "agreed")) == [
        *("1. Area B", "2. Area A", "3.", "4.", "5.")
    ]


# Attendance, agenda and statements.


def test_those_who_took_part_stand_by_delegation_with_office_role_and_presence() -> None:
    held = session(
        "2",
        date="2021-03-01",
        participants=(
            participant("person-x", "party-x", attendance="online", capacity="Keeper of gates"),
            participant("person-a", "party-a", None, attendance="present", represents="person-b"),
            participant("person-c", None, None, organisation="Office One"),
            participant(None, "party-a", None, group="A made-up group"),
        ),
    )
    attendance = part(page(register(held)), "attendance")
    assert headings(attendance) == ["Party A", "Party X", "Office One"]
    items = [text_of(each) for each in walk((attendance,)) if each.tag == "li"]
    assert items == [
        "Person A, present, for Person B1",
        "A made-up group1",
        "Person X, Keeper of gates (head of delegation), present, online1",
        "Person C1",
    ]
    assert prepared(register(held)).expected == ()


def test_where_nobody_is_recorded_lines_are_left_below_who_led_last() -> None:
    first = session("1", date="2020-03-01", participants=(participant("person-b", "party-b"),))
    attendance = part(page(register(first)), "attendance")
    assert headings(attendance) == PARTIES
    below = after_headings(attendance)
    assert [blank_lines(each) for each in below.values()] == [2] * 4
    assert text_of(below["Party B"][0]) == "Led last: Person B1 (1st session1)"
    assert text_of(below["Party A"][0]) == "Led last: not recorded"


def test_the_agenda_stands_as_it_was_planned_else_lines_are_left() -> None:
    points = ({"time": "08:30", "item": "Opening"}, {"item": "Closing"})
    found = page(register(session("2", status="planned", agenda=points)))
    assert body_rows(table(found, "As planned")) == [["08:30", "Opening"], ["–", "Closing"]]
    without = part(page(register(session("2", status="planned"))), "agenda")
    assert "No agenda is recorded." in text_of(without)
    assert blank_lines([without]) == 3


def test_parties_that_said_nothing_have_lines_to_fill_in() -> None:
    said = (
        {
            "by": "party-x",
            "person": "person-x",
            "text": "Spoke of gates.",
            "sources": ("source-b",),
        },
        {
            "by": "party-x",
            "person": "person-x",
            "text": "Spoke of roads.",
            "sources": ("source-b",),
        },
        {
            "by": "party-b",
            "on_behalf_of": ("party-c",),
            "text": "Spoke for two.",
            "sources": ("source-b",),
        },
    )
    statements = part(
        page(register(session("2", date="2021-03-01", statements=said))), "statements"
    )
    below = after_headings(statements)
    assert list(below) == [
        *("Party X (Person X)", "Party B, also for Party C", "Party A", "Party C")
    ]
    assert [blank_lines(each) for each in below.values()] == [0, 0, 2, 2]
    items = [text_of(each) for each in walk((statements,)) if each.tag == "li"]
    assert items == ["Spoke of gates.2", "Spoke of roads.2", "Spoke for two.2"]


def test_where_nothing_was_said_every_party_has_lines() -> None:
    below = after_headings(part(page(register(FIRST)), "statements"))
    assert {name: blank_lines(each) for name, each in below.items()} == dict.fromkeys(PARTIES, 2)


# Signatures.


@pytest.mark.parametrize("name", ["talks/1", "talks/2"])
def test_each_party_signs_once_in_the_order_of_the_copy(name: str) -> None:
    signed = table(page(register(FIRST), name), "For each party")
    assert body_rows(signed) == [[each, "", "", ""] for each in PARTIES]
    own = table(page(register(FIRST), name, "party-x"), "For each party")
    assert [row[0] for row in body_rows(own)] == ["Party X", *PARTIES[:3]]


def test_what_nobody_can_know_before_is_to_be_filled_in() -> None:
    rows = body_rows(table(page(register(FIRST)), "To be filled in"))
    assert rows == [
        [each, ""] for each in ("Opened at", "Chaired by", "Minutes taken by", "Closed at")
    ]


# The shipped register.


@pytest.fixture(scope="module")
def real() -> Register:
    return load_register(Workspace(ROOT), CLOCK)


def test_the_15th_sessions_points_go_on_after_the_four_of_the_14th(real: Register) -> None:
    found = headings(part(page(real, "jwc-guangxi/next"), "agreed"))
    assert [each.partition(".")[0] for each in found] == list("1234567")
    assert [bool(each.partition(".")[2]) for each in found] == [True] * 4 + [False] * 3


def test_the_12th_sessions_points_go_on_after_the_ten_of_the_10th(real: Register) -> None:
    document = prepared(real, "jwc-guangxi/12")
    assert document.last is not None
    assert document.last.id == "jwc-guangxi/10"
    assert len(document.headings) == 10


def test_the_10th_sessions_ten_points_stand_under_their_numbers(real: Register) -> None:
    agreed = part(page(real, "jwc-guangxi/10"), "agreed")
    assert [each.partition(".")[0] for each in headings(agreed)] == [str(n) for n in range(1, 11)]


def test_the_five_parties_of_the_14th_session_sign(real: Register) -> None:
    found = page(real, "jwc-guangxi/14")
    assert len(body_rows(table(found, "For each party"))) == 5
    assert len(elements(found, "h1")) == 1
