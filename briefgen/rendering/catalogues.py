"""The words of a language: gettext catalogues beside the templates that they are for."""

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from briefgen.problems import Problem, TemplateError
from briefgen.register.texts import Language
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.po_file import MOST_BYTES, PoFile, read_po_file
from briefgen.rendering.template_files import TemplateFile, all_of
from briefgen.rendering.translations import check_translations

WORDS_FOLDER = "words"


def catalogue_file(language: Language) -> str:
    """Where a language's catalogue is within a folder of templates."""
    return f"{WORDS_FOLDER}/{language}.po"


def load_words(language: Language, folders: tuple[Path, ...]) -> NullTranslations:
    """The words of a language; those of the first folder that has a word count.

    Raises TemplateError with all that is wrong in any of its catalogues.
    """
    files = [read_catalogue(file, language) for file in all_of(catalogue_file(language), folders)]
    problems: list[Problem] = [problem for file in files for problem in file.problems]
    if problems:
        raise TemplateError(problems)
    words = NullTranslations()
    for file in reversed(files):
        own = compiled(file, language)
        own.add_fallback(words)
        words = own
    return words


def read_catalogue(file: TemplateFile, language: Language) -> PoFile:
    """A language's catalogue, with all that is wrong in it."""
    data = file.start(MOST_BYTES + 1)
    words = read_po_file(data, f"templates/{catalogue_file(language)}")
    check_translations(words, LANGUAGES[language].locale)
    return words


def compiled(file: PoFile, language: Language) -> GNUTranslations:
    """A catalogue as gettext looks words up in it; what is not translated is left out."""
    catalogue = Catalog(locale=LANGUAGES[language].locale, charset="utf-8")
    for entry in file.entries:
        if entry.message and any(entry.forms) and not entry.is_fuzzy:
            message = (entry.message, entry.plural) if entry.plural else entry.message
            forms = entry.forms if entry.plural else entry.forms[0]
            catalogue.add(message, forms, context=entry.context)
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    return GNUTranslations(made)
