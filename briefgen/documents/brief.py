"""The brief before a session: what was promised, where it stands, who hosts and who comes."""

import datetime
from dataclasses import dataclass, replace

from briefgen.documents.checks import ChecksView, notes_view
from briefgen.documents.citations import SourceView, source_views
from briefgen.documents.commitments import CommitmentsView, commitments_view
from briefgen.documents.delegations import (
    DelegationView,
    HeadView,
    delegations_view,
    heads_view,
)
from briefgen.documents.editions import Edition
from briefgen.documents.figures import FigureView, figures_view
from briefgen.documents.hosting import RotationView, rotation_view
from briefgen.documents.mechanism import MechanismView, mechanism_view
from briefgen.documents.preparation import (
    ConnectionPointView,
    PreparationView,
    connection_points_view,
    preparation_view,
)
from briefgen.documents.records import (
    SessionRecord,
    earlier_sessions,
    held_together,
    session_record,
    with_pairs,
)
from briefgen.documents.selection import Selection, check_perspective, select_session
from briefgen.documents.statements import SpeakerView, proposals_view
from briefgen.documents.views import (
    PartyView,
    SessionView,
    party_view,
    session_view,
    view_of,
)
from briefgen.register.ids import PartyId, SessionId
from briefgen.register.models.sessions import AgendaItem, Internal
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.rules.calendar import TIMED
from briefgen.rules.knowledge import known_on


@dataclass(frozen=True)
class BriefOrder:
    """Which brief is wanted: for what session, as of when, for whose eyes."""

    session: SessionId
    as_of: datetime.date
    edition: Edition
    perspective: PartyId | None = None


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


def prepare_brief(register: Register, order: BriefOrder) -> Brief:
    """The brief for a session; raises UsageError when there is no such session or party."""
    register = known_on(register, order.as_of)
    selection = select_session(register, order.session, order.as_of)
    check_perspective(register, selection.mechanism, order.perspective)
    brief = unsourced(register, selection, order)
    return replace(brief, sources=source_views(register, brief))


def unsourced(register: Register, selection: Selection, order: BriefOrder) -> Brief:
    """The brief without its list of sources, which is numbered by what the rest cites."""
    reader = reader_of(register, selection, order)
    own = selection.session
    earlier = earlier_sessions(register, selection)
    with_others = with_pairs(register, earlier)
    rotation = rotation_view(register, selection)
    commitments = commitments_view(register, selection)
    notes = notes_view(register, selection.mechanism, (*with_others, *([own] if own else [])))
    last = next((each for each in reversed(earlier) if each.status in TIMED), None)
    return Brief(
        as_of=order.as_of,
        edition=order.edition,
        prepared_for=party_view(register, reader) if reader else None,
        author=register.parties[register.home].secretariat or register.parties[register.home].name,
        session=session_view(register, selection.mechanism, selection.key, own),
        held_with=tuple(
            view_of(register, each) for each in (held_together(register, own) if own else ())
        ),
        session_before=view_of(register, last) if last else None,
        mechanism=mechanism_view(register, selection, reader),
        rotation=rotation,
        previous=tuple(
            session_record(register, session)
            for session in (with_pairs(register, [last]) if last else ())
        ),
        reviews=tuple(
            view_of(register, register.sessions[name]) for name in (own.reviews if own else ())
        ),
        commitments=commitments,
        proposals=proposals_view(register, with_others),
        heads=heads_view(register, selection, reader),
        delegations=delegations_view(register, own, reader) if own else (),
        figures=figures_view(register, with_others),
        agenda=own.agenda if own else (),
        connection_points=connection_points_view(register, own) if own else (),
        preparation=preparation_view(own) if own else (),
        internal=own.internal if own and order.edition == "internal" else None,
        checks=ChecksView(
            notes,
            tuple(line for line in rotation.before if line.agrees is False),
            tuple(line for line in commitments.lines if line.is_overdue),
        ),
    )


def reader_of(register: Register, selection: Selection, order: BriefOrder) -> PartyId | None:
    """Whose copy it is: the wanted party's, else the home party's if it takes part at all."""
    home = (
        register.home if register.home in register.mechanisms[selection.mechanism].parties else None
    )
    return order.perspective or home
