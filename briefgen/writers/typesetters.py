"""The versions of the shared libraries that set PDFs, told without loading what uses them."""

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

UNKNOWN = "unknown"


@dataclass(frozen=True)
class SharedLibrary:
    """A library of the system: what its file is called, and what in it tells its version."""

    name: str
    files: tuple[str, ...]
    tells: str


LIBRARIES = (
    SharedLibrary(
        "Pango",
        ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll"),
        "pango_version_string",
    ),
    SharedLibrary(
        "HarfBuzz",
        ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
        "hb_version_string",
    ),
)


def typesetter_versions() -> Mapping[str, str]:
    """Each library with its version, as far as it is found where systems keep them."""
    return {library.name: version_of(library) for library in LIBRARIES}


def version_of(library: SharedLibrary) -> str:
    return next(versions_in(library), UNKNOWN)


def versions_in(library: SharedLibrary) -> Iterator[str]:
    for file in library.files:
        try:
            tell = getattr(ctypes.CDLL(file), library.tells)
        except (OSError, AttributeError):
            continue
        tell.restype = ctypes.c_char_p
        yield tell().decode()
