"""Who belongs to a mechanism on a day: parties end, and their successors stand in their place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import (
    TALKS,
    choice,
    commitment,
    day,
    era,
    mechanism,
    participant,
    party,
    register,
    session,
)
from pages import brief_page, elements, page_text, part, rows

from briefgen.problems import UsageError
from briefgen.register.models.actors import Party
from briefgen.register.register import Register
from briefgen.rendering.page import text_of
from briefgen.rules.members import party_on, predecessors, sides_on
from briefgen.rules.order import parties_in_order
from briefgen.rules.rotation import coming, history
from briefgen.rules.snapshot import snapshot

LAST_DAY, NEXT_DAY = "2025-06-30", "2025-07-01"
TODAY = day("2026-11-22")
ENDED = {
    "party-b": party("Old B", until=LAST_DAY, successor="party-z"),
    "party-z": party("New Z", **{"from": NEXT_DAY}),
}
ORDER = ("party-x", ("party-a", "party-b", "party-c"))


def parties(**changed: Party) -> dict[str, Party]:
    return {
        **register().parties,
        **{name.replace("_", "-"): each for name, each in changed.items()},
    }


# A party on a day.


@pytest.mark.parametrize(("on", "name"), [(LAST_DAY, "party-b"), (NEXT_DAY, "party-z")])
def test_a_party_is_itself_to_its_last_day_and_its_successor_from_the_next(
    on: str, name: str
) -> None:
    assert party_on(ENDED, "party-b", day(on)) == name


def test_a_successor_of_a_successor_stands_in_the_first_ones_place() -> None:
    found = parties(
        party_a=party("A", until="2000", successor="party-b"),
        party_b=party("B", until="2010", successor="party-c"),
    )
    years = ("2000-12-31", "2001-01-01", "2011-01-01")
    assert [party_on(found, "party-a", day(each)) for each in years] == [
        *("party-a", "party-b", "party-c")
    ]


def test_a_party_that_ended_without_a_successor_leaves_its_place_empty() -> None:
    found = parties(party_a=party("A", until="2000"))
    assert party_on(found, "party-a", day("2001-01-01")) is None


def test_a_party_without_an_end_ends_when_its_successor_begins() -> None:
    found = parties(
        party_a=party("A", successor="party-b"), party_b=party("B", **{"from": "2010-05-05"})
    )
    assert party_on(found, "party-a", day("2010-05-04")) == "party-a"
    assert party_on(found, "party-a", day("2010-05-05")) == "party-b"


def test_an_end_in_an_unknown_year_never_surely_comes() -> None:
    found = parties(party_a=party("A", until="XXXX-06-30", successor="party-b"))
    assert party_on(found, "party-a", day("2100-01-01")) == "party-a"


def test_predecessors_are_found_through_all_that_merged() -> None:
    found = parties(
        party_a=party("A", until="2000", successor="party-b"),
        party_b=party("B", until="2010", successor="party-c"),
        party_x=party("X", until="2010", successor="party-c"),
    )
    assert predecessors(found, "party-c") == {"party-a", "party-b", "party-c", "party-x"}
    assert predecessors(found, "party-h") == {"party-h"}


# The sides on a day.


def members(found: dict[str, Party], on: str) -> tuple[str, ...]:
    return parties_in_order(sides_on(found, mechanism(), day(on)))


def test_a_successor_stands_in_the_place_of_whom_it_follows() -> None:
    found = {**parties(), **ENDED}
    assert members(found, LAST_DAY) == ("party-a", "party-b", "party-c", "party-x")
    assert members(found, NEXT_DAY) == ("party-a", "party-z", "party-c", "party-x")


def test_two_that_merged_stand_once() -> None:
    found = parties(
        party_a=party("A", until="2020", successor="party-z"),
        party_c=party("C", until="2020", successor="party-z"),
    )
    assert members(found, "2021-01-01") == ("party-z", "party-b", "party-x")


def test_a_party_that_had_not_begun_is_no_member() -> None:
    found = parties(party_b=party("B", **{"from": "2020"}))
    assert members(found, "2019-12-31") == ("party-a", "party-c", "party-x")
    assert "party-b" in members(found, "2020-01-01")


def test_a_side_of_which_nobody_is_left_is_no_side() -> None:
    found = parties(party_x=party("X", until="2020"))
    assert len(sides_on(found, mechanism(), day("2021-01-01"))) == 1


@given(st.permutations(["party-a", "party-b", "party-c"]), st.permutations(["party-x", "party-y"]))
def test_the_same_members_in_any_order_are_the_same_members(
    north: list[str], south: list[str]
) -> None:
    rule = mechanism(sides=(tuple(north), tuple(south)))
    found = {**parties(), **ENDED}
    for perspective in (None, "party-y", "party-z"):
        ordered = parties_in_order(sides_on(found, rule, day(NEXT_DAY)), perspective)
        assert sorted(ordered) == ["party-a", "party-c", "party-x", "party-y", "party-z"]


# Rotation and documents.


def records() -> Register:
    """B hosted in 2023 and ended in 2025; its next turn is the eighth session's."""
    return register(
        session("1", date="2022-01-10", host="party-a"),
        session(
            "3",
            date="2023-01-10",
            host="party-b",
            participants=(participant("person-b", "party-b", capacity="Chairman of Old B"),),
            commitments=(commitment(1, responsible=("party-b", "party-x")),),
        ),
        mechanisms={TALKS: mechanism(era("1", "party-a", ORDER))},
        parties=ENDED,
    )


