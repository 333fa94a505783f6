"""A letterhead as it is to stand on a document's pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.writers.docx.letterhead.first_section import Distances, Pages
from briefgen.writers.docx.letterhead.links import Link
from briefgen.writers.docx.markup import Xml


@dataclass(frozen=True)
class Head:
    """A header or footer: on which pages it stands, what it holds, and what it refers to."""

    kind: str
    pages: Pages
    root: Xml
    links: Mapping[str, Link]


@dataclass(frozen=True)
class Letterhead:
    """Headers and footers with the styles that they need; `name` is the file's.

    `pages` are the kinds of pages that differ: `default`, perhaps `first` and `even`.
    """

    name: str
    pages: tuple[Pages, ...]
    heads: tuple[Head, ...]
    distances: Distances
    styles: tuple[Xml, ...]

    def head(self, kind: str, pages: Pages) -> Head | None:
        """The header or footer of a kind of pages, if there is one."""
        found = (head for head in self.heads if (head.kind, head.pages) == (kind, pages))
        return next(found, None)
