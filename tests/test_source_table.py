"""The register holds what its five sources say, each fact with the source that says it."""

from decimal import Decimal
from pathlib import Path

import pytest
from makers import CLOCK

from briefgen.register.loading import load_register
from briefgen.register.models.attendance import Participant
from briefgen.register.models.commitments import Commitment, Statement
from briefgen.register.models.entries import Note
from briefgen.register.models.outcomes import Outcome
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording
from briefgen.register.workspace import Workspace

ROOT = Path(__file__).parents[1]
FIVE = ("lang-son", "quang-ninh", "cao-bang", "ha-giang", "guangxi")
FIVE_OF_YUNNAN = ("ha-giang", "lao-cai", "lai-chau", "dien-bien", "yunnan")
JWC = "jwc-guangxi"
SPRING = "spring-meeting-guangxi"
VICE_CHAIRMAN = "Vice Chairman of the {} Provincial People's Committee"
STANDING_DEPUTY = "Standing Deputy Secretary of the {} Provincial Party Committee"


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(Workspace(ROOT), CLOCK)


def english(text: Wording | None) -> str:
    return "" if text is None else text.best("en").text


def edtf(session: Session) -> str | None:
    return session.date.edtf if session.date else None


def participant(session: Session, person: str) -> Participant:
    (found,) = [line for line in session.participants if line.person == person]
    return found


def commitment(session: Session, number: int) -> Commitment:
    (found,) = [item for item in session.commitments if item.number == number]
    return found


def outcomes(session: Session, kind: str) -> list[Outcome]:
    return [outcome for outcome in session.outcomes if outcome.kind == kind]


def proposals(session: Session, person: str) -> list[Statement]:
    return [proposal for proposal in session.proposals if proposal.person == person]


def all_notes(register: Register) -> list[Note]:
    of_mechanisms = [note for each in register.mechanisms.values() for note in each.notes]
    return [*of_mechanisms, *(note for each in register.sessions.values() for note in each.notes)]


# The register as a whole.


def test_the_register_holds_the_five_sources(register: Register) -> None:
    expected = {"langson-2019", "langson-2023", "dienbien-jwg10", "caobang-2021", "vna-2023"}
    assert set(register.sources) == expected


def test_the_register_holds_the_sessions_that_the_sources_tell_of(register: Register) -> None:
    expected = {f"{JWC}/{key}" for key in (9, 10, 11, 12, 14)}
    expected |= {f"{SPRING}/{year}" for year in range(2018, 2024)}
    expected |= {"jwg-yunnan/10", "secretaries-conference-yunnan/4"}
    assert set(register.sessions) == expected


@pytest.mark.parametrize(
    ("party", "vietnamese", "chinese"),
    [
        ("lang-son", "Lạng Sơn", "谅山"),
        ("quang-ninh", "Quảng Ninh", "广宁"),
        ("cao-bang", "Cao Bằng", "高平"),
        ("ha-giang", "Hà Giang", "河江"),
        ("guangxi", "Quảng Tây", "广西"),
        ("lao-cai", "Lào Cai", "老街"),
        ("lai-chau", "Lai Châu", "莱州"),
        ("dien-bien", "Điện Biên", "奠边"),
        ("yunnan", "Vân Nam", "云南"),
    ],
)
def test_a_party_is_named_in_three_languages(
    register: Register, party: str, vietnamese: str, chinese: str
) -> None:
    name = register.parties[party].name
    assert [version.language for version in name.versions] == ["en", "vi", "zh-Hans"]
    assert name.best("vi").text == vietnamese
    assert name.best("zh-Hans").text == chinese


def test_areas_and_mechanisms_are_named_in_three_languages(register: Register) -> None:
    names = [area.name for area in register.areas.values()]
    names += [mechanism.name for mechanism in register.mechanisms.values()]
    names += [mechanism.short_name for mechanism in register.mechanisms.values()]
    for name in names:
        assert [version.language for version in name.versions] == ["en", "vi", "zh-Hans"]


def test_people_are_named_only_as_the_sources_show_them(register: Register) -> None:
    for person in register.people.values():
        assert [version.language for version in person.name.versions] == ["en"]


def test_nobody_has_a_post_since_a_date_that_no_source_gives(register: Register) -> None:
    posts = [post for person in register.people.values() for post in person.posts]
    assert posts
    assert all(post.since is None and post.until is None for post in posts)


