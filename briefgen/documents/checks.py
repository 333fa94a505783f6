"""What an officer should check: conflicts, gaps and doubts, and hosts that differ from the rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefgen.documents.commitments import CommitmentView
from briefgen.documents.hosting import HostingView
from briefgen.documents.views import SessionView, view_of
from briefgen.register.ids import MechanismId, SourceId
from briefgen.register.models.entries import Note
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording


@dataclass(frozen=True)
class NoteView:
    """A note of the register; the session it was made on, if on one."""

    kind: Literal["conflict", "gap", "doubt"]
    about: str
    text: Wording
    session: SessionView | None
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class ChecksView:
    """Everything to check."""

    notes: tuple[NoteView, ...]
    deviations: tuple[HostingView, ...]
    overdue: tuple[CommitmentView, ...]

    @property
    def count(self) -> int:
        """How many things there are to check."""
        return len(self.notes) + len(self.deviations) + len(self.overdue)


def notes_view(
    register: Register, mechanism: MechanismId, sessions: Sequence[Session]
) -> tuple[NoteView, ...]:
    """The notes on a mechanism and on sessions: conflicts first, then gaps, then doubts."""
    general = [(note, None) for note in register.mechanisms[mechanism].notes]
    particular = [(note, session) for session in sessions for note in session.notes]
    views = [note_view(register, note, session) for note, session in [*general, *particular]]
    return tuple(sorted(views, key=lambda view: ("conflict", "gap", "doubt").index(view.kind)))


def note_view(register: Register, note: Note, session: Session | None) -> NoteView:
    return NoteView(
        kind=note.kind,
        about=note.about,
        text=note.text,
        session=view_of(register, session) if session else None,
        sources=note.sources,
    )
