"""Briefs of registers unlike the shipped one: small, bare, long, in another language."""

from dataclasses import replace

import pytest
from makers import (
    TALKS,
    commitment,
    era,
    fact,
    mechanism,
    note,
    participant,
    progress,
    register,
    session,
    source,
)
from pages import brief_page, elements, has_part, page_text, part, rows

from briefgen.problems import UsageError
from briefgen.register.register import Register
from briefgen.rendering.page import Page, text_of

ALTERNATING = era("1", "party-a", ("party-x", ("party-a", "party-b", "party-c")))
NEXT = "talks/next"


def page(*sessions: object, rotation: bool = True, name: str = NEXT) -> Page:
    eras = (ALTERNATING,) if rotation else ()
    return brief_page(made(*sessions, eras=eras), name)


def made(*sessions: object, eras: tuple[object, ...] = ()) -> Register:
    rule = mechanism(*eras)  # type: ignore[arg-type]
    return register(*sessions, mechanisms={TALKS: rule})  # type: ignore[arg-type]


def test_a_mechanism_without_rotation_says_so() -> None:
    found = page(session("1", date="2023"), rotation=False)
    assert "No order of hosts is recorded for this session." in text_of(part(found, "rotation"))
    (facts,) = elements(found, "dl.facts")
    assert "not recorded" in text_of(facts)


def test_a_mechanism_of_which_no_session_was_held_has_no_next_one() -> None:
    with pytest.raises(UsageError, match="none is next"):
        page()


def test_the_first_session_ever_can_be_briefed_by_its_number() -> None:
    found = page(session("1", status="planned", date="2027-03"), name="talks/1")
    assert found.title == "Brief for the 1st session"
    assert not has_part(found, "previous")
    assert "No commitments of earlier sessions are recorded." in page_text(found)


def test_a_single_session_without_a_date_is_enough_for_a_brief() -> None:
    found = page(session("1"))
    assert found.title == "Brief for the 2nd session"
    assert "1st session: not recorded" in page_text(found)


def test_sessions_of_which_nothing_is_known_leave_every_part_whole() -> None:
    found = page(session("1"), session("2"), session("3", status="planned"), name="talks/3")
    for table in elements(found, "table"):
        assert len({len(row) for row in rows(table)}) == 1


def test_half_yearly_sessions_are_named_by_year_and_half() -> None:
    halves = mechanism(numbering={"by": "half-year"})
    records = register(session("2007H2"), mechanisms={TALKS: halves})
    assert brief_page(records, NEXT).title == "Brief for the Talks, first half of 2008"


def test_somebody_of_a_party_from_outside_stands_after_the_mechanisms_own() -> None:
    people = (
        participant("person-z", "party-z", "guest"),
        participant("person-y", None, "guest", organisation="A made-up office"),
        participant("person-x", "party-x"),
        participant("person-a", "party-a"),
    )
    found = part(
        page(session("1", date="2023", participants=people), name="talks/1"), "participants"
    )
    assert [row[0] for row in rows(found)][1:] == [
        "Party A",
        "Party X",
        "Party Z",
        "A made-up office",
    ]


def test_without_a_reader_of_its_own_the_host_comes_first() -> None:
    people = tuple(participant(f"person-{each}", f"party-{each}") for each in "abcx")
    held = session("1", date="2023", host="party-c", participants=people)
    foreign = replace(made(held), home="party-z")
    found = brief_page(foreign, "talks/1")
    for name in ("participants", "heads"):
        order = [row[0] for row in rows(part(found, name))][1:]
        assert order == ["Party C", "Party A", "Party B", "Party X"]
    own = brief_page(foreign, "talks/1", perspective="party-x")
    assert [row[0] for row in rows(part(own, "participants"))][1:] == [
        *("Party X", "Party A", "Party B", "Party C")
    ]


def test_responsible_parties_are_named_and_then_not_all_are_said_to_be() -> None:
    own = (commitment(1, responsible=("party-b", "party-x")), commitment(2))
    found = text_of(part(page(session("1", date="2023", commitments=own)), "commitments"))
    assert "Responsible: Party B and Party X" in found
    assert "All commitments are of all parties." not in found


def test_where_all_are_responsible_it_is_said_once() -> None:
    own = (commitment(1), commitment(2, responsible=("all",)))
    found = text_of(part(page(session("1", date="2023", commitments=own)), "commitments"))
    assert "Responsible:" not in found
    assert found.count("All commitments are of all parties.") == 1


def test_texts_known_only_in_vietnamese_are_marked_as_such() -> None:
    own = commitment(1, text={"vi": "Tăng cường hợp tác <cửa khẩu>"})
    talks = mechanism(ALTERNATING, name={"vi": "Đàm phán"}, short_name={"vi": "Đàm phán"})
    records = register(session("1", date="2023", commitments=(own,)), mechanisms={TALKS: talks})
    found = brief_page(records, NEXT)
    assert found.subject.startswith("Đàm phán: ")
    marked = [each for each in elements(found, "span") if each.attributes.get("lang") == "vi"]
    assert {text_of(each) for each in marked} == {"Đàm phán", "Tăng cường hợp tác <cửa khẩu>"}


def test_signs_of_markup_in_the_register_stay_signs() -> None:
    talks = mechanism(ALTERNATING, short_name="Talks <a & b> {{ c }} %(d)s")
    records = register(session("1", date="2023"), mechanisms={TALKS: talks})
    assert "Talks <a & b> {{ c }} %(d)s" in page_text(brief_page(records, NEXT))


def test_two_hundred_commitments_all_stand_in_one_table() -> None:
    own = tuple(commitment(number) for number in range(1, 201))
    following = tuple(
        commitment(number, follows=(f"talks/1/{number}",)) for number in range(1, 201)
    )
    found = page(
        session("1", date="2022", commitments=own), session("2", date="2023", commitments=following)
    )
    assert len(rows(part(found, "commitments"))) == 401