@pytest.mark.parametrize(
    ("mechanism", "parties"),
    [
        (JWC, FIVE),
        (SPRING, FIVE),
        ("jwg-yunnan", FIVE_OF_YUNNAN),
        ("secretaries-conference-yunnan", FIVE_OF_YUNNAN),
    ],
)
def test_a_mechanism_keeps_its_own_order_of_parties(
    register: Register, mechanism: str, parties: tuple[str, ...]
) -> None:
    assert register.mechanisms[mechanism].parties == parties
    assert [side.country for side in register.mechanisms[mechanism].sides] == ["VN", "CN"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{JWC}/10", f"{SPRING}/2019"),
        (f"{JWC}/12", f"{SPRING}/2021"),
        (f"{JWC}/14", f"{SPRING}/2023"),
        ("jwg-yunnan/10", "secretaries-conference-yunnan/4"),
    ],
)
def test_paired_sessions_name_each_other(register: Register, one: str, other: str) -> None:
    assert register.sessions[one].held_with == other
    assert register.sessions[other].held_with == one


def test_the_order_of_hosts_is_read_off_three_recorded_hosts(register: Register) -> None:
    (era,) = register.mechanisms[JWC].rotation
    assert (era.start, era.starts_with, era.basis) == ("10", "lang-son", "observed")
    assert era.order == ("guangxi", ("lang-son", "cao-bang", "ha-giang", "quang-ninh"))
    assert era.sources == ("langson-2019", "caobang-2021", "langson-2023")
    recorded = {each.key: each.host for each in register.sessions_of(JWC) if each.host}
    assert recorded == {"10": "lang-son", "12": "cao-bang", "14": "ha-giang"}


@pytest.mark.parametrize("mechanism", [SPRING, "jwg-yunnan", "secretaries-conference-yunnan"])
def test_no_order_of_hosts_stands_where_no_source_shows_one(
    register: Register, mechanism: str
) -> None:
    assert register.mechanisms[mechanism].rotation == ()


# The 10th session of the Joint Working Committee.


@pytest.fixture(scope="module")
def jwc_10(register: Register) -> Session:
    return register.sessions[f"{JWC}/10"]


def test_the_10th_session_has_its_day_place_and_host(jwc_10: Session) -> None:
    assert (edtf(jwc_10), jwc_10.time_of_day) == ("2019-03-22", "afternoon")
    assert (english(jwc_10.place), jwc_10.host) == ("Lang Son city", "lang-son")
    assert (jwc_10.status, jwc_10.sources) == ("held", ("langson-2019",))


@pytest.mark.parametrize(
    ("person", "party", "office"),
    [
        ("nguyen-cong-truong", "lang-son", VICE_CHAIRMAN.format("Lang Son")),
        ("bui-van-khang", "quang-ninh", VICE_CHAIRMAN.format("Quang Ninh")),
        ("trinh-huu-khang", "cao-bang", VICE_CHAIRMAN.format("Cao Bang")),
        ("tran-duc-quy", "ha-giang", VICE_CHAIRMAN.format("Ha Giang")),
        ("yang-jin-bo", "guangxi", "Vice Chairman of the Guangxi Zhuang Autonomous Region"),
    ],
)
def test_the_10th_session_has_five_co_chairs_with_party_and_office(
    register: Register, jwc_10: Session, person: str, party: str, office: str
) -> None:
    line = participant(jwc_10, person)
    assert (line.role, line.party, english(line.capacity)) == ("co-chair", party, office)
    assert line.sources == ("langson-2019",)
    posts = {english(post.title): post.sources for post in register.people[person].posts}
    assert "langson-2019" in posts[office]


def test_the_10th_session_has_no_sixth_co_chair(jwc_10: Session) -> None:
    assert len([line for line in jwc_10.participants if line.role == "co-chair"]) == 5


@pytest.mark.parametrize(
    ("number", "area", "word"),
    [
        (1, "friendship-exchanges", "friendship"),
        (2, "transport-links", "transport"),
        (3, "economic-zones", "economic cooperation zones"),
        (4, "border-gates", "opening and upgrading border gates"),
        (5, "tourism", "tourism"),
        (6, "customs", "customs clearance"),
        (7, "waterways", "waterways"),
        (8, "labour", "labour"),
        (9, "sectoral-exchange", "currency"),
        (10, "border-management", "border"),
    ],
)
def test_the_memorandum_of_the_10th_session_has_ten_contents_in_order(
    jwc_10: Session, number: int, area: str, word: str
) -> None:
    content = jwc_10.commitments[number - 1]
    assert (content.number, content.area, content.sources) == (number, area, ("langson-2019",))
    assert word in english(content.text)
    assert content.due is None


@pytest.mark.parametrize(
    "field",
    [
        "agriculture and forestry",
        "science and technology",
        "education",
        "culture",
        "sports",
        "health",
        "currency",
    ],
)
def test_the_ninth_content_names_every_field(jwc_10: Session, field: str) -> None:
    assert field in english(commitment(jwc_10, 9).text)


def test_the_10th_session_has_exactly_ten_contents(jwc_10: Session) -> None:
    assert [content.number for content in jwc_10.commitments] == list(range(1, 11))


def test_the_10th_session_ended_with_a_memorandum(jwc_10: Session) -> None:
    (memorandum,) = jwc_10.outcomes
    assert (memorandum.kind, memorandum.sources) == ("memorandum", ("langson-2019",))
    assert memorandum.parties == FIVE
    assert memorandum.signed
    assert memorandum.signed.edtf == "2019-03-22"


def test_the_10th_session_reviewed_the_9th(jwc_10: Session) -> None:
    assert jwc_10.reviews == (f"{JWC}/9",)
    (valued, *_) = jwc_10.results
    assert "9th session" in english(valued.text)
    assert valued.sources == ("langson-2019",)


def test_the_10th_session_was_the_second_one_organised_in_turn(register: Register) -> None:
    facts = [fact for fact in register.mechanisms[JWC].background if "second" in english(fact.text)]
    assert [fact.sources for fact in facts] == [("langson-2019",)]
    assert "in turn" in english(facts[0].text)


def test_the_host_of_the_10th_session_spoke_for_the_vietnamese_side(jwc_10: Session) -> None:
    (synthesis,) = [each for each in jwc_10.statements if each.on_behalf_of]
    assert (synthesis.by, synthesis.person) == ("lang-son", "nguyen-cong-truong")
    assert synthesis.on_behalf_of == ("quang-ninh", "cao-bang", "ha-giang")
    assert synthesis.sources == ("langson-2019",)


# The 12th session and the Spring Meeting of 2021, written about before they were held.


@pytest.mark.parametrize("session", [f"{JWC}/12", f"{SPRING}/2021"])
def test_the_meetings_of_2021_are_planned_online_by_cao_bang(
    register: Register, session: str
) -> None:
    planned = register.sessions[session]
    assert (edtf(planned), planned.host, planned.mode) == ("2021", "cao-bang", "online")
    assert (planned.status, planned.sources) == ("planned", ("caobang-2021",))


@pytest.mark.parametrize("session", [f"{JWC}/12", f"{SPRING}/2021"])
def test_the_meetings_of_2021_have_five_planned_locations_without_names(
    register: Register, session: str
) -> None:
    points = register.sessions[session].connection_points
    assert [point.planned for point in points] == [True] * 5
    assert all(point.party is None and point.place is None for point in points)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("secretariat-meeting", ["Cao Bang", "Quang Ninh", "Lang Son", "Ha Giang"]),
        ("secretariat-meeting", ["report", "form", "time", "place", "participants"]),
        ("organising-committee", ["organising committee", "tasks"]),
        ("organising-committee", ["Support groups"]),
        ("coordination", ["online", "five"]),
        ("coordination", ["State Reception Department", "Ministry of Foreign Affairs"]),
        ("coordination", ["Active, flexible, creative, and effective"]),
        ("document", ["approval"]),
    ],
)
def test_the_preparation_of_the_12th_session_is_told(
    register: Register, kind: str, words: list[str]
) -> None:
    steps = [step for step in register.sessions[f"{JWC}/12"].preparation if step.kind == kind]
    told = [step for step in steps if all(word in english(step.decided) for word in words)]
    assert [step.sources for step in told] == [("caobang-2021",)]


def test_the_secretariats_met_in_cao_bang(register: Register) -> None:
    steps = register.sessions[f"{JWC}/12"].preparation
    (meeting,) = [step for step in steps if step.kind == "secretariat-meeting"]
    assert english(meeting.place) == "Cao Bang"


def test_the_12th_session_was_to_review_two_documents(register: Register) -> None:
    assert register.sessions[f"{JWC}/12"].reviews == (f"{SPRING}/2020", f"{JWC}/11")
    (minutes,) = register.sessions[f"{SPRING}/2020"].outcomes
    (memorandum,) = register.sessions[f"{JWC}/11"].outcomes
    assert (minutes.kind, minutes.sources) == ("minutes", ("caobang-2021",))
    assert (memorandum.kind, memorandum.sources) == ("memorandum", ("caobang-2021",))


