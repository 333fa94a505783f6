"""The kit of a session: every document that it needs, with a manifest; all of them agree."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen.build.agreement import Listing, disagreements
from briefgen.build.building import Written, files_of
from briefgen.build.kit_documents import KitOrder, documents_of
from briefgen.build.looks import Looks
from briefgen.build.missing_texts import missing_texts
from briefgen.build.output import Output, check_output, limit_of
from briefgen.build.saving import save_all
from briefgen.build.typesetting import Typesetter, here
from briefgen.documents.catalogue import (
    BADGES,
    BRIEF,
    COMMITMENTS,
    MINUTES,
    PARTICIPANTS,
    PLACE_CARDS,
)
from briefgen.documents.selection import select_reader, select_session
from briefgen.problems import Problem, TemplateError
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace

MANIFEST = "manifest.json"
LISTS: Sequence[Listing] = (
    ("/name", frozenset({BRIEF.name, PARTICIPANTS.name, MINUTES.name})),
    ("/name", frozenset({PLACE_CARDS.name, BADGES.name})),
    ("/text", frozenset({BRIEF.name, COMMITMENTS.name})),
)
"""Which documents name the same participants, the same bearers of cards, the same commitments."""


@dataclass(frozen=True)
class Kit:
    """What was written: the documents, and the manifest that lists them.

    The warnings are of texts that had to be given in another language.
    """

    manifest: Path
    written: tuple[Written, ...]
    warnings: tuple[Problem, ...]


def build_kit(
    order: KitOrder,
    register: Register,
    workspace: Workspace,
    output: Output,
    typesetter: Typesetter = here,
) -> Kit:
    """Writes every document of a session; nothing is saved unless all could be and all agree."""
    check_output(replace(output, formats=order.formats or output.formats))
    selection = select_session(register, order.session, order.as_of)
    reader = select_reader(selection, order.perspective)
    whole = replace(order, session=selection.id, perspective=reader)
    folder = output.folder / selection.id.replace("/", "-")
    documents = [*documents_of(whole, selection, Looks(register, workspace, output))]
    problems = disagreements([document for document, _ in documents], LISTS)
    if problems:
        raise TemplateError(problems)
    files = [
        file
        for document, formats in documents
        for file in files_of(document, replace(output, formats=formats, folder=folder), typesetter)
    ]
    written = tuple(file.written for file in files)
    content = manifest(whole, written, folder)
    pages = tuple(page for document, _ in documents for page in document.pages)
    warnings = missing_texts(pages, workspace)
    # The manifest comes last: whoever finds it finds all that it lists.
    unsaved = [*(file.unsaved for file in files), (folder / MANIFEST, content)]
    save_all(unsaved, limit_of(output.folder, workspace))
    return Kit(folder / MANIFEST, written, warnings)


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
