"""Documents of registers in which words have been changed for others of their kind."""

import contextlib
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fuzz_target import ROOT
from makers import CLOCK

from briefgen.build.building import Rendered, files_of, rendered
from briefgen.build.looks import Looks
from briefgen.build.output import Output
from briefgen.documents.catalogue import (
    BADGES,
    BRIEF,
    COMMITMENTS,
    DELEGATES_FORM,
    MINUTES,
    PARTICIPANTS,
    PLACE_CARDS,
    SIGN_IN,
    SUMMARY,
    DocumentKind,
)
from briefgen.documents.editions import Edition
from briefgen.documents.orders import MatrixOrder, SessionOrder, SignInOrder, SummaryOrder
from briefgen.problems import RegisterError, TemplateError, UsageError
from briefgen.register.loading import read_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace

WORKSPACE = Workspace(ROOT / "tests/everything")
FILES = sorted(
    path.relative_to(WORKSPACE.root).as_posix() for path in WORKSPACE.data.rglob("*.yaml")
)
TOKEN = re.compile(r"[\w/~.-]+")
KINDS = {
    "id": re.compile(r"test-[\w/-]+"),
    "day": re.compile(r"\d{4}(-\d\d){0,2}~?"),
    "number": re.compile(r"\d+(\.\d+)?"),
    "key": re.compile(r"[a-z][a-z_-]*"),
}
"""Kinds of words, the first that fits; all others are parts of texts."""
ODD_WORDS = (
    *("Ắ" * 60, "试" * 200, "x" * 300, "“a”", "&lt;", "<b>", "%(n)s", "%", "{{x}}", "=1+1", "@x"),
    *("\u00a0", "\U0001f600", "العربية", "e\u0301", "\u200b", "-", "—", "…", "“", "x y " * 200),
)
LANGUAGES = (("en",), ("vi",), ("zh-Hans",), ("vi", "zh-Hans"), ("en", "vi"))
STYLES = ("plain", "nd30", "hd36", "gbt9704")
EDITIONS: tuple[Edition, ...] = ("internal", "shared")
FORMATS = ("docx", "html", "xlsx")
KINDS_MADE = 3
OF_SESSIONS: tuple[DocumentKind[SessionOrder], ...] = (
    *(BRIEF, MINUTES, PARTICIPANTS, PLACE_CARDS, BADGES, DELEGATES_FORM),
)


@dataclass(frozen=True)
class Swap:
    """A word of a file, by its number, that becomes another of its kind, by that one's number."""

    file: str
    number: int
    other: int


def kind_of(word: str) -> str:
    return next((kind for kind, form in KINDS.items() if form.fullmatch(word)), "text")


@cache
def words() -> Mapping[str, list[str]]:
    """All words of the register by their kinds."""
    texts = ((WORKSPACE.root / file).read_text("utf-8") for file in FILES)
    found = {word for text in texts for word in TOKEN.findall(text)}
    kinds = {kind: sorted(each for each in found if kind_of(each) == kind) for kind in KINDS}
    return {**kinds, "text": list(ODD_WORDS)}


def register_with(swaps: list[Swap]) -> Register | None:
    """The register with some of its words changed; None where it can't be read."""
    edited = dict[str, str]()
    for swap in swaps:
        text = edited.get(swap.file) or (WORKSPACE.root / swap.file).read_text("utf-8")
        places = list(TOKEN.finditer(text))
        found = places[swap.number % len(places)]
        others = words()[kind_of(found[0])]
        word = others[swap.other % len(others)]
        edited[swap.file] = f"{text[: found.start()]}{word}{text[found.end() :]}"
    try:
        given = {file: text.encode() for file, text in edited.items()}
        return read_register(WORKSPACE, CLOCK, given).register
    except RegisterError:
        return None


def documents_of(register: Register, dice: random.Random) -> Iterator[Rendered]:
    """Some kinds of documents, of one session or another, in one look or another."""
    output = Output(dice.choice(LANGUAGES), dice.choice(STYLES), FORMATS, Path("out"))
    looks = Looks(register, WORKSPACE, output)
    for kind, order in dice.sample([*orders(register, dice)], KINDS_MADE):
        with contextlib.suppress(UsageError, TemplateError):  # such as a name too long for a card
            yield rendered(kind, order, looks)


def orders(register: Register, dice: random.Random) -> Iterator[tuple[DocumentKind[Any], Any]]:
    mechanism = dice.choice(sorted(register.mechanisms))
    keys = [each.key for each in register.sessions_of(mechanism)]
    session = f"{mechanism}/{dice.choice(['next', *keys])}"
    party = dice.choice([None, *sorted(register.parties)])
    edition = dice.choice(EDITIONS)
    for kind in OF_SESSIONS:
        yield kind, SessionOrder(session, CLOCK, edition, party)
    yield SIGN_IN, SignInOrder(session, CLOCK, edition, party, "connection-point")
    yield COMMITMENTS, MatrixOrder(mechanism, CLOCK, edition, party)
    yield SUMMARY, SummaryOrder(dice.choice((2018, 2019, 2022)), CLOCK, edition, party)


def files(document: Rendered, format_name: str) -> list[bytes]:
    """A document as files."""
    output = Output((document.page.language,), None, (format_name,), Path("out"))
    return [file.data for file in files_of(document, output)]
