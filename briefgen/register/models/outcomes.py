"""What a session left behind: documents, findings, figures."""

from typing import Annotated, Literal

from pydantic import Field

from briefgen.register.dates import EdtfDate
from briefgen.register.limits import COUNT
from briefgen.register.models.entries import Number, Sourced
from briefgen.register.references import Area, Person
from briefgen.register.references import Party as PartyRef
from briefgen.register.texts import Text

OutcomeKind = Literal[
    "memorandum", "memorandum-of-understanding", "minutes", "agreement", "action-plan", "statement"
]


class Outcome(Sourced):
    """A document that came out of a session, or several of one kind."""

    kind: OutcomeKind
    title: Text
    count: Annotated[int, Field(ge=1, le=COUNT.most)] = 1
    parties: tuple[PartyRef, ...] = ()
    signatories: tuple[Person, ...] = ()
    area: Area | None = None
    period: EdtfDate | None = None
    signed: EdtfDate | None = None


class CitedDocument(Sourced):
    """A document of another occasion that the session refers to."""

    kind: OutcomeKind
    title: Text
    period: EdtfDate | None = None


class Result(Sourced):
    """What a session found about the time before it."""

    area: Area | None = None
    period: EdtfDate | None = None
    text: Text


class Figure(Sourced):
    """A number with its measure, unit and period."""

    measure: Text
    value: Number
    scale: Literal["thousand", "million", "billion"] | None = None
    unit: Text
    period: EdtfDate
