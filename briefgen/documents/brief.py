"""The brief before a session: what was promised, where it stands, who hosts and who comes."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.documents.checks import ChecksView, notes_view
from briefgen.documents.citations import SourceView, source_views
from briefgen.documents.commitments import CommitmentsView, commitments_view
from briefgen.documents.delegations import DelegationView, delegations_view
from briefgen.documents.editions import Edition, for_edition
from briefgen.documents.figures import FigureView, figures_view
from briefgen.documents.heads import HeadView, heads_view
from briefgen.documents.hosting import RotationView, rotation_view
from briefgen.documents.mechanism import MechanismView, mechanism_view
from briefgen.documents.occasion import author_of
from briefgen.documents.orders import SessionOrder
from briefgen.documents.preparation import (
    ConnectionPointView,
    PreparationView,
    connection_points_view,
    preparation_view,
)
from briefgen.documents.records import SessionRecord, session_record, with_pairs
from briefgen.documents.reviews import ReviewView, review_view
from briefgen.documents.selection import Selection, select_reader, select_session
from briefgen.documents.statements import SpeakerView, proposals_view
from briefgen.documents.views import (
    PartyView,
    SessionView,
    party_view,
    session_view,
    view_of,
    views_of,
)
from briefgen.register.ids import PartyId, SessionId
from briefgen.register.models.sessions import AgendaItem, Internal
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording
from briefgen.rules.calendar import TIMED
from briefgen.rules.review import held_together


@dataclass(frozen=True)
class Brief:
    """Everything the brief says; its fields stand in the order of its pages."""

    as_of: datetime.date
    edition: Edition
    prepared_for: PartyView | None
    author: Wording
    session: SessionView
    held_with: tuple[SessionView, ...]
    session_before: SessionView | None
    mechanism: MechanismView
    rotation: RotationView
    previous: tuple[SessionRecord, ...]
    reviews: tuple[SessionView, ...]
    commitments: CommitmentsView
    review: ReviewView | None
    proposals: tuple[SpeakerView, ...]
    heads: tuple[HeadView, ...]
    delegations: tuple[DelegationView, ...]
    figures: tuple[FigureView, ...]
    agenda: tuple[AgendaItem, ...]
    connection_points: tuple[ConnectionPointView, ...]
    preparation: tuple[PreparationView, ...]
    internal: Internal | None
    checks: ChecksView
    sources: tuple[SourceView, ...] = ()

    @property
    def about(self) -> SessionId:
        """The session that it is for."""
        return self.session.id


def prepare_brief(register: Register, order: SessionOrder) -> Brief:
    """The brief for a session; raises UsageError when there is no such session or party."""
    visible = for_edition(register, order.edition)
    selection = select_session(visible, order.session, order.as_of)
    reader = select_reader(selection, order.perspective)
    brief = unsourced(selection, order, reader)
    return replace(brief, sources=source_views(selection.now.register, brief))


def unsourced(selection: Selection, order: SessionOrder, reader: PartyId | None) -> Brief:
    """The brief without its list of sources, which is numbered by what the rest cites."""
    register, own = selection.now.register, selection.session
    earlier = selection.earlier()
    with_others = with_pairs(selection.before, earlier)
    last = next((each for each in reversed(earlier) if each.status in TIMED), None)
    rotation = rotation_view(selection)
    commitments = commitments_view(selection)
    heads = heads_view(selection, reader)
    return Brief(
        as_of=order.as_of,
        edition=order.edition,
        prepared_for=party_view(register, reader) if reader else None,
        author=author_of(selection.now),
        session=session_view(register, selection.mechanism, selection.key, own),
        held_with=views_of(register, held_together(selection.now, own) if own else ()),
        session_before=view_of(register, last) if last else None,
        mechanism=mechanism_view(selection, reader),
        rotation=rotation,
        previous=tuple(
            session_record(register, each)
            for each in (with_pairs(selection.before, [last]) if last else ())
        ),
        reviews=views_of(
            register, tuple(register.sessions[name] for name in (own.reviews if own else ()))
        ),
        commitments=commitments,
        review=review_view(selection),
        proposals=proposals_view(register, with_others),
        heads=heads,
        delegations=delegations_view(selection, own, reader) if own else (),
        figures=figures_view(register, with_others),
        agenda=own.agenda if own else (),
        connection_points=connection_points_view(register, own) if own else (),
        preparation=preparation_view(own, order.as_of) if own else (),
        internal=own.internal if own else None,
        checks=ChecksView(
            notes=notes_view(
                register, selection.mechanism, (*with_others, *([own] if own else []))
            ),
            deviations=rotation.deviations,
            overdue=tuple(line for line in commitments.lines if line.is_overdue),
            changed=tuple(head for head in heads if head.may_have_left),
            undated=views_of(register, undated(selection, with_others)),
        ),
    )


def undated(selection: Selection, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """The sessions held of which nothing tells when; they count on any day."""
    days = selection.before.calendar.days
    return tuple(each for each in sessions if each.status == "held" and days[each.id] is None)
