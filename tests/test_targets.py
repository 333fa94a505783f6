"""Where documents are written: below the folder that was named, each at a path of its own."""

import os
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from swept import environment

from briefgen.build.disk.targets import check_targets, folded
from briefgen.build.naming import name_of
from briefgen.build.output import limit_of
from briefgen.build.saving import save, save_all
from briefgen.build.starting import start_workspace
from briefgen.documents import catalogue
from briefgen.problems import MachineError, UsageError
from briefgen.register.ids import is_id
from briefgen.register.numbering import is_key
from briefgen.register.workspace import Workspace

ROOT = Path(__file__).parents[1]
LONGEST = 255
SHORT_IDS = st.lists(
    st.text("a1", min_size=1, max_size=2) | st.sampled_from(["2007h1", "2023", "all"]),
    min_size=1, max_size=3,
).map("-".join)  # fmt: skip
KEYS = st.sampled_from(["1", "11", "2023", "2007H1"])
ABOUTS = (
    st.tuples(SHORT_IDS, KEYS).map("/".join)  # sessions, and mechanisms in a year
    | SHORT_IDS  # mechanisms
    | st.sampled_from(["2023", "1111"])  # years
)
KINDS = [kind.name for kind in vars(catalogue).values() if isinstance(kind, catalogue.DocumentKind)]


# Names.


def test_all_kinds_of_documents_are_looked_at() -> None:
    assert len(KINDS) == len({*KINDS}) == 9


@pytest.mark.parametrize(
    ("about", "name"),
    [
        ("jwc-guangxi/15", "jwc-guangxi-15-brief"),
        ("jwc-guangxi", "jwc-guangxi-brief"),
        ("talks/2007H1", "talks-2007H1-brief"),
        ("talks-15", "talks_15-brief"),
        ("talks-2007h1", "talks_2007h1-brief"),
        ("2023", "2023-brief"),
        ("jwg-yunnan/2016", "jwg-yunnan-2016-brief"),
    ],
)
def test_a_document_is_called_by_what_it_is_about_and_its_kind(about: str, name: str) -> None:
    assert name_of(about, "brief") == name


@given(st.tuples(ABOUTS, st.sampled_from(KINDS)), st.tuples(ABOUTS, st.sampled_from(KINDS)))
def test_two_documents_are_never_called_alike(one: tuple[str, str], two: tuple[str, str]) -> None:
    for about, _ in (one, two):
        mechanism, _, key = about.partition("/")
        assert is_id(mechanism)
        assert not key or is_key(key)
    names = [folded(Path(name_of(*each))) for each in (one, two)]
    assert (names[0] == names[1]) == (one == two)


