"""The program itself, as far as documents depend on it: its code, its libraries, their versions."""

import hashlib
import platform
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from briefgen.rendering.installed_fonts import font_versions
from briefgen.rendering.resources import PACKAGE, packaged_templates
from briefgen.writers.machine import SCRIPTS
from briefgen.writers.typesetters import typesetter_versions

LIBRARIES = (
    "babel",
    "cssselect2",
    "fonttools",
    "jinja2",
    "lxml",
    "markupsafe",
    "matplotlib",
    "numpy",
    "pillow",
    "pydyf",
    "pyphen",
    "python-docx",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
    "xlsxwriter",
)
"""What renders and writes documents; a new version of any may make other bytes."""
MISSING = "missing"
Versions = Mapping[str, str]
"""What documents are made with, by name."""


def program_versions() -> Versions:
    """What documents are made with on this machine, apart from templates and fonts."""
    return {
        "briefgen": digest_of(PACKAGE, "*.py"),
        "settings of fonts": digest_of(packaged_templates(), "fonts*.conf"),
        "Python": platform.python_version(),
        **{name: version_of(name) for name in LIBRARIES},
        **typesetter_versions(),
    }


def machine_versions() -> Versions:
    """The same with all templates that ship, and the fonts that house styles usually name.

    Two machines that tell the same make the same documents.
    """
    fonts = hashlib.sha256("\n".join(font_versions(SCRIPTS)).encode()).hexdigest()
    return {
        **program_versions(),
        "templates": digest_of(packaged_templates(), "*"),
        "fonts": fonts,
    }


def differences(here: Versions, there: Versions) -> Iterator[str]:
    """What differs between two machines, in words: `weasyprint 70.0 there, 69.0 here`."""
    for name in dict.fromkeys((*here, *there)):
        own, other = here.get(name, MISSING), there.get(name, MISSING)
        if own == other:
            continue
        is_digest = len(own) == len(other) == hashlib.sha256().digest_size * 2
        yield f"other {name}" if is_digest else f"{name} {other}, {own} here"


def version_of(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return MISSING


def digest_of(folder: Path, pattern: str) -> str:
    """What stands for the content of a folder's files."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob(pattern)):
        if path.is_file() and "__pycache__" not in path.parts:
            data = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode())
            digest.update(data)
    return digest.hexdigest()
