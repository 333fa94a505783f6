"""One order, from the register to files: every stage once, in order."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from briefgen.build.saving import save
from briefgen.documents.brief import Brief, BriefOrder
from briefgen.documents.catalogue import DOCUMENTS
from briefgen.problems import Place, Problem, UsageError
from briefgen.register.ids import SessionId, did_you_mean
from briefgen.register.register import Register
from briefgen.register.texts import Language
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import known_styles, load_style
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.rendering import Presentation, render_page
from briefgen.rendering.resources import packaged_templates
from briefgen.writers.catalogue import WRITERS


@dataclass(frozen=True)
class Output:
    """In what language, style and formats a document is written, and below which folder."""

    language: Language
    style: str
    formats: tuple[str, ...]
    folder: Path


@dataclass(frozen=True)
class Written:
    """A file that was written."""

    path: Path
    document: str
    session: SessionId
    language: Language
    format: str
    edition: str
    bytes: int
    sha256: str


def build(
    kind: str, order: BriefOrder, register: Register, workspace: Workspace, output: Output
) -> tuple[Written, ...]:
    """Prepares, renders, writes and saves one document; nothing is saved unless all could be."""
    check_output(output)
    document = DOCUMENTS[kind].prepare(register, order)
    folders = (workspace.templates, packaged_templates())
    style = load_style(output.style, folders)
    presentation = Presentation(output.language, style, folders, NullTranslations())
    page = render_page(document, DOCUMENTS[kind].template, presentation)
    files = {name: WRITERS[name](page, style) for name in output.formats}
    return tuple(save_as(kind, document, output, name, data) for name, data in files.items())


def check_output(output: Output) -> None:
    """Raises UsageError for formats and languages that there are not."""
    problems = [
        *unknown("format", output.formats, list(WRITERS)),
        *unknown("language", [output.language], list(LANGUAGES)),
    ]
    if problems:
        raise UsageError(problems)


def check_style(name: str, workspace: Workspace) -> None:
    """Raises UsageError for a house style that a command names and no folder has."""
    known = known_styles((workspace.templates, packaged_templates()))
    problems = unknown("style", [name], known)
    if problems:
        raise UsageError(problems)


def unknown(kind: str, names: Sequence[str], known: Sequence[str]) -> list[Problem]:
    return [
        Problem(
            Place(name or "nothing"),
            f"unknown-{kind}",
            f"no {kind} '{name}'{did_you_mean(name, known)}; known: {', '.join(known)}",
        )
        for name in names
        if name not in known
    ]


def path_of(kind: str, document: Brief, format_name: str, output: Output) -> Path:
    """`out/EDITION/MECHANISM-KEY-KIND.LANG.FORMAT`."""
    session = document.session.id.replace("/", "-")
    name = f"{session}-{kind}.{output.language}.{format_name}"
    return output.folder / document.edition / name


def save_as(kind: str, document: Brief, output: Output, format_name: str, data: bytes) -> Written:
    path = path_of(kind, document, format_name, output)
    save(path, data)
    return Written(
        path=path,
        document=kind,
        session=document.session.id,
        language=output.language,
        format=format_name,
        edition=document.edition,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )
