"""A document made: every stage from the register to the bytes of its files, in order."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from briefgen.build.output import Output, check_output
from briefgen.build.saving import save_all
from briefgen.documents.catalogue import DocumentKind
from briefgen.documents.editions import Edition
from briefgen.register.register import Register
from briefgen.register.texts import Language
from briefgen.register.workspace import Workspace
from briefgen.rendering.catalogues import load_words
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Page
from briefgen.rendering.rendering import Presentation, render_page
from briefgen.rendering.resources import packaged_templates
from briefgen.writers.catalogue import WRITERS

Order = TypeVar("Order")


@dataclass(frozen=True)
class Rendered:
    """A document as a page; `about` is the session, mechanism or year that it is of."""

    kind: str
    about: str
    edition: Edition
    page: Page


@dataclass(frozen=True)
class File:
    """A file that is not saved yet."""

    path: Path
    document: Rendered
    format: str
    data: bytes

    @property
    def written(self) -> "Written":
        """What is told of it once it is saved."""
        return Written(
            path=self.path,
            document=self.document.kind,
            session=self.document.about,
            language=self.document.page.language,
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
    language: Language
    format: str
    edition: Edition
    bytes: int
    sha256: str


def build(
    kind: DocumentKind[Order],
    order: Order,
    register: Register,
    workspace: Workspace,
    output: Output,
) -> tuple[Written, ...]:
    """Prepares, renders, writes and saves one document; nothing is saved unless all could be."""
    check_output(output)
    presentation = presentation_of(workspace, output)
    document = rendered(kind, order, register, presentation)
    files = files_of(document, presentation, output)
    save_all({file.path: file.data for file in files})
    return tuple(file.written for file in files)


def rendered(
    kind: DocumentKind[Order], order: Order, register: Register, presentation: Presentation
) -> Rendered:
    """The page of a document."""
    document = kind.prepare(register, order)
    page = render_page(document, kind.template, presentation)
    return Rendered(kind.name, document.about, document.edition, page)


def presentation_of(workspace: Workspace, output: Output) -> Presentation:
    """How documents are to look and read, with the workspace's own templates before others."""
    folders = (workspace.templates, packaged_templates())
    style = load_style(output.style, folders)
    words = load_words(output.language, folders)
    return Presentation(output.language, style, folders, words)


def files_of(document: Rendered, how: Presentation, output: Output) -> tuple[File, ...]:
    """A document in every format that is wanted."""
    page, style = document.page, how.style
    return tuple(
        File(path_of(document, name, output), document, name, WRITERS[name](page, style))
        for name in output.formats
    )


def path_of(document: Rendered, format_name: str, output: Output) -> Path:
    """`out/EDITION/ABOUT-KIND.LANG.FORMAT`."""
    name = f"{document.about.replace('/', '-')}-{document.kind}.{output.language}.{format_name}"
    return output.folder / document.edition / name
