"""Who led each delegation last, and who led it before."""

import pytest
from makers import day, participant, party, person, post, register, session
from pages import brief_page, elements, part, rows

from briefgen.register.models.actors import Person
from briefgen.register.models.attendance import Participant
from briefgen.register.register import Session
from briefgen.rendering.page import Page, text_of
from briefgen.rules.snapshot import snapshot
from briefgen.rules.succession import Lead, Leadership, Tenure, leadership, tenure


def held(key: str, *people: Participant) -> Session:
    return session(key, participants=people)


def leaders(*sessions: Session, party: str = "party-a") -> tuple[str | None, str | None]:
    found = leadership(register(), sessions, party)
    return name_of(found.last), name_of(found.before)


def name_of(lead: Lead | None) -> str | None:
    return lead.person if lead else None


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


# Since when, and who came after.


def since(*sessions: Session) -> str | None:
    found = leadership(register(), sessions, "party-a").since
    return found.session.key if found else None


def test_a_head_has_led_since_the_first_of_the_sessions_in_a_row() -> None:
    heads = ("person-b", "person-a", "person-a", "person-a")
    sessions = [
        held(str(key), participant(head, "party-a")) for key, head in enumerate(heads, start=1)
    ]
    assert since(*sessions) == "2"


def test_sessions_without_a_recorded_head_do_not_break_the_row() -> None:
    first, last = (held(key, participant("person-a", "party-a")) for key in ("1", "3"))
    assert since(first, held("2"), last) == "1"


def test_a_head_who_came_back_has_led_since_coming_back() -> None:
    heads = ("person-a", "person-b", "person-a")
    sessions = [
        held(str(key), participant(head, "party-a")) for key, head in enumerate(heads, start=1)
    ]
    assert since(*sessions) == "3"


def test_a_partys_heads_were_its_predecessors_before() -> None:
    records = register(parties={"party-b": party("Party B", until="2020", successor="party-a")})
    sessions = [held("1", participant("person-b", "party-b"))]
    found = leadership(records, sessions, "party-a")
    assert found.last is not None
    assert (found.last.person, found.last.participant.party) == ("person-b", "party-b")


def tenure_of(*others: Person, mine: object = None, as_of: str = "2026-11-22") -> Tenure:
    """What is known of person A's post, who led the delegation of party A on 1 March 2020."""
    own = mine if mine is not None else post("Chairman")
    people = {"person-a": person("Person A", posts=(own,))}
    people |= {f"person-{letter}": each for letter, each in zip("bcd", others, strict=False)}
    first = session("1", date="2020-03-01", participants=(participant("person-a", "party-a"),))
    known = snapshot(register(first, people=people), day(as_of))
    lead = leadership(known.register, known.held("talks"), "party-a").last
    assert lead is not None
    return tenure(known, lead, "party-a")


def newer(*others: Person, mine: object = None) -> list[str]:
    return [holder.person for holder in tenure_of(*others, mine=mine).newer]


def test_a_newer_holder_of_the_same_post_is_told() -> None:
    assert newer(person("B", posts=(post("chairman", **{"from": "2021"}),))) == ["person-b"]


def test_titles_are_the_same_in_any_language_that_both_have() -> None:
    both = {"en": "Chair", "vi": "Chủ tịch"}
    other = person("B", posts=(post({"vi": "chủ tịch"}, **{"from": "2021"}),))
    assert newer(other, mine=post(both)) == ["person-b"]


@pytest.mark.parametrize(
    "other",
    [
        post("Vice Chairman", **{"from": "2021"}),
        post("Chairman", "party-b", **{"from": "2021"}),
        post("Chairman", **{"from": "2019"}),
        post("Chairman", **{"from": "2020-03-01"}),
        post("Chairman", **{"from": "2020"}),
        post("Chairman"),
    ],
    ids=["other post", "other party", "earlier", "the same day", "maybe earlier", "undated"],
)
def test_nobody_else_is_a_newer_holder(other: dict[str, object]) -> None:
    assert newer(person("B", posts=(other,))) == []


