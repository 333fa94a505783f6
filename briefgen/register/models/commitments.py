"""What parties promised, what was reported of it, and what they said and proposed."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from briefgen.register.dates import EdtfDate
from briefgen.register.limits import COUNT
from briefgen.register.models.entries import Sourced
from briefgen.register.references import Area, CommitmentRef, PartyOrAll, Person
from briefgen.register.references import Party as PartyRef
from briefgen.register.texts import Text

Progress = Literal["implemented", "under-implementation", "not-implemented", "overtaken-by-events"]


class Commitment(Sourced):
    """Something that the parties agreed to do."""

    number: Annotated[int, Field(ge=1, le=COUNT.most)]
    area: Area
    text: Text
    responsible: tuple[PartyOrAll, ...] = ("all",)
    due: EdtfDate | None = None
    follows: tuple[CommitmentRef, ...] = ()
    inferred: Text | None = None


class ProgressEntry(Sourced):
    """What a source reports of a commitment; `inferred` says what was read into it."""

    commitment: CommitmentRef
    status: Progress
    on: EdtfDate | None = None
    by: PartyRef | None = None
    note: Text | None = None
    inferred: Text | None = None


class Statement(Sourced):
    """What somebody said at a session, in our own words."""

    by: PartyRef | None = None
    person: Person | None = None
    on_behalf_of: tuple[PartyRef, ...] = ()
    area: Area | None = None
    text: Text

    @model_validator(mode="after")
    def names_somebody(self) -> Self:
        """A party, a person or both."""
        if self.by is None and self.person is None:
            raise ValueError("say who: give by (a party), person, or both")
        return self
