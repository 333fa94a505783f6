"""What a command will need, told from how it was typed before it is read."""

import os
from collections.abc import Sequence
from itertools import pairwise

WITH_PDF = frozenset({"brief", "commitments", "kit", "minutes", "participants", "summary"})
"""The commands that write a PDF unless they are told otherwise."""
FORMAT = "--format"


def wants_pdf(arguments: Sequence[str]) -> bool:
    """Whether a command most likely writes a PDF; nothing but time depends on it."""
    if not arguments or arguments[0] not in WITH_PDF or "--help" in arguments:
        return False
    following = pairwise(arguments)
    named = [value for option, value in following if option == FORMAT]
    named += [each.partition("=")[2] for each in arguments if each.startswith(f"{FORMAT}=")]
    return not named or "pdf" in named[-1]


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
