"""The beginning of a build: what is due is prepared, and compared with what the last one left."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from briefgen.build.disk.targets import check_targets
from briefgen.build.due.everything import Build, Delivery, Seen
from briefgen.build.due.keys import Keys
from briefgen.build.due.manifest import read_records
from briefgen.build.due.planning import Copy, Planned, plan
from briefgen.build.due.preparing import Prepared, Preparing, prepare_jobs
from briefgen.build.due.records import Record, file_of
from briefgen.build.due.untouched import MANIFEST
from briefgen.build.output import limit_of
from briefgen.documents.orders import MatrixOrder, SessionOrder, SummaryOrder
from briefgen.register.kin import Kin
from briefgen.register.register import Register
from briefgen.rendering.resources import packaged_templates


@dataclass(frozen=True)
class BuildOrder:
    """A build: as of when, in which languages where none are named, and where it goes.

    With `again`, also what has not changed is made.
    """

    as_of: datetime.date
    languages: Copy
    folder: Path
    again: bool = False


def begin(order: BuildOrder, register: Register, seen: Seen) -> Build:
    """A build at its beginning: whatever has the same key and the same files stays as it is.

    Raises UsageError when documents would be written over one another, or out of the folder.
    """
    workspace = seen.workspace
    keys = Keys((workspace.templates, packaged_templates()), register.issuer)
    due = plan(register, order.as_of, order.languages)
    prepared = prepare_jobs(due, Preparing(Kin(register), keys))
    delivery = Delivery(order.folder, limit_of(order.folder, workspace))
    paths = [file_of(job, name, order.folder) for job in prepared.jobs for name in job.formats]
    check_targets([*paths, order.folder / MANIFEST], delivery.within)
    found = {} if order.again else standing(prepared, order.folder)
    keys_now = {job.path: job.key for job in prepared.jobs}
    right = {path: each for path, each in found.items() if each.key == keys_now[path]}
    doubted = {path: each for path, each in found.items() if path not in right}
    failed = {named(planned): reason for planned, reason in prepared.failed}
    return Build(order.as_of, prepared, delivery, right, doubted, failed, seen)


def standing(prepared: Prepared, folder: Path) -> dict[Path, Record]:
    """The records of documents whose files are as the last build saved them."""
    found = read_records(folder)
    told = ((job, found.get(job.path.as_posix())) for job in prepared.jobs)
    records = ((job.path, each and each.standing(job, folder)) for job, each in told)
    return {path: record for path, record in records if record is not None}


def named(planned: Planned) -> str:
    """A document that could not be prepared: `brief jwc-guangxi/15`."""
    match planned.order:
        case SessionOrder(session=name) | MatrixOrder(mechanism=name):
            return f"{planned.kind} {name}"
        case SummaryOrder(year=year):
            return f"{planned.kind} {year}"