def test_whoever_holds_a_post_that_the_head_gave_up_is_newer_even_undated() -> None:
    mine = post("Chairman", until="2020-12-31")
    holders = (
        person("B", posts=(post("Chairman"),)),
        person("C", posts=(post("Chairman", until="2019"),)),
    )
    assert newer(*holders, mine=mine) == ["person-b"]
    assert [each.until and each.until.edtf for each in tenure_of(mine=mine).posts] == ["2020-12-31"]


def test_of_several_who_followed_whoever_still_holds_the_post_is_told() -> None:
    gave_up = person("B", posts=(post("Chairman", **{"from": "2021", "until": "2022"}),))
    holds = person("C", posts=(post("Chairman", **{"from": "2023"}),))
    assert newer(gave_up, holds) == ["person-c"]
    assert newer(gave_up) == ["person-b"]


def test_a_post_without_any_day_is_no_part_of_a_tenure() -> None:
    assert tenure_of(mine=post("Chairman")).posts == ()
    assert len(tenure_of(mine=post("Chairman", **{"from": "2018"})).posts) == 1


def test_an_end_and_a_newer_holder_of_a_later_day_are_not_known() -> None:
    mine = post("Chairman", until="2020-12-31")
    other = person("B", posts=(post("Chairman", **{"from": "2021-01-01"}),))
    found = tenure_of(other, mine=mine, as_of="2020-06-01")
    assert (found.posts, found.newer) == ((), ())


def changed_page(**fields: object) -> Page:
    """The brief after two sessions of party A's Person A, who gave up the post in 2021."""
    people = {
        "person-a": person(
            "Person A", posts=(post("Chairman", **{"from": "2018", "until": "2021-05"}),)
        ),
        "person-b": person("Person B", posts=(post("Chairman", **{"from": "2021-06-01"}),)),
    }
    lead = (participant("person-a", "party-a"),)
    records = register(
        session("1", date="2019-03-01", participants=lead),
        session("2", date="2020-03-01", participants=lead),
        session("3", status="planned", **fields),
        people=people,
    )
    return brief_page(records, "talks/next")


def test_the_brief_says_who_may_no_longer_hold_the_post_and_who_does() -> None:
    page = changed_page()
    (row,) = [row for row in rows(part(page, "heads")) if row[0] == "Party A"]
    assert "has led since the 1st session at least" in row[3]
    assert "Chairman since 2018" in row[3]
    assert "Chairman until May 2021" in row[3]
    assert "a newer holder is recorded: Person B" in row[3]
    checks = text_of(part(page, "checks"))
    assert "Party A: Person A, who led last, held the post Chairman until May 2021." in checks
    assert "Person B is recorded as Chairman from 1 June 2021 on, after Person A last led" in checks
    (glance,) = elements(page, "aside.glance")
    assert "A last known head may no longer hold the post: Party A." in text_of(glance)


def test_the_brief_names_who_is_recorded_for_the_session_itself() -> None:
    page = changed_page(participants=(participant("person-b", "party-a"),))
    (row,) = [row for row in rows(part(page, "heads")) if row[0] == "Party A"]
    assert "named for this session: Person B" in row[1]


def test_where_no_post_has_a_day_that_is_said_once() -> None:
    heads = [participant(f"person-{each}", f"party-{each}") for each in "ab"]
    records = register(session("1", date="2019-03-01", participants=tuple(heads)))
    found = part(brief_page(records, "talks/next"), "heads")
    assert text_of(found).count("Since when they have held it: not recorded.") == 1
    assert "in office since" not in text_of(found)


def test_where_some_posts_have_a_day_each_that_has_none_says_so() -> None:
    heads = [participant(f"person-{each}", f"party-{each}") for each in "ab"]
    records = register(
        session("1", date="2019-03-01", participants=tuple(heads)),
        people={"person-a": person("Person A", posts=(post("Chairman", **{"from": "2018"}),))},
    )
    found = part(brief_page(records, "talks/next"), "heads")
    lines = {row[0]: row[3] for row in rows(found)}
    assert "Chairman since 2018" in lines["Party A"]
    assert "in office since: not recorded" in lines["Party B"]
    assert "Since when they have held it" not in text_of(found)
