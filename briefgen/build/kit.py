"""The kit of a session: every document that it needs, with a manifest; all of them agree."""

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from briefgen.build.agreement import Listing, disagreements
from briefgen.build.building import (
    Rendered,
    Written,
    files_of,
    presentation_of,
    rendered,
)
from briefgen.build.output import Output, check_output
from briefgen.build.saving import save_all
from briefgen.documents.catalogue import (
    BADGES,
    BRIEF,
    COMMITMENTS,
    MINUTES,
    PARTICIPANTS,
    PLACE_CARDS,
    SIGN_IN,
    SUMMARY,
    DocumentKind,
)
from briefgen.documents.editions import Edition
from briefgen.documents.orders import MatrixOrder, SessionOrder, SignInOrder, SummaryOrder
from briefgen.documents.selection import Selection, select_reader, select_session
from briefgen.problems import TemplateError
from briefgen.register.ids import PartyId, SessionId
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.rendering import Presentation
from briefgen.rules.years import year_of

MANIFEST = "manifest.json"
LISTS: Sequence[Listing] = (
    ("/name", frozenset({BRIEF.name, PARTICIPANTS.name, MINUTES.name})),
    ("/name", frozenset({PLACE_CARDS.name, BADGES.name})),
    ("/text", frozenset({BRIEF.name, COMMITMENTS.name})),
)
"""Which documents name the same participants, the same bearers of cards, the same commitments."""


@dataclass(frozen=True)
class KitOrder:
    """The kit of a session; without an edition each document has its usual one."""

    session: SessionId
    as_of: datetime.date
    edition: Edition | None = None
    perspective: PartyId | None = None
    formats: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Kit:
    """What was written: the documents, and the manifest that lists them."""

    manifest: Path
    written: tuple[Written, ...]


def build_kit(order: KitOrder, register: Register, workspace: Workspace, output: Output) -> Kit:
    """Writes every document of a session; nothing is saved unless all could be and all agree."""
    check_output(replace(output, formats=order.formats or output.formats))
    how = presentation_of(workspace, output)
    selection = select_session(register, order.session, order.as_of)
    reader = select_reader(selection, order.perspective)
    whole = replace(order, session=selection.id, perspective=reader)
    folder = output.folder / selection.id.replace("/", "-")
    documents = [*documents_of(whole, selection, register, how)]
    problems = disagreements([document for document, _ in documents], LISTS)
    if problems:
        raise TemplateError(problems)
    files = [
        file
        for document, formats in documents
        for file in files_of(document, how, replace(output, formats=formats, folder=folder))
    ]
    written = tuple(file.written for file in files)
    content = manifest(whole, written, folder)
    save_all({**{file.path: file.data for file in files}, folder / MANIFEST: content})
    return Kit(folder / MANIFEST, written)


Made = tuple[Rendered, tuple[str, ...]]
"""A document and the formats that it is written in."""
Order = TypeVar("Order")


def documents_of(
    order: KitOrder, selection: Selection, register: Register, how: Presentation
) -> Iterator[Made]:
    """All documents of a session, in the order in which an officer needs them."""

    def made(kind: DocumentKind[Order], wanted: Order) -> Made:
        return rendered(kind, wanted, register, how), order.formats or kind.formats

    def edition(kind: DocumentKind[Order]) -> Edition:
        return order.edition or kind.edition

    def of_session(kind: DocumentKind[SessionOrder]) -> Made:
        wanted = SessionOrder(order.session, order.as_of, edition(kind), order.perspective)
        return made(kind, wanted)

    yield of_session(BRIEF)
    matrix = MatrixOrder(
        selection.mechanism, order.as_of, edition(COMMITMENTS), order.perspective, order.session
    )
    yield made(COMMITMENTS, matrix)
    yield of_session(PARTICIPANTS)
    sheets = SignInOrder(order.session, order.as_of, edition(SIGN_IN), order.perspective)
    yield made(SIGN_IN, sheets)
    yield from (of_session(kind) for kind in (PLACE_CARDS, BADGES, MINUTES))
    year = year_before(selection)
    if year is not None:
        summary = SummaryOrder(year, order.as_of, edition(SUMMARY), order.perspective)
        yield made(SUMMARY, summary)


def year_before(selection: Selection) -> int | None:
    """The year in which the mechanism last met before, as far as it is recorded."""
    held = (each for each in reversed(selection.earlier()) if each.status == "held")
    years = (year_of(selection.now.register, each) for each in held)
    return next((year for year in years if year is not None), None)


def manifest(order: KitOrder, written: tuple[Written, ...], folder: Path) -> bytes:
    """The list of a kit's files, their paths as seen from the manifest."""
    content = {
        "session": order.session,
        "as_of": order.as_of.isoformat(),
        "perspective": order.perspective,
        "files": [
            {
                "path": each.path.relative_to(folder).as_posix(),
                "document": each.document,
                "edition": each.edition,
                "language": each.language,
                "format": each.format,
                "bytes": each.bytes,
                "sha256": each.sha256,
            }
            for each in written
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