# The 14th session of the Joint Working Committee.


@pytest.fixture(scope="module")
def jwc_14(register: Register) -> Session:
    return register.sessions[f"{JWC}/14"]


def test_the_14th_session_was_hybrid_and_chaired_by_ha_giang(jwc_14: Session) -> None:
    assert (edtf(jwc_14), jwc_14.time_of_day) == ("2023-02-22", "morning")
    assert (jwc_14.host, jwc_14.mode, jwc_14.status) == ("ha-giang", "hybrid", "held")
    assert [point.party for point in jwc_14.connection_points] == ["ha-giang", "guangxi"]
    assert jwc_14.sources == ("langson-2023", "vna-2023")


@pytest.mark.parametrize(
    ("person", "party", "post", "province"),
    [
        ("hoang-gia-long", "ha-giang", "Vice Chairman", "Ha Giang"),
        ("doan-thu-ha", "lang-son", "Vice Chairwoman", "Lang Son"),
        ("bui-van-khang", "quang-ninh", "Vice Chairman", "Quang Ninh"),
        ("trinh-truong-huy", "cao-bang", "Vice Chairman", "Cao Bang"),
    ],
)
def test_the_four_vietnamese_chairs_sat_together_in_ha_giang(
    jwc_14: Session, person: str, party: str, post: str, province: str
) -> None:
    line = participant(jwc_14, person)
    assert (line.role, line.party, line.attendance) == ("co-chair", party, "present")
    assert (line.connection_point, line.sources) == ("ha-giang", ("langson-2023",))
    capacity = english(line.capacity)
    assert capacity.startswith(f"{post} of the {province} Provincial People's Committee")
    assert capacity.endswith(f"{province} Provincial Joint Working Committee")


def test_guangxi_joined_the_14th_session_from_its_own_point(jwc_14: Session) -> None:
    line = participant(jwc_14, "liao-pin-hu")
    assert (line.role, line.party, line.attendance) == ("co-chair", "guangxi", "online")
    assert (line.connection_point, line.sources) == ("guangxi", ("langson-2023",))
    assert "People's Government of the Guangxi" in english(line.capacity)


@pytest.mark.parametrize(
    ("number", "area", "follows"),
    [
        (1, "border-gates", (f"{JWC}/10/4",)),
        (2, "trade", ()),
        (3, "agriculture-forestry", ()),
        (4, "border-management", (f"{JWC}/10/10",)),
    ],
)
def test_the_14th_session_set_four_directions_for_2023(
    jwc_14: Session, number: int, area: str, follows: tuple[str, ...]
) -> None:
    direction = commitment(jwc_14, number)
    assert (direction.area, direction.follows) == (area, follows)
    assert direction.due
    assert (direction.due.edtf, direction.sources) == ("2023", ("langson-2023",))
    assert (direction.inferred is not None) == bool(follows)


def test_lang_son_told_the_14th_session_of_its_year(jwc_14: Session) -> None:
    told = [each for each in jwc_14.statements if each.person == "doan-thu-ha"]
    areas = [each.area for each in told]
    assert areas == ["pandemic-control", "border-management", "investment", "education"]
    assert all((each.by, each.sources) == ("lang-son", ("langson-2023",)) for each in told)


@pytest.mark.parametrize(
    "word", ["Joint Working Committee", "programmes and mechanisms", "new forms", "imports"]
)
def test_lang_son_made_proposals_to_the_14th_session(jwc_14: Session, word: str) -> None:
    made = [each for each in proposals(jwc_14, "doan-thu-ha") if word in english(each.text)]
    assert [(each.by, each.sources) for each in made] == [("lang-son", ("langson-2023",))]


@pytest.mark.parametrize("number", [2, 4, 9, 10])
def test_what_the_14th_session_reported_is_marked_as_inferred(jwc_14: Session, number: int) -> None:
    (report,) = [each for each in jwc_14.progress if each.commitment == f"{JWC}/10/{number}"]
    assert report.on
    assert (report.status, report.on.edtf) == ("under-implementation", "2023-02-22")
    assert report.inferred is not None
    assert report.sources == ("langson-2023",)


def test_the_14th_session_has_no_outcome_document(jwc_14: Session) -> None:
    assert jwc_14.outcomes == ()


# The Spring Meetings.


@pytest.fixture(scope="module")
def spring_2023(register: Register) -> Session:
    return register.sessions[f"{SPRING}/2023"]


