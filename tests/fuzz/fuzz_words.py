"""Files of words (PO)."""

from collections.abc import Iterator

from fuzz_target import Target

from briefgen.rendering.catalogues import compiled
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.po_file import read_po_file
from briefgen.rendering.translations import check_translations

ENGLISH = """\
msgid ""
msgstr ""
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# a comment
#, fuzzy
msgctxt "here"
msgid "held by %(party)s"
msgstr "arranged by %(party)s, 100%%"

msgid "a person"
msgid_plural "%(num)s people"
msgstr[0] "one \\"person\\""
msgstr[1] "%(num)s people"
"""


def accepts_words(data: bytes) -> bool:
    """Whether nothing is wrong in a file; its words can then be looked up."""
    file = read_po_file(data, "templates/words/en.po")
    check_translations(file, LANGUAGES["en"].locale)
    if file.problems:
        assert all(problem.message and problem.place.line for problem in file.problems)
        return False
    words = compiled(file, "en")
    for entry in file.entries:
        words.gettext(entry.message)
        words.ngettext(entry.message, entry.plural or "", 2)
    return True


def words_files() -> Iterator[bytes]:
    yield ENGLISH.encode()
    yield ENGLISH.replace("\n", "\r\n").encode("utf-8-sig")


WORDS = Target(accepts_words, words_files)
