"""Sign-in sheets: one for each delegation or connection point, with rows to fill in by hand."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.documents.citations import SourceView, source_views
from briefgen.documents.delegations import ParticipantView
from briefgen.documents.editions import Edition
from briefgen.documents.occasion import OccasionView
from briefgen.documents.orders import Grouping, SignInOrder
from briefgen.documents.participants import Participants, participants_of, selected
from briefgen.documents.preparation import ConnectionPointView, connection_points_view
from briefgen.documents.selection import Selection
from briefgen.documents.views import PartyView, party_view, party_views
from briefgen.register.ids import PartyId, SessionId
from briefgen.register.register import Register
from briefgen.register.texts import Wording


@dataclass(frozen=True)
class SheetView:
    """One sheet: a delegation's, an organisation's, or a connection point's.

    A sheet for a connection point tells nothing but its rows where none is recorded.
    """

    party: PartyView | None
    organisation: Wording | None
    point: ConnectionPointView | None
    participants: tuple[ParticipantView, ...]


@dataclass(frozen=True)
class SignIn:
    """The sign-in sheets of a session; those who are known to stay away are on none."""

    as_of: datetime.date
    edition: Edition
    author: Wording
    occasion: OccasionView
    grouping: Grouping
    sheets: tuple[SheetView, ...]
    blank_rows: int
    sources: tuple[SourceView, ...]

    @property
    def about(self) -> SessionId:
        """The session that they are for."""
        return self.occasion.session.id

    @property
    def is_unnamed(self) -> bool:
        """Whether nobody is recorded, so that all rows are blank."""
        return not any(sheet.participants for sheet in self.sheets)


def prepare_sign_in(register: Register, order: SignInOrder) -> SignIn:
    """The sign-in sheets; raises UsageError when there is no such session or party."""
    selection, reader = selected(register, order)
    found = participants_of(selection, order, reader)
    sheets = tuple(sheets_of(found, selection, order, reader))
    return SignIn(
        as_of=order.as_of,
        edition=order.edition,
        author=found.author,
        occasion=found.occasion,
        grouping=order.grouping,
        sheets=sheets,
        blank_rows=order.blank_rows,
        sources=source_views(selection.now.register, sheets),
    )


def sheets_of(
    found: Participants, selection: Selection, order: SignInOrder, reader: PartyId | None
) -> Iterator[SheetView]:
    if order.grouping == "connection-point" and found.delegations:
        yield from by_point(found, selection)
    elif found.delegations:
        yield from by_delegation(found)
    else:
        for party in party_views(selection.now.register, selection.parties(reader)):
            yield SheetView(party, None, None, ())


def by_delegation(found: Participants) -> Iterator[SheetView]:
    for each in found.delegations:
        coming = tuple(every for every in each.participants if not every.is_away)
        if coming:
            yield SheetView(each.party, each.organisation, None, coming)


def by_point(found: Participants, selection: Selection) -> Iterator[SheetView]:
    """A sheet for each place from which participants join, and one for those of no known place."""
    register, session = selection.now.register, selection.session
    points = connection_points_view(register, session) if session else ()
    by_party = {point.party.id: point for point in points if point.party}
    coming = [each for each in found.entries if not each.is_away]
    used = dict.fromkeys(each.connection_point for each in coming if each.connection_point)
    for party in dict.fromkeys([*by_party, *used]):
        own = tuple(each for each in coming if each.connection_point == party)
        if own:
            yield SheetView(party_view(register, party), None, by_party.get(party), own)
    if rest := tuple(each for each in coming if each.connection_point is None):
        yield SheetView(None, None, None, rest)
