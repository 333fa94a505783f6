"""From the page's elements to Word's blocks, one branch for each element."""

from collections.abc import Iterable, Iterator

from briefgen.rendering.page import Element, Node
from briefgen.writers.cards import groups
from briefgen.writers.docx.bookmarks import marked
from briefgen.writers.docx.boxes import boxed
from briefgen.writers.docx.cards import cards_block
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.facts import facts_blocks
from briefgen.writers.docx.layout_tables import at_bottom, in_columns
from briefgen.writers.docx.lists import list_blocks
from briefgen.writers.docx.looks import Look, RoleName, refused
from briefgen.writers.docx.paragraphs import bookmark, keep_with_next, words
from briefgen.writers.docx.sections import columns_of, layout_of, restarted
from briefgen.writers.docx.short_rules import ruled
from briefgen.writers.docx.tables import table_blocks
from briefgen.writers.grid import parts


def blocks(nodes: Iterable[Node], setting: Setting) -> Iterator[Block]:
    """The paragraphs and tables of some elements, in their order."""
    for card, elements in groups(nodes):
        if card:
            yield cards_block(elements, setting)
            continue
        for element in elements:
            yield from element_blocks(element, setting)


def element_blocks(element: Element, setting: Setting) -> Iterable[Block]:
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" | "p":
            return ruled(element, setting)
        case "ul" | "ol":
            return list_blocks(element, setting)
        case "table":
            return table_blocks(element, setting)
        case "dl":
            return facts_blocks(element, setting)
        case "section":
            return section_blocks(element, setting)
        case "aside":
            return boxed(element, held(element, setting), setting.look)
        case "figure":
            return figure_blocks(element, setting)
        case tag:
            raise refused(element, f"<{tag}> has no form in Word here")


def held(element: Element, setting: Setting) -> list[Block]:
    inner = blocks(element.children, setting.within(element))
    return marked(element, inner, setting.draft)


def section_blocks(section: Element, setting: Setting) -> list[Block]:
    """What a section holds, laid out as its role says."""
    layout = layout_of(section, setting.look)
    if layout.columns:
        inner = setting.within(section)
        cells = [
            list(element_blocks(part, inner.narrowed(width)))
            for part, width in columns_of(section, layout, setting)
        ]
        made = marked(section, in_columns(cells, layout, setting), setting.draft)
    else:
        made = held(section, setting)
    if layout.at_bottom:
        made = [at_bottom(made, layout, setting)]
    return restarted(made) if layout.restart_pages else made


def figure_blocks(figure: Element, setting: Setting) -> list[Block]:
    """A picture in a paragraph of its own, and its caption beside it, kept together."""
    inner = setting.within(figure)
    made = [figure_block(figure, part, inner) for part in parts(figure)]
    for block in made[:-1]:
        keep_with_next(block, keep=True)
    return marked(figure, made, setting.draft)


def figure_block(figure: Element, part: Element, setting: Setting) -> Block:
    if part.tag == "img":
        role = role_or(figure, "p", setting.look)
        return words(role, figure, (part,), setting)
    block = words(role_or(part, "caption", setting.look), part, part.children, setting)
    bookmark(block, part, setting)
    return block


def role_or(element: Element, otherwise: RoleName, look: Look) -> RoleName:
    """The role of an element, or another one's that serves it where the style has none."""
    known = element.roles or element.tag in look.roles
    return look.role_of(element) if known else otherwise
