"""The facts of a brief, over the shipped register: right, sourced, and none dated later."""

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from makers import CLOCK, day, words

from briefgen.documents.brief import Brief, prepare_brief
from briefgen.documents.citations import cited
from briefgen.documents.editions import Edition
from briefgen.documents.orders import SessionOrder
from briefgen.documents.views import PartyView, SessionView
from briefgen.problems import UsageError
from briefgen.register.loading import load_register
from briefgen.register.models.sessions import Internal
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.register.workspace import Workspace

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-22"
EARLY, LATER = "2020-01-01", "2022-06-30"
JWC = "jwc-guangxi"
NEXT = "jwc-guangxi/next"
FIVE = ("lang-son", "quang-ninh", "cao-bang", "ha-giang", "guangxi")
ORDERS = [
    (NEXT, TODAY),
    ("jwc-guangxi/14", TODAY),
    ("jwc-guangxi/12", TODAY),
    ("jwc-guangxi/10", TODAY),
    ("jwc-guangxi/9", TODAY),
    ("spring-meeting-guangxi/next", TODAY),
    ("spring-meeting-guangxi/2019", TODAY),
    ("jwg-yunnan/next", TODAY),
    ("jwg-yunnan/10", TODAY),
    ("secretaries-conference-yunnan/next", TODAY),
    (NEXT, EARLY),
    ("spring-meeting-guangxi/next", EARLY),
    ("jwg-yunnan/next", EARLY),
    (NEXT, LATER),
    ("jwc-guangxi/14", LATER),
    ("spring-meeting-guangxi/2023", LATER),
]
each_order = pytest.mark.parametrize(("name", "as_of"), ORDERS)


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(Workspace(ROOT), CLOCK)


def brief(
    register: Register,
    name: str = NEXT,
    as_of: str = TODAY,
    edition: Edition = "internal",
    perspective: str | None = None,
) -> Brief:
    return prepare_brief(register, SessionOrder(name, day(as_of), edition, perspective))


def english(text: Wording | None) -> str:
    return "" if text is None else text.best("en").text


def ids(parties: tuple[PartyView, ...]) -> tuple[str, ...]:
    return tuple(party.id for party in parties)


def parts(facts: object) -> Iterator[object]:
    """Everything that a document holds, in the order of its fields."""
    yield facts
    if isinstance(facts, tuple):
        for fact in facts:
            yield from parts(fact)
    elif dataclasses.is_dataclass(facts):
        for each in dataclasses.fields(facts):
            yield from parts(getattr(facts, each.name))


def sessions_in(facts: object) -> list[SessionView]:
    return [part for part in parts(facts) if isinstance(part, SessionView)]


# Of every brief.


@each_order
def test_nothing_dated_later_appears(register: Register, name: str, as_of: str) -> None:
    document = brief(register, name, as_of)
    shown = [session for session in sessions_in(document) if session.status == "held"]
    dates = [session.date.latest for session in shown if session.date]
    dates += [
        item.signed.latest
        for record in document.previous
        for item in record.outcomes
        if item.signed
    ]
    dates += [
        line.report.on.latest
        for line in document.commitments.lines
        if line.report and line.report.on
    ]
    assert [date for date in dates if date and date > day(as_of)] == []


@each_order
def test_no_source_of_a_later_event_is_cited_but_for_plans(
    register: Register, name: str, as_of: str
) -> None:
    document = brief(register, name, as_of)
    plans = {
        source
        for each in sessions_in(document)
        if each.status == "planned"
        for source in each.sources
    }
    events = [
        each.event.earliest for each in document.sources if each.event and each.id not in plans
    ]
    assert [event for event in events if event and event > day(as_of)] == []


@each_order
def test_sources_are_numbered_in_the_order_in_which_facts_cite_them(
    register: Register, name: str, as_of: str
) -> None:
    document = brief(register, name, as_of)
    without_list = dataclasses.replace(document, sources=())
    assert [source.id for source in document.sources] == list(dict.fromkeys(cited(without_list)))
    assert [source.number for source in document.sources] == list(
        range(1, len(document.sources) + 1)
    )


@each_order
def test_every_cited_source_is_listed_once(register: Register, name: str, as_of: str) -> None:
    listed = [source.id for source in brief(register, name, as_of).sources]
    assert len(listed) == len(set(listed)) > 0
    assert set(listed) <= set(register.sources)


@each_order
def test_totals_add_up_to_the_commitments_listed(register: Register, name: str, as_of: str) -> None:
    commitments = brief(register, name, as_of).commitments
    assert sum(count for _, count in commitments.totals) == len(commitments.lines)
    for standing, count in commitments.totals:
        assert count == len([line for line in commitments.lines if line.standing == standing])


