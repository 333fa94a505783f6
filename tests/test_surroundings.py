"""What of a user's environment is kept from the libraries, and where caches go."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from briefgen.rendering.surroundings import (
    FORGOTTEN,
    SETTLED,
    caches_for,
    font_settings,
    settle_surroundings,
    settled,
    user_caches,
)

ROOT = Path(__file__).parents[1]
OURS = {*SETTLED, "FONTCONFIG_FILE", "MPLCONFIGDIR", "XDG_CACHE_HOME"}


def test_what_steers_libraries_is_forgotten_and_the_rest_kept(tmp_path: Path) -> None:
    steering = {f"{start}ANYTHING": "1" for start in FORGOTTEN}
    environment = {**steering, **dict.fromkeys(OURS, "theirs"), "HOME": "/home/me", "LANG": "vi"}
    settle_surroundings(environment, tmp_path)
    assert environment.keys() == OURS | {"HOME", "LANG"}
    assert "theirs" not in environment.values()


def test_an_environment_is_as_before_afterwards(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "MPLBACKEND": "none"}
    with settled(environment):
        assert Path(environment["FONTCONFIG_FILE"]).is_file()
        assert environment["MPLCONFIGDIR"].startswith(str(tmp_path))
    assert environment == {"HOME": str(tmp_path), "MPLBACKEND": "none"}


@pytest.mark.parametrize("variable", ["FONTCONFIG_FILE", "PANGO_LANGUAGE"])
def test_the_libraries_see_it_too(variable: str) -> None:
    program = (
        "import os, cffi; from briefgen.rendering.surroundings import settled\n"
        "ffi = cffi.FFI(); ffi.cdef('char *getenv(const char *);')\n"
        "with settled(os.environ):\n"
        f"    seen = ffi.string(ffi.dlopen(None).getenv(b'{variable}')).decode()\n"
        f"    print(seen == os.environ['{variable}'])"
    )
    environment = {**os.environ, variable: "theirs"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert done.stdout == b"True\n"


# Caches


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"HOME": "{here}"}, "{here}/.cache"),
        ({"HOME": "{here}", "XDG_CACHE_HOME": "{here}/not/yet"}, "{here}/not/yet"),
        ({"HOME": "{here}", "XDG_CACHE_HOME": "relative"}, "{here}/.cache"),
        ({"HOME": "{here}", "XDG_CACHE_HOME": ""}, "{here}/.cache"),
        ({"HOME": "{here}/file", "LOCALAPPDATA": "{here}/app"}, "{here}/app"),
        ({"HOME": "{here}/file"}, None),
        ({"HOME": ""}, None),
        ({}, None),
    ],
)
def test_caches_are_where_the_user_has_them(
    environment: dict[str, str], folder: str | None, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    placed = {name: value.format(here=tmp_path) for name, value in environment.items()}
    assert user_caches(placed) == (Path(folder.format(here=tmp_path)) if folder else None)


def test_without_a_home_they_last_as_long_as_the_run() -> None:
    with caches_for({}) as folder:
        assert folder.is_dir()
    assert not folder.exists()


# The packaged files


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_the_settings_of_fonts_take_in_nothing_of_the_machine_s(platform: str) -> None:
    settings = ElementTree.parse(font_settings(platform)).getroot()  # noqa: S314  our own
    assert settings.findall("dir")
    assert len(settings.findall("cachedir")) == 1
    packaged = [(each.get("prefix"), each.text) for each in settings.iter("include")]
    assert packaged == ([("relative", "fonts.conf")] if platform == "win32" else [])
    assert [each.tag for each in settings.iter() if each.tag in ("alias", "selectfont")] == []


def test_fonts_are_looked_for_in_the_user_s_own_folders_too(tmp_path: Path) -> None:
    listing = ["fc-list", "--format", "%{file}\n", "Noto Sans:style=Regular"]
    found = subprocess.run(listing, capture_output=True, encoding="utf-8", check=True)
    (tmp_path / ".local/share/fonts").mkdir(parents=True)
    own = tmp_path / ".local/share/fonts/own.ttf"
    own.write_bytes(Path(found.stdout.splitlines()[0]).read_bytes())
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    with settled(environment):
        there = subprocess.run(
            listing, env=environment, capture_output=True, encoding="utf-8", check=True
        )
    assert str(own) in there.stdout.splitlines()
    assert there.stderr == ""
