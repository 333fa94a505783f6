"""Which session a document is for: by its name, or the next; else the nearest name is told."""

import pytest
from makers import day, mechanism, register, session

from briefgen.documents.selection import select_reader, select_session
from briefgen.problems import UsageError
from briefgen.register.register import Register

TODAY = day("2026-11-22")


@pytest.fixture
def records() -> Register:
    return register(
        session("9"),
        session("10", date="2019-03-22"),
        session("12", date="2021", status="planned"),
        session("14", date="2023-02-22"),
    )


def test_a_recorded_session_is_selected_by_its_name(records: Register) -> None:
    selection = select_session(records, "talks/14", TODAY)
    assert (selection.id, selection.session) == ("talks/14", records.sessions["talks/14"])


def test_next_is_the_session_after_the_last_one_held(records: Register) -> None:
    selection = select_session(records, "talks/next", TODAY)
    assert (selection.key, selection.session, selection.opens) == ("15", None, TODAY)


def test_the_next_session_can_be_named_by_its_number(records: Register) -> None:
    assert select_session(records, "talks/15", TODAY).session is None


def test_a_planned_session_comes_with_its_file(records: Register) -> None:
    selection = select_session(records, "talks/12", day("2020-06-01"))
    assert selection.session is records.sessions["talks/12"]


def test_a_planned_session_may_be_the_next() -> None:
    planned = session("2", status="planned", date="2027-03")
    records = register(session("1", date="2023-02-22"), planned)
    assert select_session(records, "talks/next", TODAY).session is planned


def test_a_session_held_after_the_day_counts_as_not_yet_held(records: Register) -> None:
    selection = select_session(records, "talks/14", day("2023-02-21"))
    assert (selection.key, selection.session) == ("14", None)
    assert select_session(records, "talks/14", day("2023-02-22")).session is not None


def test_a_session_held_before_the_day_looks_back_from_its_eve(records: Register) -> None:
    assert select_session(records, "talks/14", TODAY).opens == day("2023-02-21")
    assert select_session(records, "talks/9", TODAY).opens == day("2019-03-20")


def test_only_lower_numbers_stand_before(records: Register) -> None:
    selection = select_session(records, "talks/12", TODAY)
    before = [
        key
        for key in ("9", "10", "12", "14")
        if selection.is_after(records.sessions[f"talks/{key}"])
    ]
    assert before == ["9", "10"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("tlaks/next", r"no mechanism 'tlaks' \(did you mean 'talks'\?\)"),
        ("nothing-like-it/1", r"no mechanism 'nothing-like-it'; mechanisms: talks$"),
        ("talks/13", r"no session 'talks/13' \(did you mean 'talks/1[024]'\?\)"),
        ("talks/nxt", r"no session 'talks/nxt' \(did you mean 'talks/next'\?\)"),
        ("talks/16", r"no session 'talks/16'"),
        ("talks/", r"name a session too: talks/next"),
        ("talks", r"name a session too: talks/next"),
        ("", r"no mechanism ''"),
        ("talks/014", r"no session 'talks/014' \(did you mean 'talks/14'\?\)"),
        ("talks/14/1", r"no session 'talks/14/1' \(did you mean 'talks/14'\?\)"),
    ],
)
def test_an_unknown_session_is_told_with_the_nearest_name(
    records: Register, name: str, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        select_session(records, name, TODAY)


def test_no_session_is_next_where_none_was_held() -> None:
    with pytest.raises(UsageError, match="no session of 'talks' is recorded as held or planned"):
        select_session(register(), "talks/next", TODAY)


def test_no_session_is_next_before_the_first_one_was_held(records: Register) -> None:
    with pytest.raises(UsageError, match="none is next"):
        select_session(records, "talks/next", day("2019-03-01"))


def test_any_party_of_the_mechanism_may_read(records: Register) -> None:
    selection = select_session(records, "talks/next", TODAY)
    for party in mechanism().parties:
        assert select_reader(selection, party) == party


def test_without_a_wish_the_home_party_reads(records: Register) -> None:
    assert select_reader(select_session(records, "talks/next", TODAY), None) == "party-a"


def test_a_reader_from_outside_is_told_the_parties_there_are(records: Register) -> None:
    message = r"no party of 'talks'.*parties: party-a, party-b, party-c, party-x"
    with pytest.raises(UsageError, match=message):
        select_reader(select_session(records, "talks/next", TODAY), "party-z")


def test_a_misspelt_reader_is_told_the_nearest_name(records: Register) -> None:
    with pytest.raises(UsageError, match=r"did you mean 'party-[abcx]'\?"):
        select_reader(select_session(records, "talks/next", TODAY), "prty-x")
