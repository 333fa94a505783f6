"""The ids by which the register's entries name one another."""

import difflib
import re
from collections.abc import Collection

from briefgen.register.limits import ID

Id = str
PartyId = str
PersonId = str
AreaId = str
SourceId = str
MechanismId = str
SessionKey = str
"""An ordinal (`14`), a year (`2023`) or a half-year (`2007H1`)."""
SessionId = str
"""`MECHANISM/KEY`, as in `jwc-guangxi/14`."""
CommitmentId = str
"""`MECHANISM/KEY/NUMBER`, as in `jwc-guangxi/10/4`."""
EntryId = str
"""The list an entry stands in and its id, as in `people/doan-thu-ha`."""

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_LENGTH = ID.most
ID_RULE = f"use lower-case letters, digits and single hyphens, at most {ID_LENGTH} of them"
LONGEST_GUESSED = 200
MOST_COMPARED = 300


def is_id(text: str) -> bool:
    """Whether a text can be an id: lower-case letters, digits and single hyphens, at most 64."""
    return len(text) <= ID_LENGTH and re.fullmatch(ID_PATTERN, text) is not None


def did_you_mean(text: str, known: Collection[str]) -> str:
    """` (did you mean 'x'?)` for the nearest known name, or nothing when none is near."""
    if len(text) > LONGEST_GUESSED:
        return ""
    near = difflib.get_close_matches(text, candidates(text, known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""


def candidates(text: str, known: Collection[str]) -> Collection[str]:
    # Comparing with every name of a great register takes most of a second for each problem;
    # with one slip, the first or the second half of a name is still right.
    if len(known) <= MOST_COMPARED:
        return known
    half = len(text) // 2
    near = (name for name in known if name.startswith(text[:half]) or name.endswith(text[half:]))
    return sorted(near)[:MOST_COMPARED]
