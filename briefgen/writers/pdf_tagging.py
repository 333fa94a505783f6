"""A document drawn with its tags: every page first, then the tree of what is on them.

WeasyPrint would list all pages anew for every element of the tree, which makes long documents
take the square of their length. It is asked for both halves apart, and told the pages once.
"""

from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint import DEFAULT_OPTIONS
from weasyprint.document import Page
from weasyprint.pdf import generate_pdf
from weasyprint.pdf.tags import add_tags

VERSION = "1.7"
VARIANT = ("a", 3, "A")
"""PDF/A, its part 3, its level A."""
PRINTED = 4
"""The flag of an annotation that is not left out when the page is printed."""


class TaggedPage(Page):  # type: ignore[misc]  # WeasyPrint tells no types
    """A page that notes, while it is drawn, of which box each part of its content is."""

    stream: Any = None

    def __init__(self, page: Page) -> None:
        self.__dict__.update(vars(page))

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Draws the page."""
        stream._tags = {}  # noqa: SLF001  where WeasyPrint looks for them
        self.stream = stream
        super().paint(stream, scale)


@dataclass(frozen=True)
class Paged:
    """A PDF all of whose pages are there."""

    pdf: pydyf.PDF
    page_references: tuple[bytes, ...]

    @property
    def catalog(self) -> pydyf.Dictionary:
        return self.pdf.catalog

    def add_object(self, item: pydyf.Object) -> None:
        self.pdf.add_object(item)


def drawn(document: Any) -> pydyf.PDF:
    """The PDF of a document that is laid out."""
    document.pages = pages = [TaggedPage(page) for page in document.pages]
    pdf = generate_pdf(document, None, 1, **DEFAULT_OPTIONS)
    references = pdf.page_references
    add_tags(Paged(pdf, references), document, VERSION, [page.stream for page in pages])
    for number, reference in enumerate(references):
        page = pdf.objects[int(reference.split()[0])]
        page["Tabs"], page["StructParents"] = "/S", number
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Annot":
            finish_link(item)
    document.metadata.include_in_pdf(pdf, *VARIANT, compress=False)
    return pdf


def finish_link(link: pydyf.Dictionary) -> None:
    """Tells where a link leads, and prints it."""
    link["Contents"] = link["Dest"] if "Dest" in link else link["A"]["URI"]
    link["F"] = PRINTED
