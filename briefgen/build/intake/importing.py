"""A list of delegates into the register: read, matched, tried out, and only then saved."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen.build.intake.changes import PEOPLE, Added, Change, change_of
from briefgen.build.intake.participants import KEY
from briefgen.build.intake.sourcing import Sourcing, sourcing_of
from briefgen.documents.selection import Selection, select_session
from briefgen.problems import Problem, RegisterError
from briefgen.register.decoding import decode
from briefgen.register.editing.edits import new_file, with_additions
from briefgen.register.editing.nodes import top_node
from briefgen.register.editing.values import Addition, NewItem
from briefgen.register.ids import SessionId, SourceId
from briefgen.register.loading import Reading, read_register
from briefgen.register.register import Register
from briefgen.register.spreadsheets.delegates import delegates_of, raise_errors
from briefgen.register.spreadsheets.files import read_sheets
from briefgen.register.spreadsheets.tables import find_table
from briefgen.register.workspace import Workspace, read_file
from briefgen.rules.attendees import attendees_of
from briefgen.rules.decisions import Decisions
from briefgen.rules.identities import Identities, identities
from briefgen.rules.known_people import Known
from briefgen.rules.party_names import party_names

UNDECIDED = Decisions()


@dataclass(frozen=True)
class ImportOrder:
    """Which list goes into which session, and what was decided beforehand."""

    session: SessionId
    file: Path
    today: datetime.date
    decisions: Decisions = UNDECIDED
    source: SourceId | None = None


@dataclass(frozen=True)
class FileChange:
    """A file of the register as it was, None if it is new, and as it will be."""

    before: bytes | None
    after: bytes


@dataclass(frozen=True)
class Import:
    """What an import will change, nothing of it saved yet; files by their path."""

    session: SessionId
    files: Mapping[str, FileChange]
    added: Added
    matched: int
    near: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def prepare_import(order: ImportOrder, workspace: Workspace, reading: Reading) -> Import:
    """What a list changes in the register; raises RegisterError unless all of it can be taken."""
    register = reading.register
    selection = select_session(register, order.session, order.today)
    sourcing = sourcing_of(register, order.source, order.file.name, selection.id, order.today)
    problems: list[Problem] = []
    found = who_they_are(order, register, selection, problems)
    raise_errors(problems)
    people = read_file(workspace.root, PEOPLE)
    written = top_node(decode(people, PEOPLE, []), PEOPLE)
    change = change_of(found.matches, register, selection.id, sourcing, written)
    files = dict(changed_files(change, workspace, register, selection.id, sourcing))
    check(files, workspace, reading, order.today)
    known = sum(match.is_known for match in found.matches)
    near = tuple(problem for problem in found.near)
    warnings = tuple(sorted({*problems, *change.warnings} - {*near}))
    return Import(selection.id, files, change.added, known, near, warnings)


def who_they_are(
    order: ImportOrder, register: Register, selection: Selection, problems: list[Problem]
) -> Identities:
    """The list's rows as people, those of the register's among them."""
    table = find_table(read_sheets(order.file))
    problems += table.warnings
    delegates = delegates_of(table, problems)
    names = party_names(register.parties, selection.parties(None))
    attendees = attendees_of(delegates, names, problems)
    known = Known(register, register.sessions.get(selection.id))
    return identities(attendees, known, order.decisions, problems)


def changed_files(
    change: Change,
    workspace: Workspace,
    register: Register,
    session: SessionId,
    sourcing: Sourcing,
) -> Iterable[tuple[str, FileChange]]:
    """The files with their additions; sources first, since all others refer to them."""
    for file, additions in change.files.items():
        if file not in {PEOPLE, "data/sources.yaml"} and session not in register.sessions:
            yield file, FileChange(None, new_session(additions, sourcing))
            continue
        before = read_file(workspace.root, file)
        yield file, FileChange(before, with_additions(before, file, additions))


def new_session(additions: tuple[Addition, ...], sourcing: Sourcing) -> bytes:
    """The file of a session that had none: planned, with its participants."""
    participants = tuple(each.value for each in additions if isinstance(each, NewItem))
    return new_file({"status": "planned", KEY: participants, "sources": (sourcing.id,)})


def check(
    files: Mapping[str, FileChange], workspace: Workspace, reading: Reading, today: datetime.date
) -> None:
    """Reads the register as it will be; raises RegisterError when that brings a new problem."""
    if not files:
        return
    edited = {file: change.after for file, change in files.items()}
    new = read_register(workspace, today, edited).warnings
    known = Counter(map(without_line, reading.warnings))
    unknown = Counter(map(without_line, new)) - known
    if unknown:
        raise RegisterError(problem for problem in new if without_line(problem) in unknown)


def without_line(problem: Problem) -> tuple[str, str, str]:
    """A problem as it stays when lines above it are added."""
    return problem.place.file, problem.code, problem.message
