"""The numbers of pages: fields that Word fills in, in the form that the style gives them."""

from collections.abc import Iterator
from typing import Literal

from briefgen.rendering.page import IN_MARGIN
from briefgen.rendering.tokens import PageNumbers
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.looks import PAGE_NUMBER
from briefgen.writers.docx.margin_lines import FOOTER, line
from briefgen.writers.docx.pieces import Piece, piece, text_piece
from briefgen.writers.docx.runs import Phrase, run, text_runs

Pages = Literal["default", "first", "even"]
"""On which pages a head or foot stands; the default is on all that have no other."""
DEFAULT: Pages = "default"
FIRST: Pages = "first"
EVEN: Pages = "even"
CACHED_NUMBER = "1"
"""What a reader sees that doesn't count pages itself."""


def has_number(kind: Pages, numbers: PageNumbers) -> bool:
    """Whether some kind of pages bears numbers."""
    return kind != FIRST or numbers.on_first


def page_number(draft: Draft) -> list[Piece]:
    """The number within the foot, in letters of its own if the style has a role for it."""
    words = (PAGE_NUMBER,) if PAGE_NUMBER in draft.look.roles else ()
    return list(formed(Phrase(FOOTER, words, draft.page.language), draft))


def centred_number(draft: Draft) -> Piece:
    """The number as a paragraph of its own in the middle of the line."""
    role = PAGE_NUMBER if PAGE_NUMBER in draft.look.roles else FOOTER
    number = formed(Phrase(role, (), draft.page.language), draft)
    is_centred = draft.look.roles[role].align == "centre"
    return line(role, number, draft, *([] if is_centred else [piece("jc", val="center")]))


def formed(phrase: Phrase, draft: Draft) -> Iterator[Piece]:
    """The number in its form: `Page 1 of 4`, `1`, `— 1 —`."""
    number = number_field("PAGE", phrase, draft)
    match draft.look.style.page_numbers.form:
        case "counted":
            yield from counted(phrase, draft)
        case "bare":
            yield from number
        case "dashed":
            yield from text_runs("— ", phrase, draft)
            yield from number
            yield from text_runs(" —", phrase, draft)


def counted(phrase: Phrase, draft: Draft) -> Iterator[Piece]:
    """The number and the count of pages, in each language of the page."""
    for place, words in enumerate(draft.page.page_number.all):
        before = f"{IN_MARGIN}{words.before}" if place else words.before
        yield from text_runs(before, phrase, draft)
        yield from number_field("PAGE", phrase, draft)
        yield from text_runs(words.between, phrase, draft)
        yield from number_field("NUMPAGES", phrase, draft)
        yield from text_runs(words.after, phrase, draft)


def number_field(name: str, phrase: Phrase, draft: Draft) -> Iterator[Piece]:
    """A field that Word fills in, with a number to show until it does."""
    instruction = f'<w:instrText xml:space="preserve"> {name} </w:instrText>'
    begin, separate, end = (
        piece("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")
    )
    for content in (begin, instruction, separate, text_piece(CACHED_NUMBER), end):
        yield run(content, phrase, draft)
