"""Progress that can't have been reported: before its commitment, on a day to come, or two ways."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.problems import Problem
from briefgen.register.consistency.chains import is_later
from briefgen.register.consistency.entries import Entries, session_file
from briefgen.register.ids import CommitmentId, SessionId
from briefgen.register.models.commitments import ProgressEntry
from briefgen.register.register import Session

CODE = "progress"


@dataclass(frozen=True)
class Reported:
    """A progress entry with the session that recorded it and its index there."""

    entry: ProgressEntry
    session: Session
    index: int

    def day(self, entries: Entries) -> datetime.date | SessionId:
        """The day from which it counts; where none is known, its session stands for it."""
        own = self.entry.on.latest if self.entry.on else None
        return own or entries.days_of(self.session)[1] or self.session.id


def progress_problems(entries: Entries) -> Iterator[Problem]:
    """Everything in the reports of progress that can't be."""
    told: dict[tuple[CommitmentId, datetime.date | SessionId], Reported] = {}
    for each in reports_of(entries):
        if is_too_early(each, entries):
            name = each.entry.commitment
            message = f"this tells of '{name}' before it was made; correct the date"
            yield problem(each, "on" if each.entry.on else "commitment", message, entries)
        first = told.setdefault((each.entry.commitment, each.day(entries)), each)
        if first.entry.status != each.entry.status:
            yield problem(each, "status", disagreement(first, each, entries), entries)


def problem(each: Reported, key: str, message: str, entries: Entries) -> Problem:
    location = ("progress", each.index, key)
    return entries.problem(session_file(each.session.id), location, CODE, message)


def reports_of(entries: Entries) -> Iterator[Reported]:
    for session in entries.sessions.values():
        for index, entry in enumerate(session.progress):
            yield Reported(entry, session, index)


def is_too_early(each: Reported, entries: Entries) -> bool:
    """Whether a report surely came before the session that made its commitment."""
    made = entries.session_of(each.entry.commitment)
    if made is None:
        return False
    if each.entry.on is None:
        return is_later(made, each.session, entries)
    first = entries.days_of(made)[0]
    return first is not None and each.entry.on.is_before(first)


def disagreement(first: Reported, each: Reported, entries: Entries) -> str:
    place = entries.place(session_file(first.session.id), ("progress", first.index, "status"))
    shown = [entry.status.replace("-", " ") for entry in (first.entry, each.entry)]
    return (
        f"for the same day, {place} reports '{each.entry.commitment}' as {shown[0]}, this as"
        f" {shown[1]}; keep one, or give each the day it holds from"
    )
