"""Lists of participants and cards: who stands where, under which number, and who on none."""

import dataclasses
from typing import get_args

import pytest
from makers import (
    LANGUAGES,
    TALKS,
    day,
    mechanism,
    participant,
    party,
    person,
    register,
    session,
    words,
)
from pages import (
    body_rows,
    captions,
    cited_sources,
    elements,
    listed_sources,
    page_of,
    page_text,
    part,
    rows,
    table,
)

from briefgen.documents.catalogue import (
    BADGES,
    MINUTES,
    PARTICIPANTS,
    PLACE_CARDS,
    SIGN_IN,
    DocumentKind,
)
from briefgen.documents.delegations import DelegationView
from briefgen.documents.editions import Edition
from briefgen.documents.orders import Grouping, SessionOrder, SignInOrder
from briefgen.documents.participants import Participants, prepare_cards, prepare_participants
from briefgen.documents.sign_in import prepare_sign_in
from briefgen.problems import UsageError
from briefgen.register.models.actors import Person
from briefgen.register.models.attendance import Participant
from briefgen.register.register import Register
from briefgen.rendering.page import Page, text_of, walk

TODAY = "2026-11-22"
SOME = (
    participant("person-a", "party-a"),
    participant("person-b", "party-b"),
    participant("person-c", "party-c"),
    participant("person-x", "party-x"),
)
GROUP = {"group": "A made-up group", "role": None}


def meeting(*participants: Participant, **fields: object) -> Register:
    """One session held on 1 March 2021, unless told otherwise."""
    said = {"date": "2021-03-01", "participants": participants, **fields}
    return register(session("1", **said))


def order(
    name: str = "talks/1", edition: Edition = "shared", perspective: str | None = None
) -> SessionOrder:
    return SessionOrder(name, day(TODAY), edition, perspective)


def prepared(records: Register, perspective: str | None = None) -> Participants:
    return prepare_participants(records, order(perspective=perspective))


def page(records: Register, name: str = "talks/1", edition: Edition = "shared") -> Page:
    return page_of(PARTICIPANTS, records, order(name, edition))


def parties(delegations: tuple[DelegationView, ...]) -> list[str]:
    return [each.party.id for each in delegations if each.party]


def names(document: Participants) -> list[str]:
    return [each.person.id if each.person else "group" for each in document.entries]


def row_of(page: Page, name: str) -> list[str]:
    (row,) = (row for row in body_rows(part(page, "delegations")) if row[1].startswith(name))
    return row


# The order of delegations.


def test_without_a_perspective_the_host_stands_first() -> None:
    found = prepared(meeting(*SOME, host="party-x"))
    assert parties(found.delegations) == ["party-x", "party-a", "party-b", "party-c"]


def test_with_a_perspective_its_party_and_its_side_stand_first() -> None:
    records = meeting(*SOME, host="party-x")
    assert parties(prepared(records, "party-b").delegations) == [
        *("party-b", "party-a", "party-c", "party-x")
    ]
    assert parties(prepared(meeting(*SOME, host="party-a"), "party-x").delegations) == [
        *("party-x", "party-a", "party-b", "party-c")
    ]


def test_where_no_host_is_recorded_the_mechanisms_own_order_holds() -> None:
    found = prepared(meeting(*reversed(SOME)))
    assert parties(found.delegations) == ["party-a", "party-b", "party-c", "party-x"]


def test_a_host_of_another_mechanism_makes_no_delegation() -> None:
    found = prepared(meeting(*SOME, host="party-z"))
    assert parties(found.delegations) == ["party-a", "party-b", "party-c", "party-x"]


def test_parties_that_are_on_no_side_stand_after_the_others() -> None:
    found = prepared(meeting(participant("person-z", "party-z"), *SOME))
    assert parties(found.delegations) == ["party-a", "party-b", "party-c", "party-x", "party-z"]


def test_those_of_no_party_stand_last_by_their_organisation() -> None:
    found = prepared(
        meeting(
            participant("person-z", None, organisation="Office One"),
            participant("person-y", None),
            participant("person-h", None, organisation="Office Two"),
            participant("person-g", None, organisation="Office One"),
            SOME[0],
        )
    )
    assert [
        (each.organisation, [one.person.id for one in each.participants if one.person])
        for each in found.delegations
    ] == [
        (None, ["person-a"]),
        (words("Office One"), ["person-z", "person-g"]),
        (None, ["person-y"]),
        (words("Office Two"), ["person-h"]),
    ]


