"""Everything that is due: made where it changed, saved as it comes, and listed at the end."""

import datetime
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen.build.building import Written
from briefgen.build.due.crews import Crew
from briefgen.build.due.handing_out import outcomes
from briefgen.build.due.jobs import Failed, Job, Made, Result, Same
from briefgen.build.due.manifest import manifest
from briefgen.build.due.preparing import Prepared
from briefgen.build.due.records import Record, file_of, record_of
from briefgen.build.due.saved_files import SavedFile
from briefgen.build.due.untouched import MANIFEST
from briefgen.build.missing_texts import Missing, warnings_of
from briefgen.build.saving import save_all
from briefgen.problems import MachineError, Problem
from briefgen.register.texts import Language, Version
from briefgen.register.workspace import Workspace


@dataclass(frozen=True)
class Finished:
    """A job that came to its end: what was written, nothing where all was right, or why not."""

    job: Job
    written: tuple[Written, ...] = ()
    failed: Failed | None = None


@dataclass(frozen=True)
class Delivery:
    """Where documents go: their folder, and the one that no link may lead out of."""

    folder: Path
    within: Path


@dataclass(frozen=True)
class Seen:
    """What was read for a build: where, what was warned of, and what stands for all of it."""

    workspace: Workspace
    warnings: tuple[Problem, ...] = ()
    inputs: str | None = None


@dataclass
class Build:
    """How every document stands while a build goes on."""

    as_of: datetime.date
    prepared: Prepared
    delivery: Delivery
    records: dict[Path, Record]
    """Of the documents that stand as they should."""
    doubted: dict[Path, Record]
    """Of those that stand, but whose facts, templates or words have changed."""
    failed: dict[str, Failed]
    seen: Seen
    warnings: tuple[Problem, ...] = ()
    """Of texts that documents had to give in another language, once it has ended."""
    unlisted: tuple[Problem, ...] = ()
    """Why the manifest couldn't be saved."""

    @property
    def changed(self) -> tuple[Job, ...]:
        """The jobs whose documents don't stand as they should."""
        found = (job for job in self.prepared.jobs if job.path not in self.records)
        return tuple(
            replace(job, page=self.doubted[job.path].page) if job.path in self.doubted else job
            for job in found
        )

    @property
    def manifest(self) -> Path:
        """Where the manifest stands."""
        return self.delivery.folder / MANIFEST

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that went wrong, each thing once."""
        found = [problem for each in self.failed.values() for problem in each.problems]
        return tuple(dict.fromkeys([*found, *self.unlisted]))

    @property
    def failed_by_machine(self) -> bool:
        """Whether nothing else has failed."""
        return all(each.by_machine for each in self.failed.values())

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

    def taken(self, job: Job, result: Result) -> Finished:
        """The end of a job: its files saved, or right as they are, or what went wrong kept."""
        match result:
            case Same():
                self.records[job.path] = replace(self.doubted[job.path], key=job.key)
                return Finished(job)
            case Failed():
                self.failed[job.path.as_posix()] = result
                return Finished(job, failed=result)
            case Made():
                return self.saved(job, result)

    def saved(self, job: Job, made: Made) -> Finished:
        """The end of a job whose document was made."""
        folder = self.delivery.folder
        files = [(file_of(job, name, folder), data) for name, data in made.files]
        try:
            save_all(files, self.delivery.within)
        except MachineError as error:
            return self.taken(job, Failed(error.problems, by_machine=True))
        record = self.records[job.path] = record_of(job, made)
        return Finished(job, tuple(written(job, each, folder) for each in record.files))

    def save_manifest(self) -> None:
        """Saves the manifest, unless it stands there as it is to be."""
        standing = [
            (job, self.records[job.path]) for job in self.prepared.jobs if job.path in self.records
        ]
        self.warnings = warnings_of(self.untranslated, self.seen.workspace)
        is_whole = len(standing) == len(self.prepared.jobs) and not self.failed
        told = (*self.seen.warnings, *self.warnings)
        inputs = self.seen.inputs if is_whole else None
        content = manifest(self.as_of, standing, self.failed, told, inputs)
        path = self.manifest
        if not path.is_file() or path.read_bytes() != content:
            try:
                save_all([(path, content)], self.delivery.within)
            except MachineError as error:  # what else went wrong has to be told too
                self.unlisted = error.problems


def written(job: Job, file: SavedFile, folder: Path) -> Written:
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