def test_the_longest_name_of_a_document_is_one_that_disks_take(tmp_path: Path) -> None:
    about = f"{'x' * 64}/2007H1"
    kind = max(KINDS, key=len)
    path = tmp_path / f"{name_of(about, kind)}.zh-Hans-vi.docx"
    save(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("letter", ["x", "ữ", "省"])
def test_any_name_that_a_disk_takes_can_be_saved(letter: str, tmp_path: Path) -> None:
    size = len(letter.encode())
    path = tmp_path / (letter * (LONGEST // size))
    save(path, b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(MachineError, match="File name too long"):
        save(tmp_path / (letter * (LONGEST // size + 1)), b"new")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("a.txt", "a.txt"),
        ("a.txt", "A.txt"),
        ("sub/a.txt", "SUB/a.txt"),
        ("straße", "STRASSE"),
        (unicodedata.normalize("NFC", "thử"), unicodedata.normalize("NFD", "thử")),
        (unicodedata.normalize("NFD", "Ử"), unicodedata.normalize("NFC", "ử")),
    ],
)
def test_two_files_that_some_disks_take_for_one_are_refused(
    one: str, two: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="two documents would be written here"):
        save_all([(tmp_path / one, b"one"), (tmp_path / two, b"two")], tmp_path)
    assert [*tmp_path.iterdir()] == []


# Links.


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    return tmp_path / "elsewhere"


@pytest.mark.parametrize("way", ["internal", "internal/deep"])
def test_a_link_that_leads_out_of_the_folder_is_refused(way: str, elsewhere: Path) -> None:
    out = elsewhere.parent / "out"
    (out / "internal").symlink_to("../elsewhere")
    with pytest.raises(UsageError, match="leads out of"):
        save_all([(out / "shared/first", b"new"), (out / way / "file", b"new")], out)
    assert [*elsewhere.iterdir()] == []
    assert not (out / "shared").exists()


def test_a_link_to_nowhere_is_refused_too(elsewhere: Path) -> None:
    out = elsewhere.parent / "out"
    (out / "internal").symlink_to(elsewhere / "new")
    with pytest.raises(UsageError, match="leads out of"):
        save_all([(out / "internal/file", b"new")], out)
    assert [*elsewhere.iterdir()] == []


def test_a_link_to_itself_is_told(elsewhere: Path) -> None:
    out = elsewhere.parent / "out"
    (out / "loop").symlink_to("loop")
    with pytest.raises(MachineError, match="can't be written"):
        save_all([(out / "loop/file", b"new")], out)
    assert (out / "loop").is_symlink()


def test_a_link_that_stays_in_the_folder_is_followed(elsewhere: Path) -> None:
    out = elsewhere.parent / "out"
    (out / "real").mkdir()
    (out / "internal").symlink_to("real")
    save_all([(out / "internal/file", b"new")], out)
    assert (out / "real/file").read_bytes() == b"new"


def test_a_folder_that_is_named_may_be_a_link_to_anywhere(elsewhere: Path) -> None:
    (elsewhere.parent / "link").symlink_to(elsewhere)
    out = elsewhere.parent / "link"
    save_all([(out / "internal/file", b"new")], out)
    assert (elsewhere / "internal/file").read_bytes() == b"new"


def test_a_workspace_s_own_folder_is_in_the_workspace(elsewhere: Path) -> None:
    space = Workspace(elsewhere.parent / "space")
    space.root.mkdir()
    space.out.symlink_to(elsewhere)
    path = space.out / "internal/file"
    with pytest.raises(UsageError, match="name the one that is meant with --out DIR"):
        check_targets([path], limit_of(space.out, space))
    check_targets([elsewhere / "internal/file"], limit_of(elsewhere, space))


@pytest.mark.parametrize("precious", [b"precious", None])
def test_a_link_in_place_of_a_file_is_replaced_and_not_followed(
    precious: bytes | None, elsewhere: Path
) -> None:
    out = elsewhere.parent / "out"
    if precious:
        (elsewhere / "precious").write_bytes(precious)
    (out / "file").symlink_to(elsewhere / "precious")
    save_all([(out / "file", b"new"), (out / "other", b"new")], out)
    assert not (out / "file").is_symlink()
    assert (out / "file").read_bytes() == b"new"
    assert [path.read_bytes() for path in elsewhere.iterdir()] == [precious] * bool(precious)


def test_a_link_that_was_replaced_comes_back_when_another_file_fails(elsewhere: Path) -> None:
    out = elsewhere.parent / "out"
    (out / "file").symlink_to(elsewhere / "precious")
    (out / "bad/kept").mkdir(parents=True)
    with pytest.raises(MachineError):
        save_all([(out / "file", b"new"), (out / "bad", b"new")], out)
    assert (out / "file").readlink() == elsewhere / "precious"


def test_the_commands_refuse_such_links(tmp_path: Path) -> None:
    space, elsewhere = tmp_path / "space", tmp_path / "elsewhere"
    start_workspace(space, ROOT / "templates")
    elsewhere.mkdir()
    (space / "out/internal").symlink_to(elsewhere)
    command = ["brief", "example-committee/next", "--format", "html"]
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", *command],
        cwd=space,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{space}/out/internal: this is, or lies behind, a link that")
    assert [*elsewhere.iterdir()] == []


# Permissions and owners.


def test_a_replaced_file_keeps_its_permissions_and_owner(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    if not os.getuid():
        os.chown(path, 65534, 65534)
    before = path.stat()
    save(path, b"new")
    now = path.stat()
    assert (now.st_mode, now.st_uid, now.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


@pytest.mark.parametrize(("old", "new"), [(0o660, 0o600), (0o664, 0o644), (0o604, 0o644)])
def test_what_its_group_might_do_another_group_may_not(
    old: int, new: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.getuid():
        pytest.skip("a file of another group is made by root only")

    def forbidden(*_: object) -> None:
        raise PermissionError

    path = tmp_path / "file.txt"
    path.write_bytes(b"old")
    os.chown(path, 0, 65534)
    path.chmod(old)
    monkeypatch.setattr(os, "fchown", forbidden)
    save(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == new


def test_no_instant_shows_a_hidden_document_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, modes = tmp_path / "file.txt", []
    path.write_bytes(b"old")
    path.chmod(0o600)
    write = os.write

    def looked_at(descriptor: int, data: bytes) -> int:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", looked_at)
    save(path, b"new")
    assert modes == [0o600]
