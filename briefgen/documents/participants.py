"""The participants of a session: the list, and the people for whom cards are printed."""

import datetime
from dataclasses import dataclass, replace
from functools import cached_property

from briefgen.documents.citations import SourceView, source_views
from briefgen.documents.delegations import DelegationView, ParticipantView, delegations_view
from briefgen.documents.editions import Edition, for_edition
from briefgen.documents.heads import heads_view
from briefgen.documents.occasion import OccasionView, author_of, occasion_view
from briefgen.documents.orders import SessionOrder
from briefgen.documents.selection import Selection, select_reader, select_session
from briefgen.documents.views import PartyView, SessionView
from briefgen.register.ids import PartyId, SessionId
from briefgen.register.register import Register
from briefgen.register.texts import Wording


@dataclass(frozen=True)
class ExpectedView:
    """Who led a party's delegation last, and at which session; None where nobody is known."""

    party: PartyView
    participant: ParticipantView | None
    session: SessionView | None


@dataclass(frozen=True)
class Participants:
    """Who takes part in a session, by delegation.

    Where nobody is recorded, `expected` are those who led the delegations last.
    """

    as_of: datetime.date
    edition: Edition
    author: Wording
    occasion: OccasionView
    delegations: tuple[DelegationView, ...]
    expected: tuple[ExpectedView, ...] = ()
    sources: tuple[SourceView, ...] = ()

    @property
    def about(self) -> SessionId:
        """The session that it is of."""
        return self.occasion.session.id

    @cached_property
    def entries(self) -> tuple[ParticipantView, ...]:
        """All participants, in the order of their numbers."""
        return tuple(each for delegation in self.delegations for each in delegation.participants)

    @cached_property
    def people(self) -> tuple[ParticipantView, ...]:
        """Those who are named."""
        return tuple(each for each in self.entries if each.person is not None)

    @cached_property
    def with_contacts(self) -> bool:
        """Whether any contact is recorded that this edition's readers may see."""
        contacts = [each.contacts for each in self.entries if each.contacts is not None]
        return any(each.email or each.telephone for each in contacts)


def prepare_participants(register: Register, order: SessionOrder) -> Participants:
    """The list of participants; raises UsageError when there is no such session or party."""
    selection, reader = selected(register, order)
    found = participants_of(selection, order, reader)
    if not found.delegations:
        found = replace(found, expected=expected_view(selection, reader))
    return replace(found, sources=source_views(selection.now.register, found))


def expected_view(selection: Selection, reader: PartyId | None) -> tuple[ExpectedView, ...]:
    """Who led each delegation last before a session, and so may lead it again."""
    return tuple(
        ExpectedView(
            head.party,
            head.last.participant if head.last else None,
            head.last.session if head.last else None,
        )
        for head in heads_view(selection, reader)
    )


def prepare_cards(register: Register, order: SessionOrder) -> Participants:
    """The people for whom cards are printed: those named who come themselves."""
    selection, reader = selected(register, order)
    found = participants_of(selection, order, reader)
    delegations = (
        replace(each, participants=tuple(filter(has_card, each.participants)))
        for each in found.delegations
    )
    return replace(found, delegations=tuple(each for each in delegations if each.participants))


def has_card(participant: ParticipantView) -> bool:
    return participant.person is not None and not participant.is_away


def selected(register: Register, order: SessionOrder) -> tuple[Selection, PartyId | None]:
    """The session, and whose copy it is: nobody's unless told, so that the host stands first."""
    selection = select_session(for_edition(register, order.edition), order.session, order.as_of)
    wanted = order.perspective
    return selection, select_reader(selection, wanted) if wanted is not None else None


def participants_of(
    selection: Selection, order: SessionOrder, reader: PartyId | None
) -> Participants:
    """Who is recorded as a participant of a session."""
    own = selection.session
    return Participants(
        as_of=order.as_of,
        edition=order.edition,
        author=author_of(selection.now),
        occasion=occasion_view(selection),
        delegations=delegations_view(selection, own, reader) if own else (),
    )
