"""The source that what is imported goes back to: one of the register's, or the file itself."""

import datetime
from dataclasses import dataclass

from briefgen.build.intake.new_ids import as_id, unique
from briefgen.problems import Place, Problem, UsageError, quoted
from briefgen.register.editing.values import Addition, NewKey
from briefgen.register.folder import printable
from briefgen.register.ids import SessionId, SourceId, did_you_mean
from briefgen.register.models.actors import SourceEntry
from briefgen.register.register import Register


@dataclass(frozen=True)
class Sourcing:
    """A source's id with what has to be added for it."""

    id: SourceId
    additions: tuple[Addition, ...] = ()


def sourcing_of(
    register: Register, wanted: SourceId | None, file: str, session: SessionId, day: datetime.date
) -> Sourcing:
    """The wanted source, the file's of the same day, or a new one.

    Raises UsageError, with the nearest id, when the wanted one isn't in the register.
    """
    if wanted is not None:
        check_source(register, wanted)
        return Sourcing(wanted)
    title = f"List of delegates to {session} (the file {printable(file)})"
    same = (name for name, each in register.sources.items() if is_of_day(each, title, day))
    if found := next(same, None):
        return Sourcing(found)
    new = unique(as_id(f"delegates {session}"), register.sources)
    entry = {"title": title, "accessed": day.isoformat()}
    return Sourcing(new, (NewKey((), new, entry),))


def check_source(register: Register, wanted: SourceId) -> None:
    if wanted not in register.sources:
        near = did_you_mean(wanted, list(register.sources))
        message = f"no source {quoted(wanted)}{near or '; add it to data/sources.yaml'}"
        raise UsageError([Problem(Place("--source"), "unknown-source", message)])


def is_of_day(source: SourceEntry, title: str, day: datetime.date) -> bool:
    accessed = source.accessed
    is_same_day = accessed is not None and (accessed.earliest, accessed.latest) == (day, day)
    return is_same_day and source.title.best().text == title
