"""The register as it stood on a day: nothing dated or told later is in it."""

import datetime

import pytest
from makers import (
    SOURCES,
    TALKS,
    choice,
    commitment,
    day,
    era,
    fact,
    mechanism,
    note,
    party,
    person,
    post,
    progress,
    register,
    session,
    source,
)

from briefgen.register.register import Register
from briefgen.rules.snapshot import Snapshot, snapshot

BEFORE, AFTER = "2020-06-01", "2022-06-01"
MEETING = {TALKS: mechanism(), "meeting": mechanism(numbering={"by": "year"})}


def known(records: Register, on: str = BEFORE) -> Register:
    return snapshot(records, day(on)).register


def held_2020(**fields: object) -> Register:
    """A session held on 1 March 2020, and one on 1 March 2021."""
    return register(
        session("1", date="2020-03-01", **fields),
        session("2", date="2021-03-01", commitments=(commitment(1),)),
    )


# Dated later.


def test_a_session_held_later_is_left_out() -> None:
    assert list(known(held_2020()).sessions) == ["talks/1"]
    assert list(known(held_2020(), AFTER).sessions) == ["talks/1", "talks/2"]


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_a_session_called_off_for_a_later_day_is_left_out(status: str) -> None:
    records = register(session("1", date="2021-03-01", status=status))
    assert list(known(records).sessions) == []


def test_a_plan_for_a_later_day_stays() -> None:
    records = register(session("1", date="2021-03-01", status="planned"))
    assert list(known(records).sessions) == ["talks/1"]


@pytest.mark.parametrize("date", [None, "XXXX-06-12"])
def test_a_session_of_unknown_day_is_never_left_out(date: str | None) -> None:
    found = snapshot(register(session("1", date=date)), day("1950-01-01"))
    assert list(found.register.sessions) == ["talks/1"]
    assert found.day_of(found.register.sessions["talks/1"]) is None


@pytest.mark.parametrize(
    ("date", "on", "is_known"),
    [
        ("2020", "2020-12-30", False),
        ("2020", "2020-12-31", True),
        ("2020-05", "2020-05-30", False),
        ("2020-05", "2020-05-31", True),
        ("2020-05-XX", "2020-05-30", False),
        ("2020-05-XX", "2020-05-31", True),
        ("2020-XX-15", "2020-12-14", False),
        ("2020-XX-15", "2020-12-15", True),
        ("2020~", "2020-12-31", True),
    ],
)
def test_a_date_with_unknown_parts_counts_from_the_last_day_it_leaves_open(
    date: str, on: str, *, is_known: bool
) -> None:
    records = register(session("1", date=date))
    assert bool(known(records, on).sessions) is is_known


def test_progress_of_a_later_day_is_left_out() -> None:
    entries = tuple(progress("talks/1/1", on=on) for on in ("2020-04-01", "2020-06-02"))
    records = held_2020(commitments=(commitment(1),), progress=entries)
    found = known(records).sessions["talks/1"]
    assert [entry.on and entry.on.edtf for entry in found.progress] == ["2020-04-01"]


def test_a_document_signed_later_is_left_out() -> None:
    outcomes = [
        {"kind": "minutes", "title": f"Signed {signed}", "signed": signed, "sources": SOURCES}
        for signed in ("2020-03-01", "2020-06-02", None)
    ]
    found = known(held_2020(outcomes=tuple(outcomes))).sessions["talks/1"]
    assert [each.title.best("en").text for each in found.outcomes] == [
        "Signed 2020-03-01",
        "Signed None",
    ]


def steps(*dates: str | None, sources: tuple[str, ...] = SOURCES) -> tuple[object, ...]:
    return tuple(
        {"kind": "other", "decided": f"On {date}", "date": date, "sources": sources}
        for date in dates
    )


def decided(records: Register, on: str = BEFORE) -> list[str]:
    found = known(records, on).sessions["talks/1"].preparation
    return [step.decided.best("en").text for step in found]


def test_a_step_of_preparation_of_a_later_day_is_left_out() -> None:
    own = steps("2020-02-05", "2020-07-07", None)
    records = register(session("1", date="2020-03-01", preparation=own))
    assert decided(records) == ["On 2020-02-05", "On None"]


def test_a_step_still_to_come_is_part_of_a_plan_from_when_it_was_told() -> None:
    plan = (*steps("2020-02-05", "2020-07-07"), *steps("2020-08-08", sources=("late",)))
    records = register(session("1", status="planned", preparation=plan), sources=told().sources)
    assert decided(records) == ["On 2020-02-05", "On 2020-07-07"]
    assert decided(records, AFTER) == ["On 2020-02-05", "On 2020-07-07", "On 2020-08-08"]


