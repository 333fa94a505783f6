"""Machines, users and moments that no byte of a document may depend on: each is one process.

`{root}` in a setting is the folder that all of it stands in.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from letterheads import good_members, packed
from made_up_font import FAMILY, variable_font
from test_docx_soundness import EVERYTHING

PROJECT = Path(__file__).parents[2]
STARTER = PROJECT / "templates/starter"
PROGRAM = Path(__file__).with_name("machine_process.py")
DAY = "2026-11-22"
SESSION = "example-committee/1"
ORDERS = (
    ("brief", SESSION, "--format", "docx,html,pdf,xlsx", "--lang", "vi"),
    ("summary", "2026", "--format", "docx", "--lang", "vi,zh-Hans"),
    (
        "participants",
        SESSION,
        "--layout",
        "place-cards",
        "--format",
        "docx,pdf",
        "--lang",
        "vi,zh-Hans",
    ),
)
ANOTHER = ("participants", SESSION, "--format", "docx,pdf", "--lang", "en")


@dataclass(frozen=True)
class Machine:
    """Where a process runs, what starts it, and which copy of the workspace it reads."""

    variables: Mapping[str, str] = field(default_factory=dict)
    home: str = "{root}/home"
    folder: str = "{root}"
    before: Sequence[str] = ()
    options: Sequence[str] = ()
    umask: int = 0o022
    space: str = "{root}/space"
    first: Sequence[Sequence[str]] = ()


MACHINES: Mapping[str, Machine] = {
    "another hash seed, far in the west": Machine(
        {"PYTHONHASHSEED": "1", "TZ": "America/Anchorage"}, options=("-O",)
    ),
    "another hash seed, far in the east": Machine(
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati"}, umask=0o077
    ),
    "the C locale without UTF-8": Machine(
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ),
    "a Turkish locale, and other languages": Machine(
        {
            "LC_ALL": "tr_TR.UTF-8",
            "LOCPATH": "{root}/locales",
            "LANGUAGE": "ja:ko",
            "PANGO_LANGUAGE": "ja",
            "FC_LANG": "ja",
        }
    ),
    "another folder, and a date for all that is built": Machine(
        {"LC_ALL": "POSIX", "SOURCE_DATE_EPOCH": "1"},
        folder="{root}/deep/er",
        space="../../space",
    ),
    "a copy of the workspace": Machine(space="{root}/Bản sao 副本"),
    "a clock that is years ahead": Machine(before=("faketime", "2047-05-05 23:59:59")),
    "the user's own settings": Machine(
        {
            "FONTCONFIG_FILE": "{root}/hostile/.config/fontconfig/fonts.conf",
            "FONTCONFIG_PATH": "{root}/hostile/.config/fontconfig",
            "MPLBACKEND": "none",
            "MPLCONFIGDIR": "{root}/hostile",
            "MATPLOTLIBRC": "{root}",
            "HB_SHAPER_LIST": "fallback",
            "FREETYPE_PROPERTIES": "truetype:interpreter-version=35",
        },
        home="{root}/hostile",
        folder="{root}/unreadable",
    ),
    "no home, and memory that is never clean": Machine(
        {"PYTHONMALLOC": "debug", "MALLOC_PERTURB_": "165"}, home="/dev/null/home"
    ),
    "no network": Machine(before=("unshare", "--net")),
    "a process that wrote another document before": Machine(first=(ANOTHER,)),
}
HOSTILE = """
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="same"><string>DejaVu Sans</string></edit>
  </match>
  <match target="scan">
    <edit name="family" mode="assign"><string>DejaVu Sans</string></edit>
  </match>
</fontconfig>
"""
"""A user's own rules, by which every font is DejaVu Sans."""


def set_up(root: Path) -> None:
    """Makes the folders that the machines ask for."""
    shutil.copytree(STARTER, root / "space")
    (root / "space/templates").mkdir()
    (root / "space/templates/letterhead.docx").write_bytes(packed(good_members()))
    fonts = (PROJECT / "templates/fonts.yaml").read_text("utf-8")
    (root / "space/templates/fonts.yaml").write_text(
        re.sub(r"pdf: \[(?=Noto Sans,)", f"pdf: [{FAMILY}, ", fonts), "utf-8"
    )
    (root / "data/fonts").mkdir(parents=True)
    (root / "data/fonts/variable.ttf").write_bytes(variable_font())
    copy_anew(root / "space", root / "Bản sao 副本")
    for name in ("deep/er", "hostile/.config/fontconfig", "unreadable", "temporary", "locales"):
        (root / name).mkdir(parents=True)
    (root / "hostile/.config/fontconfig/fonts.conf").write_text(HOSTILE, "utf-8")
    (root / "hostile/matplotlibrc").write_text("text.antialiased: False\nfont.size: 31\n", "utf-8")
    (root / "unreadable/matplotlibrc").write_bytes(b"font.family: \xff\n")
    if Path("/usr/share/i18n/locales/tr_TR").is_file():
        target = root / "locales/tr_TR.UTF-8"
        subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", target], check=True)


def copy_anew(source: Path, target: Path) -> None:
    """A copy whose files were made in the opposite order, long ago."""
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (1e9, 1e9))


def written_on(machine: Machine, root: Path, out: Path, day: str = DAY) -> str:
    """What a process on a machine says while it writes all documents into a folder."""

    def placed(text: str) -> str:
        return text.replace("{root}", str(root))

    common = ("--as-of", day, "--workspace", placed(machine.space), "--out")
    before = [[*order, *common, str(out.with_name("before"))] for order in machine.first]
    orders = [[*order, *common, str(out)] for order in ORDERS]
    told = {"orders": [*before, *orders], "page": EVERYTHING, "out": str(out)}
    done = subprocess.run(
        [*machine.before, sys.executable, *machine.options, str(PROGRAM)],
        input=json.dumps(told).encode(),
        cwd=placed(machine.folder),
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(PROJECT),
            "HOME": placed(machine.home),
            "XDG_DATA_HOME": str(root / "data"),
            "TMPDIR": str(root / "temporary"),
            **{name: placed(value) for name, value in machine.variables.items()},
        },
        umask=machine.umask,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stderr.decode()
