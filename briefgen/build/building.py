"""A document made: every stage from the register to the bytes of its files, in order."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from briefgen.build.looks import Looks
from briefgen.build.missing_texts import missing_texts
from briefgen.build.naming import base_of
from briefgen.build.output import Output, check_output, limit_of
from briefgen.build.saving import Unsaved, save_all
from briefgen.build.typesetting import Typesetter, here
from briefgen.documents.catalogue import DocumentKind
from briefgen.documents.document import Document
from briefgen.documents.editions import Edition
from briefgen.documents.orders import AnyOrder
from briefgen.documents.views import PartyView
from briefgen.problems import Problem
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.copies import render_copy
from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.catalogue import WRITERS

Order = TypeVar("Order", bound=AnyOrder)


@dataclass(frozen=True)
class Rendered:
    """A document as a page; `about` is the session, mechanism or year that it is of.

    `pages` are those in its single languages, in the order in which these stand on it.
    """

    kind: str
    about: str
    edition: Edition
    style: Style
    page: Page
    pages: tuple[Page, ...]

    def in_languages(self, between: str) -> str:
        """The languages that it is in: `vi`, or `vi,zh-Hans`."""
        return between.join(page.language for page in self.pages)


@dataclass(frozen=True)
class File:
    """A file that is not saved yet."""

    path: Path
    document: Rendered
    format: str
    data: bytes

    @property
    def unsaved(self) -> Unsaved:
        """What it takes to save it."""
        return self.path, self.data

    @property
    def written(self) -> "Written":
        """What is told of it once it is saved."""
        return Written(
            path=self.path,
            document=self.document.kind,
            session=self.document.about,
            language=self.document.in_languages(","),
            format=self.format,
            edition=self.document.edition,
            bytes=len(self.data),
            sha256=hashlib.sha256(self.data).hexdigest(),
        )


@dataclass(frozen=True)
class Written:
    """A file that was written."""

    path: Path
    document: str
    session: str
    language: str
    format: str
    edition: Edition
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Built:
    """What was written, with warnings of texts that had to be given in another language."""

    written: tuple[Written, ...]
    warnings: tuple[Problem, ...]


def build(  # noqa: PLR0913, PLR0917  each is one of its stages' own
    kind: DocumentKind[Order],
    order: Order,
    register: Register,
    workspace: Workspace,
    output: Output,
    typesetter: Typesetter = here,
) -> Built:
    """Prepares, renders, writes and saves one document; nothing is saved unless all could be."""
    check_output(output)
    document = rendered(kind, order, Looks(register, workspace, output))
    files = files_of(document, output, typesetter)
    warnings = missing_texts(document.pages, workspace)
    save_all([file.unsaved for file in files], limit_of(output.folder, workspace))
    return Built(tuple(file.written for file in files), warnings)


def rendered(kind: DocumentKind[Order], order: Order, looks: Looks) -> Rendered:
    """The page of a document, with the reader's language first."""
    how = looks.of(order)
    document = kind.prepare(looks.register, order)
    country = country_of_reader(document, order, looks.register)
    copy = render_copy(document, kind.template, how, country)
    about, edition = document.about, document.edition
    return Rendered(kind.name, about, edition, how[0].style, copy.page, copy.pages)


def country_of_reader(document: Document, order: AnyOrder, register: Register) -> str | None:
    """The country of the party whose copy it is; None where it is nobody's."""
    # Only a brief tells whose it is. The kind is not named, since that would import its views.
    match getattr(document, "prepared_for", None), order.perspective:
        case PartyView(country=country), _:
            return country
        case _, str(party):
            return register.parties[party].country
    return None


def files_of(document: Rendered, output: Output, typesetter: Typesetter = here) -> tuple[File, ...]:
    """A document in every format that is wanted; the PDF may be set beside the others."""
    page, style = document.page, document.style
    ready = {name: typesetter(page, style) for name in output.formats if name == "pdf"}
    others = [name for name in output.formats if name not in ready]
    made = {name: WRITERS[name](page, style) for name in others}
    made |= {name: ended() for name, ended in ready.items()}
    return tuple(
        File(path_of(document, name, output), document, name, made[name]) for name in output.formats
    )


def path_of(document: Rendered, format_name: str, output: Output) -> Path:
    """Where a format of a document stands: see `base_of`."""
    base = base_of(document.about, document.kind, document.in_languages("-"))
    return output.folder / document.edition / f"{base}.{format_name}"
