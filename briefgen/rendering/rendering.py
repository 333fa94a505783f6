"""From a document to its page: the template runs, its output becomes the semantic tree."""

import datetime
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from briefgen.documents.citations import SourceView
from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.ids import SourceId, did_you_mean
from briefgen.register.texts import Language, Wording
from briefgen.rendering.dates import day_in_words
from briefgen.rendering.environment import make_environment
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.page import Edition, Page, PageNumber
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.style import Style, read_style
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
    html, title, subject = run(environment, template, variables_of(document))
    gettext, locale = how.words.gettext, LANGUAGES[how.language].locale
    as_of = {"date": day_in_words(document.as_of, locale)}
    before, between, after = gettext("Page %(page)s of %(pages)s").replace("%(page)s", "\0").replace(
        "%(pages)s", "\0"
    ).split("\0")
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


def variables_of(document: Document) -> Mapping[str, object]:
    """What a template can use: the document, and the numbers by which it cites sources."""
    numbers = {source.id: source.number for source in document.sources}

    def numbered(sources: tuple[SourceId, ...]) -> list[tuple[int, SourceId]]:
        return sorted((numbers[source], source) for source in sources)

    return {"document": document, "numbered": numbered}


def run(
    environment: Environment, name: str, variables: Mapping[str, object]
) -> tuple[str, str, str]:
    """A template's output with the title and subject that it sets."""
    try:
        module = environment.get_template(name).make_module(dict(variables))
    except TemplateSyntaxError as error:
        place = Place(error.name or name, error.lineno, 1)
        raise TemplateError([Problem(place, "template-syntax", str(error.message))]) from error
    except TemplateNotFound as error:
        message = f"there is no template '{error.name}'"
        raise TemplateError([Problem(Place(name), "no-template", message)]) from error
    except (JinjaError, SecurityError, TypeError, AttributeError, KeyError, ValueError) as error:
        problem = Problem(place_in_template(error, name), "template", f"{error}")
        raise TemplateError([problem]) from error
    return str(module), plain(module, "title", name), plain(module, "subject", name)


def plain(module: object, variable: str, name: str) -> str:
    value = getattr(module, variable, None)
    if not isinstance(value, str) or not value.strip():
        message = f"the template sets no '{variable}': {{% set {variable} = … %}}"
        raise TemplateError([Problem(Place(name, 1, 1), "template", message)])
    return " ".join(Markup(value).striptags().split())


def place_in_template(error: BaseException, name: str) -> Place:
    """The line of the template that was running when an error came."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        frame for frame in frames if frame.filename.endswith((".j2", name)) and frame.lineno
    ]
    if not lines:
        return Place(name)
    return Place(Path(lines[-1].filename).name, lines[-1].lineno or 0, 1)


def load_style(name: str, folders: tuple[Path, ...]) -> Style:
    """The house style of that name from the first folder that has it."""
    for folder in folders:
        path = folder / "styles" / f"{name}.yaml"
        if path.is_file():
            return read_style(path.read_bytes(), f"templates/styles/{name}.yaml")
    known = sorted({path.stem for folder in folders for path in folder.glob("styles/*.yaml")})
    message = f"there is no house style '{name}'{did_you_mean(name, known)}"
    raise TemplateError([Problem(Place(name), "no-style", f"{message}; known: {', '.join(known)}")])