def test_delegations_are_called_by_their_party_their_organisation_or_others() -> None:
    found = page(
        meeting(
            SOME[0],
            participant("person-z", None, organisation="Office One"),
            participant("person-y", None),
        )
    )
    assert captions(found) == ["Party A", "Office One", "Others", "By delegation"]


def test_a_perspective_that_is_none_of_the_mechanisms_is_refused() -> None:
    with pytest.raises(UsageError, match="no party of 'talks'"):
        prepared(meeting(*SOME), "party-z")


# The order of people, and their numbers.

IN_RANK = [
    *("chair", "co-chair", "head", "deputy-head", "member"),
    *("adviser", "secretariat", "interpreter", "guest"),
]
HEAD_FIRST = (
    participant(None, "party-a", **GROUP),
    *(
        participant(f"person-{letter}", "party-a", role)
        for letter, role in zip("abcdefghx", reversed(IN_RANK), strict=True)
    ),
)


def test_people_stand_by_their_roles_and_groups_last() -> None:
    found = prepared(meeting(*HEAD_FIRST))
    assert [each.role for each in found.entries] == [*IN_RANK, None]
    assert names(found)[-1] == "group"


def test_a_person_without_a_role_stands_among_the_members() -> None:
    found = prepared(
        meeting(
            participant("person-a", "party-a", "adviser"),
            participant("person-b", "party-a", None),
            participant("person-c", "party-a", "member"),
            participant("person-d", "party-a", "head"),
        )
    )
    assert names(found) == ["person-d", "person-b", "person-c", "person-a"]


def test_numbers_run_through_all_delegations() -> None:
    records = meeting(participant(None, "party-a", **GROUP), *SOME, host="party-x")
    found = prepared(records)
    assert [each.number for each in found.entries] == [1, 2, 3, 4, 5]
    assert names(found) == ["person-x", "person-a", "group", "person-b", "person-c"]
    assert [row[0] for row in body_rows(part(page(records), "delegations"))] == list("12345")


def test_an_entry_tells_the_place_in_the_sessions_file() -> None:
    found = prepared(meeting(*reversed(SOME)))
    assert [(each.number, each.entry) for each in found.entries] == [(1, 4), (2, 3), (3, 2), (4, 1)]


def test_numbers_are_the_same_in_sign_in_sheets_and_on_cards() -> None:
    records = meeting(
        participant("person-d", "party-a", "member", attendance="absent"),
        *SOME,
        participant(None, "party-b", **GROUP),
        participant("person-z", None, organisation="Office One"),
        host="party-x",
    )
    numbers = {each.entry: each.number for each in prepared(records).entries}
    assert len(numbers) == 7
    for grouping in get_args(Grouping):
        wanted = SignInOrder("talks/1", day(TODAY), "shared", grouping=grouping)
        sheets = prepare_sign_in(records, wanted).sheets
        shown = [each for sheet in sheets for each in sheet.participants]
        assert len(shown) == 6
        assert {each.entry: each.number for each in shown}.items() <= numbers.items()
    cards = prepare_cards(records, order()).entries
    assert len(cards) == 5
    assert {each.entry: each.number for each in cards}.items() <= numbers.items()


# Statuses, modes, roles and offices.


@pytest.mark.parametrize(
    ("status", "attendance", "mode", "shown"),
    [
        ("held", "present", "in person", "present"),
        ("held", "online", "online", "present"),
        ("held", "absent", "–", "absent"),
        ("held", "represented", "–", "represented"),
        ("held", None, "not recorded", "not recorded"),
        ("planned", None, "not recorded", "expected"),
        ("planned", "confirmed", "not recorded", "confirmed"),
    ],
)
def test_a_row_tells_mode_and_status(
    status: str, attendance: str | None, mode: str, shown: str
) -> None:
    somebody = participant("person-a", "party-a", attendance=attendance)
    assert row_of(page(meeting(somebody, status=status)), "Person A")[4:] == [mode, shown]


