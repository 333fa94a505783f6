"""Runs: stretches of text of one look, one script and one language."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.rendering.page import Element, Node
from briefgen.rendering.tokens import PLAIN, RoleStyle
from briefgen.writers.docx.bookmarks import bookmarked, hyperlink
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.formatting import word_properties
from briefgen.writers.docx.looks import TEXT, Look, RoleName, lookless, merged, refused, style_id
from briefgen.writers.docx.markup import Xml, w
from briefgen.writers.docx.pictures import picture
from briefgen.writers.docx.pieces import Piece, piece, piece_of, text_piece
from briefgen.writers.docx.scripts import run_language, stretches

WORD_TOKENS = ("font", "size", "bold", "italic", "capitals", "raised", "spacing", "colour")
TOGGLES = ("bold", "italic", "capitals")
"""Word takes these back where a paragraph's style and a word's style both set them."""


@dataclass(frozen=True)
class Phrase:
    """What surrounds a stretch of text: the roles of its paragraph and words, and its language."""

    paragraph: RoleName
    words: tuple[RoleName, ...]  # outer ones first
    language: str


def runs(nodes: tuple[Node, ...], phrase: Phrase, draft: Draft) -> Iterator[Piece]:
    """The runs and links of some inline nodes."""
    for node in nodes:
        if isinstance(node, str):
            yield from text_runs(node, phrase, draft)
        else:
            yield from bookmarked(node, element_runs(node, phrase, draft), draft)


def element_runs(element: Element, phrase: Phrase, draft: Draft) -> Iterator[Piece]:
    inner = within(element, phrase, draft.look)
    match element.tag:
        case "br":
            lookless(element)
            yield piece("r", piece("br"))
        case "img":
            lookless(element)
            yield piece("r", picture(element, draft))
        case "a":
            yield hyperlink(element, runs(element.children, inner, draft), draft)
        case "strong" | "em" | "sup" | "span":
            yield from runs(element.children, inner, draft)
        case tag:
            raise refused(element, f"<{tag}> can't stand within a paragraph in Word")


def within(element: Element, phrase: Phrase, look: Look) -> Phrase:
    language = element.attributes.get("lang", phrase.language)
    roles = tuple(name for name in reversed(element.names) if name in look.roles)
    unknown = [name for name in element.names[:-1] if name not in look.roles]
    if unknown or (not roles and element.tag in ("a", "strong", "em", "sup")):
        raise refused(element, f"the style '{look.style.name}' has no role '{element.names[0]}'")
    return replace(phrase, words=(*phrase.words, *roles), language=language)


def text_runs(text: str, phrase: Phrase, draft: Draft) -> Iterator[Piece]:
    """Text as runs of one script each."""
    for words, east_asian in stretches(text, phrase.language):
        yield run(text_piece(words), phrase, draft, east_asian=east_asian)


def run(content: Piece, phrase: Phrase, draft: Draft, *, east_asian: bool = False) -> Piece:
    """A run of one script, with the look that its phrase gives it."""
    known = (phrase, east_asian)
    if known not in draft.run_looks:
        draft.run_looks[known] = run_look(phrase, draft, east_asian=east_asian)
    return f"<w:r>{draft.run_looks[known]}{content}</w:r>"


def run_look(phrase: Phrase, draft: Draft, *, east_asian: bool) -> Piece:
    properties = list(run_properties(phrase, draft.look, east_asian=east_asian))
    language = run_language(phrase.language, draft.page.language, east_asian=east_asian)
    if language is not None:
        properties.append(language)
    return piece_of(w("rPr", *properties)) if properties else ""


def run_properties(phrase: Phrase, look: Look, *, east_asian: bool) -> Iterator[Xml]:
    wanted = word_tokens(merged(*(look.roles[role] for role in phrase.words)))
    role = best_style(phrase.words, wanted, look)
    given = word_tokens(look.roles[role]) if role else {}
    if role:
        yield w("rStyle", val=style_id(look.roles[role].word or ""))
    lasting = merged(look.roles[TEXT], look.roles[phrase.paragraph])
    direct = {
        name: value
        for name, value in wanted.items()
        if name not in given or (name in TOGGLES and getattr(lasting, name))
    }
    yield from word_properties(PLAIN.model_copy(update=direct), look.style, hint=east_asian)


def best_style(roles: tuple[RoleName, ...], wanted: dict[str, object], look: Look) -> RoleName:
    """The role whose style says most of what is wanted and nothing else, inner ones first.

    There is none if the words have no role.
    """
    said = [(word_tokens(look.roles[role]), role) for role in roles if look.roles[role].word]
    fitting = [
        (len(tokens), number, role)
        for number, (tokens, role) in enumerate(said)
        if tokens.items() <= wanted.items()
    ]
    return max(fitting)[2] if fitting else ""


def word_tokens(tokens: RoleStyle) -> dict[str, object]:
    return {name: value for name, value in tokens if name in WORD_TOKENS and value is not None}
