"""All words of the templates and of the code, gathered for those who translate them.

`make words` runs this module: each catalogue then holds exactly the messages that there are.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from briefgen.problems import TemplateError
from briefgen.register.texts import Language
from briefgen.rendering.catalogues import catalogue_file
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.po_file import Entry, PoFile, read_po_file
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


def renewed(words: Catalog, old: PoFile, language: Language) -> bytes:
    """A language's catalogue of these words, with what is translated already."""
    made = Catalog(locale=LANGUAGES[language].locale)
    known = {(entry.context, *ids_of(entry)): entry for entry in old.entries}
    for message in words:
        if message.id:
            ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            entry = known.get((message.context, *ids))
            made.add(
                message.id,
                translation(entry),
                message.locations,
                auto_comments=message.auto_comments,
                user_comments=entry.comments if entry else (),
                context=message.context,
            )
    return HEADER.format(language=language, plurals=made.plural_forms).encode() + body_of(made)


def ids_of(entry: Entry) -> tuple[str, ...]:
    return (entry.message, entry.plural) if entry.plural else (entry.message,)


def translation(entry: Entry | None) -> str | tuple[str, ...] | None:
    if entry is None or entry.is_fuzzy:
        return None
    return entry.forms if entry.plural else entry.forms[0]


def body_of(catalogue: Catalog) -> bytes:
    written = BytesIO()
    write_po(written, catalogue, WIDTH, omit_header=True, sort_by_file=True, include_lineno=False)
    return written.getvalue()


def renew_all(templates: Path, code: Path) -> None:
    """Brings the catalogues of all languages but English, which the messages are in, up to date."""
    words = all_words(templates, code)
    for language in LANGUAGES:
        if language != "en":
            path = templates / catalogue_file(language)
            data = path.read_bytes() if path.is_file() else b""
            old = read_po_file(data, catalogue_file(language))
            if old.problems:
                raise TemplateError(old.problems)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(renewed(words, old, language))


if __name__ == "__main__":
    renew_all(packaged_templates(), PACKAGE)