def test_the_spring_meeting_of_2023_was_held_that_morning_in_ha_giang(
    spring_2023: Session,
) -> None:
    assert (edtf(spring_2023), spring_2023.time_of_day) == ("2023-02-22", "morning")
    assert (spring_2023.host, english(spring_2023.place)) == ("ha-giang", "Ha Giang city")
    assert spring_2023.sources == ("langson-2023", "vna-2023")


@pytest.mark.parametrize(
    ("person", "party", "office", "attendance"),
    [
        ("dang-quoc-khanh", "ha-giang", "Secretary of the Ha Giang", "present"),
        ("nguyen-quoc-doan", "lang-son", "Secretary of the Lang Son", "present"),
        ("ngo-hoang-ngan", "quang-ninh", STANDING_DEPUTY.format("Quang Ninh"), "present"),
        ("trieu-dinh-le", "cao-bang", STANDING_DEPUTY.format("Cao Bang"), "present"),
        ("liu-ning", "guangxi", "Secretary of the Party Committee of the Guangxi", "online"),
    ],
)
def test_the_spring_meeting_of_2023_has_its_heads_with_their_offices(
    spring_2023: Session, person: str, party: str, office: str, attendance: str
) -> None:
    line = participant(spring_2023, person)
    assert (line.role, line.party, line.attendance) == ("head", party, attendance)
    assert english(line.capacity).startswith(office)
    assert "langson-2023" in line.sources


@pytest.mark.parametrize(
    "organisation",
    [
        "Central Committee for Foreign Affairs",
        "Ministry of Foreign Affairs",
        "International Liaison Department",
        "Embassy of Viet Nam in China",
    ],
)
def test_the_spring_meeting_of_2023_had_guests(spring_2023: Session, organisation: str) -> None:
    guests = [
        each for each in spring_2023.participants if organisation in english(each.organisation)
    ]
    assert [(each.role, each.sources) for each in guests] == [("guest", ("langson-2023",))]


@pytest.mark.parametrize(
    "area",
    [
        "friendship-exchanges",
        "border-management",
        "pandemic-control",
        "transport-links",
        "economic-cooperation",
        "trade",
    ],
)
def test_the_spring_meeting_of_2023_tells_the_results_of_2022(
    spring_2023: Session, area: str
) -> None:
    (result,) = [each for each in spring_2023.results if each.area == area]
    assert result.period
    assert (result.period.edtf, result.sources) == ("2022", ("langson-2023",))
    assert spring_2023.reviews == (f"{SPRING}/2022",)


def test_the_turnover_of_2022_is_7_2_billion_dollars(spring_2023: Session) -> None:
    (turnover,) = spring_2023.figures
    assert (turnover.value, turnover.scale) == (Decimal("7.2"), "billion")
    assert (english(turnover.unit), turnover.period.edtf) == ("dollars", "2022")
    assert turnover.sources == ("langson-2023",)


@pytest.mark.parametrize(
    ("number", "area", "source"),
    [
        (1, "political-relations", "langson-2023"),
        (2, "party-cooperation", "langson-2023"),
        (3, "mechanisms", "langson-2023"),
        (4, "friendship-exchanges", "langson-2023"),
        (5, "economic-cooperation", "langson-2023"),
        (6, "border-management", "langson-2023"),
        (7, "culture-sports", "langson-2023"),
        (8, "mechanisms", "vna-2023"),
    ],
)
def test_the_spring_meeting_of_2023_agreed_on_eight_points(
    spring_2023: Session, number: int, area: str, source: str
) -> None:
    point = spring_2023.commitments[number - 1]
    assert (point.number, point.area, point.sources) == (number, area, (source,))
    assert point.due is None


def test_the_minutes_of_2023_belong_to_the_spring_meeting(spring_2023: Session) -> None:
    (minutes,) = outcomes(spring_2023, "minutes")
    assert (minutes.parties, minutes.sources) == (FIVE, ("langson-2023",))


def test_the_training_agreement_runs_from_2023_to_2027(spring_2023: Session) -> None:
    (training,) = [each for each in spring_2023.outcomes if each.area == "training"]
    assert training.period
    assert (training.kind, training.period.edtf) == ("agreement", "2023/2027")
    assert training.sources == ("langson-2023", "vna-2023")


def test_eight_further_agreements_are_reported_by_vna(spring_2023: Session) -> None:
    (further,) = [each for each in spring_2023.outcomes if each.count > 1]
    assert (further.kind, further.count, further.sources) == ("agreement", 8, ("vna-2023",))


