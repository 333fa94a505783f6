"""How long the lines of a text are, which end where the page breaks them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from unicodedata import normalize

from briefgen.rendering.page import Element, Node
from briefgen.writers.docx.advances import advance
from briefgen.writers.docx.draft import Setting
from briefgen.writers.docx.looks import TEXT, Look, merged
from briefgen.writers.docx.runs import Phrase, within
from briefgen.writers.docx.scripts import stretches

RAISED = Decimal("0.65")
"""The size of raised letters beside that of others."""


def longest_line(element: Element, setting: Setting) -> Decimal:
    """The length of the longest line of an element's text, in points."""
    inner = setting.within(element)
    phrase = Phrase(inner.look.role_of(element), inner.around, inner.language)
    lengths = [Decimal(0)]
    for piece in pieces(element.children, phrase, inner.look):
        if piece is None:
            lengths.append(Decimal(0))
        else:
            lengths[-1] += piece
    return max(lengths)


def pieces(nodes: Iterable[Node], phrase: Phrase, look: Look) -> Iterator[Decimal | None]:
    """The lengths of stretches of text; None is where a line ends."""
    for node in nodes:
        if isinstance(node, str):
            yield text_length(node, phrase, look)
        elif node.tag == "br":
            yield None
        else:
            yield from pieces(node.children, within(node, phrase, look), look)


def text_length(text: str, phrase: Phrase, look: Look) -> Decimal:
    """The length of a stretch of text of one look, in points."""
    roles = (TEXT, phrase.paragraph, *phrase.words)
    tokens = merged(*(look.roles[role] for role in roles))
    letters = normalize("NFC", text.upper() if tokens.capitals else text)
    ems = Decimal(0)
    for part, is_wide in stretches(letters, phrase.language):
        ems += len(part) if is_wide else advance(part, is_bold=bool(tokens.bold))
    size = (tokens.size or Decimal(0)) * (RAISED if tokens.raised else 1)
    return ems * size + len(letters) * (tokens.spacing or Decimal(0))
