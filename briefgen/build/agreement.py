"""That the documents of one kit agree: what two of them tell of the same fact reads the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.build.building import Rendered
from briefgen.problems import Place, Problem
from briefgen.rendering.page import Element, Page, walk
from briefgen.rendering.untranslated import MARK

Fact = str
"""What `data-ref` names: `jwc-guangxi/10/4/status`."""
Listing = tuple[str, frozenset[str]]
"""How the facts of a list end, and the kinds of documents in which the list is the same."""
Told = Mapping[Fact, tuple[tuple[str, Place], ...]]
"""What a page tells of each fact, and where its template does."""


def disagreements(documents: Sequence[Rendered], lists: Sequence[Listing]) -> list[Problem]:
    """Facts that documents tell otherwise than one another, or that one of a list leaves out.

    What is told in a language is compared with what is told in the same one.
    """
    pages = [(document.kind, page) for document in documents for page in document.pages]
    found: list[Problem] = []
    for language in dict.fromkeys(page.language for _, page in pages):
        told = {kind: facts_of(page) for kind, page in pages if page.language == language}
        found += [*different(told), *missing(told, lists)]
    return list(dict.fromkeys(found))


def facts_of(page: Page) -> Told:
    """What a page tells of each fact, citations and marks of languages left out."""
    found: dict[Fact, tuple[tuple[str, Place], ...]] = {}
    for element in walk(page.body):
        if fact := element.attributes.get("data-ref"):
            found[fact] = (*found.get(fact, ()), (words_of(element), element.place))
    return found


def words_of(element: Element) -> str:
    """The text of an element on one line, citations and marks of languages left out."""
    return " ".join(spoken(element).split())


def spoken(element: Element) -> str:
    if element.tag == "br":
        return " "
    if element.tag == "sup" or MARK in element.roles:
        return ""
    return "".join(each if isinstance(each, str) else spoken(each) for each in element.children)


def different(told: Mapping[str, Told]) -> Iterator[Problem]:
    """Every fact of which two documents, or two places of one, say something else."""
    first: dict[Fact, tuple[str, str]] = {}
    for kind, facts in told.items():
        for fact, texts in facts.items():
            for text, place in texts:
                other, said = first.setdefault(fact, (kind, text))
                if said != text:
                    message = f"{fact}: '{text}' here ({kind}), but '{said}' in {other}"
                    yield Problem(place, "disagreement", message)


def missing(told: Mapping[str, Told], lists: Sequence[Listing]) -> Iterator[Problem]:
    """Every fact of a list that one of the documents with this list doesn't tell."""
    for ending, kinds in lists:
        own = {kind: set(facts_ending(told[kind], ending)) for kind in told if kind in kinds}
        every: set[Fact] = set().union(*own.values()) if own else set()
        for kind, facts in own.items():
            for fact in sorted(every - facts):
                others = ", ".join(other for other in own if fact in own[other])
                message = f"{fact} is missing here, but stands in {others}"
                yield Problem(Place(kind), "disagreement", message)


def facts_ending(facts: Iterable[Fact], ending: str) -> Iterator[Fact]:
    return (fact for fact in facts if fact.endswith(ending))
