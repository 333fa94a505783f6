"""From a document to its page: the template runs, its output becomes the semantic tree."""

from dataclasses import dataclass, field
from gettext import NullTranslations
from pathlib import Path

from briefgen.documents.document import Document
from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.decoding import REFUSED, refused
from briefgen.register.ids import did_you_mean
from briefgen.register.models.issuer import Issuer
from briefgen.register.texts import Language
from briefgen.rendering.catalogues import catalogue_file
from briefgen.rendering.environment import make_environment
from briefgen.rendering.filters import Filters
from briefgen.rendering.functions import Functions
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.page import Page, PageNumber, WorkbookWords
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.running import run
from briefgen.rendering.spacing import without_breaks
from briefgen.rendering.style import Style


@dataclass(frozen=True)
class Presentation:
    """How a document is to look and read: its language, style, and where templates are."""

    language: Language
    style: Style
    folders: tuple[Path, ...]
    words: NullTranslations
    issuer: Issuer = field(default_factory=Issuer)
    number: int | None = None
    """The number that an official document bears, if it is known."""


def render_page(document: Document, template: str, how: Presentation) -> Page:
    """The page that a template makes of a document; raises TemplateError with its line."""
    environment = make_environment(how.folders, how.language, how.words)
    filters = Filters(how.language, how.words)
    functions = Functions(document, how.style, filters)
    frame = f"frames/{how.style.frame}.html.j2"
    variables = {
        "document": document,
        "kind": template.partition(".")[0],
        "frame_template": frame,
        "issuer": how.issuer,
        "number": how.number,
        **functions.table(),
    }
    output = run(environment, template, variables, how.folders)
    check_paper(output.paper, template, how.style)
    check_seen(output.title + output.subject, template)
    gettext, as_of = how.words.gettext, {"date": filters.day(document.as_of)}
    return Page(
        title=output.title,
        subject=output.subject,
        language=how.language,
        author=document.author.best(how.language).text,
        as_of=document.as_of,
        edition=document.edition,
        header=filters.word(document.edition, "edition"),
        footer=gettext("Register as of %(date)s") % as_of,
        page_number=page_number(gettext("Page %(page)s of %(pages)s"), how.language),
        body=parse_page(spaced(output.html, how.language), template, how.style.roles),
        paper=output.paper,
        workbook=WorkbookWords(
            gettext("About"), gettext("%(label)s: %(text)s"), gettext("%(before)s; %(after)s")
        ),
    )


def spaced(html: str, language: Language) -> str:
    return html if LANGUAGES[language].spaced else without_breaks(html)


def page_number(words: str, language: Language) -> PageNumber:
    """The words around both numbers; the page's own must come first, as writers set it so."""
    before, _, rest = words.partition("%(page)s")
    between, count, after = rest.partition("%(pages)s")
    if not count:
        message = f"'{words}' must have %(page)s before %(pages)s"
        raise TemplateError(
            [Problem(Place(f"templates/{catalogue_file(language)}"), "words", message)]
        )
    return PageNumber(before, between, after)


def check_seen(titles: str, template: str) -> None:
    """Raises TemplateError for what nobody sees in the titles of a page."""
    if found := REFUSED.search(titles):
        raise TemplateError([refused(found[0], Place(template, 1, 1))])


def check_paper(paper: str, template: str, style: Style) -> None:
    if paper and paper not in style.sheets:
        near = did_you_mean(paper, list(style.sheets))
        message = f"the style '{style.name}' has no sheet '{paper}'{near}"
        raise TemplateError([Problem(Place(template, 1, 1), "no-sheet", message)])
