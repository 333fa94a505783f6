"""The same register gives the same bytes, whatever the machine, its user and the moment are like.

Every writer takes part, with charts, cards, two languages on a page and a letterhead.
"""

import hashlib
import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pytest
from machines import DAY, MACHINES, Machine, set_up, written_on

from briefgen.writers.catalogue import WRITERS

NEXT_DAY = "2026-11-23"
CLOCK = "a clock that is years ahead"
ISO_DATE = re.compile(rb"\d{4}-\d\d-\d\d(?=[T\"])")


@dataclass(frozen=True)
class Run:
    """What one process wrote, by the files' names, and what it said meanwhile."""

    files: Mapping[str, bytes]
    said: str

    @property
    def hashes(self) -> dict[str, str]:
        return {name: hashlib.sha256(data).hexdigest() for name, data in self.files.items()}


def run(machine: Machine, root: Path, name: str, day: str = DAY) -> Run:
    out = root / "out" / name
    out.mkdir(parents=True)
    said = written_on(machine, root, out, day)
    files = {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return Run(files, said)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("machines")
    set_up(folder)
    return folder


@pytest.fixture(scope="module")
def plain(root: Path) -> Run:
    """What a machine without any settings writes."""
    return run(Machine(), root, "plain")


def members(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# What is compared


def test_files_of_every_writer_with_charts_and_a_letterhead_are_compared(plain: Run) -> None:
    names = sorted(plain.files)
    assert len(names) == 10, names
    assert {name.rpartition(".")[2] for name in names} == set(WRITERS)
    assert all(plain.files.values())
    summary = members(plain.files["2026-summary.vi-zh-Hans.docx"])
    pictures = [name for name in summary if name.endswith(".png")]
    assert len(pictures) >= 3, sorted(summary)  # two charts in two languages, and the logo
    assert any(name.startswith("word/header") for name in summary)


def test_another_day_changes_every_document(root: Path, plain: Run) -> None:
    other = run(Machine(), root, "the next day", NEXT_DAY)
    assert other.files.keys() == plain.files.keys()
    same = {name for name, hashed in other.hashes.items() if plain.hashes[name] == hashed}
    assert same == {f"page.{name}" for name in WRITERS if name != "pdf"}


# What must not matter


def able(machine: Machine) -> bool:
    """Whether what starts the machine's process can be had here."""
    return not machine.before or (
        shutil.which(machine.before[0]) is not None
        and subprocess.run([*machine.before, "true"], check=False).returncode == 0
    )


@pytest.mark.parametrize("name", MACHINES)
def test_no_byte_depends_on(name: str, root: Path, plain: Run) -> None:
    machine = MACHINES[name]
    if not able(machine):
        assert not (name == CLOCK and os.environ.get("CI")), "CI installs faketime"
        pytest.skip(f"{machine.before[0]} can't be had here")
    there = run(machine, root, name)
    assert there.hashes == plain.hashes
    assert there.said == plain.said


def test_nothing_is_left_but_a_cache(root: Path, plain: Run) -> None:
    assert plain.files
    assert [path.name for path in (root / "home").iterdir()] == [".cache"]
    assert [path.name for path in (root / "home/.cache").iterdir()] == ["briefgen"]
    assert list((root / "temporary").iterdir()) == []


# The machines are what they say


@pytest.mark.parametrize(
    ("name", "command", "expected"),
    [
        (CLOCK, "date +%Y", "2047\n"),
        ("the user's own settings", "fc-match -f %{family} 'Noto Serif'", "DejaVu Sans"),
        ("a Turkish locale, and other languages", "locale decimal_point 2>&1", ",\n"),
        ("no network", "grep -c 00000000 /proc/net/route; true", "0\n"),
    ],
)
def test_a_machine_differs(name: str, command: str, expected: str, root: Path) -> None:
    machine = MACHINES[name]
    if not able(machine) or (
        "LOCPATH" in machine.variables and not any((root / "locales").iterdir())
    ):
        pytest.skip("this machine can't be had here")
    variables = {key: value.format(root=root) for key, value in machine.variables.items()}
    done = subprocess.run(
        [*machine.before, "sh", "-c", command],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == expected


# Dates


def test_every_date_in_a_file_is_that_of_the_register(plain: Run) -> None:
    for name, data in plain.files.items():
        if name.startswith("page."):
            continue
        assert set(dates_of(name, data)) == {DAY.encode()}, name
        assert len(dates_of(name, data)) >= 2, name


def dates_of(name: str, data: bytes) -> list[bytes]:
    """The dates that a file tells about itself."""
    kind = name.rpartition(".")[2]
    if kind in ("docx", "xlsx"):
        return ISO_DATE.findall(members(data)["docProps/core.xml"])
    if kind == "html":
        return ISO_DATE.findall(data.partition(b"<style>")[0])
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        info = [str(pdf.metadata[key])[2:10].encode() for key in ("CreationDate", "ModDate")]
        packet = pdf.doc.catalog["Metadata"].resolve().get_data()
    told = [b"-".join((each[:4], each[4:6], each[6:])) for each in info]
    return [*told, *ISO_DATE.findall(packet)]


def test_no_member_of_an_archive_is_dated(plain: Run) -> None:
    archives = [data for name, data in plain.files.items() if name.endswith(("docx", "xlsx"))]
    assert len(archives) == 6, sorted(plain.files)
    for data in archives:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
