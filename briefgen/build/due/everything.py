"""Everything that is due: made where it changed, saved as it comes, and listed at the end."""

import datetime
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.build.building import Written
from briefgen.build.due.crews import Crew
from briefgen.build.due.handing_out import outcomes
from briefgen.build.due.jobs import Failed, Job, Made
from briefgen.build.due.manifest import MANIFEST, manifest
from briefgen.build.due.preparing import Prepared
from briefgen.build.due.records import FileRecord, Record, file_of, record_of
from briefgen.build.missing_texts import Missing
from briefgen.build.saving import save_all
from briefgen.problems import MachineError, Problem
from briefgen.register.texts import Language, Version


@dataclass(frozen=True)
class Finished:
    """A job that came to its end: what was written, or why nothing was."""

    job: Job
    written: tuple[Written, ...] = ()
    failed: Failed | None = None


@dataclass(frozen=True)
class Delivery:
    """Where documents go: their folder, and the one that no link may lead out of."""

    folder: Path
    within: Path


@dataclass
class Build:
    """How every document stands while a build goes on."""

    as_of: datetime.date
    prepared: Prepared
    delivery: Delivery
    records: dict[Path, Record]
    """Of the documents that stand as they should."""
    failed: dict[str, Failed] = field(default_factory=dict)

    @property
    def changed(self) -> tuple[Job, ...]:
        """The jobs whose documents don't stand as they should."""
        return tuple(job for job in self.prepared.jobs if job.path not in self.records)

    @property
    def manifest(self) -> Path:
        """Where the manifest stands."""
        return self.delivery.folder / MANIFEST

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that went wrong, each thing once."""
        found = (problem for each in self.failed.values() for problem in each.problems)
        return tuple(dict.fromkeys(found))

    @property
    def untranslated(self) -> Missing:
        """The texts of all documents that are not in the language wanted."""
        found: dict[Version, dict[Language, None]] = {}
        for record in self.records.values():
            for version, lacking in record.untranslated:
                found.setdefault(version, {}).update(dict.fromkeys(lacking))
        return {version: tuple(languages) for version, languages in found.items()}

    def finish(self, crew: Crew, tell: Callable[[Finished], None]) -> None:
        """Makes and saves what has changed, whatever fails; the manifest comes last.

        Also when it is broken off: what was saved by then isn't made again.
        """
        try:
            with closing(outcomes(self.changed, crew)) as results:
                for job, result in results:
                    tell(self.taken(job, result))
        finally:
            self.save_manifest()

    def taken(self, job: Job, result: Made | Failed) -> Finished:
        """The end of a job: its files saved, or what went wrong kept."""
        end = self.saved(job, result) if isinstance(result, Made) else result
        if isinstance(end, Failed):
            self.failed[job.path.as_posix()] = end
            return Finished(job, failed=end)
        self.records[job.path] = end
        folder = self.delivery.folder
        return Finished(job, tuple(written(job, each, folder) for each in end.files))

    def saved(self, job: Job, made: Made) -> Record | Failed:
        """The record of a document, once its files are saved."""
        folder = self.delivery.folder
        files = [(file_of(job, name, folder), data) for name, data in made.files]
        try:
            save_all(files, self.delivery.within)
        except MachineError as error:
            return Failed(error.problems, by_machine=True)
        return record_of(job, made.files, made.untranslated)

    def save_manifest(self) -> None:
        """Saves the manifest, unless it stands there as it is to be."""
        standing = [
            (job, self.records[job.path]) for job in self.prepared.jobs if job.path in self.records
        ]
        content = manifest(self.as_of, standing, self.failed)
        path = self.manifest
        if not path.is_file() or path.read_bytes() != content:
            save_all([(path, content)], self.delivery.within)


def written(job: Job, file: FileRecord, folder: Path) -> Written:
    return Written(
        path=file_of(job, file.format, folder),
        document=job.kind,
        session=job.document.about,
        language=",".join(job.languages),
        format=file.format,
        edition=job.document.edition,
        bytes=file.bytes,
        sha256=file.sha256,
    )
