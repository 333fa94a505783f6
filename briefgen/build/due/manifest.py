"""The manifest of a build: every document as it stands, and the records for the next build."""

import datetime
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from briefgen.build.due.jobs import Failed, Job
from briefgen.build.due.records import FileRecord, Record, file_of
from briefgen.register.confined import Unreadable, read_named
from briefgen.register.limits import MEBIBYTE
from briefgen.register.texts import Version

MANIFEST = "manifest.json"
MOST_BYTES = 256 * MEBIBYTE


def manifest(
    as_of: datetime.date,
    documents: Iterable[tuple[Job, Record]],
    failed: Mapping[str, Failed],
) -> bytes:
    """The list of all documents that stand as they should, and of those that could not be made."""
    content = {
        "as_of": as_of.isoformat(),
        "documents": [entry_of(job, record) for job, record in documents],
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
        told = json.loads(read_named(folder / MANIFEST, MOST_BYTES, "a manifest"))
        return dict(map(told_record, told["documents"]))
    except (Unreadable, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return {}


def told_record(told: Mapping[str, Any]) -> tuple[str, Record]:
    files = tuple(
        FileRecord(str(each["format"]), int(each["bytes"]), str(each["sha256"]))
        for each in told["files"]
    )
    untranslated = tuple(
        (Version(str(each["language"]), str(each["text"])), tuple(map(str, each["lacking"])))
        for each in told["untranslated"]
    )
    return str(told["name"]), Record(str(told["key"]), files, untranslated)
