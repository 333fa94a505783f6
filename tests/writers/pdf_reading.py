"""PDF files in tests, read as a screen reader has them: text by text in the order of their tags.

The letters come from pdfium. It tells the tags of one page at a time, and an element may hold
marked content of several pages; so the tree is followed here, as qpdf tells it.
"""

import ctypes
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

WITHIN_TEXT = ("/Span", "/Link", "/NonStruct", "/Em", "/Strong", "/Reference")
"""Tags of stretches of a text; every other one begins a text and ends it."""
ARTIFACT = -1
"""What pdfium says of what is not tagged."""
BROKEN_HYPHEN = "\x02"
"""A hyphen at the end of a line, as pdfium has it."""
LONGEST = 16_384
"""In bytes, of what one operator shows."""
REFERENCE = re.compile(r"\d+ \d+ R")
Value = Any
"""A value in a PDF: `/Name`, `u:text`, `12 0 R`, a number, a list or a dictionary."""
Mark = tuple[int, int]
"""The number of a page, from 0, and that of marked content on it."""


@dataclass(frozen=True)
class Read:
    """A text as it is tagged: its stretches with their languages."""

    pieces: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


@dataclass
class Reading:
    """A file that is being read: its objects, its letters, and the texts found so far."""

    objects: dict[str, Value]
    marked: dict[Mark, str]
    found: list[Read] = field(default_factory=list)
    current: Read = field(default_factory=Read)
    page_numbers: dict[str, int] = field(default_factory=dict)

    def value(self, given: Value) -> Value:
        """A value itself, where there may be a reference to it."""
        if isinstance(given, str) and REFERENCE.fullmatch(given):
            return self.objects[f"obj:{given}"]["value"]
        return given

    def add(self, text: str, language: str) -> None:
        self.current = Read((*self.current.pieces, (text, language)))

    def end_text(self) -> None:
        if self.current.text.strip():
            self.found.append(self.current)
        self.current = Read()


def pdf_texts(path: Path) -> list[Read]:
    """The texts of a tagged PDF, in the order of its tags."""
    objects = objects_of(path)
    reading = Reading(objects, marked_texts(path))
    catalog = reading.value(objects["trailer"]["value"]["/Root"])
    pages = page_references(catalog["/Pages"], reading)
    reading.page_numbers = {page: number for number, page in enumerate(pages)}
    read(reading.value(catalog["/StructTreeRoot"]), literal(catalog["/Lang"]), reading)
    reading.end_text()
    return reading.found


def untagged(path: Path) -> str:
    """The text that no tag reads out: heads and feet of pages, which are artifacts."""
    return "".join(text for (_, mark), text in marked_texts(path).items() if mark == ARTIFACT)


def objects_of(path: Path) -> dict[str, Value]:
    """All objects of a file but the content of streams."""
    command = ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=none", str(path)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    objects: dict[str, Value] = told["qpdf"][1]
    return objects


def page_references(reference: str, reading: Reading) -> Iterator[str]:
    node = reading.value(reference)
    if node["/Type"] == "/Page":
        yield reference
        return
    for child in reading.value(node["/Kids"]):
        yield from page_references(child, reading)


def read(element: dict[str, Value], language: str, reading: Reading) -> None:
    """Reads an element and all in it."""
    is_whole = element.get("/S") not in WITHIN_TEXT
    language = literal(element["/Lang"]) if "/Lang" in element else language
    if is_whole:
        reading.end_text()
    if element.get("/S") == "/Figure":
        reading.add(literal(element.get("/Alt", "u:")), language)
    for kid in kids_of(element, reading):
        read_kid(kid, element, language, reading)
    if is_whole:
        reading.end_text()


def kids_of(element: dict[str, Value], reading: Reading) -> list[Value]:
    kids = reading.value(element.get("/K", []))
    return [reading.value(kid) for kid in (kids if isinstance(kids, list) else [kids])]


def read_kid(kid: Value, element: dict[str, Value], language: str, reading: Reading) -> None:
    """Reads marked content, on the page that it names or else its element, or an element."""
    held: dict[str, Value] = {"/Type": "/MCR", "/MCID": kid} if isinstance(kid, int) else kid
    match held.get("/Type"):
        case "/MCR":
            page = reading.page_numbers[held.get("/Pg") or element["/Pg"]]
            # What is drawn may have no letters: a line, a picture.
            reading.add(reading.marked.get((page, held["/MCID"]), ""), language)
        case "/OBJR":
            pass
        case _:
            read(held, language, reading)


def literal(text: str) -> str:
    assert text.startswith("u:"), text
    return text[2:]


def marked_texts(path: Path) -> dict[Mark, str]:
    """The text of all marked content."""
    found: dict[Mark, str] = {}
    buffer = (ctypes.c_ushort * (LONGEST // 2))()
    document = pypdfium2.PdfDocument(path)
    for number, page in enumerate(document):
        letters = page.get_textpage()
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            item = pdfium.FPDFPage_GetObject(page, index)
            if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
                size = pdfium.FPDFTextObj_GetText(item, letters, buffer, LONGEST)
                assert size <= LONGEST
                text = bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le")
                mark = (number, pdfium.FPDFPageObj_GetMarkedContentID(item))
                found[mark] = found.get(mark, "") + text.replace(BROKEN_HYPHEN, "-")
    document.close()
    return found
