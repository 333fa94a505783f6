"""What the brief tells of turns, reviews, chains and unknown days."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from makers import (
    CLOCK,
    TALKS,
    choice,
    commitment,
    era,
    mechanism,
    progress,
    register,
    session,
    source,
)
from pages import brief_page, elements, has_part, page_text, part, rows

from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.page import Page, text_of, walk

NEXT = "talks/next"
FIRST = session("1", date="2022-01-10", host="party-a")


def with_order(order: object, *exceptions: Mapping[str, object], **fields: object) -> Register:
    """One session held, and the next ones by this order."""
    rule = era("1", "party-a", order, exceptions=exceptions, **fields)  # type: ignore[arg-type]
    return register(FIRST, mechanisms={TALKS: mechanism(rule)})


def turns(page: Page) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in rows(part(page, "rotation"))}


def glance(page: Page) -> str:
    (found,) = elements(page, "aside.glance")
    return text_of(found)


# Turns.


def test_the_next_four_turns_have_their_reasons() -> None:
    page = brief_page(with_order(("party-a", ("party-b", "party-c"), "party-x")), NEXT)
    assert turns(page)["2nd session"] == [
        "Party B",
        "A turn of Party B and Party C among themselves",
    ]
    assert turns(page)["3rd session"] == [
        "Party X",
        "Its turn comes once in 3 sessions; Party B had the one before",
    ]
    assert turns(page)["5th session"][1].endswith("Party C comes after Party B")


def test_a_group_that_chooses_is_named_and_nobody_of_it() -> None:
    page = brief_page(with_order(("party-a", choice("party-b", "party-c"))), NEXT)
    assert turns(page)["2nd session"] == [
        "one of Party B and Party C",
        "A group that chooses: Party B and Party C; Party A had the one before",
    ]
    (facts,) = elements(page, "dl.facts")
    assert "by rotation one of a group that chooses" in text_of(facts)
    assert "The host by rotation is one of Party B and Party C, who choose" in glance(page)


def test_whoever_loses_a_turn_is_named_with_the_reason() -> None:
    skip = {"at": "2", "skip": "party-b", "reason": "A made-up election."}
    page = brief_page(with_order(("party-a", "party-b", "party-c"), skip), NEXT)
    host, why = turns(page)["2nd session"]
    assert host == "Party C"
    assert why.endswith("Party B loses this turn (A made-up election)")
    assert "Party B loses this turn" in glance(page)


def test_sessions_that_exchange_hosts_name_each_other() -> None:
    swap = {"swap": ("2", "3"), "reason": "A made-up feast."}
    page = brief_page(with_order(("party-a", "party-b", "party-c"), swap), NEXT)
    host, why = turns(page)["2nd session"]
    assert host == "Party C"
    assert why.startswith("Exchanges hosts with the 3rd session (A made-up feast); by the order")
    assert why.endswith("it was the turn of Party B")
    assert turns(page)["3rd session"][0] == "Party B"


def test_an_extra_host_is_told_as_such() -> None:
    insert = {"at": "2", "insert": "party-z", "reason": "A made-up guest."}
    page = brief_page(with_order(("party-a", "party-b"), insert), NEXT)
    assert turns(page)["2nd session"] == [
        "Party Z",
        "An extra host, for whom the order waits (A made-up guest)",
    ]
    assert turns(page)["3rd session"][0] == "Party B"


def cited_in(page: Page, session: str) -> set[str]:
    """The sources that a line of the rotation cites."""
    lines = [row for row in walk((part(page, "rotation"),)) if row.tag == "tr"]
    (line,) = [row for row in lines if text_of(row).startswith(session)]
    links = [each for each in walk((line,)) if each.tag == "a"]
    return {each.attributes["href"].removeprefix("#source-") for each in links}


@pytest.mark.parametrize(
    "exception",
    [
        {"at": "2", "skip": "party-b"},
        {"swap": ("2", "3")},
        {"at": "2", "insert": "party-z"},
    ],
)
def test_the_reason_of_an_exception_carries_its_source(exception: Mapping[str, object]) -> None:
    said = {**exception, "reason": "A made-up reason.", "sources": ("source-x",)}
    page = brief_page(with_order(("party-a", "party-b", "party-c"), said), NEXT)
    assert cited_in(page, "2nd session") == {"source-x"}


def test_what_the_rule_says_of_the_past_carries_the_rules_sources() -> None:
    rule = era("1", "party-a", ("party-a", "party-b"), sources=("source-r",))
    records = register(
        FIRST, session("3", date="2023", host="party-a"), mechanisms={TALKS: mechanism(rule)}
    )
    assert cited_in(brief_page(records, NEXT), "2nd session") == {"source-r"}


def test_a_recorded_host_is_cited_also_where_there_is_no_rule() -> None:
    plan = session("2", status="planned", host="party-x", sources=("source-p",))
    page = brief_page(register(FIRST, plan), NEXT)
    assert cited_in(page, "2nd session") == {"source-p"}
    assert "No order of hosts is recorded for this session." in text_of(part(page, "rotation"))


def test_a_planned_host_that_agrees_with_the_rule_has_its_reason_too() -> None:
    plan = session("2", status="planned", host="party-b")
    rule = {TALKS: mechanism(era("1", "party-a", ("party-a", "party-b")))}
    why = turns(brief_page(register(FIRST, plan, mechanisms=rule), NEXT))["2nd session"][1]
    assert why.startswith("planned")
    assert why.endswith("; its turn comes every second session; Party A had the one before")


@pytest.mark.parametrize("folder", ["everything", "rotations"])
@pytest.mark.parametrize("as_of", ["2020-06-01", "2026-11-25"])
def test_every_listed_source_is_cited_on_the_page(folder: str, as_of: str) -> None:
    records = load_register(Workspace(Path(__file__).parent / folder), CLOCK)
    names = [f"{mechanism}/{NEXT.partition('/')[2]}" for mechanism in records.mechanisms]
    names += [each.id for name in records.mechanisms for each in records.sessions_of(name)[::7]]
    assert len(names) > 3
    for name in names:
        page = brief_page(records, name, as_of)
        listed = {f"#{each.attributes['id']}" for each in elements(page, "li.source")}
        cited = {each.attributes["href"] for each in elements(page, "a")}
        assert listed <= cited, name


def test_each_order_of_the_turns_ahead_is_told_with_its_basis() -> None:
    rule = mechanism(
        era("1", "party-a", ("party-a", "party-b"), sources=("source-a",)),
        era("3", "party-c", ("party-c", "party-x"), basis="agreed", sources=("source-b",)),
    )
    page = brief_page(register(FIRST, mechanisms={TALKS: rule}), NEXT)
    notes = [text_of(each) for each in elements(page, "p.note")]
    assert any(note.startswith("The order is inferred: it was read off") for note in notes)
    assert any(note.startswith("The order is agreed, from session 3 on.") for note in notes)


def test_after_the_last_order_the_brief_says_that_none_is_recorded() -> None:
    page = brief_page(with_order(("party-a", "party-b"), until="2"), NEXT)
    assert turns(page)["3rd session"] == ["not recorded", "no order of hosts is recorded for it"]


def test_a_recorded_host_of_a_plan_wins_over_the_rule_and_is_to_be_checked() -> None:
    records = register(
        FIRST,
        session("2", status="planned", host="party-x"),
        session("3", status="planned", host="party-c"),
        mechanisms={TALKS: mechanism(era("1", "party-a", ("party-a", "party-b", "party-c")))},
    )
    page = brief_page(records, NEXT)
    assert "Host: Party X, as recorded." in glance(page)
    assert "The 3rd session after it is to be hosted by Party C, as recorded." in glance(page)
    checks = text_of(part(page, "checks"))
    assert "2nd session: host Party X; by rotation it was the turn of Party B." in checks
    assert "3rd session: host" not in checks


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_a_session_that_was_not_held_says_so_beside_its_turn(status: str) -> None:
    records = register(
        FIRST,
        session("2", date="2023", status=status),
        session("3", date="2024-01-10", host="party-a"),
        mechanisms={TALKS: mechanism(era("1", "party-a", ("party-a", "party-b")))},
    )
    assert turns(brief_page(records, NEXT))["2nd session"][2] == f"{status}1; by rotation: Party B1"


def test_a_cancelled_session_is_not_the_next_one() -> None:
    records = register(FIRST, session("2", status="cancelled"))
    assert brief_page(records, NEXT).title == "Brief for the 3rd session"


def test_steps_that_lie_ahead_are_still_to_do() -> None:
    steps = tuple(
        {
            "kind": "other",
            "decided": f"Made-up step of {date}.",
            "date": date,
            "sources": ("source-a",),
        }
        for date in ("2026-05-05", "2027-01")
    )
    plan = session("2", status="planned", date="2027-03", preparation=steps)
    found = part(brief_page(register(FIRST, plan), NEXT), "preparation")
    before, _, ahead = text_of(found).partition("Preparation still to do")
    assert "Steps of preparation recorded" in before
    assert "Other, 5 May 2026: Made-up step of 2026-05-05." in before
    assert "Other, January 2027: Made-up step of 2027-01." in ahead


# Commitments.


def test_an_open_commitment_shows_its_whole_chain() -> None:
    records = register(
        session("1", date="2020-01-10", commitments=(commitment(1),)),
        session("2", date="2021-01-10", commitments=(commitment(4, follows=("talks/1/1",)),)),
        session("3", date="2022-01-10", commitments=(commitment(2, follows=("talks/2/4",)),)),
    )
    found = {row[0]: row for row in rows(part(brief_page(records, NEXT), "commitments"))}
    assert "Carried on: 1/1 → 2/4 → 3/2." in found["3/2"][2]
    assert "carried on as 2/4" in found["1/1"][3]


def test_what_the_last_session_reviewed_is_told_group_by_group() -> None:
    first = session("1", date="2020-01-10", commitments=tuple(commitment(n) for n in (1, 2)))
    second = session("2", date="2021-01-10", commitments=tuple(commitment(n) for n in (1, 2)))
    third = session(
        "3",
        date="2022-01-10",
        reviews=("talks/2",),
        held_with="meeting/2022",
        progress=(progress("talks/2/1"),),
    )
    meeting = session("2022", "meeting", date="2022-01-10", progress=(progress("talks/1/2"),))
    rules = {TALKS: mechanism(), "meeting": mechanism(numbering={"by": "year"}, short_name="Forum")}
    found = text_of(
        part(
            brief_page(register(first, second, third, meeting, mechanisms=rules), NEXT),
            "commitments",
        )
    )
    for words in (
        "What the 3rd session reviewed",
        "Reported on: 2/1.",
        "Reported on at the Forum 2022, held with it: 1/2.",
        "Their session was reviewed, with nothing recorded of them: 2/2.",
        "No review recorded: 1/1.",
    ):
        assert words in found


def test_where_nothing_was_open_nothing_is_said_of_a_review() -> None:
    page = brief_page(register(FIRST), NEXT)
    assert "reviewed" not in text_of(part(page, "commitments"))


def test_a_report_that_a_later_session_recorded_is_told_without_the_session() -> None:
    records = register(
        session("1", date="2020-01-10", commitments=(commitment(1),)),
        session("2", date="2022-01-10", progress=(progress("talks/1/1", on="2021-01-10"),)),
    )
    found = text_of(part(brief_page(records, NEXT, "2021-06-01"), "commitments"))
    assert "Last report, 10 January 2021" in found
    assert "2nd session" not in found


# Days that are not known.


def test_a_report_of_unknown_day_says_so() -> None:
    records = register(
        session("1", commitments=(commitment(1),)), session("2", progress=(progress("talks/1/1"),))
    )
    found = text_of(part(brief_page(records, NEXT), "commitments"))
    assert "Last report, 2nd session, day not recorded" in found


@pytest.mark.parametrize(
    ("date", "words"),
    [(None, "(not recorded)"), ("XXXX-06-12", "(12 June, year not recorded)")],
)
def test_a_session_of_which_nothing_tells_the_day_is_to_be_checked(
    date: str | None, words: str
) -> None:
    page = brief_page(register(session("1", date=date)), NEXT, "1990-01-01")
    told = f"1st session: nothing tells when it was held {words}, so it counts whatever the day."
    assert told in text_of(part(page, "checks"))


def test_a_session_that_a_later_one_bounds_needs_no_checking() -> None:
    page = brief_page(register(session("1"), session("2", date="2020-01-10")), NEXT)
    assert not has_part(page, "checks")


def test_a_source_that_came_out_later_is_cited_without_its_title() -> None:
    records = register(
        session("1", date="2020-01-10", sources=("late",), commitments=(commitment(1),)),
        sources={"late": source(title="A late title", event="2020-01-10", published="2024-09-20")},
    )
    early, today = (brief_page(records, NEXT, as_of) for as_of in ("2021-01-01", "2026-11-22"))
    assert "Came out after 1 January 2021, so it is not described here. [late]" in page_text(early)
    assert "A late title" not in page_text(early)
    assert "2024" not in page_text(early)
    assert "A late title. Published 20 September 2024." in page_text(today)