def test_nothing_refers_to_what_was_left_out() -> None:
    records = register(
        session(
            "1",
            date="2020-03-01",
            held_with="meeting/2021",
            reviews=("talks/2", "meeting/2019"),
            progress=(progress("talks/2/1", on="2020-03-01"),),
            commitments=(commitment(1, follows=("talks/2/1", "meeting/2019/1")),),
            notes=(
                note("Of the later session.", about="sessions/talks/2"),
                note("Of its commitment.", about="commitments/talks/2/1"),
                note("Of this one.", about="sessions/talks/1"),
            ),
        ),
        session("2", date="2021-03-01", commitments=(commitment(1),)),
        session("2019", "meeting", commitments=(commitment(1),)),
        mechanisms={
            **MEETING,
            TALKS: mechanism(notes=(note("Of the later one.", about="sessions/talks/2"),)),
        },
    )
    found = known(records).sessions["talks/1"]
    assert (found.held_with, found.reviews, found.progress) == (None, ("meeting/2019",), ())
    assert found.commitments[0].follows == ("meeting/2019/1",)
    assert [each.text.best("en").text for each in found.notes] == ["Of this one."]
    assert known(records).mechanisms[TALKS].notes == ()
    assert len(known(records, AFTER).sessions["talks/1"].notes) == 3


def test_posts_count_from_their_start_and_end_when_their_end_has_come() -> None:
    posts = (
        post("Early", since=None, **{"from": "2019", "until": "2021"}),
        post("Late", **{"from": "2021"}),
        post("Undated"),
    )
    posts[0].pop("since")
    records = register(people={"person-a": person("Person A", posts=posts)})

    def shown(on: str) -> list[tuple[str, bool]]:
        found = known(records, on).people["person-a"].posts
        return [(each.title.best("en").text, each.until is not None) for each in found]

    assert shown("2018-12-31") == [("Undated", False)]
    assert shown(BEFORE) == [("Early", False), ("Undated", False)]
    assert shown(AFTER) == [("Early", True), ("Late", False), ("Undated", False)]


def test_a_succession_is_unknown_until_it_comes() -> None:
    records = register(
        parties={
            "party-a": party("Party A", until="2020-12-31", successor="party-z"),
            "party-b": party("Party B", successor="party-z"),
            "party-z": party("Party Z", **{"from": "2021-01-01"}),
        }
    )
    early, late = known(records, "2020-12-30").parties, known(records, "2021-01-01").parties
    assert [early[name].successor for name in ("party-a", "party-b")] == [None, None]
    assert early["party-a"].until is None
    assert [late[name].successor for name in ("party-a", "party-b")] == ["party-z", "party-z"]


def test_a_party_that_is_still_to_come_is_on_no_side_and_in_no_order() -> None:
    rule = mechanism(
        era("1", "party-a", ("party-a", ("party-b", "party-z"), choice("party-c", "party-z"))),
        era("9", "party-z", ("party-z",)),
        sides=(("party-a", "party-b", "party-c", "party-z"), ("party-x",)),
    )
    records = register(
        mechanisms={TALKS: rule}, parties={"party-z": party("Party Z", **{"from": "2021"})}
    )
    early = known(records).mechanisms[TALKS]
    assert early.parties == ("party-a", "party-b", "party-c", "party-x")
    (only,) = early.rotation
    assert "party-z" not in repr(only.order)
    assert known(records, AFTER).mechanisms[TALKS] == rule


def test_a_note_on_a_party_that_is_still_to_come_is_left_out() -> None:
    own = mechanism(notes=(note("Of a party.", about="parties/party-z"),))
    records = register(
        mechanisms={TALKS: own}, parties={"party-z": party("Party Z", **{"from": "2021"})}
    )
    assert known(records).mechanisms[TALKS].notes == ()
    assert known(records, AFTER).mechanisms[TALKS] == own


# Told later.


def told(**fields: object) -> Register:
    """The register with a source `late` that tells of 2021, and one `mixed` of 2019 out in 2021."""
    return register(
        sources={
            "late": source(published="2021-05-05"),
            "mixed": source(published="2021-05-05", event="2019-05-05"),
            "early": source(published="2019-05-05"),
        },
        **fields,  # type: ignore[arg-type]
    )


def texts(facts: tuple[object, ...]) -> list[str]:
    return [fact.text.best("en").text for fact in facts]  # type: ignore[attr-defined]


