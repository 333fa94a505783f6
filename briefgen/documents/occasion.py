"""The occasion that a session's papers are for: what meets, when, where, who hosts."""

from dataclasses import dataclass

from briefgen.documents.hosting import HostingView, rotation_view
from briefgen.documents.selection import Selection
from briefgen.documents.views import SessionView, session_view, views_of
from briefgen.register.texts import Wording
from briefgen.rules.members import party_on
from briefgen.rules.review import held_together
from briefgen.rules.snapshot import Snapshot


@dataclass(frozen=True)
class OccasionView:
    """A session as the head of a list or of minutes names it.

    `hosting` tells whose turn it is where the host is not recorded.
    """

    session: SessionView
    mechanism: Wording
    held_with: tuple[SessionView, ...]
    hosting: HostingView | None


def occasion_view(selection: Selection) -> OccasionView:
    """The selected session's occasion."""
    register, own = selection.now.register, selection.session
    return OccasionView(
        session=session_view(register, selection.mechanism, selection.key, own),
        mechanism=register.mechanisms[selection.mechanism].name,
        held_with=views_of(register, held_together(selection.now, own) if own else ()),
        hosting=rotation_view(selection).selected if not own or not own.host else None,
    )


def author_of(known: Snapshot) -> Wording:
    """Who answers for a document: the secretariat of the home party, or of its successor."""
    register = known.register
    home = party_on(register.parties, register.home, known.on) or register.home
    return register.parties[home].secretariat or register.parties[home].name
