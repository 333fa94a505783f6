"""The words of a language: gettext catalogues beside the templates that they are for."""

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from briefgen.problems import Problem, TemplateError
from briefgen.register.texts import Language
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.mo_file import mo_file
from briefgen.rendering.po_file import MOST_BYTES, Entry, PoFile, read_po_file
from briefgen.rendering.template_files import TemplateFile, all_of
from briefgen.rendering.translations import check_translations

WORDS_FOLDER = "words"
AFTER_CONTEXT, BETWEEN_FORMS = "\x04", "\0"


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
    texts = {"": header(language)}
    for entry in file.entries:
        if entry.message and any(entry.forms) and not entry.is_fuzzy:
            texts[key_of(entry)] = BETWEEN_FORMS.join(entry.forms)
    return GNUTranslations(BytesIO(mo_file(texts)))


def header(language: Language) -> str:
    """What gettext needs to be told: the encoding, and which form goes with which number."""
    from babel.messages.plurals import get_plural  # English has no catalogue

    forms = get_plural(LANGUAGES[language].locale).plural_forms
    return f"Content-Type: text/plain; charset=utf-8\nPlural-Forms: {forms}\n"


def key_of(entry: Entry) -> str:
    """What gettext looks a translation up by."""
    context = f"{entry.context}{AFTER_CONTEXT}" if entry.context else ""
    plural = f"{BETWEEN_FORMS}{entry.plural}" if entry.plural else ""
    return f"{context}{entry.message}{plural}"
