"""The commitments matrix: what a mechanism's sessions promised, one line each."""

import datetime
from dataclasses import dataclass, replace

from briefgen.documents.citations import SourceView, source_views
from briefgen.documents.commitments import CommitmentsView, commitments_view, lines_view
from briefgen.documents.editions import Edition, for_edition
from briefgen.documents.occasion import author_of
from briefgen.documents.orders import MatrixOrder
from briefgen.documents.selection import (
    check_mechanism,
    check_party,
    select_reader,
    select_session,
)
from briefgen.documents.views import PartyView, SessionView, party_views, session_view
from briefgen.problems import quoted
from briefgen.register.ids import MechanismId, PartyId, SessionId
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.rules.ledger import ledger
from briefgen.rules.members import sides_on
from briefgen.rules.order import parties_in_order
from briefgen.rules.snapshot import Snapshot, snapshot


@dataclass(frozen=True)
class Matrix:
    """All commitments of a mechanism as of a day; `before` a session, those made before it."""

    as_of: datetime.date
    edition: Edition
    author: Wording
    mechanism: MechanismId
    name: Wording
    short_name: Wording
    parties: tuple[PartyView, ...]
    before: SessionView | None
    commitments: CommitmentsView
    sources: tuple[SourceView, ...]

    @property
    def about(self) -> MechanismId:
        """The mechanism that it is of."""
        return self.before.id if self.before else self.mechanism


def prepare_matrix(register: Register, order: MatrixOrder) -> Matrix:
    """The matrix; raises UsageError when there is no such mechanism, session or party."""
    visible = for_edition(register, order.edition)
    check_mechanism(visible, order.mechanism, order.mechanism)
    return entire(visible, order) if order.before is None else until(visible, order, order.before)


def entire(register: Register, order: MatrixOrder) -> Matrix:
    """All commitments made by a day."""
    known = snapshot(register, order.as_of)
    sides = sides_on(register.parties, register.mechanisms[order.mechanism], order.as_of)
    if order.perspective is not None:
        check_party(known, quoted(order.mechanism), parties_in_order(sides), order.perspective)
    lines = lines_view(known, ledger(known, order.mechanism))
    return matrix_of(known, order, parties_in_order(sides, order.perspective), lines)


def until(register: Register, order: MatrixOrder, session: SessionId) -> Matrix:
    """Those made before a session, as they stood on its eve."""
    selection = select_session(register, session, order.as_of)
    reader = select_reader(selection, order.perspective)
    lines = commitments_view(selection)
    found = matrix_of(selection.now, order, selection.parties(reader), lines)
    own = session_view(
        selection.now.register, selection.mechanism, selection.key, selection.session
    )
    return replace(found, before=own)


def matrix_of(
    known: Snapshot, order: MatrixOrder, parties: tuple[PartyId, ...], commitments: CommitmentsView
) -> Matrix:
    rule = known.register.mechanisms[order.mechanism]
    return Matrix(
        as_of=order.as_of,
        edition=order.edition,
        author=author_of(known),
        mechanism=order.mechanism,
        name=rule.name,
        short_name=rule.short_name,
        parties=party_views(known.register, parties),
        before=None,
        commitments=commitments,
        sources=source_views(known.register, commitments),
    )
