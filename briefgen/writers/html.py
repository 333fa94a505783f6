"""The page as one HTML file that stands by itself."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from unicodedata import east_asian_width

from briefgen.rendering.card_tokens import Card
from briefgen.rendering.page import Element, Node, Page, is_short_table
from briefgen.rendering.style import Style
from briefgen.rendering.vocabulary import VOID
from briefgen.writers.cards import card_of, faces, groups, rows
from briefgen.writers.css import stylesheet
from briefgen.writers.css_sheet import foot
from briefgen.writers.ruled import ruled

LONGEST_KEPT = 24
"""Letters; longer words must be free to break from their citation in a narrow column."""
CLOSING = "。，、：；！？）》〉」』】〕”’…"
"""Signs that never begin a line of Chinese."""


def write_html(page: Page, style: Style) -> bytes:
    """The page as HTML with its style sheet inside, for a screen or a browser's printer."""
    return html_text(page, style).encode()


def html_text(page: Page, style: Style) -> str:
    """The whole HTML document."""
    body = "\n".join(blocks(page, style))
    return f"""<!DOCTYPE html>
<html lang="{escape(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(page.title)}</title>
<meta name="author" content="{escape(page.author)}">
<meta name="description" content="{escape(page.subject)}">
<meta name="dcterms.created" content="{page.as_of.isoformat()}">
<meta name="dcterms.modified" content="{page.as_of.isoformat()}">
<style>
{stylesheet(page, style)}
</style>
</head>
<body>
{running_head(page, style)}{body}
<footer class="running">{escape(foot(page, style))}</footer>
</body>
</html>
"""


def running_head(page: Page, style: Style) -> str:
    """Whom the page may be shown to, where its foot doesn't say so."""
    is_here = style.edition_at == "head"
    return f'<header class="running">{escape(page.header)}</header>\n' if is_here else ""


def blocks(page: Page, style: Style) -> Iterator[str]:
    """The page's blocks; cards stand in rows."""
    for card, elements in groups(ruled(page.body, style)):
        if card:
            yield from card_rows(card, elements, style)
        else:
            yield from (markup(element) for element in elements)


def card_rows(card: str, elements: Sequence[Element], style: Style) -> Iterator[str]:
    measures = card_of(elements[0], style)
    for row in rows(elements, measures):
        made = "".join(card_markup(element, measures) for element in row)
        yield f'<div class="row-of-{card}">{made}</div>'


def card_markup(element: Element, card: Card) -> str:
    """A card, each face with a box around its text that brings it to the middle."""
    inner = "".join(
        f'<section{attributes(face)}><div class="face">{content(face.children)}</div></section>'
        for face in faces(element, card)
    )
    return f"<article{attributes(element)}>{inner}</article>"


def markup(node: Node) -> str:
    """A node of the page as HTML."""
    match node:
        case str():
            return escape(node, quote=False)
        case Element(tag="colgroup"):
            return columns(node)
        case Element(tag=tag) if tag in VOID:
            return f"<{tag}{attributes(node)}>"
    return f"<{node.tag}{attributes(node)}>{content(node.children)}</{node.tag}>"


def content(nodes: Sequence[Node]) -> str:
    """Nodes in a row; a citation stays on the line of the word before it."""
    parts = [markup(node) for node in nodes]
    for index, (text, citation) in enumerate(pairwise(nodes)):
        match text, citation:
            case str(), Element(tag="sup"):
                start, word = parted(text)
                if not word:
                    continue
                kept = f'<span class="kept">{markup(word)}{parts[index + 1]}</span>'
                parts[index : index + 2] = [markup(start), kept]
    return "".join(parts)


def parted(text: str) -> tuple[str, str]:
    """A text without its last word, and that word with the space before it, if it can be kept.

    With the space outside, WeasyPrint at times breaks a line after its first word; the word
    before must be free to move along. Of Chinese, a letter is kept with the signs that close it.
    """
    letters = text.rstrip(CLOSING)
    if letters and east_asian_width(letters[-1]) in "FW":
        return letters[:-1], text[len(letters) - 1 :]
    start, space, word = text.rpartition(" ")
    if len(word) + len(start.rpartition(" ")[2]) > LONGEST_KEPT:
        return text, ""
    return start, space + word


def attributes(element: Element) -> str:
    """The attributes of an element, roles first."""
    roles = [*element.roles, *(["short"] if is_short_table(element) else [])]
    held = {**({"class": " ".join(roles)} if roles else {}), **element.attributes}
    return "".join(f' {name}="{escape(value)}"' for name, value in held.items())


def columns(colgroup: Element) -> str:
    """The widths of a table's columns, in percent of what they are together."""
    shares = [
        int(column.attributes["data-width"])
        for column in colgroup.children
        if isinstance(column, Element)
    ]
    total = sum(shares)
    cells = "".join(f'<col style="width: {100 * share / total:.3f}%">' for share in shares)
    return f"<colgroup>{cells}</colgroup>"
