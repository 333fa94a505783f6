"""Ids for new entries: of a name's own letters where it has any."""

import re
from collections.abc import Collection, Sequence

from briefgen.register.ids import ID_LENGTH, Id, SessionId
from briefgen.register.spreadsheets.spelling import letters

FOREIGN = re.compile("[^a-z0-9]+")
LEAST = 2
ROOM = 6
"""What an id leaves free for a number that makes it unique."""


def id_of_person(names: Sequence[str], session: SessionId, taken: Collection[Id]) -> Id:
    """An id from the first spelling in Latin letters, else from the session, made unique."""
    found = [as_id(name) for name in names if letters(name).isascii()]
    bases = [base for base in found if len(base) >= LEAST]
    if bases:
        return unique(bases[0], taken)
    base = as_id(f"delegate {session}")
    return next(f"{base}-{n}" for n in range(1, len(taken) + 2) if f"{base}-{n}" not in taken)


def as_id(text: str) -> Id:
    """A text's letters and digits with hyphens between its words, cut between two of them."""
    found = FOREIGN.sub("-", letters(text)).strip("-")
    room = ID_LENGTH - ROOM
    return found if len(found) <= room else found[: room + 1].rpartition("-")[0] or found[:room]


def unique(base: Id, taken: Collection[Id]) -> Id:
    """An id that is not taken: the wanted one, else with the next number behind it."""
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(each for each in numbered if each not in taken)