def test_turns_of_the_past_keep_their_names_and_those_to_come_have_the_new() -> None:
    known = snapshot(records(), TODAY)
    past = {line.key: line.turn.host for line in history(known, TALKS) if line.turn}
    assert past == {"1": "party-a", "2": "party-x", "3": "party-b"}
    ahead = {line.key: line.turn.host for line in coming(known, TALKS, "4", 6) if line.turn}
    assert (ahead["5"], ahead["7"], ahead["9"]) == ("party-c", "party-a", "party-z")
    (line,) = coming(known, TALKS, "9", 1)
    assert (line.in_place_of, line.ended) == (("party-b",), ())


def test_before_the_succession_nobody_knows_of_it() -> None:
    known = snapshot(records(), day(LAST_DAY))
    (line,) = coming(known, TALKS, "9", 1)
    assert line.turn is not None
    assert (line.turn.host, line.in_place_of) == ("party-b", ())


def test_a_gap_in_the_record_keeps_the_name_of_its_time() -> None:
    found = register(
        session("1", date="2022-01-10", host="party-a"),
        session("4", date="2025-03-01", host="party-x"),
        session("5", date="2026-01-01", host="party-c"),
        mechanisms={TALKS: mechanism(era("1", "party-a", ORDER))},
        parties=ENDED,
    )
    lines = {line.key: line.turn for line in history(snapshot(found, TODAY), TALKS)}
    assert lines["3"] is not None
    assert lines["3"].host == "party-b"


def test_a_turn_of_a_party_that_ended_without_a_successor_says_so() -> None:
    found = register(
        session("1", date="2022-01-10", host="party-a"),
        mechanisms={TALKS: mechanism(era("1", "party-a", ("party-a", "party-b")))},
        parties={"party-b": party("Old B", until="2025")},
    )
    (line,) = coming(snapshot(found, TODAY), TALKS, "2", 1)
    assert line.turn is not None
    assert (line.turn.host, line.ended) == ("party-b", ("party-b",))
    text = text_of(part(brief_page(found, "talks/next"), "rotation"))
    assert "Old B has ended, and no successor is recorded" in text


def test_a_group_that_chooses_has_its_successors_too() -> None:
    rule = mechanism(era("1", "party-x", ("party-x", choice("party-a", "party-b"))))
    found = register(session("1", date="2026-01-10"), mechanisms={TALKS: rule}, parties=ENDED)
    (line,) = coming(snapshot(found, TODAY), TALKS, "2", 1)
    assert line.turn is not None
    assert line.turn.parties == ("party-a", "party-z")


def test_a_brief_of_today_names_the_party_of_today() -> None:
    page = brief_page(records(), "talks/next")
    kicker = text_of(elements(page, "p.kicker")[0])
    assert kicker.endswith("Party A, New Z, Party C and Party X")
    heads = {row[0]: row for row in rows(part(page, "heads"))}
    assert "Old B" not in heads
    assert heads["New Z"][1].startswith("Person B")
    assert "then for Old B" in heads["New Z"][1]


def test_a_brief_tells_who_came_in_whose_place() -> None:
    page = brief_page(records(), "talks/next")
    told = "New Z stands in the place of Old B, which lasted until 30 June 2025."
    assert told in text_of(part(page, "background"))
    (glance,) = elements(page, "aside.glance")
    assert told in text_of(glance)


def test_a_succession_before_the_last_session_is_no_news() -> None:
    later = session("4", date="2025-10-01")
    found = replace(records(), sessions={**records().sessions, later.id: later})
    page = brief_page(found, "talks/next")
    told = "New Z stands in the place of Old B"
    (glance,) = elements(page, "aside.glance")
    assert (told in text_of(part(page, "background")), told in text_of(glance)) == (True, False)


def test_a_party_that_ended_without_a_successor_is_told_and_cited() -> None:
    ended = party("Old C", until="2025", sources=("source-c",))
    found = replace(records(), parties={**records().parties, "party-c": ended})
    page = brief_page(found, "talks/next")
    assert "Old C lasted until 2025; no successor is recorded." in text_of(part(page, "background"))
    assert "source-source-c" in {each.attributes["id"] for each in elements(page, "li.source")}


def test_a_brief_of_the_past_keeps_the_names_of_the_past() -> None:
    page = brief_page(records(), "talks/3")
    assert text_of(elements(page, "p.kicker")[0]).endswith("Party A, Old B, Party C and Party X")
    assert "New Z" not in page_text(page)
    as_of_then = brief_page(records(), "talks/next", LAST_DAY)
    assert "New Z" not in page_text(as_of_then)


def test_a_recorded_host_and_what_it_promised_keep_their_names() -> None:
    page = brief_page(records(), "talks/next")
    (row,) = [row for row in rows(part(page, "rotation")) if row[0] == "3rd session"]
    assert row[2].startswith("Old B")
    assert "Responsible: Old B and Party X" in text_of(part(page, "commitments"))


def test_the_successor_reads_its_own_copy_and_its_predecessor_none() -> None:
    page = brief_page(records(), "talks/next", perspective="party-z")
    assert text_of(elements(page, "p.kicker")[0]).split(" · ")[1].startswith("New Z, ")
    past = brief_page(records(), "talks/3", perspective="party-b")
    assert "Prepared for the head of the Old B delegation" in page_text(past)


def test_who_asks_for_the_copy_of_a_party_that_ended_is_told_its_successor() -> None:
    with pytest.raises(UsageError, match=r"no party of 'talks' \(it was succeeded by 'party-z'\)"):
        brief_page(records(), "talks/next", perspective="party-b")
