"""The command `doctor`: what is missing on this machine, and how to get it."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from briefgen.cli.options import JsonOption
from briefgen.cli.reporting import print_json
from briefgen.rendering.resources import packaged_templates
from briefgen.writers.machine import (
    SCRIPTS,
    Libraries,
    families_of,
    font_families,
    load_libraries,
)

# The packages that hold what is checked, by system; macOS and Windows are told in the README.
PANGO: Mapping[str, str] = {
    "debian": "apt-get install libpango-1.0-0 libpangoft2-1.0-0",
    "fedora": "dnf install pango",
    "darwin": "brew install pango",
    "windows": "install MSYS2, then in its shell: pacman -S mingw-w64-x86_64-pango",
}
HARFBUZZ: Mapping[str, str] = {
    "debian": "apt-get install libharfbuzz-subset0",
    "fedora": "dnf install harfbuzz",
    "darwin": "brew install harfbuzz",
    "windows": "install MSYS2, then in its shell: pacman -S mingw-w64-x86_64-harfbuzz",
}
FONTS: Mapping[str, str] = {
    "debian": "apt-get install fonts-noto-core fonts-noto-cjk",
    "fedora": "dnf install google-noto-fonts-common google-noto-serif-cjk-fonts"
    " google-noto-sans-cjk-fonts google-noto-sans-symbols2-fonts",
    "darwin": "brew install font-noto-serif font-noto-sans font-noto-serif-cjk-sc"
    " font-noto-sans-cjk-sc font-noto-sans-symbols-2",
    "windows": "download the Noto fonts and install them for all users",
}
LIBERATION: Mapping[str, str] = {
    "debian": "apt-get install fonts-liberation2",
    "fedora": "dnf install liberation-serif-fonts liberation-sans-fonts",
    "darwin": "brew install font-liberation",
    "windows": "download the Liberation fonts and install them for all users",
}
WENKAI: Mapping[str, str] = {
    "debian": "apt-get install fonts-lxgw-wenkai",
    "fedora": "dnf install lxgw-wenkai-fonts",
    "darwin": "brew install font-lxgw-wenkai",
    "windows": "download LXGW WenKai and install it for all users",
}
OTHER_FONTS = {"Liberation": LIBERATION, "LXGW": WENKAI}
"""By the first word of the families' names."""
FONTCONFIG: Mapping[str, str] = {
    "debian": "apt-get install fontconfig",
    "fedora": "dnf install fontconfig",
    "darwin": "brew install fontconfig",
    "windows": "it comes with Pango from MSYS2",
}


@dataclass(frozen=True)
class Finding:
    """One thing that briefgen needs: whether it is there, and how to get it if not."""

    name: str
    found: bool
    detail: str
    remedy: str = ""


def doctor(json: JsonOption = False) -> None:
    """Say what this machine lacks for writing documents, and how to get it.

    Example: briefgen doctor
    """
    system = system_of(platform.system(), Path("/etc/os-release"))
    found = load_libraries()
    findings = [python(), pango(system, found), harfbuzz(system, found), *fonts(system)]
    if json:
        print_json({"findings": [vars(finding) for finding in findings]})
    else:
        for finding in findings:
            typer.echo(line(finding))
    if not all(finding.found for finding in findings):
        raise typer.Exit(3)


def line(finding: Finding) -> str:
    if finding.found:
        return f"ok       {finding.name}: {finding.detail}"
    return f"missing  {finding.name}: {finding.detail}\n         get it: {finding.remedy}"


def python() -> Finding:
    return Finding("Python", found=True, detail=platform.python_version())


def pango(system: str, libraries: Libraries | None) -> Finding:
    if libraries is None:
        return Finding("Pango", False, "PDFs can't be set without it", PANGO[system])
    return Finding("Pango", True, libraries.pango)


def harfbuzz(system: str, libraries: Libraries | None) -> Finding:
    if libraries is None:
        return Finding("HarfBuzz-Subset", False, "not found without Pango", HARFBUZZ[system])
    if not libraries.can_embed_fonts:
        detail = "PDFs can't hold their fonts without 4.1 or newer"
        return Finding("HarfBuzz-Subset", False, detail, HARFBUZZ[system])
    return Finding("HarfBuzz-Subset", True, "4.1 or newer")


def fonts(system: str) -> list[Finding]:
    """One finding a family that any of the packaged house styles embeds."""
    from briefgen.rendering.house_styles import known_styles, load_style

    folders = (packaged_templates(),)
    families = families_of(*(load_style(name, folders) for name in known_styles(folders)))
    present = font_families()
    if present is None:
        detail = "its fc-list tells which fonts there are"
        return [Finding("fontconfig", found=False, detail=detail, remedy=FONTCONFIG[system])]
    return [font(name, system, found=name in present) for name in families]


def font(name: str, system: str, *, found: bool) -> Finding:
    packages = OTHER_FONTS.get(name.partition(" ")[0], FONTS)
    remedy = "" if found else packages[system]
    return Finding(name, found, SCRIPTS.get(name, "named by a house style"), remedy)


def system_of(kernel: str, release: Path) -> str:
    """The family of systems whose packages to name."""
    if kernel in ("Darwin", "Windows"):
        return kernel.lower()
    text = release.read_text(encoding="utf-8") if release.is_file() else ""
    return "fedora" if "fedora" in text or "rhel" in text else "debian"
