"""The doctor: what a machine lacks, and what a brief says on such a machine."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.cli import doctor
from briefgen.problems import MachineError
from briefgen.rendering.house_styles import known_styles, load_style
from briefgen.writers import machine

ROOT = Path(__file__).parent.parent
SYSTEMS = ("debian", "fedora", "darwin", "windows")
FONTS = (doctor.FONTS, doctor.LIBERATION, doctor.WENKAI)
REMEDIES = (doctor.PANGO, doctor.HARFBUZZ, doctor.FONTCONFIG, *FONTS)
ALL = frozenset(machine.SCRIPTS)
TEMPLATES = (ROOT / "templates",)

LACKING = """
import sys
import cffi

opened = cffi.FFI.dlopen

def dlopen(self, name, flags=0):
    if name and {library!r} in name:
        raise OSError(f"cannot load library {{name}}")
    return opened(self, name, flags)

cffi.FFI.dlopen = dlopen
sys.argv = ["briefgen", *{arguments!r}]
from briefgen.cli.app import main
main()
"""
WITH_FONTS_OF = """
import sys
from pathlib import Path
from briefgen.rendering import surroundings

surroundings.font_settings = lambda platform: Path({settings!r})
sys.argv = ["briefgen", *{arguments!r}]
from briefgen.cli.app import main
main()
"""
PDF = ("brief", "jwc-guangxi/next", "--as-of", "2026-11-22", "--format", "html,pdf", "--out")


def briefgen(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return child("-m", "briefgen", *arguments, **settings)


def lacking(library: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run on a machine where a library can't be loaded."""
    return child("-c", LACKING.format(library=library, arguments=arguments))