def test_a_fact_without_a_date_counts_from_its_first_source() -> None:
    facts = tuple(fact(f"By {name}.", sources=(name,)) for name in ("early", "late", "mixed"))
    both = fact("By both.", sources=("late", "early"))
    records = told(mechanisms={TALKS: mechanism(background=(*facts, both))})
    found = known(records).mechanisms[TALKS].background
    assert texts(found) == ["By early.", "By mixed.", "By both."]
    assert found[-1].sources == ("early",)


def test_a_note_counts_from_its_last_source() -> None:
    notes = tuple(
        note(f"Of {' and '.join(names)}.", sources=names, about="areas/area-a")
        for names in (("early",), ("early", "late"), ("early", "mixed"))
    )
    records = told(mechanisms={TALKS: mechanism(notes=notes)})
    assert texts(known(records).mechanisms[TALKS].notes) == ["Of early.", "Of early and mixed."]


def test_a_note_on_a_source_counts_from_when_that_came_out() -> None:
    notes = (note("It came out late.", sources=("mixed",), about="sources/mixed"),)
    records = told(mechanisms={TALKS: mechanism(notes=notes)})
    assert texts(known(records).mechanisms[TALKS].notes) == []
    assert texts(known(records, AFTER).mechanisms[TALKS].notes) == ["It came out late."]


def test_a_rule_and_its_exceptions_count_from_when_they_were_told() -> None:
    exceptions = tuple(
        {"at": at, "skip": "party-b", "reason": "A made-up reason.", "sources": sources}
        for at, sources in (("2", ("early",)), ("4", ("late",)), ("6", ()))
    )
    eras = (
        era("1", "party-a", ("party-a", "party-b"), sources=("early",), exceptions=exceptions),
        era("9", "party-a", ("party-a", "party-c"), sources=("late",)),
    )
    records = told(mechanisms={TALKS: mechanism(*eras)})
    (found,) = known(records).mechanisms[TALKS].rotation
    assert [getattr(each, "at", None) for each in found.exceptions] == ["2", "6"]
    assert known(records, AFTER).mechanisms[TALKS].rotation == eras


def test_a_plan_counts_from_when_it_was_told() -> None:
    plan = session("1", status="planned", date="2022-03-01", sources=("late",))
    records = told(mechanisms={TALKS: mechanism()})
    records = register(plan, sources=records.sources)
    assert list(known(records).sessions) == []
    assert list(known(records, AFTER).sessions) == ["talks/1"]


def test_an_undated_post_counts_from_when_it_was_told() -> None:
    posts = (post("Told late", sources=("late",)), post("Told early", sources=("early",)))
    records = told(people={"person-a": person("Person A", posts=posts)})
    found = known(records).people["person-a"].posts
    assert [each.title.best("en").text for each in found] == ["Told early"]


def test_a_source_that_came_out_later_is_left_out_and_its_facts_stay() -> None:
    facts = (
        commitment(1, sources=("mixed",)),
        commitment(2, sources=("mixed", "early")),
        commitment(3, sources=("early",)),
    )
    records = register(
        session("1", date="2019-05-05", sources=("mixed",), commitments=facts),
        sources=told().sources,
    )
    found = known(records)
    assert set(records.sources) - set(found.sources) == {"late", "mixed"}
    made = found.sessions["talks/1"].commitments
    assert [each.sources for each in made] == [("mixed",), ("early",), ("early",)]
    assert known(records, AFTER).sessions["talks/1"].commitments == facts


def test_an_undated_session_was_held_before_the_first_source_that_tells_of_it() -> None:
    records = register(session("1", sources=("late", "early")), sources=told().sources)
    assert snapshot(records, day(AFTER)).calendar.days["talks/1"] == day("2019-05-05")


# Of any day.


def test_a_snapshot_of_today_is_the_whole_register() -> None:
    records = held_2020()
    assert known(records, "2030-01-01") == records


def test_taking_a_snapshot_leaves_the_register_as_it_is() -> None:
    records = held_2020(commitments=(commitment(1),), progress=(progress("talks/1/1"),))
    before = {name: each.model_copy() for name, each in records.sessions.items()}
    snapshot(records, day("2019-01-01"))
    assert records.sessions == before


def test_the_day_before_a_snapshot_holds_no_more_than_the_snapshot() -> None:
    found: Snapshot = snapshot(held_2020(), day(AFTER))
    eve = found.before(day("2021-02-28"))
    assert (eve.on, list(eve.register.sessions)) == (datetime.date(2021, 2, 28), ["talks/1"])
    assert eve.calendar == found.calendar
