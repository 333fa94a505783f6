"""Bookmarks for what the page gives an id, and the links that lead to them."""

from collections.abc import Iterable, Iterator
from itertools import count
from urllib.parse import urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from briefgen.rendering.page import Element
from briefgen.writers.docx.draft import Block, Draft
from briefgen.writers.docx.looks import refused
from briefgen.writers.docx.markup import Xml, w, w_linked

SCHEMES = frozenset({"http", "https", "mailto"})


def bookmarked(element: Element, content: Iterable[Xml], draft: Draft) -> Iterator[Xml]:
    """An element's content, between the ends of its bookmark if it has an id."""
    identifier = element.attributes.get("id")
    if not identifier:
        yield from content
        return
    number = next(draft.bookmark_ids)
    yield w("bookmarkStart", id=number, name=draft.bookmarks[identifier])
    yield from content
    yield w("bookmarkEnd", id=number)


def marked(element: Element, blocks: Iterable[Block], draft: Draft) -> list[Block]:
    """Blocks of which the first paragraph bears the bookmark of the element that holds them."""
    made = list(blocks)
    if element.attributes.get("id"):
        start, end = bookmarked(element, (), draft)
        paragraph = next((p for block in made for p in block.xml.iter(qn("w:p"))), None)
        if paragraph is None:
            raise refused(element, f"<{element.tag}> is empty, so that no link can lead to it")
        first = 1 if paragraph.find(qn("w:pPr")) is not None else 0
        paragraph[first:first] = [start, end]
    return made


def hyperlink(element: Element, content: Iterable[Xml], draft: Draft) -> Xml:
    """A link to a place in the document or to an address outside."""
    target = element.attributes.get("href", "")
    link = w_linked("hyperlink", *content)
    if target.startswith("#"):
        if target[1:] not in draft.bookmarks:
            raise refused(element, f"the page has no id '{target[1:]}'")
        link.set(qn("w:anchor"), draft.bookmarks[target[1:]])
    else:
        link.set(qn("r:id"), relationship(element, target, draft))
    link.set(qn("w:history"), "1")
    return link


def relationship(element: Element, target: str, draft: Draft) -> str:
    if urlsplit(target).scheme not in SCHEMES:
        raise refused(
            element, f"a link can lead to a web or mail address only, not to '{target[:60]}'"
        )
    if target not in draft.links:  # python-docx looks through all relations for each
        relations = draft.part.rels
        free = (f"rId{number}" for number in count(len(relations) + 1))
        name = next(each for each in free if each not in relations)
        relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, name, is_external=True)
        draft.links[target] = name
    return draft.links[target]
