"""Who led each delegation last, and who led it before."""

import pytest
from makers import participant, register, session

from briefgen.register.models.attendance import Participant
from briefgen.register.register import Session
from briefgen.rules.succession import Lead, Leadership, leadership


def held(key: str, *people: Participant) -> Session:
    return session(key, participants=people)


def leaders(*sessions: Session, party: str = "party-a") -> tuple[str | None, str | None]:
    found = leadership(register(), sessions, party)
    return person(found.last), person(found.before)


def person(lead: Lead | None) -> str | None:
    return lead.participant.person if lead else None


def test_whoever_led_at_the_last_session_is_the_last_known_head() -> None:
    found = leadership(register(), [held("1", participant("person-a", "party-a"))], "party-a")
    assert found.last is not None
    assert (found.last.participant.person, found.last.session.id) == ("person-a", "talks/1")


def test_a_new_head_follows_the_one_before() -> None:
    first = held("1", participant("person-a", "party-a"))
    second = held("2", participant("person-b", "party-a"))
    assert leaders(first, second) == ("person-b", "person-a")


def test_a_head_who_stays_follows_nobody() -> None:
    sessions = [held(key, participant("person-a", "party-a")) for key in ("1", "2")]
    assert leaders(*sessions) == ("person-a", None)


def test_a_head_who_came_back_follows_the_one_in_between() -> None:
    heads = ("person-a", "person-b", "person-a")
    sessions = [
        held(str(key), participant(head, "party-a")) for key, head in enumerate(heads, start=1)
    ]
    assert leaders(*sessions) == ("person-a", "person-b")


def test_sessions_at_which_nobody_is_recorded_are_passed_over() -> None:
    first = held("1", participant("person-a", "party-a"))
    assert leaders(first, held("2")) == ("person-a", None)


def test_a_delegation_without_any_recorded_head_has_none() -> None:
    found = leadership(register(), [held("1", participant("person-a", "party-b"))], "party-a")
    assert found == Leadership("party-a", None, None, None)


@pytest.mark.parametrize("role", ["chair", "co-chair", "head"])
def test_chairs_co_chairs_and_heads_lead(role: str) -> None:
    assert leaders(held("1", participant("person-a", "party-a", role)))[0] == "person-a"


@pytest.mark.parametrize("role", ["deputy-head", "member", "adviser", "guest", None])
def test_nobody_else_leads(role: str | None) -> None:
    assert leaders(held("1", participant("person-a", "party-a", role))) == (None, None)


def test_an_unnamed_group_leads_nothing() -> None:
    group = participant(None, "party-a", "head", group="The head of the delegation")
    assert leaders(held("1", group)) == (None, None)


@pytest.mark.parametrize("attendance", ["absent", "represented"])
def test_a_head_who_was_not_there_did_not_lead(attendance: str) -> None:
    absent = participant("person-a", "party-a", attendance=attendance)
    there = participant("person-b", "party-a", represents="person-a", attendance="present")
    assert leaders(held("1", absent, there)) == ("person-b", None)


def test_two_who_lead_together_do_not_follow_one_another() -> None:
    both = [
        participant("person-b", "party-a", "co-chair"),
        participant("person-a", "party-a", "chair"),
    ]
    assert leaders(held("1", *both)) == ("person-a", None)
