"""Sections that a style lays out: side by side, at the bottom of a page, on pages of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.rendering.page import Element, walk
from briefgen.rendering.tokens import PLAIN, RoleStyle
from briefgen.writers.docx.draft import Block, Setting
from briefgen.writers.docx.looks import Look, lookless, refused
from briefgen.writers.docx.markup import Twips
from briefgen.writers.docx.tables import widths
from briefgen.writers.grid import parts

LAYOUTS = ("columns", "restart_pages", "at_bottom")
OF_COLUMNS = ("before", "after", "keep_together", "keep_with_next")
OF_PLACES = ("above", "below", "padding")
"""What columns and what stands at the bottom can have, as they are tables."""


def layout_of(section: Element, look: Look) -> RoleStyle:
    """The tokens by which a section is laid out; one without a role is not."""
    is_known = section.roles and section.names[0] in look.roles
    tokens = look.roles[look.role_of(section)] if is_known else PLAIN
    if not any(getattr(tokens, name) for name in LAYOUTS):
        lookless(section)
        return PLAIN
    is_place = tokens.columns or tokens.at_bottom
    known = (*LAYOUTS, *(OF_COLUMNS if tokens.columns else ()), *(OF_PLACES if is_place else ()))
    for name, value in tokens:
        if value is not None and name not in known:
            message = f"in Word '{section.names[0]}' can have only {', '.join(known)}, not {name}"
            raise refused(section, message)
    if is_place:
        check_inner(section, look)
    return tokens


def check_inner(section: Element, look: Look) -> None:
    """Refuses, in what has a place on its page, what would need a page."""
    for each in walk(section.children):
        tokens = look.roles.get(each.names[0], PLAIN)
        if each.tag == "section" and (tokens.restart_pages or tokens.at_bottom):
            message = f"'{each.names[0]}' can't stand within '{section.names[0]}' in Word"
            raise refused(each, message)


def columns_of(
    section: Element, layout: RoleStyle, setting: Setting
) -> Iterator[tuple[Element, Twips]]:
    """The sections that stand side by side, and how wide each is."""
    members, shares = parts(section), layout.columns or ()
    if [each.tag for each in members] != ["section"] * len(shares):
        message = f"'{section.names[0]}' must hold {len(shares)} sections and nothing else"
        raise refused(section, message)
    return zip(members, widths(list(shares), setting.draft.text_width), strict=True)


def restarted(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with which a new page begins, counted from 1."""
    return [replace(block, restarts=place == 0) for place, block in enumerate(blocks)]
