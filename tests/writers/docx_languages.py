"""The languages of a Word file's words, which a screen reader and a spelling checker go by."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice, zip_longest

from docx_reading import IDEOGRAPH, LATIN, Xml, find, paragraphs, part, value_at

from briefgen.rendering.page import Node, Page

DEFAULT = "w:docDefaults/w:rPrDefault/w:rPr/w:lang"
EAST_ASIAN, LATIN_IN_EAST_ASIAN = "zh", "en"
Spoken = tuple[str, str]
"""A language and the letters that follow one another in it."""


def language_faults(docx: bytes, page: Page | None) -> Iterator[str]:
    """What is wrong with the languages of a file."""
    styles = part(docx, "word/styles.xml")
    default = {name: value_at(styles, DEFAULT, name) or "" for name in ("val", "eastAsia")}
    if not all(default.values()):
        yield "the document has no language"
    elif page:
        found = spoken(run for each in paragraphs(docx) for run in runs(each, default))
        expected = spoken(each for said in said_in(page.body, page.language) for each in told(said))
        wrong = ((one, other) for one, other in zip_longest(found, expected) if one != other)
        yield from (f"{one} should be {other}" for one, other in islice(wrong, 1))


def runs(paragraph: Xml, default: dict[str, str]) -> Iterator[Spoken]:
    """The words of a paragraph with the languages that Word takes them for."""
    for run in find(paragraph, ".//w:r[w:t]"):
        is_east_asian = value_at(run, "w:rPr/w:rFonts", "hint") == "eastAsia"
        name = "eastAsia" if is_east_asian else "val"
        language = value_at(run, "w:rPr/w:lang", name) or default[name]
        yield language.partition("-")[0], text_of_run(run)


def said_in(nodes: Iterable[Node], language: str) -> Iterator[Spoken]:
    """The texts of the page with their languages."""
    for node in nodes:
        if isinstance(node, str):
            yield language, node
        else:
            yield from said_in(node.children, node.attributes.get("lang", language))


def told(said: Spoken) -> Iterator[Spoken]:
    """A text in stretches of one script, with what Word is to be told: Chinese has no Latin."""
    language = said[0].partition("-")[0]
    latin = LATIN_IN_EAST_ASIAN if language == EAST_ASIAN else language
    for is_east_asian, letters in groupby(said[1], lambda each: bool(IDEOGRAPH.match(each))):
        yield EAST_ASIAN if is_east_asian else latin, "".join(letters)


def spoken(stretches: Iterable[Spoken]) -> Iterator[Spoken]:
    """The letters, those of one language that follow one another together."""
    letters = ((tag, "".join(each for each in text if is_letter(each))) for tag, text in stretches)
    for language, same in groupby((each for each in letters if each[1]), lambda each: each[0]):
        yield language, "".join(text for _, text in same)


def is_letter(character: str) -> bool:
    return bool(IDEOGRAPH.match(character) or LATIN.match(character))


def script_faults(root: Xml) -> Iterator[str]:
    """What is wrong with the scripts of runs."""
    for run in find(root, ".//w:r[w:t]"):
        text = text_of_run(run)
        if not IDEOGRAPH.search(text):
            continue
        if LATIN.search(text):
            yield f"'{text}' is of two scripts"
        if value_at(run, "w:rPr/w:rFonts", "hint") != "eastAsia":
            yield f"'{text}' may be set in a Latin font"
        if not value_at(run, "w:rPr/w:lang", "eastAsia"):
            yield f"'{text}' has no East Asian language"


def text_of_run(run: Xml) -> str:
    return "".join(text.text or "" for text in find(run, "w:t"))
