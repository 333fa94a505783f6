"""What a translation must have in common with its message: placeholders, elements, forms."""

import re

from babel import Locale

from briefgen.problems import quoted
from briefgen.rendering.po_file import Entry, PoFile

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
PERCENT = "%%"
TAG = re.compile(r"</?[a-z][^>]*>")
COUNT = re.compile(r"nplurals\s*=\s*0*(\d+)")


def check_translations(file: PoFile, locale: Locale) -> None:
    """Reports every translation in a file that its message can't be replaced by."""
    from babel.messages.plurals import get_plural  # English has no catalogue

    count = get_plural(locale).num_plurals
    for entry in file.entries:
        if not entry.message:
            check_header(entry, file, count)
        elif any(entry.forms):
            check_forms(entry, file, count)


def check_header(header: Entry, file: PoFile, count: int) -> None:
    told = COUNT.search(header.forms[0])
    if told and told[1] != str(count):
        file.report(header.line, f"nplurals is {told[1][:20]}; this language has {count}")


def check_forms(entry: Entry, file: PoFile, count: int) -> None:
    wanted = count if entry.plural else 1
    if len(entry.forms) != wanted:
        said = f"{quoted(entry.message)} has {len(entry.forms)} forms; this language has {wanted}"
        file.report(entry.line, f"{said}: msgstr[0] to msgstr[{wanted - 1}]")
        return
    for number, form in enumerate(entry.forms):
        message = entry.plural or entry.message
        if not form:
            file.report(entry.line, f"msgstr[{number}] of {quoted(entry.message)} is empty")
        # One thing may go without its number, where the language has a form for it.
        elif not (number == 0 and wanted > 1 and has_the_same(entry.message, form)):
            check_form(message, form, entry, file)


def has_the_same(message: str, form: str) -> bool:
    return names_in(message) == names_in(form) and not strays(form)


def check_form(message: str, form: str, entry: Entry, file: PoFile) -> None:
    for what, known, found in (
        ("%({})s", names_in(message), names_in(form)),
        ("{}", tags_in(message), tags_in(form)),
    ):
        for name in sorted(known - found):
            said = f"{quoted(form)} lacks {what.format(name)}"
            file.report(entry.line, f"{said}, which its message has: {quoted(message)}")
        for name in sorted(found - known):
            said = f"{quoted(form)} has {what.format(name)}"
            file.report(entry.line, f"{said}, which its message lacks: {quoted(message)}")
    for stray in strays(form):
        said = f"{quoted(form)} has {quoted(stray)}, which is no placeholder such as %(name)s"
        file.report(entry.line, f"{said}; write a percent sign as %%")


def names_in(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text.replace(PERCENT, "")))


def tags_in(text: str) -> set[str]:
    return set(TAG.findall(text))


def strays(text: str) -> list[str]:
    """Percent signs that are no part of a placeholder, with what follows them."""
    return re.findall(r"%.{0,3}", PLACEHOLDER.sub("", text.replace(PERCENT, "")))
