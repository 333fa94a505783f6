"""Tells as JSON how many pages files have and which texts they lack: `texts.py FILE… -- TEXT…`.

It is a process of its own, so that what it reads doesn't count as memory of what is measured.
"""

import json
import re
import sys
import zipfile
from pathlib import Path

PARTS = {".docx": "word/document.xml", ".xlsx": "xl/sharedStrings.xml"}


def main(arguments: list[str]) -> None:
    end = arguments.index("--")
    found = [examined(Path(name), arguments[end + 1 :]) for name in arguments[:end]]
    sys.stdout.write(json.dumps(found))


def examined(path: Path, marks: list[str]) -> dict[str, object]:
    text, pages = pdf_text(path) if path.suffix == ".pdf" else (marked_text(path), None)
    bare = without_spaces(text)
    lacking = [mark for mark in marks if without_spaces(mark) not in bare]
    return {"file": path.name, "pages": pages, "lacking": lacking, "bytes": path.stat().st_size}


def without_spaces(text: str) -> str:
    """Lines break at other places in other files."""
    return re.sub(r"\s+", "", text)


def marked_text(path: Path) -> str:
    if path.suffix in PARTS:
        with zipfile.ZipFile(path) as archive:
            markup = archive.read(PARTS[path.suffix]).decode("utf-8")
    else:
        markup = path.read_text("utf-8")
    return re.sub(r"<[^>]*>", "", markup)


def pdf_text(path: Path) -> tuple[str, int]:
    from pypdfium2 import PdfDocument

    with PdfDocument(path) as file:
        texts = [page.get_textpage().get_text_range() for page in file]
    return "".join(texts), len(texts)


if __name__ == "__main__":
    main(sys.argv[1:])
