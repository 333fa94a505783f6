"""The form on which a delegation names its delegates, to be read into the register afterwards."""

import datetime
from dataclasses import dataclass

from briefgen.documents.citations import SourceView
from briefgen.documents.editions import Edition
from briefgen.documents.occasion import OccasionView, author_of, occasion_view
from briefgen.documents.orders import SessionOrder
from briefgen.documents.participants import selected
from briefgen.documents.views import PartyView, party_views
from briefgen.register.ids import SessionId
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.rules.order import RANKS

ROWS = 60


@dataclass(frozen=True)
class DelegatesForm:
    """A session's empty list of delegates, and what can be written in it."""

    as_of: datetime.date
    edition: Edition
    author: Wording
    occasion: OccasionView
    parties: tuple[PartyView, ...]
    roles: tuple[str, ...] = RANKS
    rows: int = ROWS
    sources: tuple[SourceView, ...] = ()

    @property
    def about(self) -> SessionId:
        """The session that it is for."""
        return self.occasion.session.id


def prepare_delegates_form(register: Register, order: SessionOrder) -> DelegatesForm:
    """The empty form; raises UsageError when there is no such session or party."""
    selection, reader = selected(register, order)
    return DelegatesForm(
        as_of=order.as_of,
        edition=order.edition,
        author=author_of(selection.now),
        occasion=occasion_view(selection),
        parties=party_views(selection.now.register, selection.parties(reader)),
    )