def test_a_host_that_differs_from_the_rule_is_to_be_checked() -> None:
    found = text_of(part(page(session("1", date="2023", host="party-c")), "checks"))
    assert "1st session: host Party C; by rotation it was the turn of Party A." in found


def test_a_session_that_was_called_off_is_not_the_session_before() -> None:
    found = page(
        session("1", date="2022"),
        session("2", date="2023", status="cancelled"),
        session("3", date="2024", status="planned"),
        name="talks/3",
    )
    headings = [text_of(each) for each in elements(found, "h3")]
    assert "1st session" in headings
    assert "2nd session" not in headings


def test_a_head_of_a_later_day_is_not_known() -> None:
    records = made(
        session("1", date="2020", participants=(participant("person-a", "party-a"),)),
        session("2", date="2023", participants=(participant("person-b", "party-a"),)),
        session("3", status="planned"),
    )
    early = text_of(part(brief_page(records, "talks/3", "2021-06-01"), "heads"))
    later = text_of(part(brief_page(records, "talks/3", "2024-06-01"), "heads"))
    assert ("Person A" in early, "Person B" in early) == (True, False)
    assert "Person B" in later


def test_sessions_are_held_together_whichever_of_the_two_says_so() -> None:
    meeting = mechanism(numbering={"by": "year"}, short_name="Meeting")
    records = register(
        session("1", date="2022-01-10"),
        session("2022", "meeting", date="2022-01-10", held_with="talks/1"),
        mechanisms={TALKS: mechanism(ALTERNATING), "meeting": meeting},
    )
    headings = [text_of(each) for each in elements(brief_page(records, NEXT), "h3")]
    assert {"1st session", "Meeting 2022"} <= set(headings)


def test_a_session_said_to_be_held_with_itself_is_held_with_none() -> None:
    found = brief_page(register(session("1", date="2023-01-10", held_with="talks/1")), "talks/1")
    (facts,) = elements(found, "dl.facts")
    assert "Held withnot recorded" in text_of(facts)


def test_figures_of_the_latest_session_come_first() -> None:
    figures = [
        {"measure": f"Made-up measure {year}", "value": 1, "unit": "pieces", "period": year}
        for year in (2021, 2022)
    ]
    sessions = [
        session(f"{key}", date=f"{2021 + key}", figures=({**figure, "sources": ("source-a",)},))
        for key, figure in enumerate(figures, start=1)
    ]
    measures = [row[0] for row in rows(part(page(*sessions), "figures"))][1:]
    assert measures == ["Made-up measure 2022", "Made-up measure 2021"]


def test_a_commitment_carried_on_elsewhere_names_the_mechanism() -> None:
    meeting = mechanism(numbering={"by": "year"}, short_name="Meeting")
    following = commitment(3, follows=("talks/1/1",))
    records = register(
        session("1", date="2022-01-10", commitments=(commitment(1),)),
        session("2022", "meeting", date="2022-02-10", commitments=(following,)),
        mechanisms={TALKS: mechanism(ALTERNATING), "meeting": meeting},
    )
    found = text_of(part(brief_page(records, NEXT), "commitments"))
    assert "carried on as meeting/2022/3" in found


def test_a_report_of_unknown_day_is_told_without_one() -> None:
    own = (commitment(1),)
    entries = (progress("talks/1/1", "implemented"),)
    found = page(session("1", commitments=own), session("2", progress=entries))
    (row,) = [row for row in rows(part(found, "commitments")) if row[0] == "1/1"]
    assert "Last report, 2nd session" in row[2]
    assert "implemented" in row[3]


def test_a_note_on_two_sessions_held_together_is_told_once() -> None:
    same = (note("A made-up gap."),)
    meeting = mechanism(numbering={"by": "year"}, short_name="Meeting")
    records = register(
        session("1", date="2022-01-10", held_with="meeting/2022", notes=same),
        session("2022", "meeting", date="2022-01-10", notes=same),
        mechanisms={TALKS: mechanism(ALTERNATING), "meeting": meeting},
    )
    found = part(brief_page(records, NEXT), "checks")
    assert text_of(found).count("A made-up gap.") == 1
    assert "1st session; Meeting 2022" in text_of(found)


def test_the_longest_source_id_can_be_cited() -> None:
    long = "s" * 64
    talks = mechanism(ALTERNATING, background=(fact("A made-up fact.", sources=(long,)),))
    records = register(
        session("1", date="2023"), mechanisms={TALKS: talks}, sources={long: source()}
    )
    found = brief_page(records, NEXT)
    assert f"source-{long}" in {each.attributes["id"] for each in elements(found, "li.source")}


def test_a_background_that_only_later_sources_tell_is_left_out() -> None:
    talks = mechanism(
        ALTERNATING,
        background=(
            fact("Known early.", sources=("early", "late")),
            fact("Known late.", sources=("late",)),
            fact("Known always.", sources=("undated",)),
        ),
        notes=(note("Both were compared.", sources=("early", "late")),),
    )
    records = register(
        session("1", date="2019"),
        mechanisms={TALKS: talks},
        sources={
            "early": source(event="2019-05"),
            "late": source(published="2024-09-20", event="2023-02-22"),
            "undated": source(),
        },
    )
    early = page_text(brief_page(records, NEXT, "2020-01-01"))
    assert "Known early." in early
    assert "Known always." in early
    assert "Known late." not in early
    assert "Both were compared." not in early
    assert "[late]" not in early
    later = page_text(brief_page(records, NEXT, "2023-03-01"))
    assert "Known late." in later
    assert "Both were compared." in later
