"""Which programs and libraries there are, and how to get those that are missing."""

import shutil
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

PROGRAMS: Mapping[str, str] = {
    "soffice": "LibreOffice is missing: apt-get install libreoffice-writer-nogui",
    "pandoc": "pandoc is missing: apt-get install pandoc",
}
LIBRARIES: Mapping[str, str] = {
    name: f"{name} is missing: pip install -r constraints-bench.txt"
    for name in ("docxtpl", "typst")
}


def lacking(needs: Sequence[str]) -> str:
    """What is missing of what a work needs; empty if nothing is."""
    missing = [PROGRAMS[name] for name in needs if name in PROGRAMS and not shutil.which(name)]
    missing += [LIBRARIES[name] for name in needs if name in LIBRARIES and not find_spec(name)]
    return "; ".join(missing)
