"""Lists: their items bear numbers, and every ordered list begins at 1."""

from dataclasses import dataclass, replace
from itertools import chain

from briefgen.rendering.page import Element, Node
from briefgen.writers.docx.bookmarks import marked
from briefgen.writers.docx.draft import Block, Draft, Setting
from briefgen.writers.docx.levels import Kind
from briefgen.writers.docx.looks import ORDERED_ITEM, Look, RoleName, lookless, refused
from briefgen.writers.docx.numbering import UNCOUNTED, NumberId, number_properties
from briefgen.writers.docx.paragraphs import stretches_of, words
from briefgen.writers.docx.pieces import piece_of

DEEPEST = 8


@dataclass(frozen=True)
class Listing:
    """How the items of a list are numbered; in a cell, its role lends its look to plain ones."""

    kind: Kind
    level: int = 0
    host: RoleName | None = None
    number: NumberId | None = None

    def role(self, item: Element, look: Look) -> RoleName:
        """The role of an item's paragraphs."""
        return self.host if self.host and not item.roles else numbered_role(item, self.kind, look)


def list_blocks(
    element: Element, setting: Setting, level: int = 0, host: RoleName | None = None
) -> list[Block]:
    """The paragraphs of a list and of the lists in it."""
    lookless(element)  # a list takes its look from its items
    if level > DEEPEST:
        raise refused(element, f"Word has lists {DEEPEST + 1} deep at the most")
    items = [item for item in element.children if isinstance(item, Element)]
    listing = Listing(kind_of(element, items, setting.look), level, host)
    if items:
        listing = replace(listing, number=list_number(items[0], listing, setting.draft))
    inner = setting.within(element)
    made = (item_blocks(item, listing, inner) for item in items)
    return marked(element, chain.from_iterable(made), setting.draft)


def kind_of(element: Element, items: list[Element], look: Look) -> Kind:
    """How a list numbers its items: an ordered one as the role of the first says."""
    if element.tag == "ul":
        return "bullet"
    role = numbered_role(items[0], "decimal", look) if items else ""
    numbering = look.roles[role].numbering if role else None
    return numbering if numbering and numbering != "bullet" else "decimal"


def list_number(first: Element, listing: Listing, draft: Draft) -> NumberId | None:
    """The number that items bear; none where the number of their style will do."""
    role, kind = numbered_role(first, listing.kind, draft.look), listing.kind
    own = draft.numbering.of_styles.get(role)
    if kind == "bullet" and listing.level == 0 and own and draft.look.roles[role].numbering == kind:
        return own[0] if listing.host else None
    return draft.numbering.list_number(role, kind, listing.level)


def numbered_role(item: Element, kind: Kind, look: Look) -> RoleName:
    role = look.role_of(item)
    ordered = role == "li" and kind not in UNCOUNTED and ORDERED_ITEM in look.roles
    return ORDERED_ITEM if ordered else role


def item_blocks(item: Element, listing: Listing, setting: Setting) -> list[Block]:
    """An item's paragraph, then the lists in it and its text after them."""
    text, *rest = stretches_of(item) or [()]
    if isinstance(text, Element):
        text, rest = (), [text, *rest]
    first = words(listing.role(item, setting.look), item, text, setting)
    if listing.number is not None:
        give_number(first, listing.number, listing.level)
    later = (later_blocks(part, item, listing, setting) for part in rest)
    return marked(item, [first, *chain.from_iterable(later)], setting.draft)


def give_number(block: Block, number: NumberId, level: int) -> None:
    block.paragraph.properties["numPr"] = piece_of(number_properties(number, level))


def later_blocks(
    part: Element | tuple[Node, ...], item: Element, listing: Listing, setting: Setting
) -> list[Block]:
    if isinstance(part, Element):
        return list_blocks(part, setting.within(item), listing.level + 1, listing.host)
    role = numbered_role(item, listing.kind, setting.look)
    block = words(listing.role(item, setting.look), item, part, setting)
    number = setting.draft.numbering.list_number(role, "none", listing.level)
    give_number(block, number, listing.level)
    return [block]
