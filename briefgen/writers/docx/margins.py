"""The parts that hold heads and feet, and the references by which a section has them."""

from collections.abc import Mapping, Sequence

from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.feet import foot
from briefgen.writers.docx.heads import head
from briefgen.writers.docx.margin_lines import FOOTER, HEADER, line
from briefgen.writers.docx.markup import Xml, w_linked
from briefgen.writers.docx.names import ContentType, RelationType, qn
from briefgen.writers.docx.package import add_part
from briefgen.writers.docx.page_numbers import DEFAULT, EVEN, FIRST, Pages
from briefgen.writers.docx.pieces import Piece, elements_of

CONTENT_TYPES = {HEADER: ContentType.HEADER, FOOTER: ContentType.FOOTER}
RELATIONSHIPS = {HEADER: RelationType.HEADER, FOOTER: RelationType.FOOTER}
ROOTS = {HEADER: "hdr", FOOTER: "ftr"}


def references(draft: Draft) -> list[Xml]:
    """Adds the heads and feet of all kinds of pages, and refers to them."""
    pages = kinds_of_pages(draft)
    if draft.letterhead is not None:
        from briefgen.writers.docx.headed import headed  # imported only where there is one

        return list(headed(draft.letterhead, pages, draft))
    heads = {kind: head(kind, draft) for kind in pages}
    feet = {kind: foot(kind, draft) for kind in pages}
    above = referred(HEADER, heads, draft) if any(heads.values()) else []
    return [*above, *referred(FOOTER, feet, draft)]


def kinds_of_pages(draft: Draft) -> Sequence[Pages]:
    """The kinds of pages that have heads and feet of their own."""
    numbers, letterhead = draft.look.style.page_numbers, draft.letterhead
    first: Sequence[Pages] = () if numbers.on_first else (FIRST,)
    if letterhead is not None:
        return (*letterhead.pages, *(each for each in first if each not in letterhead.pages))
    even: Sequence[Pages] = (EVEN,) if numbers.place == "outer" else ()
    return (DEFAULT, *first, *even)


def referred(name: str, contents: Mapping[Pages, Sequence[Piece]], draft: Draft) -> list[Xml]:
    return [reference(name, kind, content, draft) for kind, content in contents.items()]


def reference(name: str, kind: Pages, content: Sequence[Piece], draft: Draft) -> Xml:
    """Adds a head or foot as a part of its own; one without anything is an empty paragraph."""
    root = w_linked(ROOTS[name], *elements_of(content or [line(name, [], draft)]))
    member = f"/word/{name}.xml" if kind == DEFAULT else f"/word/{name}-{kind}.xml"
    identifier = add_part(draft.part, member, CONTENT_TYPES[name], root, RELATIONSHIPS[name])
    made = w_linked(f"{name}Reference", type=kind)
    made.set(qn("r:id"), identifier)
    return made