def test_a_row_tells_for_whom_somebody_came() -> None:
    somebody = participant("person-a", "party-a", attendance="present", represents="person-b")
    assert row_of(page(meeting(somebody)), "Person A")[5] == "presentfor Person B"


def test_a_row_tells_office_and_role_or_that_they_are_not_recorded() -> None:
    found = page(
        meeting(
            participant("person-a", "party-a", capacity="Keeper of the made-up gate"),
            participant("person-b", "party-b", None),
            participant(None, "party-b", **GROUP),
        )
    )
    assert row_of(found, "Person A")[2:4] == ["Keeper of the made-up gate", "head of delegation"]
    assert row_of(found, "Person B")[2:4] == ["not recorded", "not recorded"]
    assert row_of(found, "A made-up group")[2:4] == ["–", "–"]


def test_an_organisation_stands_below_the_office_within_a_partys_delegation() -> None:
    found = page(meeting(participant("person-a", "party-a", organisation="Office One")))
    assert row_of(found, "Person A")[2] == "not recordedOffice One"


def test_the_counts_add_up_over_the_delegations() -> None:
    found = page(
        meeting(
            *SOME,
            participant("person-d", "party-a", "member", attendance="online"),
            participant(None, "party-a", **GROUP),
            participant(None, "party-x", **GROUP),
        )
    )
    *each, all_of_them = body_rows(table(found, "By delegation"))
    assert each[0] == ["Party A", "2", "1", "1"]
    assert all_of_them == ["All", "5", "1", "2"]
    for column in (1, 2, 3):
        assert sum(int(row[column]) for row in each) == int(all_of_them[column])
    (facts,) = elements(found, "dl.facts")
    assert "5 people" in text_of(facts)
    assert "and 2 unnamed groups" in text_of(facts)


# Who signs and for whom cards are printed.


def test_the_represented_and_the_absent_have_no_card_and_no_line_to_sign() -> None:
    records = meeting(
        participant("person-a", "party-a", attendance="represented"),
        participant("person-b", "party-a", "deputy-head", represents="person-a"),
        participant("person-c", "party-a", "member", attendance="absent"),
        participant("person-x", "party-x", attendance="absent"),
    )
    assert names(prepared(records)) == ["person-a", "person-b", "person-c", "person-x"]
    assert names(prepare_cards(records, order())) == ["person-b"]
    for kind in (PLACE_CARDS, BADGES):
        text = page_text(page_of(kind, records, order()))
        assert "Person B" in text
        assert [name for name in ("Person A", "Person C", "Person X") if name in text] == []
    sheets = page_of(SIGN_IN, records, SignInOrder("talks/1", day(TODAY), "shared"))
    tables = elements(sheets, "table")
    assert [row[1] for table in tables for row in body_rows(table) if row[1]] == ["Person B"]


def test_groups_have_a_line_to_sign_and_no_card() -> None:
    records = meeting(participant(None, "party-a", **GROUP), SOME[1])
    assert names(prepare_cards(records, order())) == ["person-b"]
    sheets = page_of(SIGN_IN, records, SignInOrder("talks/1", day(TODAY), "shared"))
    assert "A made-up group" in page_text(sheets)


@pytest.mark.parametrize("kind", [PLACE_CARDS, BADGES])
def test_where_nobody_comes_there_are_no_cards_but_a_sentence(
    kind: DocumentKind[SessionOrder],
) -> None:
    found = page_of(kind, meeting(participant(None, "party-a", **GROUP)), order())
    assert elements(found, "article") == []
    assert "No people are recorded as coming" in page_text(found)
    assert found.paper == ""


def test_a_place_card_bears_the_name_twice_and_a_badge_once() -> None:
    records = meeting(SOME[0])
    (card,) = elements(page_of(PLACE_CARDS, records, order()), "article")
    (badge,) = elements(page_of(BADGES, records, order()), "article")
    assert text_of(card).count("Person A") == 2
    assert text_of(badge).count("Person A") == 1
    assert text_of(card).count("Party A") == 2


# Where nobody is recorded.


