"""What the writers need of the machine: Pango, and fonts for every script."""

import shutil
import subprocess
from collections.abc import Collection

from briefgen.rendering.style import Style

SCRIPTS = {
    "Noto Serif": "Latin and Vietnamese, serif",
    "Noto Sans": "Latin and Vietnamese, sans serif",
    "Noto Serif CJK SC": "Chinese, serif",
    "Noto Sans CJK SC": "Chinese, sans serif",
    "Noto Sans Symbols2": "signs of status",
}


def pango_version() -> str | None:
    """The version of Pango that PDFs are set with; None when it can't be loaded."""
    try:
        from weasyprint.text.ffi import pango
    except OSError:
        return None
    number: int = pango.pango_version()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def font_families() -> frozenset[str] | None:
    """The font families on the machine; None when fontconfig's fc-list is missing."""
    command = shutil.which("fc-list")
    if command is None:
        return None
    listing = subprocess.run(  # noqa: S603  no input of anybody's
        [command, "--format", "%{family}\n"], capture_output=True, text=True, check=False
    )
    return frozenset(name.strip() for name in listing.stdout.replace("\n", ",").split(","))


def families_of(style: Style) -> tuple[str, ...]:
    """The families that a style embeds in its PDFs, each once."""
    return tuple(dict.fromkeys(name for font in style.fonts.values() for name in font.pdf))


def missing_families(style: Style, present: Collection[str]) -> tuple[str, ...]:
    """The families that a style names and the machine lacks."""
    return tuple(name for name in families_of(style) if name not in present)
