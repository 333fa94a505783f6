"""A document to be made, and what became of it; both travel between processes and machines."""

from dataclasses import dataclass
from pathlib import Path

from briefgen.documents.document import Document
from briefgen.problems import Problem
from briefgen.register.texts import Language, Version

Untranslated = tuple[tuple[Version, tuple[Language, ...]], ...]
"""Texts as they were printed, with the languages that lack them."""


@dataclass(frozen=True)
class Job:
    """A prepared document, and how it is to look and read: all that its bytes depend on.

    `path` is where its files stand below the output folder, without the ending. `key` stands for
    everything that they are made from, `means` for what makes files of its page, `page` for the
    page that its files were made from, where they still stand.
    """

    kind: str
    template: str
    document: Document
    country: str | None
    """Of the party whose copy it is, if it is anybody's."""
    languages: tuple[Language, ...]
    style: str
    formats: tuple[str, ...]
    path: Path
    perspective: str | None
    key: str
    means: str
    weight: int
    """How much there is to show, in bytes: how long it takes grows with it."""
    page: str | None = None


@dataclass(frozen=True)
class Made:
    """A document's files as bytes, by format, and its texts in another language than wanted."""

    files: tuple[tuple[str, bytes], ...]
    untranslated: Untranslated
    page: str


@dataclass(frozen=True)
class Same:
    """That a document's page is the one that its files were made from, so they are right."""


@dataclass(frozen=True)
class Failed:
    """Why a document could not be made; `machine` is whether the machine failed, no file."""

    problems: tuple[Problem, ...]
    by_machine: bool = False


Result = Made | Same | Failed