def past(*, next_status: str | None = None, **fields: object) -> Register:
    """A first session that was held, and a second one that may have a file."""
    first = session("1", date="2021-03-01", participants=SOME[:2], sources=("source-b",))
    said = {"status": next_status, "sources": ("source-b",), **fields}
    others = [session("2", **said)] if next_status else []
    return register(first, *others)


@pytest.mark.parametrize("name", ["talks/next", "talks/2"])
@pytest.mark.parametrize("status", [None, "planned"])
def test_where_nobody_is_recorded_those_who_led_last_stand(name: str, status: str | None) -> None:
    found = page(past(next_status=status), name)
    assert "No participants of the 2nd session are recorded." in page_text(found)
    shown = body_rows(part(found, "delegations"))
    assert [(row[0], row[1], row[3]) for row in shown] == [
        ("Party A", "Person A1", "1st session1"),
        ("Party B", "Person B1", "1st session1"),
        ("Party C", "not recorded", "not recorded"),
        ("Party X", "not recorded", "not recorded"),
    ]
    assert "By delegation" not in captions(found)
    assert listed_sources(found) == cited_sources(found)


def test_who_is_recorded_stands_instead_of_those_who_led_last() -> None:
    records = past(next_status="planned", participants=(SOME[2],))
    found = prepare_participants(records, order("talks/2"))
    assert names(found) == ["person-c"]
    assert found.expected == ()


def test_before_the_parties_of_a_mechanism_began_no_table_is_empty() -> None:
    records = register(
        session("1", date="2021-03-01"),
        mechanisms={TALKS: mechanism(sides=(("party-a",),))},
        parties={"party-a": party("Party A", **{"from": "2030-01-01"})},
    )
    for kind in (PARTICIPANTS, MINUTES):
        found = page_of(kind, records, order("talks/1"))
        assert [text_of(each) for each in elements(found, "table") if not body_rows(each)] == []


# Contacts.

KNOWN = person(
    "Person A", internal={"email": "person.a@example.org", "telephone": "+84 00 000 000"}
)


def with_contacts(who: Person = KNOWN) -> Register:
    return dataclasses.replace(meeting(*SOME), people={**meeting().people, "person-a": who})


def test_contacts_stand_in_the_internal_edition_which_then_is_landscape() -> None:
    found = page(with_contacts(), edition="internal")
    assert found.paper == "landscape"
    assert row_of(found, "Person A")[6:] == ["person.a@example.org", "+84 00 000 000"]
    assert row_of(found, "Person B")[6:] == ["–", "–"]


def test_no_contact_stands_in_the_shared_edition() -> None:
    found = page(with_contacts())
    assert found.paper == ""
    assert "example.org" not in page_text(found)
    assert {len(row) for row in rows(part(found, "delegations"))} == {6}


@pytest.mark.parametrize("contacts", [None, {}])
def test_where_no_contact_is_recorded_the_internal_edition_has_no_columns_for_any(
    contacts: object,
) -> None:
    found = page(with_contacts(person("Person A", internal=contacts)), edition="internal")
    assert found.paper == ""
    assert {len(row) for row in rows(part(found, "delegations"))} == {6}


# Names in other scripts.


THREE = {"en": "Person Made Up", "vi": "Người Bịa", "zh-Hans": "假人"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (THREE, ["Person Made Up", "Người Bịa", "假人"]),
        ({"en": "Person Made Up", "vi": "Person Made Up"}, ["Person Made Up"]),
        ({"en": "Person Made Up"}, ["Person Made Up"]),
        ({"zh-Hans": "假人", "vi": "Người Bịa"}, ["Người Bịa", "假人"]),
    ],
)
def test_a_name_stands_in_each_of_its_scripts_once(name: dict[str, str], shown: list[str]) -> None:
    who = Person.model_validate({"name": name}, context={"languages": LANGUAGES})
    records = dataclasses.replace(meeting(SOME[0]), people={"person-a": who})
    (cell,) = (each for each in elements(page(records), "td") if shown[0] in text_of(each))
    lines = [text_of(each) for each in walk((cell,)) if each.tag == "p"]
    assert [line.removesuffix("1") for line in lines] == shown
    (badge,) = elements(page_of(BADGES, records, order()), "article")
    assert [text_of(badge).count(text) for text in shown] == [1] * len(shown)
