"""What is wrong with a PDF: as PDF/UA-1, as PDF/A-3a, and as a file."""

import os
import re
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Iterator

import page as validator

PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A)
NO_QPDF = not (shutil.which("qpdf") or os.environ.get("CI"))
STREAM = re.compile(rb"/Filter /FlateDecode\b[^\n]*?/Length (\d+)[^\n]*>>\nstream\n")


def pdf_faults(data: bytes) -> list[str]:
    """All that our checkers find; nothing in a sound file."""
    return [*failures(data), *broken_streams(data), *([] if NO_QPDF else qpdf_warnings(data))]


def failures(data: bytes) -> list[str]:
    """The rules of PDF/UA-1 and PDF/A-3a that a file breaks."""
    reports = [validator.validate_pdf_bytes(data, profile=profile) for profile in PROFILES]
    return sorted({failure.rule_id for report in reports for failure in report.failures})


def qpdf_warnings(data: bytes) -> list[str]:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        command = ["qpdf", "--check", file.name]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    warnings = done.stderr.splitlines()
    return warnings or [f"qpdf left with {done.returncode}"] * (done.returncode != 0)


def broken_streams(data: bytes) -> list[str]:
    """The streams that don't unpack to what their sums say; qpdf unpacks only those of pages."""
    lengths = [(match.end(), int(match[1])) for match in STREAM.finditer(data)]
    return list(broken(data, lengths)) if lengths else ["there are no streams"]


def broken(data: bytes, lengths: list[tuple[int, int]]) -> Iterator[str]:
    for start, length in lengths:
        try:
            zlib.decompress(data[start : start + length])
        except zlib.error as error:
            yield f"stream at {start}: {error}"
