"""All words of the templates and of the code, gathered for those who translate them.

`make words` runs this module: each catalogue then holds exactly the messages that there are.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from briefgen.register.texts import Language
from briefgen.rendering.catalogues import catalogue_file
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.resources import PACKAGE, packaged_templates

Keywords = dict[str, tuple[int | tuple[int, str], ...] | None]
CONTEXT = (1, "c")
KEYWORDS: Keywords = {
    "_": None,
    "N_": None,
    "said": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": (CONTEXT, 2),
    "npgettext": (CONTEXT, 2, 3),
}
OPTIONS = {"silent": "false"}
"""A template with a mistake stops the extraction: else its words would be lost."""
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
WIDTH = 100


def all_words(templates: Path, code: Path) -> Catalog:
    """Every message of the templates and the code, with the files that say it."""
    found = Catalog()
    for name, path, method in sources(templates, code):
        with path.open("rb") as file:
            for line, message, comments, context in extract(
                method, file, KEYWORDS, ["NOTE:"], OPTIONS
            ):
                place = [(name, line)]
                found.add(message, None, place, auto_comments=comments, context=context)
    return found


def sources(templates: Path, code: Path) -> Iterator[tuple[str, Path, str]]:
    """The files that hold words, by the names under which catalogues tell them."""
    for path in sorted(templates.rglob("*.j2")):
        yield (
            f"templates/{path.relative_to(templates).as_posix()}",
            path,
            "jinja2.ext:babel_extract",
        )
    for path in sorted(code.rglob("*.py")):
        yield f"briefgen/{path.relative_to(code).as_posix()}", path, "python"


def renewed(words: Catalog, old: Catalog, language: Language) -> bytes:
    """A language's catalogue of these words, with what is translated already."""
    made = Catalog(locale=LANGUAGES[language].locale)
    for message in words:
        if message.id:
            copy(message, old.get(message.id, message.context), made)
    return HEADER.format(language=language, plurals=made.plural_forms).encode() + body_of(made)


def copy(message: Message, old: Message | None, made: Catalog) -> None:
    is_known = old is not None and not old.fuzzy and isinstance(old.id, type(message.id))
    made.add(
        message.id,
        old.string if old and is_known else None,
        message.locations,
        auto_comments=message.auto_comments,
        user_comments=old.user_comments if old else (),
        context=message.context,
    )


def body_of(catalogue: Catalog) -> bytes:
    written = BytesIO()
    write_po(written, catalogue, WIDTH, omit_header=True, sort_by_file=True, include_lineno=False)
    return written.getvalue()


def renew_all(templates: Path, code: Path) -> None:
    """Brings the catalogues of all languages but English, which the messages are in, up to date."""
    words = all_words(templates, code)
    for language in LANGUAGES:
        path = templates / catalogue_file(language)
        if language == "en":
            continue
        old = Catalog()
        if path.is_file():
            with path.open("rb") as file:
                old = read_po(file, locale=LANGUAGES[language].locale)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(renewed(words, old, language))


if __name__ == "__main__":
    renew_all(packaged_templates(), PACKAGE)
