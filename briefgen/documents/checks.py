"""What an officer should check: conflicts, gaps and doubts, and hosts that differ from the rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefgen.documents.commitments import CommitmentView
from briefgen.documents.heads import HeadView
from briefgen.documents.hosting import HostingView
from briefgen.documents.views import SessionView, view_of
from briefgen.register.ids import EntryId, MechanismId, SourceId
from briefgen.register.models.entries import Note
from briefgen.register.register import Register, Session
from briefgen.register.texts import Version, Wording

KINDS = ("conflict", "gap", "doubt")


@dataclass(frozen=True)
class NoteView:
    """A note of the register with the sessions it was made on; none when on the mechanism.

    `subject` names the person, party or source it is about, where it is about one.
    """

    kind: Literal["conflict", "gap", "doubt"]
    subject: Wording | None
    text: Wording
    sessions: tuple[SessionView, ...]
    sources: tuple[SourceId, ...]


@dataclass(frozen=True)
class ChecksView:
    """Everything to check; of the `undated` sessions nothing tells when they were held."""

    notes: tuple[NoteView, ...]
    deviations: tuple[HostingView, ...]
    overdue: tuple[CommitmentView, ...]
    changed: tuple[HeadView, ...]
    undated: tuple[SessionView, ...]

    @property
    def count(self) -> int:
        """How many things there are to check."""
        return len(self.notes) + len(self.listed)

    @property
    def listed(self) -> tuple[HostingView | CommitmentView | HeadView | SessionView, ...]:
        """What the rules found, beside the register's own notes."""
        return (*self.deviations, *self.overdue, *self.changed, *self.undated)


def notes_view(
    register: Register, mechanism: MechanismId, sessions: Sequence[Session]
) -> tuple[NoteView, ...]:
    """The notes on a mechanism and on sessions: conflicts first, then gaps, then doubts.

    A note that stands word for word on two sessions held together is told once.
    """
    views: dict[tuple[str, Wording], NoteView] = {}
    for note in register.mechanisms[mechanism].notes:
        views[note.kind, note.text] = note_view(register, note, ())
    for session in sessions:
        for note in session.notes:
            before = views.get((note.kind, note.text))
            told = before.sessions if before else ()
            views[note.kind, note.text] = note_view(
                register, note, (*told, view_of(register, session))
            )
    return tuple(sorted(views.values(), key=lambda view: KINDS.index(view.kind)))


def note_view(register: Register, note: Note, sessions: tuple[SessionView, ...]) -> NoteView:
    subject = subject_of(register, note.about)
    return NoteView(note.kind, subject, note.text, sessions, note.sources)


def subject_of(register: Register, about: EntryId) -> Wording | None:
    """The name of what a note is about; None for sessions and mechanisms, told beside the note."""
    kind, _, name = about.partition("/")
    match kind:
        case "people":
            return register.people[name].name
        case "parties":
            return register.parties[name].name
        case "areas":
            return register.areas[name].name
        case "sources":
            return Wording(tuple(Version(language, name) for language in register.languages))
    return None
