"""What libraries would read from a user's environment, so that it changes no document."""

import os
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from briefgen.rendering.resources import packaged_templates

FORGOTTEN = ("FC_", "FONTCONFIG_", "FREETYPE_", "HB_", "MATPLOTLIB", "MPL", "PANGO_")
"""How the names begin of what steers fontconfig, FreeType, HarfBuzz, matplotlib and Pango."""
SETTLED: Mapping[str, str] = {
    "FC_LANG": "en",  # otherwise the locale
    "PANGO_LANGUAGE": "en",  # otherwise the user's languages: whose ideographs a text gets
    "MPL_IGNORE_SYSTEM_FONTS": "1",  # it is told which files to take
}
CACHES = (("XDG_CACHE_HOME", "."), ("LOCALAPPDATA", "."), ("HOME", ".cache"))
"""Where systems keep caches: a folder in the environment, and what is below it."""


def settle_surroundings(environment: MutableMapping[str, str]) -> None:
    """Makes an environment that of briefgen; to be called before any of the libraries is loaded."""
    for name in [name for name in environment if name.startswith(FORGOTTEN)]:
        del environment[name]
    environment.update(SETTLED)
    environment["FONTCONFIG_FILE"] = str(font_settings(sys.platform))
    environment["MPLCONFIGDIR"] = str(cache_folder(environment) / "briefgen" / "matplotlib")


def font_settings(platform: str) -> Path:
    """The packaged file of fontconfig that tells where fonts are."""
    name = "fonts-windows.conf" if platform == "win32" else "fonts.conf"
    return packaged_templates() / name


def cache_folder(environment: Mapping[str, str]) -> Path:
    """The user's folder of caches; what can't be one, where there is none.

    Matplotlib then makes a folder that it removes itself.
    """
    for name, below in CACHES:
        folder = Path(environment.get(name, ""))
        if folder.is_absolute():
            return folder / below
    return Path(os.devnull)
