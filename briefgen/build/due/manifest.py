"""The manifest of a build: every document as it stands, and the records for the next build."""

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from briefgen.build.due.jobs import Failed, Job
from briefgen.build.due.records import Record, file_of
from briefgen.build.due.saved_files import SavedFile
from briefgen.build.due.untouched import read_manifest
from briefgen.problems import Problem
from briefgen.register.texts import Version


def manifest(
    as_of: datetime.date,
    documents: Iterable[tuple[Job, Record]],
    failed: Mapping[str, Failed],
    warnings: Iterable[Problem],
    inputs: str | None,
) -> bytes:
    """The list of all documents that stand as they should, and of those that could not be made.

    With `inputs`, the next build need not read anything to find that nothing has changed.
    """
    content = {
        "as_of": as_of.isoformat(),
        "inputs": inputs,
        "documents": [entry_of(job, record) for job, record in documents],
        "warnings": [
            {**asdict(each.place), "code": each.code, "message": each.message} for each in warnings
        ],
        "failed": [
            {"name": name, "problems": [str(problem) for problem in each.problems]}
            for name, each in failed.items()
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def entry_of(job: Job, record: Record) -> dict[str, Any]:
    """A document as the manifest tells it, its files' paths as seen from the manifest."""
    return {
        "name": job.path.as_posix(),
        "document": job.kind,
        "session": job.document.about,
        "edition": job.document.edition,
        "language": ",".join(job.languages),
        "style": job.style,
        "perspective": job.perspective,
        "key": record.key,
        "page": record.page,
        "files": [
            {
                "path": file_of(job, each.format, Path()).as_posix(),
                "format": each.format,
                "bytes": each.bytes,
                "sha256": each.sha256,
            }
            for each in record.files
        ],
        "untranslated": [
            {"language": version.language, "text": version.text, "lacking": [*lacking]}
            for version, lacking in record.untranslated
        ],
    }


def read_records(folder: Path) -> Mapping[str, Record]:
    """The records of the last build by their paths; none where its manifest says nothing clear."""
    try:
        return dict(map(told_record, read_manifest(folder)["documents"]))
    except (ValueError, TypeError, LookupError, AttributeError):
        return {}


def told_record(told: Mapping[str, Any]) -> tuple[str, Record]:
    files = tuple(
        SavedFile(str(each["format"]), int(each["bytes"]), str(each["sha256"]))
        for each in told["files"]
    )
    untranslated = tuple(
        (Version(str(each["language"]), str(each["text"])), tuple(map(str, each["lacking"])))
        for each in told["untranslated"]
    )
    return str(told["name"]), Record(str(told["key"]), str(told["page"]), files, untranslated)
