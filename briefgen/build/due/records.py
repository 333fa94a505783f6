"""Records: which files were made under which key, and whether they still are as they were."""

from dataclasses import dataclass, replace
from pathlib import Path

from briefgen.build.due.jobs import Job, Made, Untranslated
from briefgen.build.due.saved_files import SavedFile, saved_file


@dataclass(frozen=True)
class Record:
    """What was made under a key and from which page, and its texts that lack a language."""

    key: str
    page: str
    files: tuple[SavedFile, ...]
    untranslated: Untranslated

    def standing(self, job: Job, folder: Path) -> "Record | None":
        """The record of the files that a job is to have, if they are there byte for byte."""
        known = {each.format: each for each in self.files}
        files = tuple(known[name] for name in job.formats if name in known)
        all_stand = all(each.is_at(file_of(job, each.format, folder)) for each in files)
        return replace(self, files=files) if all_stand and len(files) == len(job.formats) else None


def record_of(job: Job, made: Made) -> Record:
    """The record of a document that was made."""
    files = tuple(saved_file(name, data) for name, data in made.files)
    return Record(job.key, made.page, files, made.untranslated)


def file_of(job: Job, format_name: str, folder: Path) -> Path:
    """Where a format of a document stands."""
    return folder / job.path.parent / f"{job.path.name}.{format_name}"