@each_order
def test_one_line_of_the_rotation_is_the_sessions_own(
    register: Register, name: str, as_of: str
) -> None:
    document = brief(register, name, as_of)
    lines = [*document.rotation.before, *document.rotation.ahead]
    assert [line.session.id for line in lines if line.is_selected] == [document.session.id]
    assert len(document.rotation.ahead) == 4


@each_order
def test_there_is_one_head_for_each_party(register: Register, name: str, as_of: str) -> None:
    document = brief(register, name, as_of)
    assert ids(document.mechanism.parties) == tuple(head.party.id for head in document.heads)


@each_order
def test_a_head_led_at_an_earlier_session(register: Register, name: str, as_of: str) -> None:
    document = brief(register, name, as_of)
    known = {line.session.id for line in document.rotation.before}
    leads = [lead for head in document.heads for lead in (head.last, head.before) if lead]
    assert {lead.session.id for lead in leads} <= known


@each_order
def test_commitments_were_made_at_earlier_sessions(
    register: Register, name: str, as_of: str
) -> None:
    document = brief(register, name, as_of)
    known = {line.session.id for line in document.rotation.before}
    assert {line.session.id for line in document.commitments.lines} <= known


# The next session of the Joint Working Committee.


@pytest.fixture(scope="module")
def coming(register: Register) -> Brief:
    return brief(register)


def test_the_next_session_is_the_15th_and_nothing_is_recorded_of_it(coming: Brief) -> None:
    assert coming.session.id == "jwc-guangxi/15"
    assert not coming.session.is_recorded
    assert (coming.session.host, coming.session.date, coming.agenda, coming.preparation) == (
        *(None, None, (), ()),
    )


def test_the_turns_ahead_are_those_of_the_real_order(coming: Brief) -> None:
    hosts = [(line.session.key, line.turn and line.turn.host) for line in coming.rotation.ahead]
    turns = [(key, host.id) for key, host in hosts if host]
    assert turns == [
        ("15", "guangxi"),
        ("16", "quang-ninh"),
        ("17", "guangxi"),
        ("18", "lang-son"),
    ]


def test_the_history_shows_gaps_and_fills_no_host(coming: Brief) -> None:
    hosts = [
        (line.session.key, line.session.host and line.session.host.id)
        for line in coming.rotation.before
    ]
    assert hosts == [
        ("9", None),
        ("10", "lang-son"),
        ("11", None),
        ("12", "cao-bang"),
        ("13", None),
        ("14", "ha-giang"),
    ]
    assert [line.agrees for line in coming.rotation.before] == [None, True, None, True, None, True]


def test_the_session_before_comes_with_the_spring_meeting_held_with_it(coming: Brief) -> None:
    assert coming.session_before is not None
    assert coming.session_before.id == "jwc-guangxi/14"
    assert [record.session.id for record in coming.previous] == [
        "jwc-guangxi/14",
        "spring-meeting-guangxi/2023",
    ]


def test_the_14th_session_left_no_outcome_document(coming: Brief) -> None:
    assert coming.previous[0].outcomes == ()
    assert len(coming.previous[1].outcomes) == 4


def test_the_ten_contents_of_2019_stand_as_reported(coming: Brief) -> None:
    standings = {line.number: line.standing for line in coming.commitments.lines}
    under_way, silent, carried_on = "under-implementation", "no-report", "superseded"
    assert [standings[f"10/{number}"] for number in range(1, 11)] == [
        *(under_way, under_way, silent, carried_on, silent),
        *(silent, silent, silent, under_way, carried_on),
    ]
    assert [standings[f"14/{number}"] for number in range(1, 5)] == [silent] * 4


def test_twelve_of_fourteen_commitments_are_open_and_four_overdue(coming: Brief) -> None:
    assert (len(coming.commitments.open), len(coming.commitments.lines)) == (12, 14)
    assert coming.commitments.count("no-report") == 9
    assert {line.number for line in coming.checks.overdue} == {"14/1", "14/2", "14/3", "14/4"}


def test_commitments_stand_by_area_and_within_an_area_oldest_first(
    register: Register, coming: Brief
) -> None:
    areas = [english(area.name) for area in register.areas.values()]
    places = [areas.index(english(line.area)) for line in coming.commitments.lines]
    assert places == sorted(places)
    border_gates = [
        line.number for line in coming.commitments.lines if english(line.area) == "Border gates"
    ]
    assert border_gates == ["10/4", "14/1"]


def test_a_carried_on_commitment_names_its_chain_both_ways(coming: Brief) -> None:
    lines = {line.number: line for line in coming.commitments.lines}
    assert lines["10/4"].superseded_by == "14/1"
    assert lines["14/1"].follows == ("10/4",)
    assert lines["14/1"].inferred is not None


