"""The skeleton of a session's minutes: what is known stands in it, what is agreed is left blank."""

import datetime
from dataclasses import dataclass, replace

from briefgen.documents.citations import SourceView, source_views
from briefgen.documents.commitments import CommitmentView, commitment_view
from briefgen.documents.delegations import DelegationView, delegations_view
from briefgen.documents.editions import Edition, for_edition
from briefgen.documents.occasion import OccasionView, author_of, occasion_view
from briefgen.documents.orders import SessionOrder
from briefgen.documents.participants import ExpectedView, expected_view
from briefgen.documents.selection import Selection, select_reader, select_session
from briefgen.documents.statements import SpeakerView, speaker_views
from briefgen.documents.views import PartyView, SessionView, party_views, view_of
from briefgen.register.ids import PartyId, SessionId
from briefgen.register.models.sessions import AgendaItem
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording
from briefgen.rules.ledger import ledger

BLANK_POINTS = 3
"""How many points are left to fill in after those that carry on earlier ones."""


@dataclass(frozen=True)
class Minutes:
    """What minutes are written into.

    `agreed` are the session's own points where it was held. Without any, `headings` are those of
    the last session that agreed on any, `last`, under and after which new ones are numbered; and
    `expected` are those who led the delegations last where nobody is recorded.
    """

    as_of: datetime.date
    edition: Edition
    author: Wording
    occasion: OccasionView
    parties: tuple[PartyView, ...]
    delegations: tuple[DelegationView, ...]
    expected: tuple[ExpectedView, ...]
    agenda: tuple[AgendaItem, ...]
    statements: tuple[SpeakerView, ...]
    agreed: tuple[CommitmentView, ...]
    last: SessionView | None
    headings: tuple[CommitmentView, ...]
    blank_points: int = BLANK_POINTS
    sources: tuple[SourceView, ...] = ()

    @property
    def about(self) -> SessionId:
        """The session whose minutes they are to be."""
        return self.occasion.session.id

    @property
    def silent(self) -> tuple[PartyView, ...]:
        """The parties of which no statement is recorded."""
        spoke = {each.by for each in self.statements}
        return tuple(party for party in self.parties if party not in spoke)


def prepare_minutes(register: Register, order: SessionOrder) -> Minutes:
    """The skeleton of minutes; raises UsageError when there is no such session or party."""
    selection = select_session(for_edition(register, order.edition), order.session, order.as_of)
    wanted = order.perspective
    reader = select_reader(selection, wanted) if wanted is not None else None
    found = unsourced(selection, order, reader)
    return replace(found, sources=source_views(selection.now.register, found))


def unsourced(selection: Selection, order: SessionOrder, reader: PartyId | None) -> Minutes:
    register, own = selection.now.register, selection.session
    agreed = lines_of(selection, own) if own and own.status == "held" else ()
    last = last_agreeing(selection) if not agreed else None
    delegations = delegations_view(selection, own, reader) if own else ()
    return Minutes(
        as_of=order.as_of,
        edition=order.edition,
        author=author_of(selection.now),
        occasion=occasion_view(selection),
        parties=party_views(register, selection.parties(reader)),
        delegations=delegations,
        expected=expected_view(selection, reader) if not delegations else (),
        agenda=own.agenda if own else (),
        statements=speaker_views(register, own, own.statements) if own else (),
        agreed=agreed,
        last=view_of(register, last) if last else None,
        headings=lines_of(selection, last) if last else (),
    )


def last_agreeing(selection: Selection) -> Session | None:
    """The last session before that is recorded to have agreed on anything."""
    earlier = (each for each in reversed(selection.earlier()) if each.status == "held")
    return next((each for each in earlier if each.commitments), None)


def lines_of(selection: Selection, session: Session) -> tuple[CommitmentView, ...]:
    """A session's commitments in the order of their numbers, without what became of them."""
    lines = ledger(selection.now, selection.mechanism)
    own = [line for line in lines if line.session.id == session.id]
    ordered = sorted(own, key=lambda line: line.commitment.number)
    return tuple(
        replace(commitment_view(selection.now.register, line, ()), report=None) for line in ordered
    )
