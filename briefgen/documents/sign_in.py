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
from briefgen.documents.views import PartyView, party_view
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
    """The sign-in sheets of a session; those who are known to stay away are on none.

    They are by delegation where no connection point is known.
    """

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


def prepare_sign_in(register: Register, order: SignInOrder) -> SignIn:
    """The sign-in sheets; raises UsageError when there is no such session or party."""
    selection, reader = selected(register, order)
    found = participants_of(selection, order, reader)
    grouping = order.grouping if has_points(found, selection) else "delegation"
    by_points = grouping == "connection-point"
    made = by_point(found, selection) if by_points else by_delegation(found, selection, reader)
    sheets = tuple(made)
    return SignIn(
        as_of=order.as_of,
        edition=order.edition,
        author=found.author,
        occasion=found.occasion,
        grouping=grouping,
        sheets=sheets,
        blank_rows=order.blank_rows,
        sources=source_views(selection.now.register, sheets),
    )


def has_points(found: Participants, selection: Selection) -> bool:
    """Whether a connection point is known by name, or somebody is recorded who joins from one."""
    points = selection.session.connection_points if selection.session else ()
    return bool(found.delegations) or any(point.party or point.place for point in points)


def by_delegation(
    found: Participants, selection: Selection, reader: PartyId | None
) -> Iterator[SheetView]:
    """A sheet for each delegation, those of which nobody is recorded included."""
    recorded = {each.party.id: each for each in found.delegations if each.party}
    for party in dict.fromkeys([*selection.parties(reader), *recorded]):
        name = party_view(selection.now.register, party)
        own = recorded[party].participants if party in recorded else ()
        coming = tuple(each for each in own if not each.is_away)
        if coming or not own:
            yield SheetView(name, None, None, coming)
    for each in found.delegations:
        coming = tuple(every for every in each.participants if not every.is_away)
        if each.party is None and coming:
            yield SheetView(None, each.organisation, None, coming)


def by_point(found: Participants, selection: Selection) -> Iterator[SheetView]:
    """A sheet for each place from which participants join, and one for those of no known place."""
    register, session = selection.now.register, selection.session
    points = connection_points_view(register, session) if session else ()
    by_party = {point.party.id: point for point in points if point.party}
    coming = [each for each in found.entries if not each.is_away]
    used = dict.fromkeys(each.connection_point for each in coming if each.connection_point)
    for party in dict.fromkeys([*by_party, *used]):
        own = tuple(each for each in coming if each.connection_point == party)
        yield SheetView(party_view(register, party), None, by_party.get(party), own)
    alone = [point for point in points if point.place and not point.party]
    yield from (SheetView(None, None, point, ()) for point in alone)
    if rest := tuple(each for each in coming if each.connection_point is None):
        yield SheetView(None, None, None, rest)
