"""How somebody takes part: a list's status and mode beside what the register says."""

from dataclasses import dataclass, field

from briefgen.problems import Problem, quoted
from briefgen.register.editing.values import Value
from briefgen.register.models.attendance import Participant
from briefgen.register.register import Session
from briefgen.register.spreadsheets.delegates import Delegate, Said
from briefgen.rules.attendance import mode_of, presence_of

IMPLIED = {"present": "in-person", "online": "online"}


@dataclass
class Attending:
    """What to write of somebody's attendance and mode, with warnings of what differs."""

    entries: dict[str, Value] = field(default_factory=dict)
    warnings: list[Problem] = field(default_factory=list)


def attending(delegate: Delegate, session: Session | None) -> Attending:
    """Of somebody new: who is present online is online, and present is in person."""
    status, mode = said_by(delegate)
    whole = session.mode if session is not None else None
    return Attending(entries_of(status, mode, mode or whole))


def completed(delegate: Delegate, participant: Participant, session: Session) -> Attending:
    """Of somebody recorded: what is lacking, and where the list says otherwise."""
    status, mode = said_by(delegate)
    found = Attending()
    presence, way = presence_of(participant, session), mode_of(participant, session)
    status = None if status == presence else status
    mode = None if mode == way else mode
    if status and delegate.status and participant.attendance is not None:
        found.warnings.append(differs(delegate.status, participant.attendance))
        status = None
    said = delegate.mode or delegate.status
    if mode and said and (participant.mode or participant.attendance in IMPLIED):
        found.warnings.append(differs(said, str(participant.mode or way)))
        mode = None
    found.entries = entries_of(status, mode, participant.mode or mode or way)
    return found


def said_by(delegate: Delegate) -> tuple[str | None, str | None]:
    """A row's presence and mode: online says both."""
    status = delegate.status.text if delegate.status is not None else None
    mode = delegate.mode.text if delegate.mode is not None else None
    return ("present", "online") if status == "online" else (status, mode)


def entries_of(status: str | None, mode: str | None, way: str | None) -> dict[str, Value]:
    """Attendance and mode as they are written, given the way in which somebody takes part."""
    status = "online" if status == "present" and way == "online" else status
    mode = None if IMPLIED.get(status or "") else mode
    return {key: text for key, text in (("attendance", status), ("mode", mode)) if text}


def differs(said: Said, recorded: str) -> Problem:
    """That a cell says something else than the register, which stays as it is."""
    message = f"{quoted(said.text)} stands here, but {quoted(recorded)} in the register"
    return said.cell.warning("differs", f"{message}, which is kept")
