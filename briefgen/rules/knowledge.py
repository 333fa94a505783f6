"""What was known on a day: facts without a date of their own count from their sources."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import TypeVar

from briefgen.register.ids import SourceId
from briefgen.register.models.entries import Sourced
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.register import Register

S = TypeVar("S", bound=Sourced)


def known_on(register: Register, on: datetime.date) -> Register:
    """The register with what its mechanisms' files say as far as a source tells of it by a day.

    Sessions stay as they are: they have dates of their own.
    """
    later = {name for name in register.sources if is_later(register, name, on)}
    mechanisms = {name: known_part(each, later) for name, each in register.mechanisms.items()}
    return dataclasses.replace(register, mechanisms=mechanisms)


def is_later(register: Register, name: SourceId, on: datetime.date) -> bool:
    """Whether a source was neither out nor telling of anything by a day; never when undated."""
    source = register.sources[name]
    dates = [each for each in (source.published, source.event, source.accessed) if each]
    days = [date.earliest for date in dates if date.earliest]
    return bool(days) and min(days) > on


def known_part(mechanism: Mechanism, later: set[SourceId]) -> Mechanism:
    """A fact is known by any of its sources; a note compares them and needs all."""
    known = {
        "rotation": without(mechanism.rotation, later),
        "background": without(mechanism.background, later),
        "notes": tuple(note for note in mechanism.notes if later.isdisjoint(note.sources)),
        "sources": tuple(name for name in mechanism.sources if name not in later),
    }
    return mechanism.model_copy(update=known)


def without(facts: Iterable[S], later: set[SourceId]) -> tuple[S, ...]:
    """Facts with only the sources that were known, and those with none left out."""
    known = ((fact, tuple(name for name in fact.sources if name not in later)) for fact in facts)
    return tuple(fact.model_copy(update={"sources": names}) for fact, names in known if names)