def test_a_report_of_the_spring_meeting_is_told_as_such(coming: Brief) -> None:
    (line,) = [line for line in coming.commitments.lines if line.number == "10/1"]
    assert line.report is not None
    assert line.report.session is not None
    assert line.report.session.id == "spring-meeting-guangxi/2023"
    assert line.report.inferred is not None


def test_the_heads_are_those_of_2023_and_four_are_new(coming: Brief) -> None:
    heads = {head.party.id: head for head in coming.heads}
    last = {party: head.last.participant.person for party, head in heads.items() if head.last}
    assert {party: person.id for party, person in last.items() if person} == {
        "lang-son": "doan-thu-ha",
        "quang-ninh": "bui-van-khang",
        "cao-bang": "trinh-truong-huy",
        "ha-giang": "hoang-gia-long",
        "guangxi": "liao-pin-hu",
    }
    changed = {party for party, head in heads.items() if head.is_new}
    assert changed == {"lang-son", "cao-bang", "ha-giang", "guangxi"}


def test_notes_come_conflicts_first_then_gaps_then_doubts(coming: Brief) -> None:
    kinds = [note.kind for note in coming.checks.notes]
    assert kinds == sorted(kinds, key=("conflict", "gap", "doubt").index)
    assert coming.checks.count == len(coming.checks.notes) + len(coming.checks.overdue)


def test_every_note_on_the_mechanism_and_its_sessions_is_to_be_checked(
    register: Register, coming: Brief
) -> None:
    names = [f"jwc-guangxi/{key}" for key in (9, 10, 11, 12, 14)]
    names += [f"spring-meeting-guangxi/{year}" for year in (2019, 2021, 2023)]
    notes = [note for name in names for note in register.sessions[name].notes]
    expected = {english(note.text) for note in (*register.mechanisms[JWC].notes, *notes)}
    assert {english(note.text) for note in coming.checks.notes} == expected


def test_the_turnover_of_2022_is_there_with_its_period(coming: Brief) -> None:
    (figure,) = coming.figures
    assert (str(figure.value), figure.scale, english(figure.unit)) == ("7.2", "billion", "dollars")
    assert figure.period.edtf == "2022"


# Sessions of the past.


def test_the_brief_for_the_14th_session_looks_at_the_eve_of_it(register: Register) -> None:
    document = brief(register, "jwc-guangxi/14")
    assert {line.standing for line in document.commitments.lines} == {"no-report"}
    assert len(document.commitments.lines) == 10
    assert document.session.host is not None
    assert document.session.host.id == "ha-giang"
    assert [view.id for view in document.held_with] == ["spring-meeting-guangxi/2023"]


def test_who_attended_the_14th_session_stands_by_delegation(register: Register) -> None:
    delegations = brief(register, "jwc-guangxi/14").delegations
    assert [each.party.id for each in delegations if each.party] == list(FIVE)
    for delegation in delegations:
        assert delegation.participants[0].role == "co-chair"


def test_the_brief_for_the_12th_session_shows_its_preparation(register: Register) -> None:
    document = brief(register, "jwc-guangxi/12")
    assert document.session.status == "planned"
    assert len(document.preparation) == 7
    assert [view.id for view in document.reviews] == [
        "spring-meeting-guangxi/2020",
        "jwc-guangxi/11",
    ]


def test_the_brief_for_the_12th_session_knows_nothing_of_the_14th(register: Register) -> None:
    document = brief(register, "jwc-guangxi/12")
    assert {line.standing for line in document.commitments.lines} == {"no-report"}
    heads = [head.last.participant.person for head in document.heads if head.last]
    assert "trinh-huu-khang" in {person.id for person in heads if person}
    assert not any(head.is_new for head in document.heads)


def test_the_brief_for_the_10th_session_knows_the_9th(register: Register) -> None:
    document = brief(register, "jwc-guangxi/10")
    assert [line.session.key for line in document.rotation.before] == ["9"]
    assert document.session_before is not None
    assert document.session_before.key == "9"


# Other mechanisms.


def test_after_the_spring_meeting_of_2023_comes_that_of_2024(register: Register) -> None:
    document = brief(register, "spring-meeting-guangxi/next")
    assert document.session.id == "spring-meeting-guangxi/2024"
    assert document.rotation.selected is not None
    assert document.rotation.selected.turn is None


def test_the_spring_meeting_of_2023_made_eight_commitments(register: Register) -> None:
    document = brief(register, "spring-meeting-guangxi/next")
    assert [line.number for line in document.commitments.lines if line.is_open] != []
    assert len(document.commitments.lines) == 8
    assert document.session_before is not None
    assert document.session_before.id == "spring-meeting-guangxi/2023"


