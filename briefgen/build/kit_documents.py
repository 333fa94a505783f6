"""Which documents a session needs, and how each is ordered."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from briefgen.build.building import Rendered, rendered
from briefgen.build.looks import Looks
from briefgen.documents.catalogue import (
    BADGES,
    BRIEF,
    COMMITMENTS,
    MINUTES,
    PARTICIPANTS,
    PLACE_CARDS,
    SIGN_IN,
    SUMMARY,
    DocumentKind,
)
from briefgen.documents.editions import Edition
from briefgen.documents.orders import (
    AnyOrder,
    MatrixOrder,
    SessionOrder,
    SignInOrder,
    SummaryOrder,
)
from briefgen.documents.selection import Selection
from briefgen.register.ids import PartyId, SessionId
from briefgen.rules.years import year_of

Made = tuple[Rendered, tuple[str, ...]]
"""A document and the formats that it is written in."""
Order = TypeVar("Order", bound=AnyOrder)


@dataclass(frozen=True)
class KitOrder:
    """The kit of a session; without an edition each document has its usual one."""

    session: SessionId
    as_of: datetime.date
    edition: Edition | None = None
    perspective: PartyId | None = None
    formats: tuple[str, ...] | None = None


def documents_of(order: KitOrder, selection: Selection, looks: Looks) -> Iterator[Made]:
    """All documents of a session, in the order in which an officer needs them."""

    def made(kind: DocumentKind[Order], wanted: Order) -> Made:
        return rendered(kind, wanted, looks), order.formats or kind.formats

    def edition(kind: DocumentKind[Order]) -> Edition:
        return order.edition or kind.edition

    def of_session(kind: DocumentKind[SessionOrder]) -> Made:
        wanted = SessionOrder(order.session, order.as_of, edition(kind), order.perspective)
        return made(kind, wanted)

    yield of_session(BRIEF)
    matrix = MatrixOrder(
        selection.mechanism, order.as_of, edition(COMMITMENTS), order.perspective, order.session
    )
    yield made(COMMITMENTS, matrix)
    yield of_session(PARTICIPANTS)
    sheets = SignInOrder(order.session, order.as_of, edition(SIGN_IN), order.perspective)
    yield made(SIGN_IN, sheets)
    yield from (of_session(kind) for kind in (PLACE_CARDS, BADGES, MINUTES))
    year = year_before(selection)
    if year is not None:
        summary = SummaryOrder(year, order.as_of, edition(SUMMARY), order.perspective)
        yield made(SUMMARY, summary)


def year_before(selection: Selection) -> int | None:
    """The year in which the mechanism last met before, as far as it is recorded."""
    held = (each for each in reversed(selection.earlier()) if each.status == "held")
    years = (year_of(selection.now.register, each) for each in held)
    return next((year for year in years if year is not None), None)
