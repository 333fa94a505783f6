"""Lists into a made-up register: what is added, completed, told, and refused."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from list_making import FILES, HEADS, content, imported, made_up_workspace, prepared, told, xlsx

from briefgen.build.intake.importing import FileChange
from briefgen.build.intake.saving import save_together
from briefgen.problems import BriefgenError, RegisterError, UsageError
from briefgen.register.source import read_source
from briefgen.register.workspace import Workspace

NEW = "data/mechanisms/test-talks/2.yaml"
FIRST = "data/mechanisms/test-talks/1.yaml"
SOURCE = "delegates-test-talks-1"
ONE = ("Test Person One", "Director of Alpha", "Alpha", "member")


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return made_up_workspace(tmp_path / "space")


def tree(space: Workspace, file: str) -> Any:
    return read_source((space.root / file).read_bytes(), file).tree


def refusal(
    space: Workspace, file: Path, session: str = "test-talks/1", **options: Any
) -> list[str]:
    before = content(space)
    with pytest.raises(BriefgenError) as caught:
        imported(space, file, session, **options)
    assert content(space) == before
    return [str(problem) for problem in caught.value.problems]


# New people


def test_somebody_new_is_added_to_people_session_and_sources(
    space: Workspace, tmp_path: Path
) -> None:
    row = (*ONE, "one@example.org", "+84 205 381 2345", "online", "confirmed")
    imported(space, xlsx(tmp_path, row))
    assert tree(space, "data/people.yaml")["test-person-one"] == {
        "name": {"en": "Test Person One"},
        "posts": ({"title": "Director of Alpha", "party": "test-alpha", "sources": (SOURCE,)},),
        "internal": {"email": "one@example.org", "telephone": "+84 205 381 2345"},
    }
    assert tree(space, FIRST)["participants"][-1] == {
        "person": "test-person-one",
        "party": "test-alpha",
        "role": "member",
        "capacity": "Director of Alpha",
        "attendance": "confirmed",
        "mode": "online",
        "sources": (SOURCE,),
    }
    assert tree(space, "data/sources.yaml")[SOURCE] == {
        "title": "List of delegates to test-talks/1 (the file list.xlsx)",
        "accessed": "2026-11-25",
    }


def test_everything_else_stays_byte_for_byte(space: Workspace, tmp_path: Path) -> None:
    before = content(space)
    imported(space, xlsx(tmp_path, ONE))
    after = content(space)
    assert after["data/people.yaml"] == before["data/people.yaml"].replace(
        b"\n# the end\n",
        b"\n\ntest-person-one:\n  name: {en: Test Person One}\n  posts:\n"
        b"    - title: Director of Alpha\n      party: test-alpha\n"
        b"      sources: [delegates-test-talks-1]\n# the end\n",
    )
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"data/people.yaml", "data/sources.yaml", FIRST}


def test_texts_in_other_scripts_are_written_by_language(space: Workspace, tmp_path: Path) -> None:
    row = ("Bà Thử Hai\n试二", "Giám đốc\n主任", "Sở Thử nghiệm", "thành viên")
    imported(space, xlsx(tmp_path, row))
    person = tree(space, "data/people.yaml")["thu-hai"]
    office = {"vi": "Giám đốc", "zh-Hans": "主任"}
    assert person["name"] == {"vi": "Thử Hai", "zh-Hans": "试二"}
    assert person["honorific"] == {"vi": "Bà"}
    assert person["posts"] == ({"title": office, "sources": (SOURCE,)},)
    added = tree(space, FIRST)["participants"][-1]
    assert added["organisation"] == {"vi": "Sở Thử nghiệm"}
    assert added["capacity"] == office
    assert "party" not in added


def test_ids_are_unique_and_made_of_the_session_for_chinese_names(
    space: Workspace, tmp_path: Path
) -> None:
    rows = [("试一",), ("试三",), ("Test Ha!",), ("Tést Hà",), ("X" * 100,)]
    register = imported(space, xlsx(tmp_path, *rows), new=("A5",))
    new = list(register.people)[5:]
    assert new[:4] == [
        "delegate-test-talks-1-1",
        "delegate-test-talks-1-2",
        "test-ha-2",
        "test-ha-3",
    ]
    assert new[4] == "x" * 58


def test_a_session_without_a_file_gets_one(space: Workspace, tmp_path: Path) -> None:
    found = prepared(space, xlsx(tmp_path, ONE), "test-talks/next")
    assert found.files[NEW] == FileChange(
        None,
        b"status: planned\nparticipants:\n  - person: test-person-one\n    party: test-alpha\n"
        b"    role: member\n    capacity: Director of Alpha\nsources: [delegates-test-talks-2]\n",
    )
    assert found.session == "test-talks/2"
    assert not (space.root / NEW).exists()


def test_present_online_is_online_and_present_is_in_person(
    space: Workspace, tmp_path: Path
) -> None:
    rows = [
        ("Made-up One", *[None] * 5, "online", "present"),
        ("Made-up Two", *[None] * 5, "in person", "present"),
        ("Made-up Six", *[None] * 5, None, "online"),
        ("Made-up Ten", *[None] * 5, "online", "absent"),
    ]
    imported(space, xlsx(tmp_path, *rows))
    added = tree(space, FIRST)["participants"][5:]
    assert [(each["attendance"], each.get("mode")) for each in added] == [
        ("online", None),
        ("present", None),
        ("online", None),
        ("absent", "online"),
    ]


# Known people


def test_a_known_person_keeps_the_id_and_gets_what_is_new(space: Workspace, tmp_path: Path) -> None:
    row = ("Mrs TEST  Thu Ha\n试秋河", "Head of the bureau", "Alpha", None, "ha@example.org")
    found = prepared(space, xlsx(tmp_path, row), "test-talks/2")
    assert (found.matched, vars(found.added)) == (1, {"people": 0, "participants": 1, "posts": 1})
    save_together(space.root, found.files)
    person = tree(space, "data/people.yaml")["test-ha"]
    assert person["name"] == {"en": "Test Thu Ha", "zh-Hans": "试秋河"}
    assert person["posts"][2]["title"] == "Head of the bureau"
    assert person["internal"] == {"email": "ha@example.org"}


@pytest.mark.parametrize(
    "office",
    ["Chairwoman of Alpha", "chairwoman of alpha, Member of the council", "Member of the council"],
)
def test_an_office_that_is_known_adds_no_post(
    space: Workspace, tmp_path: Path, office: str
) -> None:
    found = prepared(space, xlsx(tmp_path, ("Test Thu Ha", office)), "test-talks/2")
    assert found.added.posts == 0
    assert "data/people.yaml" not in found.files


def test_what_a_participant_lacks_is_filled_in_with_the_source(
    space: Workspace, tmp_path: Path
) -> None:
    row = (
        "Test Person Long",
        "Adviser of Beta",
        "Beta",
        "adviser",
        None,
        "0123 456",
        None,
        "online",
    )
    imported(space, xlsx(tmp_path, row))
    assert tree(space, FIRST)["participants"][1] == {
        "person": "test-long",
        "party": "test-beta",
        "role": "adviser",
        "capacity": "Adviser of Beta",
        "attendance": "online",
        "sources": ("test-source", SOURCE),
    }
    person = tree(space, "data/people.yaml")["test-long"]
    assert person["internal"] == {"email": "long@example.org", "telephone": "0123 456"}
    assert person["posts"][1]["title"] == "Adviser of Beta"


def test_what_differs_is_told_and_kept(space: Workspace, tmp_path: Path) -> None:
    rows = [
        ("Ms Test Thu Ha", "Governor", "Alpha", "member", None, None, "online", "absent"),
        ("Test Person Long", None, "Beta", None, "other@example.org"),
    ]
    found = prepared(space, xlsx(tmp_path, *rows))
    assert found.files == {}
    assert [str(each) for each in found.warnings] == [
        f"list.xlsx:People!{cell} in the register, which is kept"
        for cell in (
            "A2: 'Ms' stands here, but 'Mrs'",
            "B2: 'Governor' stands here, but 'Chairwoman of Alpha'",
            "D2: 'member' stands here, but 'head'",
            "E3: 'other@example.org' stands here, but 'long@example.org'",
            "G2: 'online' stands here, but 'in-person'",
            "H2: 'absent' stands here, but 'present'",
        )
    ]


def test_a_row_that_is_a_group_of_the_session_is_that_group(
    space: Workspace, tmp_path: Path
) -> None:
    rows = [
        ("Leaders of departments", None, "Beta", None, None, None, "online", "present"),
        ("Leaders of departments", None, "Alpha", None, None, None, None, "present"),
        ("Observers", None, "Made-up Bureau"),
    ]
    found = prepared(space, xlsx(tmp_path, *rows))
    assert (found.matched, list(found.files)) == (3, ["data/sources.yaml", FIRST])
    save_together(space.root, found.files)
    assert [each.get("attendance") for each in tree(space, FIRST)["participants"]] == [
        "present",
        None,
        "present",
        "online",
        None,
    ]


def test_a_second_import_changes_nothing(space: Workspace, tmp_path: Path) -> None:
    rows = [
        (*ONE, "one@example.org", "0123 456"),
        ("试一", "主任", "试西", "秘书"),
        ("Test Thu Ha",),
    ]
    path = xlsx(tmp_path, *rows)
    imported(space, path, "test-talks/next")
    found = prepared(space, path, "test-talks/next")
    assert (found.matched, found.files, found.warnings) == (3, {}, ())


def test_a_person_without_delegation_is_told(space: Workspace, tmp_path: Path) -> None:
    found = prepared(space, xlsx(tmp_path, ("Made-up One",)))
    assert [str(each) for each in found.warnings] == [
        (
            "list.xlsx:People!A2: no delegation or organisation is told of this person;"
            " none is recorded"
        )
    ]


def test_a_known_name_in_chinese_with_a_form_of_address_in_english_is_found(
    space: Workspace, tmp_path: Path
) -> None:
    found = prepared(space, xlsx(tmp_path, ("Mr 试品湖",)), "test-talks/2")
    assert (found.matched, found.added.people) == (1, 0)


def test_contacts_of_a_group_are_told_as_left_out(space: Workspace, tmp_path: Path) -> None:
    row = ("Observers", None, "Made-up Bureau", None, "bureau@example.org")
    found = prepared(space, xlsx(tmp_path, row))
    assert found.files == {}
    assert "an unnamed group has no contacts" in str(found.warnings[0])


def test_only_a_contact_adds_no_source(space: Workspace, tmp_path: Path) -> None:
    row = ("Test Thu Ha", None, "Alpha", None, "ha@example.org")
    assert list(prepared(space, xlsx(tmp_path, row)).files) == ["data/people.yaml"]


def test_a_register_with_a_new_problem_is_not_written(space: Workspace, tmp_path: Path) -> None:
    row = (*ONE, f"{'x' * 250}@example.org")  # longer than the register's addresses can be
    assert any(
        "internal" in each or "email" in each for each in refusal(space, xlsx(tmp_path, row))
    )


# Who is who


def test_of_two_people_of_one_name_the_party_decides(space: Workspace, tmp_path: Path) -> None:
    register = imported(space, xlsx(tmp_path, ("Test Twin", None, "Beta")))
    assert register.sessions["test-talks/1"].participants[-1].person == "test-twin-b"


def test_of_two_people_of_one_name_neither_is_guessed(space: Workspace, tmp_path: Path) -> None:
    (message,) = refusal(space, xlsx(tmp_path, ("Test Twin",)))
    assert "'Test Twin' can be any of people/test-twin-a, people/test-twin-b" in message


@pytest.mark.parametrize(
    ("name", "party", "how"),
    [
        ("Tést Thu Hà", None, "the same letters with other signs"),
        ("Test Pinhu", None, "the same letters with other spaces"),
        ("Hu Test Pin", None, "the same words in another order"),
        ("Test Person Lonng", "Beta", "97% of the letters are the same"),
        ("Test Thu Ha", "Xi", "the same name, but of another party"),
        ("Observers", "Xi", "the same group, but of another delegation"),
    ],
)
def test_what_is_near_is_decided_by_the_user(
    space: Workspace, tmp_path: Path, name: str, party: str | None, how: str
) -> None:
    path = xlsx(tmp_path, (name, None, party))
    undecided, near = refusal(space, path)
    assert "--accept" in undecided
    assert near.startswith("list.xlsx:People!A2: ")
    assert near.endswith(how)
    same = prepared(space, path, accept=True)
    assert (same.matched, same.added.people, len(same.near)) == (1, 0, 1)
    for wish in ("A2", "People!A2", name.upper()):
        other = prepared(space, path, new=(wish,))
        assert (other.matched, other.added.people, other.near) == (0, 1, ())


def test_a_name_that_only_looks_alike_is_another_person_in_another_party(
    space: Workspace, tmp_path: Path
) -> None:
    found = prepared(space, xlsx(tmp_path, ("Test Person Lonng", None, "Xi")))
    assert (found.added.people, found.near) == (1, ())


def test_an_accepted_spelling_is_the_same_person_from_then_on(
    space: Workspace, tmp_path: Path
) -> None:
    path = xlsx(tmp_path, ("Tét Thu Hà",))
    assert "list.xlsx:People!A2" in refusal(space, path)[1]
    imported(space, path, accept=True)
    assert tree(space, "data/people.yaml")["test-ha"]["name"]["vi"] == "Tét Thu Hà"
    assert prepared(space, path).near == ()


def test_somebody_who_is_on_the_list_by_the_very_name_is_not_near_another_row(
    space: Workspace, tmp_path: Path
) -> None:
    found = prepared(space, xlsx(tmp_path, ("Test Person Long",), ("Test Person Lonng",)))
    assert (found.matched, found.added.people, found.near) == (1, 1, ())


def test_the_same_person_on_two_rows_is_told_with_both_cells(
    space: Workspace, tmp_path: Path
) -> None:
    rows = [("Test Thu Ha",), ("Test New",), ("Mrs Test Thu Ha",), ("test new", None, "Beta")]
    assert refusal(space, xlsx(tmp_path, *rows)) == [
        (
            "list.xlsx:People!A4: 'Test Thu Ha' stands here and in list.xlsx:People!A2;"
            " keep one row, or name the cell with --new for another person"
        ),
        (
            "list.xlsx:People!A5: 'test new' stands here and in list.xlsx:People!A3;"
            " keep one row, or name the cell with --new for another person"
        ),
    ]
    assert prepared(space, xlsx(tmp_path, *rows[1:]), new=("A4",)).added.people == 2


def test_namesakes_of_different_parties_are_two_people(space: Workspace, tmp_path: Path) -> None:
    rows = [("Test New", None, "Alpha"), ("Test New", None, "Beta")]
    assert list(imported(space, xlsx(tmp_path, *rows)).people)[5:] == ["test-new", "test-new-2"]


def test_a_wish_for_somebody_who_is_not_on_the_list_is_told(
    space: Workspace, tmp_path: Path
) -> None:
    (message,) = refusal(space, xlsx(tmp_path, ONE), new=("B7",))
    assert message.startswith("--new B7: no cell of the list with a name")


# Sources


def test_a_named_source_is_used_and_an_unknown_one_told(space: Workspace, tmp_path: Path) -> None:
    path = xlsx(tmp_path, ONE)
    found = prepared(space, path, source="test-source")
    assert list(found.files) == ["data/people.yaml", FIRST]
    (message,) = refusal(space, path, source="test-sourec")
    assert message == "--source: no source 'test-sourec' (did you mean 'test-source'?)"


def test_a_source_is_used_again_on_the_same_day_only(space: Workspace, tmp_path: Path) -> None:
    imported(space, xlsx(tmp_path, ONE))
    path = xlsx(tmp_path, ONE, ("Test Two",))
    assert list(prepared(space, path).files) == ["data/people.yaml", FIRST]
    later = prepared(space, path, today=datetime.date(2026, 11, 26))
    assert b"\ndelegates-test-talks-1-2:" in later.files["data/sources.yaml"].after
    other = prepared(space, path.rename(tmp_path / "other.xlsx"))
    assert b"(the file other.xlsx)" in other.files["data/sources.yaml"].after


# Refusals and the disk


def test_an_unknown_session_is_told(space: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no session 'test-talks/7'"):
        prepared(space, xlsx(tmp_path, ONE), "test-talks/7")


def test_a_party_of_two_namesakes_is_told(tmp_path: Path) -> None:
    parties = FILES["data/parties.yaml"] + "test-b: {name: Beta, kind: other, country: VN}\n"
    mechanism = FILES["data/mechanisms/test-talks/mechanism.yaml"].replace(
        "-beta]", "-beta, test-b]"
    )
    files = {
        **FILES,
        "data/parties.yaml": parties,
        "data/mechanisms/test-talks/mechanism.yaml": mechanism,
    }
    space = made_up_workspace(tmp_path / "twins", files)
    (message,) = refusal(space, xlsx(tmp_path, ("Test New", None, "Beta")))
    assert "several parties bear this name; write the id of one: test-beta, test-b" in message


def test_files_with_their_own_line_ends_keep_them(tmp_path: Path) -> None:
    files: Mapping[str, str] = {
        name: text.replace("\n", "\r\n").removesuffix("\r\n") for name, text in FILES.items()
    }
    space = made_up_workspace(tmp_path / "crlf", files)
    imported(space, xlsx(tmp_path, (*ONE, "one@example.org")))
    for name in ("data/people.yaml", "data/sources.yaml", FIRST):
        data = content(space)[name]
        one_line = FILES[name].count("\n") == 1  # nothing tells what its line ends would be
        assert one_line or data.count(b"\n") == data.count(b"\r\n")
        assert not data.endswith(b"\n")


def test_a_file_that_changed_meanwhile_is_not_overwritten(space: Workspace, tmp_path: Path) -> None:
    found = prepared(space, xlsx(tmp_path, ONE))
    with (space.root / FIRST).open("a") as file:
        file.write("# changed\n")
    before = content(space)
    with pytest.raises(RegisterError) as caught:
        save_together(space.root, found.files)
    assert "was changed meanwhile" in told(caught.value)[0]
    assert content(space) == before


def test_a_list_of_three_hundred_comes_back_unchanged(space: Workspace, tmp_path: Path) -> None:
    parties = ("Alpha", "Bê Ta", "试西代表团", "Made-up Bureau")
    rows = [
        (
            f"Mr Test Person {number:03} {'ABC'[number % 3]}",
            f"Director {number}",
            parties[number % 4],
            ("head of delegation", "member", "翻译")[number % 3],
            f"person{number}@example.org",
            f"+84 205 {number:06}",
            ("in person", "online", "–")[number % 3],
            ("confirmed", "expected", "absent")[number % 3],
        )
        for number in range(300)
    ]
    path = xlsx(tmp_path, *rows, heads=HEADS)
    found = prepared(space, path, "test-talks/next")
    assert vars(found.added) == {"people": 300, "participants": 300, "posts": 300}
    save_together(space.root, found.files)
    again = prepared(space, path, "test-talks/next")
    assert (again.matched, again.files, again.warnings) == (300, {}, ())


# What may be a slip


def test_a_delegation_that_is_nearly_a_partys_name_is_told(
    space: Workspace, tmp_path: Path
) -> None:
    row = ("Quite Somebody Else", "Director", "Alpah", "member")
    found = prepared(space, xlsx(tmp_path, row))
    assert [str(problem) for problem in found.warnings] == [
        (
            "list.xlsx:People!C2: no party is called 'Alpah' (did you mean 'alpha'?);"
            " it is taken as an organisation"
        )
    ]


def test_an_organisation_that_is_like_no_partys_name_is_taken_in_silence(
    space: Workspace, tmp_path: Path
) -> None:
    row = ("Quite Somebody Else", "Director", "Made-up Bureau of Weather", "member")
    assert prepared(space, xlsx(tmp_path, row)).warnings == ()


def test_what_stands_below_no_head_is_told_once(space: Workspace, tmp_path: Path) -> None:
    heads = ("Name", "Delegation")
    rows = (("Test Person One", "Alpha", "lost"), ("Test Person Two", "Alpha", "lost too"))
    found = prepared(space, xlsx(tmp_path, *rows, heads=heads))
    assert [str(problem) for problem in found.warnings] == [
        "list.xlsx:People!C2: no head stands above 'lost'; its column is left out"
    ]
