"""The kinds of documents: what prepares each, and the template that shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefgen.documents.brief import Brief, BriefOrder, prepare_brief
from briefgen.register.register import Register


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document."""

    prepare: Callable[[Register, BriefOrder], Brief]
    template: str


DOCUMENTS: Mapping[str, DocumentKind] = {"brief": DocumentKind(prepare_brief, "brief.html.j2")}
