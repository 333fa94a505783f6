"""What a reader finds on the pages of the brief, over the shipped register."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from makers import CLOCK, words
from pages import brief_page, elements, has_part, page_text, part, rows

from briefgen.register.loading import load_register
from briefgen.register.models.sessions import Internal
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.register.workspace import Workspace
from briefgen.rendering.page import Page, text_of, walk
from briefgen.rendering.words import SIGNS, WORDS

ROOT = Path(__file__).parents[1]
NAMES = [
    "jwc-guangxi/next",
    "jwc-guangxi/14",
    "jwc-guangxi/12",
    "jwc-guangxi/10",
    "jwc-guangxi/9",
    "spring-meeting-guangxi/next",
    "spring-meeting-guangxi/2018",
    "spring-meeting-guangxi/2023",
    "jwg-yunnan/next",
    "jwg-yunnan/10",
    "secretaries-conference-yunnan/next",
]


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(Workspace(ROOT), CLOCK)


@pytest.fixture(scope="module")
def pages(register: Register) -> dict[str, Page]:
    return {name: brief_page(register, name) for name in NAMES}


@pytest.fixture(scope="module")
def page(pages: dict[str, Page]) -> Page:
    return pages["jwc-guangxi/next"]


def english(wording: Wording) -> str:
    return wording.best("en").text


def plain(row: list[str]) -> str:
    return " | ".join(row)


# The title block and the facts at a glance.


def test_the_title_names_the_15th_session(page: Page) -> None:
    (heading,) = elements(page, "h1")
    assert text_of(heading) == page.title
    assert "15th session" in page.title
    assert "Joint Working Committee of Lang Son" in page.subject


def test_the_foot_tells_the_day_and_the_head_the_edition(page: Page) -> None:
    assert (page.header, page.footer) == ("Internal", "Register as of 22 November 2026")


def test_the_host_is_guangxi_by_rotation_and_not_confirmed(page: Page) -> None:
    (facts,) = elements(page, "dl.facts")
    assert "Guangxi" in text_of(facts)
    assert "by rotation, not confirmed" in text_of(facts)


def test_the_glance_holds_five_facts_at_the_most(page: Page) -> None:
    assert 1 <= len(elements(page, "li.glance")) <= 5


def test_the_glance_counts_what_is_open_and_what_is_silent(page: Page) -> None:
    (glance,) = elements(page, "aside.glance")
    assert "12 of 14" in text_of(glance)
    assert "9 of them without any recorded progress" in text_of(glance)
    assert "No outcome document of the 14th session is recorded." in text_of(glance)


# Rotation.


@pytest.mark.parametrize(
    ("session", "host"),
    [
        ("15th session", "Guangxi"),
        ("16th session", "Quang Ninh"),
        ("17th session", "Guangxi"),
        ("18th session", "Lang Son"),
    ],
)
def test_the_next_four_turns_stand_with_their_hosts(page: Page, session: str, host: str) -> None:
    (row,) = [row for row in rows(part(page, "rotation")) if row[0] == session]
    assert row[1].startswith(host)


@pytest.mark.parametrize(
    ("session", "host"),
    [("10th session", "Lang Son"), ("12th session", "Cao Bang"), ("14th session", "Ha Giang")],
)
def test_recorded_hosts_stand_as_recorded(page: Page, session: str, host: str) -> None:
    (row,) = [row for row in rows(part(page, "rotation")) if row[0] == session]
    assert row[2].startswith(host)


@pytest.mark.parametrize("session", ["11th session", "13th session"])
def test_a_host_that_is_not_recorded_is_not_filled_in(page: Page, session: str) -> None:
    (row,) = [row for row in rows(part(page, "rotation")) if row[0] == session]
    assert row[2] == "not recorded"
    assert "by rotation: Guangxi" in row[3]


def test_the_order_is_said_to_be_inferred(page: Page) -> None:
    assert "The order is inferred" in text_of(part(page, "rotation"))


def test_parties_show_their_names_in_three_scripts(page: Page) -> None:
    assert "Guangxi Quảng Tây 广西" in text_of(part(page, "rotation"))


# Commitments.


@pytest.mark.parametrize("number", range(1, 11))
def test_each_of_the_ten_contents_of_2019_stands_beside_its_status(
    register: Register, page: Page, number: int
) -> None:
    content = register.sessions["jwc-guangxi/10"].commitments[number - 1]
    statuses = {1: "under implementation", 2: "under implementation", 9: "under implementation"}
    statuses |= {4: "superseded", 10: "superseded"}
    (row,) = [row for row in rows(part(page, "commitments")) if row[0] == f"10/{number}"]
    assert english(content.text) in plain(row)
    assert statuses.get(number, "no report") in row[-1]


@pytest.mark.parametrize(
    ("number", "words_of_it"),
    [
        ("10/3", "economic cooperation zones"),
        ("10/4", "opening and upgrading border gates"),
        ("10/6", "customs clearance"),
        ("10/7", "waterways"),
        ("10/8", "labour that crosses the border"),
        ("10/9", "science and technology"),
        ("14/1", "open border gates and upgrade them"),
        ("14/2", "border trade grows in both directions"),
        ("14/3", "agriculture and forestry"),
        ("14/4", "preventing and fighting crime"),
    ],
)
def test_a_commitment_stands_in_words(page: Page, number: str, words_of_it: str) -> None:
    (row,) = [row for row in rows(part(page, "commitments")) if row[0] == number]
    assert words_of_it in plain(row)


@pytest.mark.parametrize("number", ["14/1", "14/2", "14/3", "14/4"])
def test_the_directions_of_2023_are_overdue_since_2023(page: Page, number: str) -> None:
    (row,) = [row for row in rows(part(page, "commitments")) if row[0] == number]
    assert "overdue: due 2023" in row[-1]


def test_a_carried_on_commitment_leads_to_the_next(page: Page) -> None:
    found = {row[0]: plain(row) for row in rows(part(page, "commitments"))}
    assert "carried on as 14/1" in found["10/4"]
    assert "Carried on: 10/4 → 14/1." in found["14/1"]


def test_what_was_last_reported_stands_with_session_day_and_party(page: Page) -> None:
    found = {row[0]: plain(row) for row in rows(part(page, "commitments"))}
    assert "Last report, 14th session, 22 February 2023, by Lang Son" in found["10/10"]
    assert "Last report, Spring Meeting 2023, 22 February 2023" in found["10/1"]


def test_what_was_read_into_a_source_is_said_to_be_inferred(page: Page) -> None:
    found = {row[0]: plain(row) for row in rows(part(page, "commitments"))}
    for number in ("10/1", "10/2", "10/4", "10/9", "10/10", "14/1", "14/4"):
        assert "inferred:" in found[number]
    for number in ("10/3", "10/5", "14/2"):
        assert "inferred" not in found[number]


def test_every_status_has_its_sign_before_its_word(page: Page) -> None:
    shown = [text_of(each) for each in elements(page, *(f"span.status-{name}" for name in SIGNS))]
    assert len(shown) > 14
    assert set(shown) <= {f"{SIGNS[name]} {WORDS['standing'][name]}" for name in SIGNS}


# The session before, proposals, heads, figures.


def test_the_14th_sessions_directions_are_what_it_agreed(register: Register, page: Page) -> None:
    found = text_of(part(page, "previous"))
    for direction in register.sessions["jwc-guangxi/14"].commitments:
        assert english(direction.text) in found


def test_the_spring_meetings_documents_stand_with_period_and_day(page: Page) -> None:
    found = text_of(part(page, "previous"))
    assert "Minutes of the 2023 Spring Meeting" in found
    assert re.search(r"training cadres between the Party committees, 2023–2027", found)
    assert "signed 22 February 2023" in found


def test_the_14th_sessions_outcome_documents_are_not_recorded(page: Page) -> None:
    found = text_of(part(page, "previous"))
    own = found[: found.index("Spring Meeting 2023")]
    assert "Outcome documentsnot recorded" in own


@pytest.mark.parametrize(
    ("party", "person"),
    [
        ("Lang Son", "Mrs Doan Thu Ha"),
        ("Quang Ninh", "Mr Bui Van Khang"),
        ("Cao Bang", "Mr Trinh Truong Huy"),
        ("Ha Giang", "Mr Hoang Gia Long"),
        ("Guangxi", "Mr Liao Pin Hu"),
    ],
)
def test_the_co_chairs_of_2023_are_the_last_known_heads(
    page: Page, party: str, person: str
) -> None:
    (row,) = [row for row in rows(part(page, "heads")) if row[0] == party]
    assert row[1].startswith(person)
    assert "14th session, 22 Feb 2023" in row[3]


def test_whom_a_head_followed_is_told(page: Page) -> None:
    (row,) = [row for row in rows(part(page, "heads")) if row[0] == "Cao Bang"]
    assert "before: Trinh Huu Khang (10th session)" in row[3]


def test_lang_sons_proposals_of_2023_stand_under_its_speaker(
    register: Register, page: Page
) -> None:
    (row,) = [row for row in rows(part(page, "proposals")) if "Doan Thu Ha" in row[0]]
    assert row[0].startswith("Lang Son")
    for proposal in register.sessions["jwc-guangxi/14"].proposals:
        assert english(proposal.text) in row[1]
    assert "the part that the Joint Working Committee plays" in row[1]


def test_every_proposal_of_the_spring_meeting_is_there(register: Register, page: Page) -> None:
    found = text_of(part(page, "proposals"))
    for proposal in register.sessions["spring-meeting-guangxi/2023"].proposals:
        assert english(proposal.text) in found


def test_the_turnover_stands_with_its_period(page: Page) -> None:
    (row,) = [row for row in rows(part(page, "figures")) if "turnover" in row[0]]
    assert row[1].startswith("7.2 billion dollars")
    assert row[2] == "2022"


# To check.


def test_every_note_of_the_relevant_sessions_is_to_be_checked(
    register: Register, page: Page
) -> None:
    found = text_of(part(page, "checks"))
    names = [f"jwc-guangxi/{key}" for key in (9, 10, 11, 12, 14)]
    names += [f"spring-meeting-guangxi/{year}" for year in (2019, 2021, 2023)]
    notes = [note for name in names for note in register.sessions[name].notes]
    notes += register.mechanisms["jwc-guangxi"].notes
    assert len(notes) > 40
    assert [note for note in notes if english(note.text) not in found] == []


@pytest.mark.parametrize(
    "words_of_it",
    [
        "Chairman of the Lang Son Provincial People's Committee",
        "One body under many names",
        "The page is dated 20 September 2024",
        "five locations are what Cao Bang proposed",
        "what has the number 14 is the event, a session, not the body",
        "No outcome document of the 14th session is named",
        "with no currency code",
        "come in different orders",
        "two people, one after the other",
        "writes this Chinese name in split syllables",
        "No source tells of the 13th session",
    ],
)
def test_each_known_contradiction_is_to_be_checked(page: Page, words_of_it: str) -> None:
    assert words_of_it in text_of(part(page, "checks"))


def test_the_year_that_no_source_gives_is_said_to_be_missing(pages: dict[str, Page]) -> None:
    text = page_text(pages["jwg-yunnan/next"])
    assert "12 June, year not recorded" in text
    assert "The source gives 12 June and no year" in text


# Not recorded.


@pytest.mark.parametrize("name", NAMES)
def test_every_brief_can_be_rendered_and_says_what_is_not_recorded(
    pages: dict[str, Page], name: str
) -> None:
    page = pages[name]
    assert {text_of(each) for each in elements(page, "span.not-recorded")} == {"not recorded"}
    found = page_text(page)
    assert re.findall(r"None(?! is| of)|Undefined|Decimal|Wording|[{}<]|%\(|\(\)", found) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_citation_leads_to_a_source_of_that_number(pages: dict[str, Page], name: str) -> None:
    page = pages[name]
    listed = [each.attributes["id"] for each in elements(page, "li.source")]
    links = [each for each in elements(page, "a") if each.attributes["href"].startswith("#source-")]
    assert links
    for link in links:
        assert listed[int(text_of(link)) - 1] == link.attributes["href"][1:]


@pytest.mark.parametrize("name", NAMES)
def test_every_listed_source_is_cited_on_the_page(pages: dict[str, Page], name: str) -> None:
    page = pages[name]
    listed = {f"#{each.attributes['id']}" for each in elements(page, "li.source")}
    assert listed <= {each.attributes["href"] for each in elements(page, "a")}


@pytest.mark.parametrize("name", NAMES)
def test_text_in_other_languages_is_marked(pages: dict[str, Page], name: str) -> None:
    page = pages[name]
    marked = {
        id(each)
        for span in walk(page.body)
        if span.attributes.get("lang")
        for each in walk((span,))
    }
    for element in walk(page.body):
        own = "".join(child for child in element.children if isinstance(child, str))
        if re.search(r"[\u4e00-\u9fffạ-ỹđĐ]", own):
            assert id(element) in marked, own


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_a_caption_and_even_rows(pages: dict[str, Page], name: str) -> None:
    for table in elements(pages[name], "table"):
        tags = [child.tag for child in table.children if not isinstance(child, str)]
        assert tags == ["caption", "colgroup", "thead", "tbody"]
        assert len({len(row) for row in rows(table)}) == 1


# Editions and readers.


def test_internal_points_stand_in_the_internal_edition_only(register: Register) -> None:
    secret = Internal.model_construct(
        objectives=(words("A made-up objective"),),
        talking_points=(words("A made-up talking point"),),
        notes=(),
    )
    session = register.sessions["jwc-guangxi/12"].model_copy(update={"internal": secret})
    told = replace(register, sessions={**register.sessions, "jwc-guangxi/12": session})
    inside = brief_page(told, "jwc-guangxi/12")
    outside = brief_page(told, "jwc-guangxi/12", edition="shared")
    assert "A made-up objective" in text_of(part(inside, "internal"))
    assert "A made-up talking point" in text_of(part(inside, "internal"))
    assert not has_part(outside, "internal")
    assert "made-up" not in page_text(outside)
    assert outside.header == "Shared edition"


def test_each_partys_copy_says_whose_it_is(register: Register) -> None:
    page = brief_page(register, "jwc-guangxi/next", perspective="ha-giang")
    assert (
        text_of(elements(page, "p.subtitle")[0])
        == "Prepared for the head of the Ha Giang delegation"
    )
    assert "Ha Giang, Lang Son, Quang Ninh, Cao Bang and Guangxi" in text_of(
        elements(page, "p.kicker")[0]
    )
