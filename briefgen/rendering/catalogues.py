"""The words of a language: gettext catalogues beside the templates that they are for."""

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from briefgen.register.texts import Language

WORDS_FOLDER = "words"


def catalogue_file(language: Language) -> str:
    """Where a language's catalogue is within a folder of templates."""
    return f"{WORDS_FOLDER}/{language}.po"


def load_words(language: Language, folders: tuple[Path, ...]) -> NullTranslations:
    """The words of a language; those of the first folder that has a word count."""
    words = NullTranslations()
    for folder in reversed(folders):
        path = folder / catalogue_file(language)
        if path.is_file():
            own = compiled(path)
            own.add_fallback(words)
            words = own
    return words


def compiled(path: Path) -> GNUTranslations:
    made = BytesIO()
    with path.open("rb") as file:
        write_mo(made, read_po(file))
    made.seek(0)
    return GNUTranslations(made)