def with_fonts_of(settings: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run on a machine that has the fonts of a fontconfig file and no others."""
    return child("-c", WITH_FONTS_OF.format(settings=settings, arguments=arguments))


def child(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def told(findings: list[doctor.Finding]) -> dict[str, bool]:
    return {finding.name: finding.found for finding in findings}


# What it finds


def test_without_fc_list_it_asks_for_fontconfig(tmp_path: Path) -> None:
    done = briefgen("doctor", PATH=str(tmp_path))
    assert done.returncode == 3
    assert "missing  fontconfig: its fc-list tells which fonts there are\n" in done.stdout
    assert "         get it: " in done.stdout


def test_findings_as_json_are_one_object(tmp_path: Path) -> None:
    done = briefgen("doctor", "--json", PATH=str(tmp_path))
    assert done.returncode == 3
    missing = [each for each in json.loads(done.stdout)["findings"] if not each["found"]]
    assert [each["name"] for each in missing] == ["fontconfig"]
    assert missing[0]["remedy"]


def test_the_user_s_own_settings_of_fonts_hide_none(tmp_path: Path) -> None:
    hidden = briefgen("doctor", "--json", FONTCONFIG_FILE=fonts_from(tmp_path))
    assert hidden.stdout == briefgen("doctor", "--json").stdout


def present(*names: str) -> Callable[[], frozenset[str]]:
    return lambda: frozenset(names)


@pytest.mark.parametrize(
    ("family", "told"),
    [
        ("Noto Serif CJK SC", "Chinese, serif\n get it: fonts-noto-core fonts-noto-cjk"),
        ("Liberation Sans", "Latin beside Chinese without serifs\n get it: fonts-liberation2"),
        ("LXGW WenKai", "Chinese, Kai\n get it: fonts-lxgw-wenkai"),
    ],
)
def test_missing_families_are_named_with_what_they_are_for(
    family: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "font_families", present(*ALL - {family}))
    (missing,) = [finding for finding in doctor.fonts("debian") if not finding.found]
    expected = told.replace(" get it: ", "         get it: apt-get install ")
    assert doctor.line(missing) == f"missing  {family}: {expected}"


def test_every_family_of_every_packaged_style_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    styles = [load_style(name, TEMPLATES) for name in known_styles(TEMPLATES)]
    assert {"plain", "nd30", "hd36", "gbt9704"} <= {style.name for style in styles}
    assert set(machine.families_of(*styles)) == ALL
    monkeypatch.setattr(doctor, "font_families", present())
    assert told(doctor.fonts("debian")) == dict.fromkeys(machine.SCRIPTS, False)
    monkeypatch.setattr(doctor, "font_families", present(*ALL))
    assert told(doctor.fonts("debian")) == dict.fromkeys(machine.SCRIPTS, True)


def test_a_missing_pango_is_told_without_a_crash() -> None:
    done = lacking("pango", "doctor", "--json")
    assert done.returncode == 3
    findings = {each["name"]: each for each in json.loads(done.stdout)["findings"]}
    assert findings["Pango"]["found"] is False
    assert findings["HarfBuzz-Subset"]["found"] is False
    assert findings["Noto Serif"]["found"] is True
    assert done.stderr == ""


def test_a_missing_harfbuzz_subset_is_told() -> None:
    done = lacking("harfbuzz-subset", "doctor")
    assert done.returncode == 3
    assert "ok       Pango: " in done.stdout
    assert "missing  HarfBuzz-Subset: PDFs can't hold their fonts without 4.1" in done.stdout
    assert done.stderr == ""


# What it advises


@pytest.mark.parametrize("system", SYSTEMS)
def test_there_is_a_remedy_for_everything_on_every_system(system: str) -> None:
    assert all(remedies[system] for remedies in REMEDIES)
    assert all(set(remedies) == set(SYSTEMS) for remedies in REMEDIES)


def test_the_remedies_for_debian_are_what_setup_installs() -> None:
    installed = (ROOT / ".ci/system-packages").read_text("utf-8")
    packages = [name for each in REMEDIES for name in each["debian"].split()[2:]]
    assert all(name in installed for name in packages)


@pytest.mark.parametrize(
    ("kernel", "release", "system"),
    [
        ("Linux", 'ID=debian\nNAME="Debian GNU/Linux"\n', "debian"),
        ("Linux", "ID=ubuntu\nID_LIKE=debian\n", "debian"),
        ("Linux", "ID=fedora\n", "fedora"),
        ("Linux", 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ("Linux", None, "debian"),
        ("Darwin", None, "darwin"),
        ("Windows", None, "windows"),
    ],
)
def test_the_system_decides_on_the_remedy(
    kernel: str, release: str | None, system: str, tmp_path: Path
) -> None:
    if release is not None:
        (tmp_path / "os-release").write_text(release, "utf-8")
    assert doctor.system_of(kernel, tmp_path / "os-release") == system


# What a brief says there


@pytest.mark.parametrize(
    ("library", "expected"),
    [
        ("pango", "Pango: PDFs can't be set without it; run 'briefgen doctor'"),
        (
            "harfbuzz-subset",
            "HarfBuzz-Subset: PDFs can't hold their fonts without it; run 'briefgen doctor'",
        ),
    ],
)
def test_a_brief_without_a_library_sends_to_the_doctor_and_writes_nothing(
    library: str, expected: str, tmp_path: Path
) -> None:
    done = lacking(library, *PDF, str(tmp_path))
    assert (done.returncode, done.stdout) == (3, "")
    (problem,) = done.stderr.splitlines()
    assert problem.startswith(expected)
    assert list(tmp_path.iterdir()) == []


def fonts_from(folder: Path, *directories: Path) -> str:
    """A fontconfig file by which the machine has these folders of fonts and no others."""
    listed = "".join(f"<dir>{directory}</dir>" for directory in directories)
    path = folder / "fonts.conf"
    cache = f"<cachedir>{folder}/cache</cachedir>"
    path.write_text(f"<fontconfig>{listed}{cache}</fontconfig>", "utf-8")
    return str(path)


def test_a_brief_without_any_font_sends_to_the_doctor(tmp_path: Path) -> None:
    done = with_fonts_of(fonts_from(tmp_path), *PDF, str(tmp_path / "out"))
    assert (done.returncode, done.stdout) == (3, "")
    (problem,) = done.stderr.splitlines()
    assert problem.startswith("fonts: this machine has none")
    assert not (tmp_path / "out").exists()


def test_a_brief_with_other_fonts_than_the_style_s_sends_to_the_doctor(tmp_path: Path) -> None:
    command = ["fc-list", "--format", "%{file}", "Noto Serif:style=Regular"]
    listing = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    (tmp_path / "fonts").mkdir()
    only = Path(listing.stdout)
    (tmp_path / "fonts" / only.name).write_bytes(only.read_bytes())
    settings = fonts_from(tmp_path, tmp_path / "fonts")
    done = with_fonts_of(settings, *PDF, str(tmp_path / "out"))
    assert (done.returncode, done.stdout) == (3, "")
    needed = "the house style 'plain' needs it; run 'briefgen doctor'"
    plain = machine.families_of(load_style("plain", TEMPLATES))
    missing = sorted({*plain} - {"Noto Serif"})
    problems = [line for line in done.stderr.splitlines() if needed in line]
    assert [line.partition(":")[0] for line in problems] == missing
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("style", "family"),
    [("nd30", "Liberation Serif"), ("hd36", "Liberation Serif"), ("gbt9704", "LXGW WenKai")],
)
def test_an_official_layout_without_its_fonts_sends_to_the_doctor(
    style: str, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "font_families", present(*ALL - {family}))
    with pytest.raises(MachineError) as caught:
        machine.require_fonts(load_style(style, TEMPLATES))
    (problem,) = map(str, caught.value.problems)
    assert problem == f"{family}: the house style '{style}' needs it; {machine.DOCTOR}"


def test_html_needs_nothing_of_the_machine(tmp_path: Path) -> None:
    arguments = ("brief", "jwc-guangxi/next", "--format", "html", "--out", str(tmp_path))
    assert lacking("pango", *arguments).returncode == 0


# The parts


def test_a_family_counts_once_under_each_of_its_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake = tmp_path / "fc-list"
    fake.write_text("#!/bin/sh\nprintf 'Noto Sans\\nNoto Sans,Noto Sans Bold\\n\\n'\n", "utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert sorted(machine.font_families() or ()) == ["Noto Sans", "Noto Sans Bold"]


def test_no_fonts_are_told_before_pango_can_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "font_families", present())
    machine.require_typesetter.cache_clear()
    with pytest.raises(MachineError, match="fonts: this machine has none"):
        machine.require_typesetter()


def test_without_fc_list_a_pdf_is_tried_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "font_families", lambda: None)
    machine.require_typesetter.cache_clear()
    machine.require_typesetter()


def test_a_style_names_each_family_once() -> None:
    style = load_style("plain", TEMPLATES)
    families = machine.families_of(style)
    assert len(set(families)) == len(families)
    assert machine.missing_families(style, ["Noto Serif"]) == tuple(
        name for name in families if name != "Noto Serif"
    )
