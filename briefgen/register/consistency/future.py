"""What is told as done on a day that is still to come."""

import datetime
from collections.abc import Iterator

from briefgen.problems import Problem
from briefgen.register.consistency.entries import Entries, session_file
from briefgen.register.register import Session
from briefgen.register.source import Location

CODE = "future"


def future_problems(entries: Entries, today: datetime.date) -> Iterator[Problem]:
    """Sessions held, progress reported and documents signed after today."""
    for session in entries.sessions.values():
        for location, message in findings(session, today):
            yield entries.problem(session_file(session.id), location, CODE, message)


def findings(session: Session, today: datetime.date) -> Iterator[tuple[Location, str]]:
    correct = f"correct the date (today is {today})"
    if session.status == "held" and session.date and session.date.is_after(today):
        yield (
            ("date",),
            f"a session can't have been held on a day to come; {correct} or say status: planned",
        )
    for index, entry in enumerate(session.progress):
        if entry.on and entry.on.is_after(today):
            message = f"progress can't be reported for a day to come; {correct}"
            yield ("progress", index, "on"), message
    for index, outcome in enumerate(session.outcomes):
        if outcome.signed and outcome.signed.is_after(today):
            message = f"a document can't have been signed on a day to come; {correct}"
            yield ("outcomes", index, "signed"), message