def test_a_meeting_of_an_unknown_year_is_still_the_last_one(register: Register) -> None:
    document = brief(register, "jwg-yunnan/next")
    assert document.session.id == "jwg-yunnan/11"
    assert len(document.commitments.lines) == 9
    assert [record.session.id for record in document.previous] == [
        "jwg-yunnan/10",
        "secretaries-conference-yunnan/4",
    ]


def test_the_home_party_reads_no_brief_of_a_mechanism_it_is_not_part_of(
    register: Register,
) -> None:
    assert brief(register, "jwg-yunnan/next").prepared_for is None
    assert english(brief(register, "jwg-yunnan/next").author) == "Lang Son secretariat"


def test_an_undated_conference_is_still_the_last_one(register: Register) -> None:
    document = brief(register, "secretaries-conference-yunnan/next")
    assert document.session.id == "secretaries-conference-yunnan/5"
    assert document.commitments.lines == ()
    assert all(head.last is None for head in document.heads)


# As of earlier days.


def test_at_the_start_of_2020_the_11th_session_is_next(register: Register) -> None:
    document = brief(register, as_of=EARLY)
    assert document.session.id == "jwc-guangxi/11"
    assert {line.number for line in document.commitments.lines} == {
        f"10/{number}" for number in range(1, 11)
    }
    assert {line.standing for line in document.commitments.lines} == {"no-report"}
    assert (document.figures, document.checks.overdue) == ((), ())


def test_at_the_start_of_2020_no_source_of_2023_is_known(register: Register) -> None:
    listed = [source.id for source in brief(register, as_of=EARLY).sources]
    assert listed[0] == "langson-2019"
    assert {"langson-2023", "vna-2023"}.isdisjoint(listed)


def test_at_the_start_of_2020_nobody_can_miss_the_13th_session(register: Register) -> None:
    notes = [english(note.text) for note in brief(register, as_of=EARLY).checks.notes]
    assert notes
    assert not any("14th" in note for note in notes)


def test_in_the_middle_of_2022_the_12th_session_is_next(register: Register) -> None:
    document = brief(register, as_of=LATER)
    assert document.session.id == "jwc-guangxi/12"
    heads = [head.last.participant.person for head in document.heads if head.last]
    assert "doan-thu-ha" not in {person.id for person in heads if person}


def test_in_the_middle_of_2022_nothing_is_recorded_of_the_14th_session(register: Register) -> None:
    document = brief(register, "jwc-guangxi/14", LATER)
    assert not document.session.is_recorded
    assert (document.held_with, document.delegations) == ((), ())


# Whose copy, and for whose eyes.


@pytest.mark.parametrize("party", FIVE)
def test_each_party_is_named_first_in_its_own_copy(register: Register, party: str) -> None:
    document = brief(register, perspective=party)
    assert document.prepared_for is not None
    assert document.prepared_for.id == party
    assert document.mechanism.parties[0].id == party
    assert document.heads[0].party.id == party


def test_a_reader_from_outside_the_mechanism_is_refused(register: Register) -> None:
    with pytest.raises(UsageError, match="no party of 'jwc-guangxi'"):
        brief(register, perspective="yunnan")


SECRET = Internal.model_construct(
    objectives=(words("A made-up objective"),),
    talking_points=(words("A made-up talking point"),),
    notes=(words("A made-up internal note"),),
)


def with_secrets(register: Register) -> Register:
    sessions = {
        name: session.model_copy(update={"internal": SECRET})
        for name, session in register.sessions.items()
    }
    return dataclasses.replace(register, sessions=sessions)


def test_the_internal_edition_holds_what_is_internal(register: Register) -> None:
    assert brief(with_secrets(register), "jwc-guangxi/12").internal == SECRET


@each_order
def test_a_shared_edition_holds_nothing_internal(register: Register, name: str, as_of: str) -> None:
    document = brief(with_secrets(register), name, as_of, "shared")
    assert document.internal is None
    assert SECRET not in list(parts(document))
    assert not any("made-up" in repr(part) for part in parts(document) if isinstance(part, Wording))


@each_order
def test_no_edition_holds_what_is_internal_to_another_session(
    register: Register, name: str, as_of: str
) -> None:
    others = with_secrets(register)
    own = brief(register, name, as_of).session.id
    sessions = {**others.sessions}
    if own in sessions:
        sessions[own] = register.sessions[own]
    document = brief(dataclasses.replace(others, sessions=sessions), name, as_of)
    assert document == brief(register, name, as_of)


def test_preparing_a_brief_leaves_the_register_as_it_is(register: Register) -> None:
    before = dataclasses.replace(register)
    brief(register, as_of=EARLY)
    assert register == before


def test_the_day_is_kept_as_given(coming: Brief) -> None:
    assert coming.as_of == datetime.date(2026, 11, 22)