def test_departments_signed_documents_of_their_own(spring_2023: Session) -> None:
    titles = {english(each.title): each.sources for each in outcomes(spring_2023, "agreement")}
    (signed,) = [title for title in titles if "departments" in title]
    assert titles[signed] == ("langson-2023",)


def test_the_spring_meeting_of_2023_refers_to_two_documents(spring_2023: Session) -> None:
    cited = {each.kind: each for each in spring_2023.refers_to}
    assert set(cited) == {"statement", "memorandum-of-understanding"}
    memorandum = cited["memorandum-of-understanding"]
    assert memorandum.period
    assert (memorandum.period.edtf, memorandum.sources) == ("2022/2026", ("langson-2023",))
    assert "Joint Statement" in english(cited["statement"].title)


@pytest.mark.parametrize(
    ("person", "party", "source"),
    [
        ("dang-quoc-khanh", "ha-giang", "vna-2023"),
        ("liu-ning", "guangxi", "vna-2023"),
        ("nguyen-quoc-doan", "lang-son", "langson-2023"),
    ],
)
def test_three_heads_spoke_and_proposed_at_the_spring_meeting_of_2023(
    spring_2023: Session, person: str, party: str, source: str
) -> None:
    spoke = [each for each in spring_2023.statements if each.person == person]
    proposed = proposals(spring_2023, person)
    assert spoke
    assert proposed
    assert {(each.by, each.sources) for each in (*spoke, *proposed)} == {(party, (source,))}


def test_regular_exchanges_are_reported_as_progress_on_the_first_content(
    spring_2023: Session,
) -> None:
    (report,) = spring_2023.progress
    assert (report.commitment, report.status) == (f"{JWC}/10/1", "under-implementation")
    assert report.inferred is not None
    assert report.sources == ("langson-2023",)


def test_the_spring_meeting_of_2019_was_held_on_the_morning_of_the_10th_session(
    register: Register,
) -> None:
    spring = register.sessions[f"{SPRING}/2019"]
    assert (edtf(spring), spring.time_of_day) == ("2019-03-22", "morning")
    assert [line.party for line in spring.participants] == list(FIVE)
    assert (spring.host, spring.sources) == (None, ("langson-2019",))


# Yunnan.


@pytest.fixture(scope="module")
def jwg_10(register: Register) -> Session:
    return register.sessions["jwg-yunnan/10"]


def test_the_working_group_met_in_kunming_in_a_year_unknown(jwg_10: Session) -> None:
    assert jwg_10.date
    assert (jwg_10.date.edtf, jwg_10.date.first.year) == ("XXXX-06-12", None)
    assert (jwg_10.time_of_day, english(jwg_10.place)) == ("afternoon", "Kunming city")
    assert (jwg_10.host, jwg_10.sources) == (None, ("dienbien-jwg10",))


@pytest.mark.parametrize("party", FIVE_OF_YUNNAN)
def test_all_five_delegations_and_their_heads_were_there(jwg_10: Session, party: str) -> None:
    own = [line for line in jwg_10.participants if line.party == party]
    assert len([line for line in own if line.role == "head"]) == 1
    assert len([line for line in own if line.group and line.role is None]) == 1


@pytest.mark.parametrize(
    ("person", "office"),
    [
        ("pham-duc-toan", "Head of the Joint Working Group of Dien Bien, Standing Vice Chairman"),
        ("hoang-minh-son", "Consul General of Viet Nam in Kunming"),
        ("wang-hao", "Deputy Governor of Yunnan"),
    ],
)
def test_three_people_are_named_with_their_offices(
    jwg_10: Session, person: str, office: str
) -> None:
    line = participant(jwg_10, person)
    assert english(line.capacity).startswith(office)
    assert line.sources == ("dienbien-jwg10",)


@pytest.mark.parametrize("area", ["border-management", "economic-cooperation", "culture-sports"])
def test_three_groups_reported(jwg_10: Session, area: str) -> None:
    reports = [each for each in jwg_10.results if each.area == area]
    assert [each.sources for each in reports] == [("dienbien-jwg10",)]


@pytest.mark.parametrize(
    ("number", "area", "word"),
    [
        (1, "friendship-exchanges", "exchanges"),
        (2, "mechanisms", "agreements already signed"),
        (3, "mechanisms", "practical results"),
        (4, "mechanisms", "new mechanisms"),
        (5, "border-management", "border"),
        (6, "border-gates", "upgrade"),
        (7, "tourism", "advertise"),
        (8, "agriculture-forestry", "high-tech and green"),
        (9, "mechanisms", "border districts"),
    ],
)
def test_the_working_group_agreed_on_nine_points(
    jwg_10: Session, number: int, area: str, word: str
) -> None:
    point = jwg_10.commitments[number - 1]
    assert (point.number, point.area, point.sources) == (number, area, ("dienbien-jwg10",))
    assert word in english(point.text)


