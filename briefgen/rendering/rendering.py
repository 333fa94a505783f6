"""From a document to its page: the template runs, its output becomes the semantic tree."""

from dataclasses import dataclass, field
from functools import cached_property
from gettext import NullTranslations
from pathlib import Path

from briefgen.documents.document import Document
from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.collecting import uncollected
from briefgen.register.decoding import REFUSED, refused
from briefgen.register.ids import did_you_mean
from briefgen.register.models.issuer import Issuer
from briefgen.register.texts import Language
from briefgen.rendering.catalogues import catalogue_file
from briefgen.rendering.compiled import Compiled
from briefgen.rendering.environment import make_environment
from briefgen.rendering.filters import Filters
from briefgen.rendering.functions import Functions
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.memory import Memory
from briefgen.rendering.page import Element, Page, PageNumber, WorkbookWords
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.running import kept, run
from briefgen.rendering.running_bounds import RunningBounds
from briefgen.rendering.sandbox import Sandbox
from briefgen.rendering.spacing import without_breaks
from briefgen.rendering.style import Style
from briefgen.rendering.template_sources import FRAME_VARIABLE


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
    bounds: RunningBounds = field(default_factory=RunningBounds)
    compiled: Compiled = field(default_factory=Compiled, compare=False)
    """What templates were compiled to, in other languages and styles too where it is shared."""

    @cached_property
    def environment(self) -> Sandbox:
        """What templates run in: made once, since to compile them takes longer than to run them."""
        return make_environment(self.folders, self.language, self.words, self.compiled)


def render_page(document: Document, template: str, how: Presentation) -> Page:
    """The page that a template makes of a document; raises TemplateError with its line."""
    filters = Filters(how.language, how.words)
    memory = Memory(how.bounds.memory)
    functions = Functions(document, how.style, filters, memory.lifted)
    variables = {
        "document": document,
        "kind": template.partition(".")[0],
        FRAME_VARIABLE: frame_of(how.style),
        "issuer": how.issuer,
        "number": how.number,
        **functions.table(),
    }
    output = run(how.environment, template, variables, how.bounds, memory)
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
        body=kept(lambda: body_of(output.html, template, how), template, how.bounds, memory),
        paper=output.paper,
        workbook=WorkbookWords(
            gettext("About"), gettext("%(label)s: %(text)s"), gettext("%(before)s; %(after)s")
        ),
    )


def frame_of(style: Style) -> str:
    """The template of what stands around a document in a house style."""
    return f"frames/{style.frame}.html.j2"


@uncollected()
def body_of(html: str, template: str, how: Presentation) -> tuple[Element, ...]:
    html = spaced(html, how.language)
    return parse_page(html, template, how.style.roles, how.bounds.elements)


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
