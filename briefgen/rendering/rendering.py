"""From a document to its page: the template runs, its output becomes the semantic tree."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path
from typing import Protocol

from briefgen.documents.citations import SourceView
from briefgen.documents.editions import Edition
from briefgen.register.ids import SourceId
from briefgen.register.texts import Language, Wording
from briefgen.rendering.dates import day_in_words
from briefgen.rendering.environment import make_environment
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.page import Page, PageNumber
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.pictures import Share, bar
from briefgen.rendering.running import run
from briefgen.rendering.style import Style
from briefgen.rendering.words import WORDS


class Document(Protocol):
    """What every document tells about itself."""

    @property
    def as_of(self) -> datetime.date:
        """The day as of which it shows the register."""

    @property
    def edition(self) -> Edition:
        """Whom it may be shown to."""

    @property
    def author(self) -> Wording:
        """Who answers for it: the home party's secretariat."""

    @property
    def sources(self) -> tuple[SourceView, ...]:
        """What it cites, numbered."""


@dataclass(frozen=True)
class Presentation:
    """How a document is to look and read: its language, style, and where templates are."""

    language: Language
    style: Style
    folders: tuple[Path, ...]
    words: NullTranslations


def render_page(document: Document, template: str, how: Presentation) -> Page:
    """The page that a template makes of a document; raises TemplateError with its line."""
    environment = make_environment(how.folders, how.language, how.words)
    html, title, subject = run(
        environment, template, variables_of(document, how.style), how.folders
    )
    gettext, locale = how.words.gettext, LANGUAGES[how.language].locale
    as_of = {"date": day_in_words(document.as_of, locale)}
    before, between, after = (
        gettext("Page %(page)s of %(pages)s")
        .replace("%(page)s", "\0")
        .replace("%(pages)s", "\0")
        .split("\0")
    )
    return Page(
        title=title,
        subject=subject,
        language=how.language,
        author=document.author.best(how.language).text,
        as_of=document.as_of,
        edition=document.edition,
        header=gettext(WORDS["edition"][document.edition]),
        footer=gettext("Register as of %(date)s") % as_of,
        page_number=PageNumber(before, between, after),
        body=parse_page(html, template, how.style.roles),
    )


def variables_of(document: Document, style: Style) -> Mapping[str, object]:
    """What a template can use: the document, the numbers by which it cites sources, pictures."""
    numbers = {source.id: source.number for source in document.sources}

    def numbered(sources: tuple[SourceId, ...]) -> list[tuple[int, SourceId]]:
        return sorted({(numbers[source], source) for source in sources})

    def bar_of(shares: Sequence[Share]) -> str:
        return bar(shares, style)

    return {"document": document, "numbered": numbered, "bar": bar_of}