@pytest.mark.parametrize(
    ("area", "word"),
    [
        ("friendship-exchanges", "all levels"),
        ("mechanisms", "local governments"),
        ("trade", "action plan for 2023–2026"),
        ("border-gates", "facilities at the border gates"),
        ("transport-links", "breakthrough"),
        ("education", "tourism"),
    ],
)
def test_the_consul_general_made_proposals(jwg_10: Session, area: str, word: str) -> None:
    made = [each for each in proposals(jwg_10, "hoang-minh-son") if word in english(each.text)]
    assert [(each.by, each.area) for each in made] == [(None, area)]
    assert made[0].sources == ("dienbien-jwg10",)


@pytest.mark.parametrize(
    ("area", "word"),
    [
        ("border-gates", "Long Phu"),
        ("health", "medicine and health"),
        ("border-management", "China, Viet Nam and Laos"),
        ("education", "scholarships"),
        ("trade", "border trade"),
        ("trade", "fairs"),
    ],
)
def test_dien_bien_made_proposals(jwg_10: Session, area: str, word: str) -> None:
    made = [each for each in proposals(jwg_10, "pham-duc-toan") if word in english(each.text)]
    assert [(each.by, each.area) for each in made] == [("dien-bien", area)]
    assert made[0].sources == ("dienbien-jwg10",)


def test_the_working_group_refers_to_the_action_plan_of_2023_to_2026(jwg_10: Session) -> None:
    (plan,) = [each for each in jwg_10.refers_to if each.kind == "action-plan"]
    assert plan.period
    assert (plan.period.edtf, plan.sources) == ("2023/2026", ("dienbien-jwg10",))


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("memorandum-of-understanding", "Ministry of Industry and Trade"),
        ("memorandum-of-understanding", "medicine and health"),
        ("statement", "shared future"),
    ],
)
def test_the_working_group_refers_to_other_documents(jwg_10: Session, kind: str, word: str) -> None:
    cited = [each for each in jwg_10.refers_to if word in english(each.title)]
    assert [(each.kind, each.sources) for each in cited] == [(kind, ("dienbien-jwg10",))]


def test_the_heads_of_all_five_signed_the_minutes(jwg_10: Session) -> None:
    (minutes,) = jwg_10.outcomes
    assert (minutes.kind, minutes.parties) == ("minutes", FIVE_OF_YUNNAN)
    assert (minutes.signatories, minutes.sources) == (("pham-duc-toan",), ("dienbien-jwg10",))


# Sessions that are only mentioned.


@pytest.mark.parametrize(
    ("session", "date", "source"),
    [
        (f"{JWC}/9", None, "langson-2019"),
        (f"{JWC}/11", None, "caobang-2021"),
        (f"{SPRING}/2018", "2018", "langson-2019"),
        (f"{SPRING}/2020", "2020", "caobang-2021"),
        (f"{SPRING}/2022", "2022", "langson-2023"),
        ("secretaries-conference-yunnan/4", None, "dienbien-jwg10"),
    ],
)
def test_a_session_only_mentioned_holds_what_is_said_and_no_guess(
    register: Register, session: str, date: str | None, source: str
) -> None:
    mentioned = register.sessions[session]
    assert (edtf(mentioned), mentioned.status) == (date, "held")
    assert (mentioned.host, mentioned.place, mentioned.mode) == (None, None, None)
    assert mentioned.commitments == ()
    assert mentioned.sources == (source,)
    assert [note for note in mentioned.notes if note.kind == "gap"]


# Where the sources contradict themselves, and what they leave open.


