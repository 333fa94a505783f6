"""What can be asked for: a document of a session, of a mechanism, or of a year."""

import datetime
from dataclasses import dataclass
from typing import Literal

from briefgen.documents.editions import Edition
from briefgen.register.ids import MechanismId, PartyId, SessionId

Grouping = Literal["delegation", "connection-point"]
"""What a sign-in sheet is for."""
BLANK_ROWS = 5


@dataclass(frozen=True)
class SessionOrder:
    """A document of a session: as of when, for whose eyes, and whose copy."""

    session: SessionId
    as_of: datetime.date
    edition: Edition
    perspective: PartyId | None = None


@dataclass(frozen=True)
class SignInOrder(SessionOrder):
    """The sign-in sheets of a session: one a delegation or a connection point, with blank rows."""

    grouping: Grouping = "delegation"
    blank_rows: int = BLANK_ROWS


@dataclass(frozen=True)
class MatrixOrder:
    """The commitments of a mechanism; with `before`, those made before that session."""

    mechanism: MechanismId
    as_of: datetime.date
    edition: Edition
    perspective: PartyId | None = None
    before: SessionId | None = None


@dataclass(frozen=True)
class SummaryOrder:
    """The summary of a year, over all mechanisms or of one."""

    year: int
    as_of: datetime.date
    edition: Edition
    perspective: PartyId | None = None
    mechanism: MechanismId | None = None


AnyOrder = SessionOrder | MatrixOrder | SummaryOrder
"""What can be asked for."""


def mechanism_of(order: AnyOrder) -> MechanismId | None:
    """The mechanism that a document is of; None for a summary of all of them."""
    match order:
        case SessionOrder(session=session):
            return session.partition("/")[0]
        case MatrixOrder(mechanism=name) | SummaryOrder(mechanism=name):
            return name
