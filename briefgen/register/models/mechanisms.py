"""Mechanisms: who meets in what order, and how sessions are numbered."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from briefgen.register.forms import Country
from briefgen.register.ids import PartyId
from briefgen.register.models.entries import Entry, Fact, Note, Sourced
from briefgen.register.models.rotation import Era
from briefgen.register.references import MechanismRef
from briefgen.register.references import Party as PartyRef
from briefgen.register.texts import Name
from briefgen.register.wrong import wrong_at


class Numbering(Entry):
    """What a session is counted by; a step of 2 stands for every second one."""

    by: Literal["ordinal", "year", "half-year"]
    step: Annotated[int, Field(ge=1, le=99)] = 1


class Side(Entry):
    """The parties of one country, in the mechanism's own order."""

    country: Country
    name: Name
    parties: Annotated[tuple[PartyRef, ...], Field(min_length=1)]


class Mechanism(Sourced):
    """A series of sessions between the same parties."""

    name: Name
    short_name: Name
    aliases: tuple[Name, ...] = ()
    sides: Annotated[tuple[Side, ...], Field(min_length=1)]
    numbering: Numbering
    rotation: tuple[Era, ...] = ()
    held_with: MechanismRef | None = None
    background: tuple[Fact, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def parties(self) -> tuple[PartyId, ...]:
        """All parties, side by side in the mechanism's own order."""
        return tuple(party for side in self.sides for party in side.parties)

    @model_validator(mode="after")
    def parties_stand_once(self) -> Self:
        """No party is on two sides, or twice on one."""
        seen: set[PartyId] = set()
        for index, side in enumerate(self.sides):
            for position, party in enumerate(side.parties):
                if party in seen:
                    message = f"'{party}' stands twice on the sides of this mechanism; keep one"
                    raise wrong_at(message, "sides", index, "parties", position)
                seen.add(party)
        return self