@pytest.mark.parametrize(
    ("kind", "about", "source", "words"),
    [
        ("conflict", "people/doan-thu-ha", "langson-2023", ["Vice Chairwoman", "Chairman of the"]),
        (
            "conflict",
            "mechanisms/jwc-guangxi",
            "caobang-2021",
            ["Joint Work Committee", "a session, a conference or a meeting", "Understanding"],
        ),
        (
            "conflict",
            "mechanisms/spring-meeting-guangxi",
            "langson-2019",
            ["Early Spring Meeting", "Spring Talks"],
        ),
        ("doubt", "sources/langson-2023", "langson-2023", ["20 September 2024", "22 February"]),
        ("doubt", "sources/vna-2023", "vna-2023", ["23 February 2023"]),
        ("gap", "sources/dienbien-jwg10", "dienbien-jwg10", ["no year"]),
        ("doubt", "people/hoang-minh-son", "dienbien-jwg10", ["Consulate General", "a person"]),
        ("conflict", "sessions/jwg-yunnan/10", "dienbien-jwg10", ["caption", "Lai Chau"]),
        ("conflict", "sessions/jwg-yunnan/10", "dienbien-jwg10", ["the Conference"]),
        ("doubt", "sources/caobang-2021", "caobang-2021", ["before the event", "session"]),
        ("doubt", "sessions/jwc-guangxi/12", "caobang-2021", ["five locations", "proposed"]),
        ("gap", "sessions/jwc-guangxi/12", "caobang-2021", ["No date"]),
        ("doubt", "sessions/jwc-guangxi/14", "langson-2023", ["event, a session, not the body"]),
        ("gap", "sessions/jwc-guangxi/14", "langson-2023", ["No outcome document", "Minutes"]),
        (
            "doubt",
            "sessions/spring-meeting-guangxi/2023",
            "langson-2023",
            ["no currency code", "one sum"],
        ),
        ("conflict", "mechanisms/jwc-guangxi", "langson-2023", ["different orders"]),
        ("conflict", "mechanisms/spring-meeting-guangxi", "vna-2023", ["different orders"]),
        ("conflict", "mechanisms/jwg-yunnan", "dienbien-jwg10", ["two orders"]),
        ("conflict", "people/pham-duc-toan", "dienbien-jwg10", ["Permanent", "Standing"]),
        ("doubt", "mechanisms/jwc-guangxi", "langson-2023", ["post", "not the role"]),
        ("doubt", "people/trinh-truong-huy", "langson-2019", ["Trinh Huu Khang", "two people"]),
        ("doubt", "people/liao-pin-hu", "langson-2023", ["split syllables", "join"]),
        ("doubt", "people/yang-jin-bo", "langson-2019", ["split syllables", "join"]),
        ("gap", "mechanisms/jwc-guangxi", "langson-2023", ["13th"]),
        ("doubt", "mechanisms/jwc-guangxi", "caobang-2021", ["three recorded hosts", "remains"]),
        (
            "conflict",
            "sessions/spring-meeting-guangxi/2023",
            "vna-2023",
            ["eight agreements", "may be the same"],
        ),
        (
            "gap",
            "sessions/spring-meeting-guangxi/2023",
            "langson-2023",
            ["standing deputy secretaries"],
        ),
    ],
)
def test_what_is_to_check_stands_as_a_note_about_it_with_its_source(
    register: Register, kind: str, about: str, source: str, words: list[str]
) -> None:
    notes = [note for note in all_notes(register) if (note.kind, note.about) == (kind, about)]
    told = [note for note in notes if all(word in english(note.text) for word in words)]
    assert [note for note in told if source in note.sources]


@pytest.mark.parametrize(
    ("mechanism", "alias"),
    [
        (JWC, "Joint Work Committee"),
        (JWC, "Conference of the Joint Working Committee"),
        (SPRING, "Early Spring Meeting"),
        (SPRING, "Spring Talks"),
        ("secretaries-conference-yunnan", "Party Secretaries' Conference"),
    ],
)
def test_other_names_of_a_mechanism_are_its_aliases(
    register: Register, mechanism: str, alias: str
) -> None:
    assert alias in [english(name) for name in register.mechanisms[mechanism].aliases]


@pytest.mark.parametrize(
    ("source", "published", "event"),
    [
        ("langson-2019", None, "2019-03-22"),
        ("langson-2023", "2024-09-20", "2023-02-22"),
        ("dienbien-jwg10", None, "XXXX-06-12"),
        ("caobang-2021", None, "2021"),
        ("vna-2023", "2023-02-23", "2023-02-22"),
    ],
)
def test_the_date_of_a_text_and_of_its_event_stand_apart(
    register: Register, source: str, published: str | None, event: str
) -> None:
    entry = register.sources[source]
    assert (entry.published.edtf if entry.published else None) == published
    assert entry.event
    assert entry.event.edtf == event


def test_doan_thu_ha_keeps_the_post_that_the_source_names_first(register: Register) -> None:
    titles = [english(post.title) for post in register.people["doan-thu-ha"].posts]
    assert titles == [
        "Vice Chairwoman of the Lang Son Provincial People's Committee",
        "Chairwoman of the Lang Son Provincial Joint Working Committee",
    ]
