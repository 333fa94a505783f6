"""What libraries would read from a user's environment, so that it changes no document."""

import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from pathlib import Path

from briefgen.rendering.resources import packaged_templates

FORGOTTEN = ("FC_", "FONTCONFIG_", "FREETYPE_", "HB_", "MATPLOTLIB", "MPL", "PANGO_")
"""How the names begin of what steers fontconfig, FreeType, HarfBuzz, matplotlib and Pango."""
SETTLED: Mapping[str, str] = {
    "FC_LANG": "en",  # otherwise the locale
    "PANGO_LANGUAGE": "en",  # otherwise the user's languages: whose ideographs a text gets
    "MPL_IGNORE_SYSTEM_FONTS": "1",  # it is told which files to take
    "PYDANTIC_DISABLE_PLUGINS": "__all__",  # otherwise what is installed beside may change checks
    "SOURCE_DATE_EPOCH": "315532800",  # 1980; otherwise a variable font tells when it was cut down
}
CACHES = (("XDG_CACHE_HOME", "."), ("LOCALAPPDATA", "."), ("HOME", ".cache"))
"""Where systems keep caches: a folder in the environment, and what is below it."""


@contextmanager
def settled(environment: MutableMapping[str, str]) -> Iterator[None]:
    """Makes an environment that of briefgen meanwhile."""
    before = dict(environment)
    with caches_for(environment) as caches:
        settle_surroundings(environment, caches)
        try:
            yield
        finally:
            environment.clear()
            environment.update(before)


def settle_surroundings(environment: MutableMapping[str, str], caches: Path) -> None:
    """Makes an environment that of briefgen; to be called before any of the libraries is loaded."""
    for name in [name for name in environment if name.startswith(FORGOTTEN)]:
        del environment[name]
    environment.update(SETTLED)
    environment["FONTCONFIG_FILE"] = str(font_settings(sys.platform))
    environment["XDG_CACHE_HOME"] = str(caches)
    environment["MPLCONFIGDIR"] = str(caches / "briefgen" / "matplotlib")


def font_settings(platform: str) -> Path:
    """The packaged file of fontconfig that tells where fonts are."""
    name = "fonts-windows.conf" if platform == "win32" else "fonts.conf"
    return packaged_templates() / name


@contextmanager
def caches_for(environment: Mapping[str, str]) -> Iterator[Path]:
    """The user's folder of caches, or one for this run only where the user has none.

    They hold nothing but where fonts are and which letters these have: it saves half a second.
    """
    found = user_caches(environment)
    if found:
        yield found
        return
    from tempfile import TemporaryDirectory  # a start is quicker without

    with TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True) as made:
        yield Path(made)


def user_caches(environment: Mapping[str, str]) -> Path | None:
    """The folder that the user's programs keep caches in, if this one may."""
    named = ((environment.get(name), below) for name, below in CACHES)
    folders = (Path(folder) / below for folder, below in named if folder)
    return next((each for each in folders if each.is_absolute() and can_be_written(each)), None)


def can_be_written(folder: Path) -> bool:
    """Whether files can be made in a folder that may have to be made first."""
    above = (each for each in (folder, *folder.parents) if os.access(each, os.F_OK))
    nearest = next(above, folder)
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
