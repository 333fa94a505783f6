"""How Word is to treat the document, and what it may put in the place of a missing font."""

from collections.abc import Sequence

from briefgen.rendering.tokens import Font
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.margins import kinds_of_pages
from briefgen.writers.docx.markup import Xml, w, w_linked
from briefgen.writers.docx.names import ContentType, RelationType
from briefgen.writers.docx.package import add_part
from briefgen.writers.docx.page_numbers import EVEN, Pages
from briefgen.writers.docx.scripts import default_language

WORD = "http://schemas.microsoft.com/office/word"
WORD_2013 = 15
MODERN_WAYS = (
    "overrideTableStyleFontSizeAndJustification",
    "enableOpenTypeFeatures",
    "doNotFlipMirrorIndents",
    "differentiateMultirowTableHeaders",
)
SYMBOLS = {"vi": (",", ";")}
"""The decimal sign, and what parts the items of a list, where they are not point and comma."""
GB2312 = "86"
FAMILIES = {"serif": "roman", "sans-serif": "swiss"}


def add_settings(draft: Draft) -> None:
    """Adds the settings and the table of fonts."""
    add_part(
        draft.part,
        "/word/settings.xml",
        ContentType.SETTINGS,
        settings(draft.page.language, kinds_of_pages(draft)),
        RelationType.SETTINGS,
    )
    add_part(
        draft.part,
        "/word/fontTable.xml",
        ContentType.FONT_TABLE,
        font_table(list(draft.look.style.fonts.values())),
        RelationType.FONT_TABLE,
    )


def settings(language: str, pages: Sequence[Pages]) -> Xml:
    """The ways of Word 2013 and later, so that no reader opens in a compatibility mode."""
    decimal, separator = SYMBOLS.get(language, (".", ","))
    languages = w("themeFontLang")
    languages.attrib.update(default_language(language).attrib)
    ways = [("compatibilityMode", WORD_2013), *((name, 1) for name in MODERN_WAYS)]
    modern = (w("compatSetting", name=name, uri=WORD, val=on) for name, on in ways)
    return w_linked(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        *([w("evenAndOddHeaders")] if EVEN in pages else []),
        w("characterSpacingControl", val="compressPunctuation"),
        # A line that ends with a break is the last of its text: it is not spread out.
        w("compat", w("doNotExpandShiftReturn"), *modern),
        languages,
        w("decimalSymbol", val=decimal),
        w("listSeparator", val=separator),
    )


def font_table(fonts: list[Font]) -> Xml:
    """Every font that the style names, with the family to choose another from."""
    families = {
        name: FAMILIES[font.generic] for font in fonts for name in (font.latin, font.east_asian)
    }
    made = (
        w("font", *charset(name), w("family", val=families[name]), name=name)
        for name in sorted(families)
    )
    return w_linked("fonts", *made)


def charset(name: str) -> list[Xml]:
    """That a font with a Chinese name has Chinese letters, for those who lack it."""
    return [] if name.isascii() else [w("charset", val=GB2312)]
