"""Texts that a document had to give in another language, with their places in the register."""

from collections.abc import Iterator, Mapping, Sequence

from briefgen.problems import Place, Problem, quoted
from briefgen.register.searching import places_of
from briefgen.register.texts import Language, Version
from briefgen.register.workspace import Workspace
from briefgen.rendering.official import english_name
from briefgen.rendering.page import Page
from briefgen.rendering.untranslated import untranslated

Missing = Mapping[Version, tuple[Language, ...]]
"""Texts as they were printed, and the languages that lack them."""


def missing_texts(pages: Sequence[Page], workspace: Workspace) -> tuple[Problem, ...]:
    """A warning for each text that a page's language lacks, in the order of the register."""
    return warnings_of(missing_in(pages), workspace)


def warnings_of(missing: Missing, workspace: Workspace) -> tuple[Problem, ...]:
    """The same for texts that are known already."""
    places = places_of({version.text for version in missing}, workspace)
    return tuple(sorted(set(warnings(missing, places))))


def missing_in(pages: Sequence[Page]) -> Missing:
    """The texts that are not there in the languages of pages."""
    found: dict[Version, dict[Language, None]] = {}
    for page in pages:
        for version in untranslated(page):
            found.setdefault(version, {})[page.language] = None
    return {version: tuple(languages) for version, languages in found.items()}


def warnings(missing: Missing, places: Mapping[str, Place]) -> Iterator[Problem]:
    for version, languages in missing.items():
        place = places.get(version.text)
        what = "this text" if place else quoted(version.text)
        lacking = " or ".join(map(english_name, languages))
        message = f"{what} has no {lacking} version; "
        message += f"it is printed in {english_name(version.language)}"
        yield Problem(place or Place("data"), "untranslated", message, "warning")
