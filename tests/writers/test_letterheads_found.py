"""Where letterheads are found, and what the command line makes of good and bad ones."""

from pathlib import Path

import pytest
from docx_reading import find, part, text_in
from letterheads import packed, paragraph, simple_members, words
from test_cli import BRIEF, SESSION, files_below, workspace
from test_cli import run_warm as run

from briefgen.problems import TemplateError
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.letterheads import LARGEST

TEMPLATES = Path(__file__).parents[2] / "templates"
PARTY = "letterhead-party.docx"


@pytest.fixture
def space(tmp_path: Path) -> Path:
    """A workspace with templates of its own."""
    (workspace(tmp_path) / "templates/styles").mkdir(parents=True)
    return tmp_path


def put(space: Path, data: bytes, name: str = "letterhead.docx") -> None:
    (space / "templates" / name).write_bytes(data)


def name_letterhead(space: Path, name: str) -> None:
    """Puts the house style into a workspace, naming a letterhead."""
    style = (TEMPLATES / "styles/plain.yaml").read_text("utf-8")
    (space / "templates/styles/plain.yaml").write_text(f"letterhead: {name}\n{style}", "utf-8")


def letterhead_of(space: Path) -> bytes | None:
    file = load_style("plain", (space / "templates", TEMPLATES)).letterhead_file
    return file.data if file else None


def problem_of(space: Path) -> str:
    with pytest.raises(TemplateError) as caught:
        letterhead_of(space)
    (problem,) = caught.value.problems
    return str(problem)


# Finding


def test_a_style_has_no_letterhead_where_there_is_none(space: Path) -> None:
    assert letterhead_of(space) is None


def test_the_usual_letterhead_is_that_of_every_style(space: Path) -> None:
    put(space, b"usual")
    assert letterhead_of(space) == b"usual"


def test_a_style_can_name_another(space: Path) -> None:
    put(space, b"usual")
    put(space, b"of the party", PARTY)
    name_letterhead(space, PARTY)
    assert letterhead_of(space) == b"of the party"


def test_a_letterhead_that_is_named_and_not_there_is_told(space: Path) -> None:
    put(space, b"of the party", PARTY)
    name_letterhead(space, "letterhead-partie.docx")
    assert problem_of(space) == (
        "templates/letterhead-partie.docx: the style names this letterhead, but it isn't there "
        "(did you mean 'letterhead-party.docx'?)"
    )


@pytest.mark.parametrize(
    "name",
    [
        *("../letterhead.docx", "/etc/letterhead.docx", "other/letterhead.docx", "..docx"),
        *("'C:\\letterhead.docx'", "letterhead.doc", "letterhead", "''", ".docx"),
    ],
)
def test_a_path_or_another_kind_of_file_is_told_with_its_place(space: Path, name: str) -> None:
    name_letterhead(space, name)
    assert problem_of(space).startswith("templates/styles/plain.yaml:1:13: 'letterhead': '")
    assert problem_of(space).endswith("write one such as letterhead-party.docx")


@pytest.mark.parametrize("name", ["letterhead-party.docx", "thư-ngỏ 2.docx", "公文.docx"])
def test_names_in_all_letters_are_fine(space: Path, name: str) -> None:
    put(space, b"usual", name)
    name_letterhead(space, name)
    assert letterhead_of(space) == b"usual"


def test_the_file_itself_is_no_key_of_a_style(space: Path) -> None:
    name_letterhead(space, "letterhead.docx\nletterhead_file: x")
    assert "unknown key 'letterhead_file' (did you mean 'letterhead'?)" in problem_of(space)


def test_a_folder_in_its_place_is_told(space: Path) -> None:
    (space / "templates/letterhead.docx").mkdir()
    assert problem_of(space) == (
        "templates/letterhead.docx: this is no ordinary file; put a Word document in its place"
    )


def test_a_link_to_nothing_is_told(space: Path) -> None:
    (space / "templates/letterhead.docx").symlink_to("nothing")
    told = "this file can't be read: No such file or directory"
    assert problem_of(space) == f"templates/letterhead.docx: {told}"


def test_no_more_is_read_than_a_letterhead_may_hold(space: Path) -> None:
    put(space, bytes(LARGEST + 1000))
    assert len(letterhead_of(space) or b"") == LARGEST + 1


# The command line


def test_a_document_has_the_workspaces_letterhead(space: Path) -> None:
    put(space, packed(simple_members(paragraph(words("Made-up Office")))))
    done = run(*SESSION, "--format", "docx", cwd=space)
    assert (done.code, done.problems) == (0, [])
    header = part((space / done.lines[0]).read_bytes(), "word/header.xml")
    assert [text_in(each) for each in find(header, "w:p")] == ["Made-up Office"]


def test_a_bad_letterhead_is_told_in_one_line_and_nothing_is_written(space: Path) -> None:
    put(space, b"Dear colleagues")
    before = files_below(space)
    done = run(*SESSION, "--format", "pdf,docx", cwd=space)
    assert (done.code, done.lines) == (1, [])
    said = "this is no Word document; save the letterhead in Word as a Word document (.docx)"
    assert done.problems == [f"templates/letterhead.docx: {said}"]
    assert files_below(space) == before


def test_other_formats_do_not_look_into_it(space: Path) -> None:
    put(space, b"Dear colleagues")
    done = run(*SESSION, "--format", "html", cwd=space)
    assert (done.code, done.lines) == (0, [f"out/internal/{BRIEF}.html"])


def test_a_sheet_of_cards_does_not_look_into_it(space: Path) -> None:
    put(space, b"Dear colleagues")
    order = ("participants", "jwc-guangxi/14", "--layout", "badges", "--as-of", "2026-11-22")
    assert run(*order, "--format", "docx", cwd=space).code == 0
